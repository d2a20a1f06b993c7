/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHANNEL_TABS (amb_channel_tabs_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannelTabs, amb_channel_tabs, AMB, CHANNEL_TABS, AdwBin)

void amb_channel_tabs_set_session (AmbChannelTabs *self, AmbDraftSession *session);
void amb_channel_tabs_step        (AmbChannelTabs *self, int step);

G_END_DECLS

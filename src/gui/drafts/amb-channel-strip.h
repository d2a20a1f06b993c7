/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHANNEL_STRIP (amb_channel_strip_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannelStrip, amb_channel_strip, AMB, CHANNEL_STRIP, GtkWidget)

void amb_channel_strip_set_session (AmbChannelStrip *self, AmbDraftSession *session);

G_END_DECLS

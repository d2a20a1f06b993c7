/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHANNEL_PICKER (amb_channel_picker_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannelPicker, amb_channel_picker, AMB, CHANNEL_PICKER, GtkPopover)

void amb_channel_picker_set_session (AmbChannelPicker *self, AmbDraftSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-channel.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHANNEL_ROW (amb_channel_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannelRow, amb_channel_row, AMB, CHANNEL_ROW, AdwExpanderRow)

GtkWidget  *amb_channel_row_new         (AmbChannel *channel);
AmbChannel *amb_channel_row_get_channel (AmbChannelRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHANNELS_GROUP (amb_channels_group_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannelsGroup, amb_channels_group, AMB, CHANNELS_GROUP, AdwBin)

GtkWidget *amb_channels_group_new         (void);
void       amb_channels_group_set_context (AmbChannelsGroup *self, AmbContext *context);
void       amb_channels_group_add         (AmbChannelsGroup *self, const char *channel);
void       amb_channels_group_flush       (AmbChannelsGroup *self);

G_END_DECLS

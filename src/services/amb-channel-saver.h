/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-autosave.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHANNEL_SAVER (amb_channel_saver_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannelSaver, amb_channel_saver, AMB, CHANNEL_SAVER, AmbAutosave)

AmbChannelSaver *amb_channel_saver_new         (AmbContext *context, AmbChannel *channel);
GPtrArray       *amb_channel_saver_list        (AmbContext *context, GListModel *stored);
AmbChannel      *amb_channel_saver_get_channel (AmbChannelSaver *self);
gboolean         amb_channel_saver_get_removed (AmbChannelSaver *self);
void             amb_channel_saver_set_removed (AmbChannelSaver *self, gboolean removed);

G_END_DECLS

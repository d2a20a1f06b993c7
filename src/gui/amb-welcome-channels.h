/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_WELCOME_CHANNELS (amb_welcome_channels_get_type ())
G_DECLARE_FINAL_TYPE (AmbWelcomeChannels, amb_welcome_channels, AMB, WELCOME_CHANNELS, AdwPreferencesGroup)

void     amb_welcome_channels_start   (AmbWelcomeChannels *self, AmbContext *context);
gboolean amb_welcome_channels_get_any (AmbWelcomeChannels *self);

G_END_DECLS

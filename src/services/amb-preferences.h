/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_PREFERENCES (amb_preferences_get_type ())
G_DECLARE_FINAL_TYPE (AmbPreferences, amb_preferences, AMB, PREFERENCES, GObject)

AmbPreferences *amb_preferences_new               (AmbContext *context);
gboolean        amb_preferences_is_check_enabled  (AmbPreferences *self, const char *check);
void            amb_preferences_set_check_enabled (AmbPreferences *self, const char *check, gboolean enabled);

G_END_DECLS

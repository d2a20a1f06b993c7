/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

/* What the person chose once, kept in their database so that the window and the command line agree. Properties
 * (read and write; a write is stored by itself): "check-language" (BCP 47, or NULL: that of the draft), "default-channel"
 * (id of a channel), "disabled-checks" (strv of check ids). The disclosure phrase is the profile's field "disclosure". */
#define AMB_TYPE_PREFERENCES (amb_preferences_get_type ())
G_DECLARE_FINAL_TYPE (AmbPreferences, amb_preferences, AMB, PREFERENCES, GObject)

AmbPreferences *amb_preferences_new             (AmbContext *context);
gboolean        amb_preferences_is_check_enabled (AmbPreferences *self, const char *check);
void            amb_preferences_set_check_enabled (AmbPreferences *self, const char *check, gboolean enabled);

G_END_DECLS

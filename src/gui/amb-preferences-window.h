/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_PREFERENCES_WINDOW (amb_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (AmbPreferencesWindow, amb_preferences_window, AMB, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *amb_preferences_window_new (GtkWindow *parent, AmbContext *context, GSettings *settings);

G_END_DECLS

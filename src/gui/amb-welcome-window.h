/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_WELCOME_WINDOW (amb_welcome_window_get_type ())
G_DECLARE_FINAL_TYPE (AmbWelcomeWindow, amb_welcome_window, AMB, WELCOME_WINDOW, AdwWindow)

GtkWidget *amb_welcome_window_new (GtkWindow *parent, AmbContext *context);

G_END_DECLS

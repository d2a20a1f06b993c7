/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_SHORTCUTS_WINDOW (amb_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (AmbShortcutsWindow, amb_shortcuts_window, AMB, SHORTCUTS_WINDOW, AdwWindow)

GtkWidget *amb_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS

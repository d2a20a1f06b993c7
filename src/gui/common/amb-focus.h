/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean   amb_focus_move_in_child (GtkWidget *widget, GtkDirectionType direction);
gboolean   amb_focus_enter         (GtkWidget *widget);
GtkWidget *amb_focus_get           (GtkWidget *widget);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMB_TYPE_NAVIGATION_ROW (amb_navigation_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbNavigationRow, amb_navigation_row, AMB, NAVIGATION_ROW, GtkListBoxRow)

GtkWidget  *amb_navigation_row_new       (const char *tag, const char *title, const char *icon_name);
const char *amb_navigation_row_get_tag   (AmbNavigationRow *self);
guint       amb_navigation_row_get_count (AmbNavigationRow *self);
void        amb_navigation_row_set_count (AmbNavigationRow *self, guint count);

G_END_DECLS

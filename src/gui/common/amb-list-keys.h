/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       amb_list_keys_connect (GtkListView *list, GtkSearchEntry *search);
gboolean   amb_list_keys_enter   (GtkListView *list);
GtkWidget *amb_list_keys_get_row (GtkListView *list);
void       amb_list_keys_leave   (GtkListView *list);

G_END_DECLS

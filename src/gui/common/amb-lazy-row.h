/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMB_TYPE_LAZY_ROW (amb_lazy_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbLazyRow, amb_lazy_row, AMB, LAZY_ROW, GtkWidget)

/**
 * AmbLazyRowMake:
 * @data: what was handed to [ctor@LazyRow.new]
 *
 * Makes the content of a row.
 *
 * Returns: (transfer floating): the content
 */
typedef GtkWidget *(*AmbLazyRowMake) (gpointer data);

/**
 * AmbLazyRowShow:
 * @content: the content of a row
 * @item: (nullable): what to show
 *
 * Lets the content of a row show an item, or none.
 */
typedef void (*AmbLazyRowShow) (GtkWidget *content, gpointer item);

GtkWidget *amb_lazy_row_new         (double n_lines, int spacing, AmbLazyRowMake make, AmbLazyRowShow show, gpointer data);
gpointer   amb_lazy_row_get_item    (AmbLazyRow *self);
void       amb_lazy_row_set_item    (AmbLazyRow *self, gpointer item);
GtkWidget *amb_lazy_row_get_content (AmbLazyRow *self);

G_END_DECLS

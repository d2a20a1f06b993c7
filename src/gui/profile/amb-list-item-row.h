/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_LIST_ITEM_ROW (amb_list_item_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbListItemRow, amb_list_item_row, AMB, LIST_ITEM_ROW, AdwPreferencesRow)

GtkWidget  *amb_list_item_row_new      (const char *text);
const char *amb_list_item_row_get_text (AmbListItemRow *self);
void        amb_list_item_row_place    (AmbListItemRow *self, const char *list, guint position, guint n_items);

G_END_DECLS

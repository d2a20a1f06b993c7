/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_SUGGEST_ROW (amb_suggest_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbSuggestRow, amb_suggest_row, AMB, SUGGEST_ROW, AdwEntryRow)

GtkWidget  *amb_suggest_row_new             (void);
void        amb_suggest_row_set_suggestions (AmbSuggestRow *self, GListModel *suggestions);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-today-item.h"

G_BEGIN_DECLS

#define AMB_TYPE_SUGGESTION_ROW (amb_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbSuggestionRow, amb_suggestion_row, AMB, SUGGESTION_ROW, GtkListBoxRow)

GtkWidget    *amb_suggestion_row_new      (AmbTodayItem *item);
AmbTodayItem *amb_suggestion_row_get_item (AmbSuggestionRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_NUMBER_ROW (amb_number_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbNumberRow, amb_number_row, AMB, NUMBER_ROW, AdwEntryRow)

GtkWidget *amb_number_row_new        (void);
gint64     amb_number_row_get_number (AmbNumberRow *self);
void       amb_number_row_set_number (AmbNumberRow *self, gint64 number);
gboolean   amb_number_row_get_valid  (AmbNumberRow *self);

G_END_DECLS

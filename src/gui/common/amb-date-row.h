/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_DATE_ROW (amb_date_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbDateRow, amb_date_row, AMB, DATE_ROW, AdwActionRow)

gint64     amb_date_row_get_time (AmbDateRow *self);
void       amb_date_row_set_time (AmbDateRow *self, gint64 time);

G_END_DECLS

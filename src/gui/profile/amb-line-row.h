/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_LINE_ROW (amb_line_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbLineRow, amb_line_row, AMB, LINE_ROW, AdwEntryRow)

GtkWidget *amb_line_row_new (const char *title);

G_END_DECLS

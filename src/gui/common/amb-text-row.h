/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_TEXT_ROW (amb_text_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbTextRow, amb_text_row, AMB, TEXT_ROW, AdwPreferencesRow)

const char *amb_text_row_get_text (AmbTextRow *self);
void        amb_text_row_set_text (AmbTextRow *self, const char *text);

G_END_DECLS

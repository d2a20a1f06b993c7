/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_LANGUAGE_ROW (amb_language_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbLanguageRow, amb_language_row, AMB, LANGUAGE_ROW, AdwComboRow)

G_END_DECLS

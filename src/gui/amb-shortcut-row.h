/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_SHORTCUT_ROW (amb_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbShortcutRow, amb_shortcut_row, AMB, SHORTCUT_ROW, AdwActionRow)

const char *amb_shortcut_row_get_accelerators (AmbShortcutRow *self);

G_END_DECLS

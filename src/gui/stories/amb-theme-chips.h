/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_THEME_CHIPS (amb_theme_chips_get_type ())
G_DECLARE_FINAL_TYPE (AmbThemeChips, amb_theme_chips, AMB, THEME_CHIPS, AdwBin)

const char * const *amb_theme_chips_get_themes (AmbThemeChips *self);
void                amb_theme_chips_set_themes (AmbThemeChips *self, const char * const *themes);

G_END_DECLS

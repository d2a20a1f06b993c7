/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_FIGURE (amb_figure_get_type ())
G_DECLARE_FINAL_TYPE (AmbFigure, amb_figure, AMB, FIGURE, AdwBin)

void amb_figure_set_number (AmbFigure *self, guint number);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_DIFFERENCE_VIEW (amb_difference_view_get_type ())
G_DECLARE_FINAL_TYPE (AmbDifferenceView, amb_difference_view, AMB, DIFFERENCE_VIEW, AdwBin)

GtkWidget *amb_difference_view_new       (void);
void       amb_difference_view_set_texts (AmbDifferenceView *self, const char *before, const char *after);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_PANE (amb_pane_get_type ())
G_DECLARE_FINAL_TYPE (AmbPane, amb_pane, AMB, PANE, AdwBin)

GtkWidget  *amb_pane_new              (void);
const char *amb_pane_get_title        (AmbPane *self);
void        amb_pane_set_title        (AmbPane *self, const char *title);
int         amb_pane_get_maximum_size (AmbPane *self);
void        amb_pane_set_maximum_size (AmbPane *self, int maximum_size);

G_END_DECLS

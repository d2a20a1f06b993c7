/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMB_TYPE_WRAP_LAYOUT (amb_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AmbWrapLayout, amb_wrap_layout, AMB, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *amb_wrap_layout_new (void);

G_END_DECLS

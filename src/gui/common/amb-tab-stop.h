/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_TAB_STOP (amb_tab_stop_get_type ())

G_DECLARE_FINAL_TYPE (AmbTabStop, amb_tab_stop, AMB, TAB_STOP, AdwBin)

GtkWidget *amb_tab_stop_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-heard.h"

G_BEGIN_DECLS

#define AMB_TYPE_HEARD_ROW (amb_heard_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbHeardRow, amb_heard_row, AMB, HEARD_ROW, AdwPreferencesRow)

GtkWidget *amb_heard_row_new (AmbHeard *heard);

G_END_DECLS

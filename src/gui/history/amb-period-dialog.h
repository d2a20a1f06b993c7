/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_PERIOD_DIALOG (amb_period_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmbPeriodDialog, amb_period_dialog, AMB, PERIOD_DIALOG, AdwWindow)

GtkWidget *amb_period_dialog_new (GtkWindow *parent, gint64 since, gint64 until);

G_END_DECLS

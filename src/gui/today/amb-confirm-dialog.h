/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-today-item.h"

G_BEGIN_DECLS

#define AMB_TYPE_CONFIRM_DIALOG (amb_confirm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmbConfirmDialog, amb_confirm_dialog, AMB, CONFIRM_DIALOG, AdwWindow)

GtkWidget *amb_confirm_dialog_new (GtkWindow *parent, AmbContext *context, AmbTodayItem *item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-draft.h"

G_BEGIN_DECLS

#define AMB_TYPE_PLAN_DIALOG (amb_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmbPlanDialog, amb_plan_dialog, AMB, PLAN_DIALOG, AdwWindow)

GtkWidget *amb_plan_dialog_new      (GtkWindow *parent, AmbContext *context, AmbDraft *draft);
gint64     amb_plan_dialog_get_time (AmbPlanDialog *self);

G_END_DECLS

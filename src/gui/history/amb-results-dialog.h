/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_RESULTS_DIALOG (amb_results_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmbResultsDialog, amb_results_dialog, AMB, RESULTS_DIALOG, AdwWindow)

GtkWidget *amb_results_dialog_new     (GtkWindow *parent, AmbContext *context, AmbEntry *entry);
void       amb_results_dialog_present (GtkWindow *parent, AmbContext *context, AmbEntry *entry);

G_END_DECLS

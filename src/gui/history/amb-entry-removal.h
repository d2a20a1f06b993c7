/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-context.h"

G_BEGIN_DECLS

void amb_entry_removal_start (GtkWidget *widget, AmbContext *context, gint64 entry_id);
void amb_entry_removal_offer (GtkWidget *widget, AmbContext *context, gint64 entry_id, const char *text);

G_END_DECLS

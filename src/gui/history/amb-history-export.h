/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-context.h"

G_BEGIN_DECLS

void amb_history_export_start   (GtkWidget *widget, AmbContext *context, const char *format);
void amb_history_export_to_file (GtkWidget *widget, AmbContext *context, const char *format, GFile *file);

G_END_DECLS

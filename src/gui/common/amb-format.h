/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *amb_format_date          (gint64 time);
char *amb_format_day           (gint64 time, gint64 now);
char *amb_format_time          (gint64 time);
char *amb_format_when          (gint64 time, gint64 now);
char *amb_format_number        (gint64 number);
char *amb_format_removal       (const char *title);

void  amb_format_bind_closures (GtkWidgetClass *klass);

G_END_DECLS

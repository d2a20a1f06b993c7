/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-today-item.h"

G_BEGIN_DECLS

/* Rows that take one to a record; @action is activated with its id. */
GtkWidget *amb_today_row_new             (AmbTodayItem *item, const char *action, const char *icon_name);
GtkWidget *amb_today_row_new_with_button (AmbTodayItem *item, const char *action, const char *icon_name,
                                          const char *label, const char *button_action);
void       amb_today_row_add_button      (GtkWidget *row, AmbTodayItem *item, const char *label, const char *button_action);

G_END_DECLS

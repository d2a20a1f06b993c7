/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-record.h"

G_BEGIN_DECLS

void amb_form_bind_text  (gpointer row, gpointer record, const char *property);
void amb_form_bind_texts (GtkWidget *form, GType type, gpointer record, const char * const *properties);
int  amb_form_get_zone   (gint64 time);
void amb_form_grab_focus (GtkWidget *row);
void amb_form_set_busy   (GtkWidget *form, gboolean busy);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-autosave.h"

G_BEGIN_DECLS

typedef void (*AmbUndoFunc) (gpointer data);

void  amb_presenter_set_overlay (GtkWindow *window, AdwToastOverlay *overlay);

void  amb_presenter_show_toast  (GtkWidget *widget, const char *text);
void  amb_presenter_show_undo   (GtkWidget *widget, const char *text,
                                 AmbUndoFunc undo, gpointer data, GDestroyNotify data_free);
gboolean amb_presenter_undo     (GtkWidget *widget);
void  amb_presenter_show_action (GtkWidget *widget, const char *text, const char *label,
                                 const char *action, GVariant *target);
void  amb_presenter_show_error  (GtkWidget *widget, const GError *error);
void  amb_presenter_watch       (GtkWidget *widget, AmbAutosave *autosave);
void  amb_presenter_show_file_error (GtkWidget *widget, const GError *error, GFile *file);
char *amb_presenter_describe    (const GError *error);
char *amb_presenter_describe_file (const GError *error, const char *name);

G_END_DECLS

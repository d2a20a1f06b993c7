/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file, with the dialog of the desktop. @filter may be NULL. Every one ends with amb_file_dialog_finish(),
 * which gives NULL when the person thought better of it. */
void   amb_file_dialog_open_async   (GtkWidget *widget, const char *title, GtkFileFilter *filter,
                                     GAsyncReadyCallback callback, gpointer data);
void   amb_file_dialog_save_async   (GtkWidget *widget, const char *title, const char *name,
                                     GAsyncReadyCallback callback, gpointer data);
void   amb_file_dialog_folder_async (GtkWidget *widget, const char *title, GAsyncReadyCallback callback, gpointer data);
GFile *amb_file_dialog_finish       (GAsyncResult *result);

G_END_DECLS

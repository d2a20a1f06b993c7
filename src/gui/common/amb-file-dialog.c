/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-file-dialog.h"

#include <glib/gi18n-lib.h>

static void
dialog_response_cb (GtkNativeDialog *dialog,
                    int              response,
                    GTask           *task)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_task_return_pointer (task, file, g_object_unref);
  gtk_native_dialog_destroy (dialog);
  /* These are the references that kept both alive while the dialog was open. */
  g_object_unref (dialog);
  g_object_unref (task);
}

static void
show_dialog (GtkWidget            *widget,
             const char           *title,
             GtkFileChooserAction  action,
             const char           *accept,
             GtkFileFilter        *filter,
             const char           *name,
             GAsyncReadyCallback   callback,
             gpointer              data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GTask *task = g_task_new (widget, NULL, callback, data);
  GtkFileChooserNative *dialog;

  g_task_set_source_tag (task, show_dialog);
  dialog = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  g_signal_connect (dialog, "response", G_CALLBACK (dialog_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * amb_file_dialog_open_async:
 * @widget: a widget of the window that asks
 * @title: the title of the dialog
 * @filter: (nullable): which files to offer
 * @callback: called when the person chose
 * @data: for @callback
 *
 * Asks which file to open.
 */
void
amb_file_dialog_open_async (GtkWidget           *widget,
                            const char          *title,
                            GtkFileFilter       *filter,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  show_dialog (widget, title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), filter, NULL, callback, data);
}

/**
 * amb_file_dialog_save_async:
 * @widget: a widget of the window that asks
 * @title: the title of the dialog
 * @name: (nullable): the name to offer, UTF-8
 * @callback: called when the person chose
 * @data: for @callback
 *
 * Asks where to save.
 */
void
amb_file_dialog_save_async (GtkWidget           *widget,
                            const char          *title,
                            const char          *name,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  show_dialog (widget, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL, name, callback, data);
}

/**
 * amb_file_dialog_folder_async:
 * @widget: a widget of the window that asks
 * @title: the title of the dialog
 * @callback: called when the person chose
 * @data: for @callback
 *
 * Asks for a folder.
 */
void
amb_file_dialog_folder_async (GtkWidget           *widget,
                              const char          *title,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  show_dialog (widget, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL, NULL, callback, data);
}

/**
 * amb_file_dialog_finish:
 * @result: what the callback got
 *
 * Tells what the person chose.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when they chose none
 */
GFile *
amb_file_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, show_dialog), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

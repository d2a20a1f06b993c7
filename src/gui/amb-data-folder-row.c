/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-data-folder-row.h"

#include <glib/gi18n-lib.h>

#include "amb-backup.h"
#include "amb-confirm.h"
#include "amb-file-dialog.h"
#include "amb-presenter.h"
#include "amb-window.h"

/**
 * AmbDataFolderRow:
 *
 * Says in which folder the data is, opens it, and takes the data to another one.
 */
struct _AmbDataFolderRow
{
  AdwActionRow  parent_instance;

  /* Template widgets */
  GtkWidget    *choose_button;

  /* Weak: those of the window around it, which on the floor may leave its pages behind when it closes */
  AmbContext   *context;
  GSettings    *settings;   /* %NULL when the schema is not installed: then the folder cannot be remembered */

  char         *new_folder; /* while the data is being copied there */
};

G_DEFINE_FINAL_TYPE (AmbDataFolderRow, amb_data_folder_row, ADW_TYPE_ACTION_ROW)

static void
show_folder (AmbDataFolderRow *self)
{
  const char *path = amb_database_get_path (amb_context_get_database (self->context));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), shown);
}

static void
open_folder_cb (AmbDataFolderRow *self)
{
  const char *path = amb_database_get_path (amb_context_get_database (self->context));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static AmbWindow *
find_window (AmbDataFolderRow *self)
{
  return AMB_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))));
}

/* Everything is in the new folder: the window over the old one makes room for another. */
static void
use_new_folder (AmbDataFolderRow *self)
{
  g_autofree char *path = amb_context_get_default_path (self->new_folder);

  g_settings_set_string (self->settings, "database-folder", self->new_folder);
  gtk_widget_activate_action (GTK_WIDGET (find_window (self)), "app.open-database", "^ay", path);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AmbDataFolderRow) self = data;
  g_autoptr (GError) error = NULL;

  if (!amb_backup_run_finish (AMB_CONTEXT (object), result, &error))
    amb_presenter_show_error (GTK_WIDGET (self), error);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    use_new_folder (self);
}

static void
existing_confirmed_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      data)
{
  if (amb_confirm_finish (result))
    use_new_folder (AMB_DATA_FOLDER_ROW (object));
}

static void
move_data (AmbDataFolderRow *self)
{
  g_autofree char *path = amb_context_get_default_path (self->new_folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (g_str_equal (path, amb_database_get_path (amb_context_get_database (self->context))))
    return;

  amb_window_flush (find_window (self));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    amb_confirm_async (GTK_WIDGET (self), _("Use the data in this folder?"),
                       _("This folder already holds Ambassador data. What you have now stays where it is."),
                       _("_Use It"), FALSE, existing_confirmed_cb, NULL);
  else
    amb_backup_run_async (self->context, file, NULL, copied_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  AmbDataFolderRow *self = AMB_DATA_FOLDER_ROW (object);
  g_autoptr (GFile) folder = amb_file_dialog_finish (result);

  if (folder == NULL || g_file_peek_path (folder) == NULL)
    return;

  g_free (self->new_folder);
  self->new_folder = g_file_get_path (folder);
  move_data (self);
}

static void
choose_folder_cb (AmbDataFolderRow *self)
{
  amb_file_dialog_folder_async (GTK_WIDGET (self), _("Folder for Your Data"), folder_chosen_cb, NULL);
}

static void
amb_data_folder_row_finalize (GObject *object)
{
  AmbDataFolderRow *self = AMB_DATA_FOLDER_ROW (object);

  g_clear_weak_pointer (&self->context);
  g_clear_weak_pointer (&self->settings);
  g_free (self->new_folder);

  G_OBJECT_CLASS (amb_data_folder_row_parent_class)->finalize (object);
}

static void
amb_data_folder_row_class_init (AmbDataFolderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amb_data_folder_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-data-folder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbDataFolderRow, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
amb_data_folder_row_init (AmbDataFolderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_data_folder_row_new:
 * @context: whose data
 * @settings: (nullable): where the folder is remembered
 *
 * Makes a row for a window that belongs to the main window.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_data_folder_row_new (AmbContext *context,
                         GSettings  *settings)
{
  AmbDataFolderRow *self = g_object_new (AMB_TYPE_DATA_FOLDER_ROW, NULL);

  g_set_weak_pointer (&self->context, context);
  g_set_weak_pointer (&self->settings, settings);
  gtk_widget_set_sensitive (self->choose_button, settings != NULL);
  show_folder (self);

  return GTK_WIDGET (self);
}

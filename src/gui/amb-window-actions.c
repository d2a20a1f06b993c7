/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-window-private.h"

#include <glib/gi18n-lib.h>

#include "amb-backup.h"
#include "amb-confirm.h"
#include "amb-conversation-dialog.h"
#include "amb-drafting.h"
#include "amb-file-dialog.h"
#include "amb-history-export.h"
#include "amb-presenter.h"
#include "amb-restore.h"
#include "amb-sample-pack.h"
#include "amb-story-pack-filter.h"
#include "amb-time.h"

/* What makes no sense before the database is open. */
static const char * const actions_on_data[] = {
  "win.back-up",
  "win.export-log",
  "win.import",
  "win.import-sample",
  "win.log-conversation",
  "win.new-draft",
  "win.open-draft",
  "win.open-entry",
  "win.open-story",
  "win.search",
  "win.search-stories",
};

/* What makes sense only while it is not. */
static const char * const actions_on_file[] = {
  "win.choose-database",
  "win.open-database",
  "win.restore-backup",
  "win.restore-last",
};

/* A file that is being written, and the window that says so when it is done. The program does not end before. */
typedef struct
{
  AmbWindow    *window;
  GApplication *application; /* %NULL for a window of a test */
  char         *name;
} SaveJob;

static void
show_page_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  amb_window_show_page (AMB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_navigation_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  AmbWindow *self = AMB_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->navigation));
}

static void
open_record (AmbWindow  *self,
             const char *tag,
             gint64      id)
{
  AmbPage *page = amb_window_show_page (self, tag);

  if (page != NULL)
    amb_page_open (page, id);
}

static void
open_story_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  open_record (AMB_WINDOW (widget), "stories", g_variant_get_int64 (parameter));
}

static void
open_draft_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  open_record (AMB_WINDOW (widget), "drafts", g_variant_get_int64 (parameter));
}

static void
open_entry_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  open_record (AMB_WINDOW (widget), "history", g_variant_get_int64 (parameter));
}

static void
draft_created_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (AmbWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbDraft) draft = amb_drafting_create_finish (AMB_CONTEXT (object), result, &error);

  if (amb_window_is_gone (self))
    return;

  if (draft == NULL)
    amb_presenter_show_error (GTK_WIDGET (self), error);
  else
    open_record (self, "drafts", amb_record_get_id (AMB_RECORD (draft)));
}

static void
new_draft_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AmbWindow *self = AMB_WINDOW (widget);

  /* An empty draft is found again, unless somebody began to write in it. */
  amb_window_flush (self);
  amb_drafting_create_async (self->context, g_variant_get_int64 (parameter), NULL, self->cancellable,
                             draft_created_cb, g_object_ref (self));
}

static void
log_conversation_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  amb_conversation_dialog_present (GTK_WINDOW (widget), AMB_WINDOW (widget)->context);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AmbPage *page = amb_window_get_page (AMB_WINDOW (widget));

  if (page != NULL)
    amb_page_search (page);
}

static void
search_stories_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AmbPage *page = amb_window_show_page (AMB_WINDOW (widget), "stories");

  if (page != NULL)
    amb_page_search (page);
}

static void
show_trouble_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  AmbWindow *self = AMB_WINDOW (widget);

  gtk_label_set_label (self->trouble_label, g_variant_get_string (parameter, NULL));
  gtk_info_bar_set_revealed (self->trouble_bar, TRUE);
}

static void
import_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GFile) file = amb_file_dialog_finish (result);

  if (file != NULL)
    amb_window_import (AMB_WINDOW (object), file);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (GtkFileFilter) filter = amb_story_pack_filter_new ();

  amb_file_dialog_open_async (widget, _("Open a Story Pack"), filter, import_chosen_cb, NULL);
}

static void
import_sample_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_autoptr (GFile) file = amb_sample_pack_find ();

  if (file == NULL)
    amb_presenter_show_toast (widget, _("The sample pack is not installed."));
  else
    amb_window_import (AMB_WINDOW (widget), file);
}

static SaveJob *
save_job_new (AmbWindow *self,
              GFile     *file)
{
  SaveJob *job = g_new0 (SaveJob, 1);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    {
      job->application = G_APPLICATION (g_object_ref (application));
      g_application_hold (job->application);
    }
  job->window = g_object_ref (self);
  job->name = g_file_get_basename (file);

  return job;
}

static void
save_job_free (SaveJob *job)
{
  if (job->application != NULL)
    g_application_release (job->application);
  g_clear_object (&job->application);
  g_object_unref (job->window);
  g_free (job->name);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveJob, save_job_free)

static void
save_job_report (SaveJob      *job,
                 const char   *format,
                 const GError *error)
{
  g_autofree char *shown = g_filename_display_name (job->name);
  g_autofree char *text = NULL;

  if (amb_window_is_gone (job->window))
    return;

  if (error != NULL)
    {
      amb_presenter_show_error (GTK_WIDGET (job->window), error);
      return;
    }

  text = g_strdup_printf (format, shown);
  amb_presenter_show_toast (GTK_WIDGET (job->window), text);
}

static void
export_log_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  amb_history_export_start (widget, AMB_WINDOW (widget)->context, g_variant_get_string (parameter, NULL));
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (SaveJob) job = data;
  g_autoptr (GError) error = NULL;

  amb_backup_run_finish (AMB_CONTEXT (object), result, &error);
  /* Translators: %s is the name of a file */
  save_job_report (job, _("Everything is saved in “%s”"), error);
}

static void
back_up_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      data)
{
  AmbWindow *self = AMB_WINDOW (object);
  g_autoptr (GFile) file = amb_file_dialog_finish (result);

  if (file != NULL)
    amb_backup_run_async (self->context, file, NULL, backed_up_cb, save_job_new (self, file));
}

static void
back_up_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autofree char *day = amb_time_to_date (amb_context_get_now (AMB_WINDOW (widget)->context), NULL);
  g_autofree char *name = g_strdup_printf ("ambassador-%s.db", day);

  amb_file_dialog_save_async (widget, _("Back Up"), name, back_up_chosen_cb, NULL);
}

/* A database that was closed stays closed: then it takes another window over the same file. Returns the window that
 * shows it. */
static GtkWidget *
open_again (AmbWindow *self)
{
  const char *path = amb_database_get_path (amb_context_get_database (self->context));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (!self->closed)
    {
      amb_window_open_database (self);
      return GTK_WIDGET (self);
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-database", "^ay", path);

  return GTK_WIDGET (gtk_application_get_active_window (application));
}

static void
open_database_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  open_again (AMB_WINDOW (widget));
}

static void
set_restoring (AmbWindow *self,
               gboolean   restoring)
{
  self->restoring = restoring;
  amb_window_update_actions (self);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (AmbWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = amb_restore_run_finish (AMB_CONTEXT (object), result, &error);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (amb_window_is_gone (self))
    return;

  set_restoring (self, FALSE);
  if (kept == NULL)
    {
      text = amb_presenter_describe (error);
      if (text != NULL)
        amb_confirm_tell (GTK_WIDGET (self), _("Nothing was restored"), text);
      return;
    }

  shown = g_filename_display_basename (kept);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Restored. The old file is kept as “%s”"), shown);
  amb_presenter_show_toast (open_again (self), text);
}

typedef struct
{
  AmbWindow *window;
  GFile     *backup; /* %NULL for the newest that the program made by itself */
} RestoreJob;

static void
restore_job_free (RestoreJob *job)
{
  g_object_unref (job->window);
  g_clear_object (&job->backup);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RestoreJob, restore_job_free)

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (RestoreJob) job = data;
  AmbWindow *self = job->window;

  amb_database_close_finish (AMB_DATABASE (object), result);
  amb_restore_run_async (self->context, job->backup, self->cancellable, restored_cb, g_object_ref (self));
}

/* The damage may have come to light while the file was open; no connection may be left when it is replaced. */
static void
begin_restore (AmbWindow *self,
               GFile     *backup)
{
  AmbDatabase *database = amb_context_get_database (self->context);
  RestoreJob *job;
  gboolean is_open;

  set_restoring (self, TRUE);
  g_object_get (database, "ready", &is_open, NULL);
  if (!is_open)
    {
      amb_restore_run_async (self->context, backup, self->cancellable, restored_cb, g_object_ref (self));
      return;
    }

  job = g_new0 (RestoreJob, 1);
  job->window = g_object_ref (self);
  g_set_object (&job->backup, backup);
  self->closed = TRUE;
  amb_import_bar_cancel (self->import_bar);
  amb_database_close_async (database, closed_cb, job);
}

static void
restore_last_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  begin_restore (AMB_WINDOW (widget), NULL);
}

/* SQLite opens files of this computer only. */
static gboolean
is_local (GtkWidget *widget,
          GFile     *file)
{
  if (g_file_peek_path (file) != NULL)
    return TRUE;

  amb_presenter_show_toast (widget, _("Choose a file on this computer."));

  return FALSE;
}

static void
backup_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GFile) file = amb_file_dialog_finish (result);

  if (file != NULL && is_local (GTK_WIDGET (object), file))
    begin_restore (AMB_WINDOW (object), file);
}

static void
restore_backup_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  amb_file_dialog_open_async (widget, _("Restore a Backup"), NULL, backup_chosen_cb, NULL);
}

static void
database_chosen_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (GFile) file = amb_file_dialog_finish (result);

  if (file != NULL && is_local (GTK_WIDGET (object), file))
    gtk_widget_activate_action (GTK_WIDGET (object), "app.open-database", "^ay", g_file_peek_path (file));
}

static void
choose_database_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  amb_file_dialog_open_async (widget, _("Choose a File with Your Data"), NULL, database_chosen_cb, NULL);
}

void
amb_window_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (klass, "win.show-navigation", NULL, show_navigation_cb);
  gtk_widget_class_install_action (klass, "win.open-story", "x", open_story_cb);
  gtk_widget_class_install_action (klass, "win.open-draft", "x", open_draft_cb);
  gtk_widget_class_install_action (klass, "win.open-entry", "x", open_entry_cb);
  gtk_widget_class_install_action (klass, "win.new-draft", "x", new_draft_cb);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "win.search-stories", NULL, search_stories_cb);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (klass, "win.import-sample", NULL, import_sample_cb);
  gtk_widget_class_install_action (klass, "win.export-log", "s", export_log_cb);
  gtk_widget_class_install_action (klass, "win.log-conversation", NULL, log_conversation_cb);
  gtk_widget_class_install_action (klass, "win.back-up", NULL, back_up_cb);
  gtk_widget_class_install_action (klass, "win.show-trouble", "s", show_trouble_cb);
  gtk_widget_class_install_action (klass, "win.open-database", NULL, open_database_cb);
  gtk_widget_class_install_action (klass, "win.choose-database", NULL, choose_database_cb);
  gtk_widget_class_install_action (klass, "win.restore-last", NULL, restore_last_cb);
  gtk_widget_class_install_action (klass, "win.restore-backup", NULL, restore_backup_cb);
}

/**
 * amb_window_update_actions:
 * @self: a window
 *
 * Offers what can be done now.
 */
void
amb_window_update_actions (AmbWindow *self)
{
  g_return_if_fail (AMB_IS_WINDOW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (actions_on_data); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions_on_data[i], self->ready);

  /* A file that is open is not to be replaced, and one that is being replaced is not to be opened. */
  for (gsize i = 0; i < G_N_ELEMENTS (actions_on_file); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions_on_file[i], !self->ready && !self->restoring);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-window-private.h"

#include <glib/gi18n-lib.h>

#include "amb-conversation-dialog.h"
#include "amb-entry-editor.h"
#include "amb-error.h"
#include "amb-persona.h"
#include "amb-presenter.h"
#include "amb-recovery.h"
#include "amb-restore.h"
#include "amb-upkeep.h"
#include "amb-welcome-window.h"

#define STACK_BLANK "blank"
#define STACK_TROUBLE "trouble"

/* A copy of the data is made when the person has found their way: not at the start, when everything is waited for. */
#define COPY_DELAY_SECONDS 60

/* What could not be brought back is tried again before the person writes much that is newer. */
#define RECOVERY_DELAY_SECONDS 10

static void
welcome_finished_cb (AmbWindow *self)
{
  g_settings_set_boolean (self->settings, "first-run-done", TRUE);
}

static void
welcome_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (AmbWindow) self = data;
  g_autoptr (AmbProfile) profile = amb_persona_load_finish (AMB_CONTEXT (object), result, NULL);
  g_autoptr (AmbProfile) empty = amb_profile_new ();
  GtkWidget *welcome;

  if (profile == NULL || amb_window_is_gone (self))
    return;

  /* Who brings their data along knows the way; who began with the steps and was interrupted does not. */
  if (!amb_profile_equal (profile, empty) && !g_settings_get_boolean (self->settings, "first-run-begun"))
    {
      welcome_finished_cb (self);
      return;
    }

  g_settings_set_boolean (self->settings, "first-run-begun", TRUE);
  welcome = amb_welcome_window_new (GTK_WINDOW (self), self->context);
  g_signal_connect_object (welcome, "finished", G_CALLBACK (welcome_finished_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (welcome));
}

static void
welcome (AmbWindow *self)
{
  if (self->settings != NULL && !g_settings_get_boolean (self->settings, "first-run-done"))
    amb_persona_load_async (self->context, self->cancellable, welcome_loaded_cb, g_object_ref (self));
}

typedef struct
{
  AmbWindow *window;
  GError    *error;
} Trouble;

static void
trouble_free (Trouble *trouble)
{
  g_object_unref (trouble->window);
  g_error_free (trouble->error);
  g_free (trouble);
}

static void
copy_found_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  Trouble *trouble = data;
  AmbWindow *self = trouble->window;
  const char *path = amb_database_get_path (amb_context_get_database (self->context));
  g_autoptr (GError) cancelled = NULL;
  gboolean has_copy = amb_restore_find_finish (AMB_CONTEXT (object), result, &cancelled);

  if (cancelled == NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    {
      amb_trouble_page_set_error (self->trouble_page, trouble->error, path, has_copy);
      gtk_stack_set_visible_child_name (self->stack, STACK_TROUBLE);
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
    }
  trouble_free (trouble);
}

/* What helps most depends on whether there is a copy. */
static void
show_database_error (AmbWindow    *self,
                     const GError *error)
{
  Trouble *trouble = g_new0 (Trouble, 1);

  *trouble = (Trouble) { g_object_ref (self), g_error_copy (error) };
  self->ready = FALSE;
  amb_window_update_actions (self);
  amb_restore_find_async (self->context, self->cancellable, copy_found_cb, trouble);
}

static void
upkeep_done_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (AmbWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (amb_upkeep_run_finish (AMB_CONTEXT (object), result, &error))
    return;

  if (g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED) && self->ready)
    show_database_error (self, error);
  else
    g_debug ("No copy was kept: %s", error->message);
}

static gboolean
keep_copy_cb (gpointer data)
{
  AmbWindow *self = data;

  self->copy_source = 0;
  amb_upkeep_run_async (self->context, self->cancellable, upkeep_done_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void recover (AmbWindow *self, gboolean again);

static gboolean
recover_again_cb (gpointer data)
{
  AmbWindow *self = data;

  self->recovery_source = 0;
  if (self->ready)
    recover (self, TRUE);

  return G_SOURCE_REMOVE;
}

/* It is tried again as long as it fails; the person is told once. */
static void
take_recovery_error (AmbWindow    *self,
                     const GError *error)
{
  if (!self->told_of_recovery)
    amb_presenter_show_error (GTK_WIDGET (self), error);
  self->told_of_recovery = TRUE;

  if (g_error_matches (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED) && self->recovery_source == 0)
    self->recovery_source = g_timeout_add_seconds (RECOVERY_DELAY_SECONDS, recover_again_cb, self);
}

static void
editor_saved_cb (AmbWindow *self,
                 gint64     entry_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "x", entry_id);
}

static void
resume_entry (AmbWindow        *self,
              const AmbUnsaved *begun)
{
  GtkWidget *editor = amb_entry_editor_resume (GTK_WINDOW (self), self->context, amb_unsaved_get_entry (begun),
                                               amb_unsaved_get_before (begun));

  g_signal_connect_object (editor, "saved", G_CALLBACK (editor_saved_cb), self, G_CONNECT_SWAPPED);
}

/* What they had not finished stands there again as it was. */
static void
resume (AmbWindow        *self,
        const AmbUnsaved *begun)
{
  if (begun->kind == &amb_recovery_conversation)
    amb_conversation_dialog_resume (GTK_WINDOW (self), self->context, amb_unsaved_get_entry (begun));
  else
    resume_entry (self, begun);
}

static void
recovered_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AmbWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) begun = NULL;
  guint n_texts = amb_recovery_apply_finish (AMB_CONTEXT (object), result, &begun, &error);
  g_autofree char *text = NULL;

  if (amb_window_is_gone (self))
    return;

  if (n_texts > 0)
    {
      text = g_strdup_printf (ngettext ("A text that was not saved is back.",
                                        "%u texts that were not saved are back.", n_texts), n_texts);
      amb_presenter_show_toast (GTK_WIDGET (self), text);
    }
  if (error != NULL)
    take_recovery_error (self, error);
  for (guint i = 0; i < begun->len; i++)
    resume (self, g_ptr_array_index (begun, i));
}

static void
recover (AmbWindow *self,
         gboolean   again)
{
  amb_recovery_apply_async (self->context, again, self->cancellable, recovered_cb, g_object_ref (self));
}

static void
database_opened_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (AmbWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = amb_database_open_finish (AMB_DATABASE (object), result, &error);
  gboolean has_errand = self->pending->len > 0 || self->pending_files->len > 0;

  if (amb_window_is_gone (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!opened)
    {
      show_database_error (self, error);
      return;
    }

  self->ready = TRUE;
  recover (self, FALSE);
  if (amb_database_get_remote (AMB_DATABASE (object)))
    amb_presenter_show_toast (GTK_WIDGET (self), _("Your data is on another computer: use it from one place at a time."));
  amb_window_update_actions (self);
  /* It may have been open before, until it showed damage. */
  g_clear_object (&self->waiting);
  self->waiting = amb_waiting_new (self->context);
  amb_window_bind_counts (self);
  g_clear_handle_id (&self->copy_source, g_source_remove);
  self->copy_source = g_timeout_add_seconds (COPY_DELAY_SECONDS, keep_copy_cb, self);
  amb_window_show_page (self, self->page);
  amb_window_run_pending (self);
  /* Who came for something, such as a pack they opened, is not kept from it: they are welcomed the next time. */
  if (!has_errand)
    welcome (self);
}

/**
 * amb_window_open_database:
 * @self: a window
 *
 * Opens the database, at the start or once more after trouble.
 */
void
amb_window_open_database (AmbWindow *self)
{
  g_return_if_fail (AMB_IS_WINDOW (self));

  if (self->ready)
    return;

  gtk_stack_set_visible_child_name (self->stack, STACK_BLANK);
  amb_database_open_async (amb_context_get_database (self->context), self->cancellable, database_opened_cb,
                           g_object_ref (self));
}

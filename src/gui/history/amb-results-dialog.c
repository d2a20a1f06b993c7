/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-results-dialog.h"

#include "amb-date-row.h"
#include "amb-form.h"
#include "amb-logbook.h"
#include "amb-number-row.h"
#include "amb-presenter.h"

#define N_NUMBERS 5

/**
 * AmbResultsDialog:
 *
 * Asks what an entry has brought up to now: one number or more, as the channel shows them.
 */
struct _AmbResultsDialog
{
  AdwWindow     parent_instance;

  /* Template widgets */
  AmbDateRow   *at;
  AmbNumberRow *views;
  AmbNumberRow *reactions;
  AmbNumberRow *comments;
  AmbNumberRow *reshares;
  AmbNumberRow *clicks;
  GtkWidget    *form;
  GtkWidget    *save_button;

  AmbContext   *context;
  AmbEntry     *entry;
  gboolean      saving;
};

G_DEFINE_FINAL_TYPE (AmbResultsDialog, amb_results_dialog, ADW_TYPE_WINDOW)

static gboolean
is_complete (AmbResultsDialog *self)
{
  AmbNumberRow * const rows[N_NUMBERS] = { self->views, self->reactions, self->comments, self->reshares, self->clicks };
  gboolean any = FALSE;

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      if (!amb_number_row_get_valid (rows[i]))
        return FALSE;
      any = any || amb_number_row_get_number (rows[i]) >= 0;
    }

  return any;
}

static void
row_changed_cb (AmbResultsDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, is_complete (self) && !self->saving);
}

static void
set_saving (AmbResultsDialog *self,
            gboolean          saving)
{
  self->saving = saving;
  amb_form_set_busy (self->form, saving);
  row_changed_cb (self);
}

static void
save_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbResultsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_save_finish (AMB_CONTEXT (object), result, &error);

  if (entry != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  amb_presenter_show_error (GTK_WIDGET (self), error);
  set_saving (self, FALSE);
}

static void
save_clicked_cb (AmbResultsDialog *self)
{
  g_autoptr (AmbEntry) copy = amb_entry_copy (self->entry);
  const AmbResult result = {
    .at = amb_date_row_get_time (self->at),
    .views = amb_number_row_get_number (self->views),
    .reactions = amb_number_row_get_number (self->reactions),
    .comments = amb_number_row_get_number (self->comments),
    .reshares = amb_number_row_get_number (self->reshares),
    .clicks = amb_number_row_get_number (self->clicks),
  };

  if (!is_complete (self) || self->saving)
    return;

  set_saving (self, TRUE);
  amb_entry_add_result (copy, &result);
  amb_logbook_change_async (self->context, self->entry, copy, NULL, save_cb, g_object_ref (self));
}

/* What is being saved is on its way: the dialog waits for it, to say when it fails. */
static gboolean
amb_results_dialog_close_request (GtkWindow *window)
{
  return AMB_RESULTS_DIALOG (window)->saving ||
         GTK_WINDOW_CLASS (amb_results_dialog_parent_class)->close_request (window);
}

static void
amb_results_dialog_dispose (GObject *object)
{
  AmbResultsDialog *self = AMB_RESULTS_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (amb_results_dialog_parent_class)->dispose (object);
}

static void
amb_results_dialog_class_init (AmbResultsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_results_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = amb_results_dialog_close_request;

  g_type_ensure (AMB_TYPE_DATE_ROW);
  g_type_ensure (AMB_TYPE_NUMBER_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-results-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, at);
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, views);
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, reactions);
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, comments);
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, reshares);
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, clicks);
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, form);
  gtk_widget_class_bind_template_child (widget_class, AmbResultsDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
amb_results_dialog_init (AmbResultsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_results_dialog_new:
 * @parent: (nullable): the window that asks
 * @context: where entries are kept
 * @entry: an entry that was loaded whole; it is not changed itself
 *
 * Makes a dialog that adds numbers to an entry.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
amb_results_dialog_new (GtkWindow  *parent,
                        AmbContext *context,
                        AmbEntry   *entry)
{
  AmbResultsDialog *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (AMB_IS_ENTRY (entry), NULL);

  self = g_object_new (AMB_TYPE_RESULTS_DIALOG, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  self->entry = g_object_ref (entry);
  amb_date_row_set_time (self->at, amb_context_get_now (context));
  row_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * amb_results_dialog_present:
 * @parent: (nullable): the window that asks
 * @context: where entries are kept
 * @entry: an entry that was loaded whole; it is not changed itself
 *
 * Asks for numbers, and adds them to an entry.
 */
void
amb_results_dialog_present (GtkWindow  *parent,
                            AmbContext *context,
                            AmbEntry   *entry)
{
  gtk_window_present (GTK_WINDOW (amb_results_dialog_new (parent, context, entry)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-history-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amb-confirm.h"
#include "amb-file-dialog.h"
#include "amb-format.h"
#include "amb-logbook.h"
#include "amb-presenter.h"

#define PULSE_MILLISECONDS 150

/* An export under way, with the dialog that shows so. */
typedef struct
{
  GtkWidget    *widget;
  AmbContext   *context;
  char         *format;
  GFile        *file; /* %NULL until it is chosen */
  GCancellable *cancellable;
  GtkWindow    *dialog;
  guint         pulse_id;
} Export;

static Export *
make_export (GtkWidget  *widget,
             AmbContext *context,
             const char *format)
{
  Export *export = g_new0 (Export, 1);

  export->widget = g_object_ref (widget);
  export->context = g_object_ref (context);
  export->format = g_strdup (format);
  export->cancellable = g_cancellable_new ();

  return export;
}

static void
export_free (Export *export)
{
  g_clear_handle_id (&export->pulse_id, g_source_remove);
  if (export->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (export->dialog, export);
      gtk_window_destroy (export->dialog);
    }
  g_clear_object (&export->dialog);
  g_clear_object (&export->file);
  g_object_unref (export->widget);
  g_object_unref (export->context);
  g_object_unref (export->cancellable);
  g_free (export->format);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (data);

  return G_SOURCE_CONTINUE;
}

static void
dialog_response_cb (Export *export)
{
  /* The dialog closes itself after an answer; the export answers as soon as it has stopped. */
  g_clear_object (&export->dialog);
  g_clear_handle_id (&export->pulse_id, g_source_remove);
  g_cancellable_cancel (export->cancellable);
}

static void
show_dialog (Export *export)
{
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkRoot *root = gtk_widget_get_root (export->widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Exporting Your History"), -1);
  amb_confirm_set_words (ADW_MESSAGE_DIALOG (dialog), _("Exporting Your History"), NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), bar);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (dialog_response_cb), export);

  /* The window may go away with the dialog before the export is done. */
  export->dialog = g_object_ref (GTK_WINDOW (dialog));
  export->pulse_id = g_timeout_add_full (G_PRIORITY_DEFAULT, PULSE_MILLISECONDS, pulse_cb, g_object_ref (bar),
                                         g_object_unref);
  gtk_window_present (export->dialog);
}

static void
export_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  gint64 n_records = amb_logbook_export_finish (AMB_CONTEXT (object), result, &error);
  g_autofree char *number = amb_format_number (n_records);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (n_records < 0)
    {
      amb_presenter_show_file_error (export->widget, error, export->file);
      return;
    }

  text = g_strdup_printf (ngettext ("%s entry exported", "%s entries exported", (gulong) n_records), number);
  amb_presenter_show_toast (export->widget, text);
}

static void
save_dialog_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GFile) file = amb_file_dialog_finish (result);

  if (file != NULL)
    amb_history_export_to_file (export->widget, export->context, export->format, file);
}

/**
 * amb_history_export_start:
 * @widget: a widget of the window
 * @context: where the log is
 * @format: "csv" or "json"
 *
 * Asks where to write the log, and writes it there.
 */
void
amb_history_export_start (GtkWidget  *widget,
                          AmbContext *context,
                          const char *format)
{
  /* Translators: the name of a file that is offered, without spaces */
  g_autofree char *name = g_strconcat (_("sharing-log"), ".", format, NULL);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  amb_file_dialog_save_async (widget, _("Export History"), name, save_dialog_cb, make_export (widget, context, format));
}

/**
 * amb_history_export_to_file:
 * @widget: a widget of the window
 * @context: where the log is
 * @format: "csv" or "json"
 * @file: the file
 *
 * Writes the log to a file, and shows that it does; the person can stop it.
 */
void
amb_history_export_to_file (GtkWidget  *widget,
                            AmbContext *context,
                            const char *format,
                            GFile      *file)
{
  Export *export;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  export = make_export (widget, context, format);
  export->file = g_object_ref (file);
  show_dialog (export);
  amb_logbook_export_async (context, file, format, export->cancellable, export_cb, export);
}

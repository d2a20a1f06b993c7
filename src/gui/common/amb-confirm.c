/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-confirm.h"

#include <glib/gi18n-lib.h>

#define RESPONSE_CANCEL "cancel"
#define RESPONSE_ACTION "action"

/* A window that finishes its work out of sight lets the one it belongs to speak. */
static GtkWindow *
find_parent (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !gtk_widget_get_visible (GTK_WIDGET (window)))
    window = gtk_window_get_transient_for (window);

  return window;
}

/**
 * amb_confirm_set_words:
 * @dialog: a dialog
 * @heading: what it is about
 * @body: (nullable): what there is to know
 *
 * Writes the heading above the body, in one label. libadwaita's own heading is two labels, of which it shows the one
 * that fits and measures both for the width of the other: GTK 4.18 warns of that.
 */
void
amb_confirm_set_words (AdwMessageDialog *dialog,
                       const char       *heading,
                       const char       *body)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));
  g_return_if_fail (heading != NULL);

  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  adw_message_dialog_format_body_markup (dialog, "<span size=\"130%%\" weight=\"heavy\">%s</span>%s%s", heading,
                                         body == NULL ? "" : "\n\n", body == NULL ? "" : body);
}

static AdwMessageDialog *
make_dialog (GtkWidget  *widget,
             const char *heading,
             const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (find_parent (widget), NULL, NULL));

  amb_confirm_set_words (dialog, heading, body);

  return dialog;
}

typedef struct
{
  GTask    *task;
  gboolean  wanted;
} Question;

/* The answer may be the end of the window that asked, and of the program. GTK holds on to the dialog a little longer, and
 * it must not look for a parent that is gone by then. */
static void
dialog_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    Question         *question)
{
  question->wanted = g_str_equal (response, RESPONSE_ACTION);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The dialog is gone: with an answer, or with the program. */
static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_task_return_boolean (question->task, question->wanted);
  g_object_unref (question->task);
  g_free (question);
}

/**
 * amb_confirm_async:
 * @widget: a widget of the window that asks
 * @heading: the question
 * @body: (nullable): what will happen
 * @action: the word on the button, with a mnemonic
 * @destructive: whether something is lost
 * @callback: called when the person answered
 * @data: for @callback
 *
 * Asks before something that cannot be undone.
 */
void
amb_confirm_async (GtkWidget           *widget,
                   const char          *heading,
                   const char          *body,
                   const char          *action,
                   gboolean             destructive,
                   GAsyncReadyCallback  callback,
                   gpointer             data)
{
  AdwMessageDialog *dialog;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (heading != NULL);
  g_return_if_fail (action != NULL);

  question = g_new0 (Question, 1);
  question->task = g_task_new (widget, NULL, callback, data);
  g_task_set_source_tag (question->task, amb_confirm_async);

  dialog = make_dialog (widget, heading, body);
  adw_message_dialog_add_responses (dialog, RESPONSE_CANCEL, _("_Cancel"), RESPONSE_ACTION, action, NULL);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE_ACTION,
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, RESPONSE_CANCEL);
  adw_message_dialog_set_default_response (dialog, destructive ? RESPONSE_CANCEL : RESPONSE_ACTION);
  g_signal_connect_data (dialog, "response", G_CALLBACK (dialog_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * amb_confirm_finish:
 * @result: what the callback got
 *
 * Tells what the person answered.
 *
 * Returns: %TRUE when they want it
 */
gboolean
amb_confirm_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, amb_confirm_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * amb_confirm_tell:
 * @widget: a widget of the window that says it
 * @heading: what it is about
 * @body: one sentence
 *
 * Says one thing that has to be read.
 */
void
amb_confirm_tell (GtkWidget  *widget,
                  const char *heading,
                  const char *body)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  dialog = make_dialog (widget, heading, body);
  adw_message_dialog_add_response (dialog, RESPONSE_CANCEL, _("_Close"));
  adw_message_dialog_set_close_response (dialog, RESPONSE_CANCEL);
  gtk_window_present (GTK_WINDOW (dialog));
}

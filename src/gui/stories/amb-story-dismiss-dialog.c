/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-dismiss-dialog.h"

#include <glib/gi18n-lib.h>

#include "amb-confirm.h"

/**
 * AmbStoryDismissDialog:
 *
 * Asks why a story is not for somebody. Emits #AdwMessageDialog::response with "dismiss" or "cancel".
 */
struct _AmbStoryDismissDialog
{
  AdwMessageDialog  parent_instance;

  /* Template widgets */
  GtkCheckButton   *subject;
  GtkCheckButton   *opinion;
  GtkCheckButton   *evidence;
  GtkEditable      *words;
};

G_DEFINE_FINAL_TYPE (AmbStoryDismissDialog, amb_story_dismiss_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
amb_story_dismiss_dialog_class_init (AmbStoryDismissDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-dismiss-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryDismissDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryDismissDialog, opinion);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryDismissDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryDismissDialog, words);
}

static void
amb_story_dismiss_dialog_init (AmbStoryDismissDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  amb_confirm_set_words (ADW_MESSAGE_DIALOG (self), _("Not for You?"),
                         _("The story stays in the list, greyed. Only you see why."));
}

/**
 * amb_story_dismiss_dialog_new:
 * @parent: (nullable): the window it belongs to
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the dialog; it goes when it is closed
 */
GtkWidget *
amb_story_dismiss_dialog_new (GtkWindow *parent)
{
  return g_object_new (AMB_TYPE_STORY_DISMISS_DIALOG, "transient-for", parent, NULL);
}

/**
 * amb_story_dismiss_dialog_get_reason:
 * @self: the dialog
 *
 * Gets the reason: the person's own words where there are some, else the reason they chose.
 *
 * Returns: (transfer none): the reason, never empty
 */
const char *
amb_story_dismiss_dialog_get_reason (AmbStoryDismissDialog *self)
{
  const char *words;

  g_return_val_if_fail (AMB_IS_STORY_DISMISS_DIALOG (self), NULL);

  words = gtk_editable_get_text (self->words);
  if (*words != '\0')
    return words;
  if (gtk_check_button_get_active (self->opinion))
    return gtk_check_button_get_label (self->opinion);
  if (gtk_check_button_get_active (self->evidence))
    return gtk_check_button_get_label (self->evidence);

  return gtk_check_button_get_label (self->subject);
}

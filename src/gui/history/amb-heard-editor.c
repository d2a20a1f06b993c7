/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-heard-editor.h"

#include <glib/gi18n-lib.h>

#include "amb-form.h"
#include "amb-format.h"
#include "amb-suggest-row.h"
#include "amb-text-row.h"
#include "amb-tone-picker.h"
#include "amb-tone.h"

/**
 * AmbHeardEditor:
 *
 * A row that opens to edit something that was heard.
 */
struct _AmbHeardEditor
{
  AdwExpanderRow parent_instance;

  /* Template widgets */
  GtkWidget     *remove_button;
  AmbTonePicker *tone;

  AmbHeard      *heard;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbHeardEditor, amb_heard_editor, ADW_TYPE_EXPANDER_ROW)

static const char * const text_names[] = { "quote", "group", "name", "value", "cause", "action", NULL };

/* Title and subtitle of a row are markup. */
static void
update_titles (AmbHeardEditor *self)
{
  const char *quote = amb_heard_get_text (self->heard, AMB_HEARD_QUOTE);
  const char *name = quote == NULL ? _("Something heard") : quote;
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *removal = amb_format_removal (name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), amb_tone_get_label (amb_heard_get_tone (self->heard)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
}

static void
remove_clicked_cb (AmbHeardEditor *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
amb_heard_editor_dispose (GObject *object)
{
  AmbHeardEditor *self = AMB_HEARD_EDITOR (object);

  if (self->heard != NULL)
    g_signal_handlers_disconnect_by_data (self->heard, self);
  g_clear_object (&self->heard);

  G_OBJECT_CLASS (amb_heard_editor_parent_class)->dispose (object);
}

static void
amb_heard_editor_class_init (AmbHeardEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_heard_editor_dispose;

  /**
   * AmbHeardEditor::removed:
   * @self: a row
   *
   * The person takes it away.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (AMB_TYPE_SUGGEST_ROW);
  g_type_ensure (AMB_TYPE_TEXT_ROW);
  g_type_ensure (AMB_TYPE_TONE_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-heard-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbHeardEditor, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AmbHeardEditor, tone);
  for (guint i = 0; text_names[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, text_names[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
amb_heard_editor_init (AmbHeardEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gpointer
get_row (AmbHeardEditor *self,
         const char     *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), AMB_TYPE_HEARD_EDITOR, name);
}

/**
 * amb_heard_editor_new:
 * @heard: what was heard; it changes as the person types
 * @groups: suggestions for who said it
 * @values: suggestions for what it is about
 *
 * Makes a row that edits something that was heard.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_heard_editor_new (AmbHeard   *heard,
                      GListModel *groups,
                      GListModel *values)
{
  AmbHeardEditor *self = g_object_new (AMB_TYPE_HEARD_EDITOR, NULL);

  g_return_val_if_fail (AMB_IS_HEARD (heard), GTK_WIDGET (self));

  self->heard = g_object_ref (heard);
  amb_form_bind_texts (GTK_WIDGET (self), AMB_TYPE_HEARD_EDITOR, heard, text_names);
  g_object_bind_property (heard, "tone", self->tone, "tone", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  amb_suggest_row_set_suggestions (get_row (self, "group"), groups);
  amb_suggest_row_set_suggestions (get_row (self, "value"), values);
  g_signal_connect_object (heard, "notify", G_CALLBACK (update_titles), self, G_CONNECT_SWAPPED);
  update_titles (self);

  return GTK_WIDGET (self);
}

/**
 * amb_heard_editor_get_heard:
 * @self: a row
 *
 * Gets what it edits.
 *
 * Returns: (transfer none): what was heard
 */
AmbHeard *
amb_heard_editor_get_heard (AmbHeardEditor *self)
{
  g_return_val_if_fail (AMB_IS_HEARD_EDITOR (self), NULL);

  return self->heard;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-conversation-dialog.h"

#include <glib/gi18n-lib.h>

#include "amb-confirm.h"
#include "amb-date-row.h"
#include "amb-entry-keeper.h"
#include "amb-entry-removal.h"
#include "amb-form.h"
#include "amb-heard-suggestions.h"
#include "amb-kind-choice.h"
#include "amb-logbook.h"
#include "amb-presenter.h"
#include "amb-story-field.h"
#include "amb-suggest-row.h"
#include "amb-text-row.h"
#include "amb-tone-picker.h"

#define EDIT_FLAGS (G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)

/**
 * AmbConversationDialog:
 *
 * Logs a conversation in twenty seconds: with whom, what about, what was heard. All the rest has a sensible beginning.
 */
struct _AmbConversationDialog
{
  AdwWindow       parent_instance;

  /* Template widgets; the rows of texts are found by the names of their properties */
  AdwComboRow    *kind;
  AmbDateRow     *at;
  AmbTonePicker  *tone;
  AmbStoryField  *stories;
  GtkWidget      *form;
  GtkWidget      *save_button;

  AmbContext     *context;
  AmbEntry       *entry;
  AmbHeard       *heard; /* of the entry, and alone in it */
  AmbEntryKeeper *keeper;
  gboolean        saving;
};

G_DEFINE_FINAL_TYPE (AmbConversationDialog, amb_conversation_dialog, ADW_TYPE_WINDOW)

static const char * const entry_names[] = { "with", "text", "place", NULL };
static const char * const heard_names[] = { "quote", "value", NULL };

static gpointer
get_row (AmbConversationDialog *self,
         const char            *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), AMB_TYPE_CONVERSATION_DIALOG, name);
}

static gboolean
has_heard (AmbConversationDialog *self)
{
  return amb_heard_get_text (self->heard, AMB_HEARD_QUOTE) != NULL ||
         amb_heard_get_text (self->heard, AMB_HEARD_VALUE) != NULL;
}

static gboolean
has_content (AmbConversationDialog *self)
{
  return amb_entry_get_text (self->entry, AMB_ENTRY_WITH) != NULL ||
         amb_entry_get_text (self->entry, AMB_ENTRY_TEXT) != NULL ||
         amb_entry_get_text (self->entry, AMB_ENTRY_PLACE) != NULL ||
         amb_entry_get_stories (self->entry)->len > 0 || has_heard (self);
}

static void
update_save (AmbConversationDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, has_content (self) && !self->saving);
}

static void
set_saving (AmbConversationDialog *self,
            gboolean               saving)
{
  self->saving = saving;
  amb_form_set_busy (self->form, saving);
  update_save (self);
}

static void
kind_notify_selected_cb (AmbConversationDialog *self)
{
  if (self->entry != NULL)
    amb_entry_set_kind (self->entry, amb_kind_choice_get_kind (self->kind));
}

static void
save_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbConversationDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_save_finish (AMB_CONTEXT (object), result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (entry == NULL)
    {
      amb_presenter_show_error (GTK_WIDGET (self), error);
      set_saving (self, FALSE);
      return;
    }

  amb_entry_keeper_finish (self->keeper);
  /* The dialog goes: the window behind it says so. */
  if (parent != NULL)
    amb_entry_removal_offer (GTK_WIDGET (parent), self->context, amb_record_get_id (AMB_RECORD (entry)), _("It is in your history"));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What was heard belongs to the group the person spoke with; nothing heard leaves no trace. */
static AmbEntry *
make_entry (AmbConversationDialog *self)
{
  AmbEntry *entry = amb_entry_copy (self->entry);
  g_autoptr (AmbHeard) heard = g_list_model_get_item (G_LIST_MODEL (amb_entry_get_heard (entry)), 0);

  amb_entry_set_zone_offset (entry, amb_form_get_zone (amb_entry_get_at (entry)));
  amb_heard_set_text (heard, AMB_HEARD_GROUP, amb_entry_get_text (entry, AMB_ENTRY_WITH));
  amb_heard_set_at (heard, amb_entry_get_at (entry));
  if (!has_heard (self))
    g_list_store_remove_all (amb_entry_get_heard (entry));

  return entry;
}

static void
save_entry (AmbConversationDialog *self)
{
  g_autoptr (AmbEntry) entry = NULL;

  if (!has_content (self) || self->saving)
    return;

  set_saving (self, TRUE);
  entry = make_entry (self);
  amb_logbook_save_async (self->context, entry, NULL, save_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save_entry (AMB_CONVERSATION_DIALOG (widget));
}

static void
confirm_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  if (!amb_confirm_finish (result))
    return;

  amb_entry_keeper_finish (AMB_CONVERSATION_DIALOG (object)->keeper);
  gtk_window_destroy (GTK_WINDOW (object));
}

static gboolean
amb_conversation_dialog_close_request (GtkWindow *window)
{
  AmbConversationDialog *self = AMB_CONVERSATION_DIALOG (window);

  if (self->saving)
    return TRUE;
  if (!has_content (self))
    {
      amb_entry_keeper_finish (self->keeper);
      return GTK_WINDOW_CLASS (amb_conversation_dialog_parent_class)->close_request (window);
    }

  amb_confirm_async (GTK_WIDGET (self), _("Discard This Conversation?"), _("What you wrote down will be lost."),
                     _("_Discard"), TRUE, confirm_cb, NULL);

  return TRUE;
}

static void
amb_conversation_dialog_dispose (GObject *object)
{
  AmbConversationDialog *self = AMB_CONVERSATION_DIALOG (object);

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  if (self->heard != NULL)
    g_signal_handlers_disconnect_by_data (self->heard, self);
  g_clear_object (&self->keeper);
  g_clear_object (&self->entry);
  g_clear_object (&self->heard);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_conversation_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-conversation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbConversationDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, AmbConversationDialog, at);
  gtk_widget_class_bind_template_child (widget_class, AmbConversationDialog, tone);
  gtk_widget_class_bind_template_child (widget_class, AmbConversationDialog, stories);
  gtk_widget_class_bind_template_child (widget_class, AmbConversationDialog, form);
  gtk_widget_class_bind_template_child (widget_class, AmbConversationDialog, save_button);
  for (guint i = 0; entry_names[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, entry_names[i], FALSE, 0);
  for (guint i = 0; heard_names[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, heard_names[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, kind_notify_selected_cb);
}

static void
amb_conversation_dialog_class_init (AmbConversationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_conversation_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = amb_conversation_dialog_close_request;

  g_type_ensure (AMB_TYPE_DATE_ROW);
  g_type_ensure (AMB_TYPE_STORY_FIELD);
  g_type_ensure (AMB_TYPE_SUGGEST_ROW);
  g_type_ensure (AMB_TYPE_TEXT_ROW);
  g_type_ensure (AMB_TYPE_TONE_PICKER);
  gtk_widget_class_install_action (widget_class, "conversation.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
amb_conversation_dialog_init (AmbConversationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The list of what was heard has one, to write in. */
static void
start_heard (AmbConversationDialog *self)
{
  GListStore *heard = amb_entry_get_heard (self->entry);

  self->heard = g_list_model_get_item (G_LIST_MODEL (heard), 0);
  if (self->heard != NULL)
    return;

  self->heard = amb_heard_new ();
  g_list_store_append (heard, self->heard);
}

static void
fill_rows (AmbConversationDialog *self)
{
  g_autoptr (GListModel) groups = amb_heard_suggestions_list_groups ();
  g_autoptr (GListModel) values = amb_heard_suggestions_list_values (self->context);

  amb_form_bind_texts (GTK_WIDGET (self), AMB_TYPE_CONVERSATION_DIALOG, self->entry, entry_names);
  amb_form_bind_texts (GTK_WIDGET (self), AMB_TYPE_CONVERSATION_DIALOG, self->heard, heard_names);
  g_object_bind_property (self->entry, "at", self->at, "time", EDIT_FLAGS);
  g_object_bind_property (self->heard, "tone", self->tone, "tone", EDIT_FLAGS);
  amb_kind_choice_fill (self->kind, NULL, TRUE, amb_entry_get_kind (self->entry));
  amb_story_field_edit (self->stories, self->context, self->entry);
  amb_suggest_row_set_suggestions (get_row (self, "with"), groups);
  amb_suggest_row_set_suggestions (get_row (self, "value"), values);
}

static AmbConversationDialog *
make_dialog (GtkWindow  *parent,
             AmbContext *context,
             AmbEntry   *entry)
{
  AmbConversationDialog *self = g_object_new (AMB_TYPE_CONVERSATION_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->entry = g_object_ref (entry);
  start_heard (self);
  fill_rows (self);
  self->keeper = amb_entry_keeper_new (context, &amb_recovery_conversation, entry);
  g_signal_connect_object (self->keeper, "not-kept", G_CALLBACK (amb_presenter_show_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "notify", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->heard, "notify", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  update_save (self);
  amb_form_grab_focus (get_row (self, "with"));

  return self;
}

/**
 * amb_conversation_dialog_new:
 * @parent: (nullable): the window that asks
 * @context: where entries are kept
 *
 * Makes a dialog that logs a conversation.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
amb_conversation_dialog_new (GtkWindow  *parent,
                             AmbContext *context)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);

  amb_record_set_id (AMB_RECORD (entry), amb_context_make_id (context));
  amb_entry_set_at (entry, amb_context_get_now (context));
  amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_online (entry, FALSE);

  return GTK_WIDGET (make_dialog (parent, context, entry));
}

/**
 * amb_conversation_dialog_present:
 * @parent: (nullable): the window that asks
 * @context: where entries are kept
 *
 * Lets the person log a conversation.
 */
void
amb_conversation_dialog_present (GtkWindow  *parent,
                                 AmbContext *context)
{
  gtk_window_present (GTK_WINDOW (amb_conversation_dialog_new (parent, context)));
}

/**
 * amb_conversation_dialog_resume:
 * @parent: (nullable): the window that was open
 * @context: where entries are kept
 * @entry: a conversation that the person had begun to log when the program ended
 *
 * Lets the person go on.
 */
void
amb_conversation_dialog_resume (GtkWindow  *parent,
                                AmbContext *context,
                                AmbEntry   *entry)
{
  AmbConversationDialog *self;

  g_return_if_fail (AMB_IS_CONTEXT (context));
  g_return_if_fail (AMB_IS_ENTRY (entry));

  self = make_dialog (parent, context, entry);
  gtk_window_present (GTK_WINDOW (self));
  if (has_content (self))
    amb_presenter_show_toast (GTK_WIDGET (self), _("You had not saved this yet: here it is again."));
  else
    gtk_window_close (GTK_WINDOW (self));
}

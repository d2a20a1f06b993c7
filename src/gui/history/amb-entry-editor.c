/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-editor.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-choice.h"
#include "amb-confirm.h"
#include "amb-date-row.h"
#include "amb-entry-keeper.h"
#include "amb-form.h"
#include "amb-heard-editor.h"
#include "amb-heard-suggestions.h"
#include "amb-kind-choice.h"
#include "amb-language-row.h"
#include "amb-logbook.h"
#include "amb-number-row.h"
#include "amb-presenter.h"
#include "amb-story-field.h"
#include "amb-suggest-row.h"
#include "amb-text-row.h"

#define EDIT_FLAGS (G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)

/**
 * AmbEntryEditor:
 *
 * A form with everything an entry can hold. It works on a copy, and stores it when the person says so.
 */
struct _AmbEntryEditor
{
  AdwWindow            parent_instance;

  /* Template widgets; the rows of texts are found by the names of their properties */
  AdwComboRow         *kind;
  AdwComboRow         *channel;
  AmbDateRow          *at;
  AmbDateRow          *follow_up_at;
  AmbNumberRow        *reached;
  AmbNumberRow        *reached_indirectly;
  AmbStoryField       *stories;
  AdwPreferencesGroup *heard;
  GtkEditable         *tags;
  GtkSwitch           *online;
  GtkSwitch           *private;
  GtkWidget           *form;
  GtkWidget           *save_button;

  AmbContext          *context;
  AmbEntry            *entry;
  AmbEntry            *before; /* %NULL for a new one */
  AmbEntryKeeper      *keeper;
  GListModel          *groups;
  GListModel          *values;
  gboolean             changed;
  gboolean             saving;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbEntryEditor, amb_entry_editor, ADW_TYPE_WINDOW)

static const char * const text_names[] = {
  "title", "text", "place", "link", "with", "audience", "language", "follow-up", "outcome", "evidence", "reward", NULL
};

static void
note_change (AmbEntryEditor *self)
{
  self->changed = TRUE;
}

static void
update_save (AmbEntryEditor *self)
{
  gtk_widget_set_sensitive (self->save_button, amb_number_row_get_valid (self->reached) &&
                            amb_number_row_get_valid (self->reached_indirectly) && !self->saving);
}

static void
set_saving (AmbEntryEditor *self,
            gboolean        saving)
{
  self->saving = saving;
  amb_form_set_busy (self->form, saving);
  update_save (self);
}

static void
kind_notify_selected_cb (AmbEntryEditor *self)
{
  AmbEntryKind kind;

  if (self->entry == NULL)
    return;

  kind = amb_kind_choice_get_kind (self->kind);
  if (kind == amb_entry_get_kind (self->entry))
    return;

  amb_entry_set_kind (self->entry, kind);
  amb_entry_set_online (self->entry, amb_entry_kind_is_online (kind));
}

static void
channel_notify_selected_cb (AmbEntryEditor *self)
{
  if (self->entry != NULL)
    amb_entry_set_text (self->entry, AMB_ENTRY_CHANNEL, amb_choice_row_get_id (self->channel));
}

static void
tags_changed_cb (AmbEntryEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (self->tags), ",", -1);
  g_auto (GStrv) tags = NULL;

  if (self->entry == NULL)
    return;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        g_strv_builder_add (builder, parts[i]);
    }
  tags = g_strv_builder_end (builder);
  amb_entry_set_tags (self->entry, (const char * const *) tags);
}

static void
heard_removed_cb (AmbEntryEditor *self,
                  AmbHeardEditor *row)
{
  GListStore *heard = amb_entry_get_heard (self->entry);
  guint position;

  if (g_list_store_find (heard, amb_heard_editor_get_heard (row), &position))
    g_list_store_remove (heard, position);
  adw_preferences_group_remove (self->heard, GTK_WIDGET (row));
}

static GtkWidget *
add_heard_row (AmbEntryEditor *self,
               AmbHeard       *heard)
{
  GtkWidget *row = amb_heard_editor_new (heard, self->groups, self->values);

  g_signal_connect_object (row, "removed", G_CALLBACK (heard_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (heard, "notify", G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->heard, row);

  return row;
}

static void
add_heard_clicked_cb (AmbEntryEditor *self)
{
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  GtkWidget *row;

  amb_heard_set_at (heard, amb_entry_get_at (self->entry));
  amb_heard_set_text (heard, AMB_HEARD_GROUP, amb_entry_get_text (self->entry, AMB_ENTRY_WITH));
  g_list_store_append (amb_entry_get_heard (self->entry), heard);
  row = add_heard_row (self, heard);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
save_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbEntryEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_save_finish (AMB_CONTEXT (object), result, &error);

  if (entry != NULL)
    {
      amb_entry_keeper_finish (self->keeper);
      g_signal_emit (self, signals[SAVED], 0, amb_record_get_id (AMB_RECORD (entry)));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  amb_presenter_show_error (GTK_WIDGET (self), error);
  set_saving (self, FALSE);
}

static gboolean
is_empty (AmbHeard *heard)
{
  for (guint field = AMB_HEARD_QUOTE; field < AMB_HEARD_N_TEXTS; field++)
    {
      if (field != AMB_HEARD_GROUP && amb_heard_get_text (heard, field) != NULL)
        return FALSE;
    }

  return TRUE;
}

/* Nothing heard leaves no trace. The clock that an entry was written by changes with its time only. */
static AmbEntry *
make_entry (AmbEntryEditor *self)
{
  AmbEntry *entry = amb_entry_copy (self->entry);
  GListStore *heard = amb_entry_get_heard (entry);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (heard)); i > 0; i--)
    {
      g_autoptr (AmbHeard) item = g_list_model_get_item (G_LIST_MODEL (heard), i - 1);

      if (is_empty (item))
        g_list_store_remove (heard, i - 1);
    }
  if (self->before == NULL || amb_entry_get_at (entry) != amb_entry_get_at (self->before))
    amb_entry_set_zone_offset (entry, amb_form_get_zone (amb_entry_get_at (entry)));

  return entry;
}

static void
save_clicked_cb (AmbEntryEditor *self)
{
  g_autoptr (AmbEntry) entry = make_entry (self);

  set_saving (self, TRUE);
  if (self->before != NULL)
    amb_logbook_change_async (self->context, self->before, entry, NULL, save_cb, g_object_ref (self));
  else
    amb_logbook_save_async (self->context, entry, NULL, save_cb, g_object_ref (self));
}

static void
confirm_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  if (!amb_confirm_finish (result))
    return;

  amb_entry_keeper_finish (AMB_ENTRY_EDITOR (object)->keeper);
  gtk_window_destroy (GTK_WINDOW (object));
}

static gboolean
amb_entry_editor_close_request (GtkWindow *window)
{
  AmbEntryEditor *self = AMB_ENTRY_EDITOR (window);

  if (self->saving)
    return TRUE;
  if (!self->changed)
    return GTK_WINDOW_CLASS (amb_entry_editor_parent_class)->close_request (window);

  amb_confirm_async (GTK_WIDGET (self), _("Discard Your Changes?"), _("What you changed in this entry will be lost."),
                     _("_Discard"), TRUE, confirm_cb, NULL);

  return TRUE;
}

static void
amb_entry_editor_dispose (GObject *object)
{
  AmbEntryEditor *self = AMB_ENTRY_EDITOR (object);

  if (self->entry != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->entry, self);
      g_signal_handlers_disconnect_by_data (amb_entry_get_heard (self->entry), self);
    }
  g_clear_object (&self->keeper);
  g_clear_object (&self->entry);
  g_clear_object (&self->before);
  g_clear_object (&self->context);
  g_clear_object (&self->groups);
  g_clear_object (&self->values);

  G_OBJECT_CLASS (amb_entry_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-entry-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, channel);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, at);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, follow_up_at);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, reached);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, reached_indirectly);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, stories);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, heard);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, online);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, private);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, form);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryEditor, save_button);
  for (guint i = 0; text_names[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, text_names[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, add_heard_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, channel_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_save);
}

static void
amb_entry_editor_class_init (AmbEntryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_entry_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = amb_entry_editor_close_request;

  /**
   * AmbEntryEditor::saved:
   * @self: an editor
   * @entry_id: the entry
   *
   * The entry is stored.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (AMB_TYPE_DATE_ROW);
  g_type_ensure (AMB_TYPE_LANGUAGE_ROW);
  g_type_ensure (AMB_TYPE_NUMBER_ROW);
  g_type_ensure (AMB_TYPE_STORY_FIELD);
  g_type_ensure (AMB_TYPE_SUGGEST_ROW);
  g_type_ensure (AMB_TYPE_TEXT_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
amb_entry_editor_init (AmbEntryEditor *self)
{
  self->groups = amb_heard_suggestions_list_groups ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_properties (AmbEntryEditor *self)
{
  amb_form_bind_texts (GTK_WIDGET (self), AMB_TYPE_ENTRY_EDITOR, self->entry, text_names);
  g_object_bind_property (self->entry, "at", self->at, "time", EDIT_FLAGS);
  g_object_bind_property (self->entry, "follow-up-at", self->follow_up_at, "time", EDIT_FLAGS);
  g_object_bind_property (self->entry, "reached", self->reached, "number", EDIT_FLAGS);
  g_object_bind_property (self->entry, "reached-indirectly", self->reached_indirectly, "number", EDIT_FLAGS);
  g_object_bind_property (self->entry, "online", self->online, "active", EDIT_FLAGS);
  g_object_bind_property (self->entry, "private", self->private, "active", EDIT_FLAGS);
}

static void
fill_rows (AmbEntryEditor *self)
{
  GListModel *heard = G_LIST_MODEL (amb_entry_get_heard (self->entry));
  g_autofree char *tags = g_strjoinv (", ", (char **) amb_entry_get_tags (self->entry));
  g_autofree char *channel = g_strdup (amb_entry_get_text (self->entry, AMB_ENTRY_CHANNEL));
  g_autoptr (GListStore) channels = amb_channel_choice_list (_("None"));
  GObject *with = gtk_widget_get_template_child (GTK_WIDGET (self), AMB_TYPE_ENTRY_EDITOR, "with");

  amb_channel_choice_ensure (channels, channel);
  amb_channel_choice_add_own (channels, self->context);
  amb_choice_row_fill (self->channel, channels, channel);
  amb_entry_set_text (self->entry, AMB_ENTRY_CHANNEL, channel);
  amb_kind_choice_fill (self->kind, NULL, FALSE, amb_entry_get_kind (self->entry));
  gtk_editable_set_text (self->tags, tags);
  amb_suggest_row_set_suggestions (AMB_SUGGEST_ROW (with), self->groups);
  for (guint i = 0; i < g_list_model_get_n_items (heard); i++)
    {
      g_autoptr (AmbHeard) item = g_list_model_get_item (heard, i);

      add_heard_row (self, item);
    }
}

/* Takes the entry: it changes as the person types. */
static AmbEntryEditor *
make_editor (GtkWindow  *parent,
             AmbContext *context,
             AmbEntry   *entry)
{
  gboolean is_new = !amb_record_get_loaded (AMB_RECORD (entry));
  AmbEntryEditor *self = g_object_new (AMB_TYPE_ENTRY_EDITOR, "transient-for", parent,
                                       "title", is_new ? _("New Entry") : _("Edit Entry"), NULL);

  self->context = g_object_ref (context);
  self->values = amb_heard_suggestions_list_values (context);
  self->entry = entry;
  bind_properties (self);
  fill_rows (self);
  amb_story_field_edit (self->stories, context, entry);
  self->keeper = amb_entry_keeper_new (context, &amb_recovery_entry, entry);
  g_signal_connect_object (self->keeper, "not-kept", G_CALLBACK (amb_presenter_show_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify", G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (amb_entry_get_heard (entry), "items-changed", G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  update_save (self);
  /* Not on the button that throws it all away. */
  amb_form_grab_focus (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), AMB_TYPE_ENTRY_EDITOR, "title")));

  return self;
}

static AmbEntry *
begin_entry (AmbContext *context)
{
  AmbEntry *entry = amb_entry_new ();

  amb_record_set_id (AMB_RECORD (entry), amb_context_make_id (context));
  amb_entry_set_at (entry, amb_context_get_now (context));

  return entry;
}

/**
 * amb_entry_editor_new:
 * @parent: (nullable): the window that asks
 * @context: where entries are kept
 * @entry: (nullable): an entry that was loaded whole; it is not changed itself. Without one, the editor makes a new one.
 *
 * Makes a window that edits an entry.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
amb_entry_editor_new (GtkWindow  *parent,
                      AmbContext *context,
                      AmbEntry   *entry)
{
  AmbEntryEditor *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);

  self = make_editor (parent, context, entry == NULL ? begin_entry (context) : amb_entry_copy (entry));
  if (entry != NULL)
    self->before = amb_entry_copy (entry);

  return GTK_WIDGET (self);
}

/**
 * amb_entry_editor_resume:
 * @parent: (nullable): the window that was open
 * @context: where entries are kept
 * @entry: an entry that the person was editing when the program ended; one that is not loaded is new
 * @before: (nullable): the entry as it is stored, or %NULL for a new one
 *
 * Shows a window in which the person goes on.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
amb_entry_editor_resume (GtkWindow  *parent,
                         AmbContext *context,
                         AmbEntry   *entry,
                         AmbEntry   *before)
{
  AmbEntryEditor *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (AMB_IS_ENTRY (entry), NULL);

  self = make_editor (parent, context, amb_entry_copy (entry));
  g_set_object (&self->before, before);
  note_change (self);
  gtk_window_present (GTK_WINDOW (self));
  amb_presenter_show_toast (GTK_WIDGET (self), _("You had not saved this yet: here it is again."));

  return GTK_WIDGET (self);
}

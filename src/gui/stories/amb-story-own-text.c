/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-own-text.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-own-text.h"
#include "amb-presenter.h"
#include "amb-time.h"

/**
 * AmbStoryOwnText:
 *
 * A text that the person adds to a story, and how safe it is.
 */
struct _AmbStoryOwnText
{
  AdwBin         parent_instance;

  /* Template widgets */
  GtkTextView   *view;
  GtkTextBuffer *buffer;

  AmbContext    *context;
  AmbStory      *story;
  AmbStoryText   field;
  char          *title;
  char          *placeholder;
  char          *status;

  /* The text of the story that is shown, and of others what is not on disk yet: by story */
  AmbOwnText    *text;
  GHashTable    *unsaved;
  gboolean       is_showing;
  gboolean       is_failing;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_STORY,
  PROP_FIELD,
  PROP_TITLE,
  PROP_PLACEHOLDER,
  PROP_STATUS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbStoryOwnText, amb_story_own_text, ADW_TYPE_BIN)

static void
set_status (AmbStoryOwnText *self,
            const char      *status)
{
  if (g_strcmp0 (self->status, status) == 0)
    return;

  g_free (self->status);
  self->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static char *
get_typed (AmbStoryOwnText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gint64
get_story_id (AmbStoryOwnText *self)
{
  return self->story == NULL ? 0 : amb_record_get_id (AMB_RECORD (self->story));
}

/* The person is told once. */
static void
tell_failure (AmbStoryOwnText *self,
              AmbAutosave     *autosave)
{
  if (!self->is_failing)
    amb_presenter_show_error (GTK_WIDGET (self), amb_autosave_get_error (autosave));
  self->is_failing = TRUE;
}

static void
show_state (AmbStoryOwnText *self)
{
  AmbAutosave *autosave = AMB_AUTOSAVE (self->text);

  switch (amb_autosave_get_state (autosave))
    {
    case AMB_AUTOSAVE_STATE_SAVED:
      set_status (self, amb_autosave_get_saved_at (autosave) == AMB_TIME_UNSET ? NULL : _("Saved"));
      break;
    case AMB_AUTOSAVE_STATE_FAILED:
      set_status (self, _("Not saved yet"));
      break;
    case AMB_AUTOSAVE_STATE_CHANGED:
      if (amb_autosave_get_error (autosave) == NULL)
        set_status (self, NULL);
      break;
    case AMB_AUTOSAVE_STATE_SAVING:
      break;
    default:
      g_return_if_reached ();
    }
}

static void
text_notify_state_cb (AmbStoryOwnText *self,
                      GParamSpec      *pspec,
                      AmbOwnText      *text)
{
  gint64 story_id = amb_own_text_get_story_id (text);

  if (amb_autosave_get_state (AMB_AUTOSAVE (text)) == AMB_AUTOSAVE_STATE_FAILED)
    tell_failure (self, AMB_AUTOSAVE (text));
  if (text == self->text)
    show_state (self);

  if (amb_autosave_get_state (AMB_AUTOSAVE (text)) == AMB_AUTOSAVE_STATE_SAVED)
    {
      self->is_failing = FALSE;
      g_hash_table_remove (self->unsaved, &story_id);
    }
}

static void
buffer_changed_cb (AmbStoryOwnText *self)
{
  g_autofree char *typed = get_typed (self);

  if (!self->is_showing && self->text != NULL)
    amb_own_text_set_text (self->text, typed);
}

static void
show_text (AmbStoryOwnText *self,
           const char      *text)
{
  self->is_showing = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->is_showing = FALSE;
}

static void
story_notify_cb (AmbStoryOwnText *self)
{
  if (amb_own_text_follow (self->text, amb_story_get_text (self->story, self->field),
                           gtk_widget_has_focus (GTK_WIDGET (self->view))))
    show_text (self, amb_own_text_get_text (self->text));
}

/* Lets go of the text that is shown, but not before it is on disk. */
static void
leave_text (AmbStoryOwnText *self)
{
  if (self->text == NULL)
    return;

  amb_autosave_flush (AMB_AUTOSAVE (self->text));
  if (amb_autosave_get_state (AMB_AUTOSAVE (self->text)) != AMB_AUTOSAVE_STATE_SAVED)
    g_hash_table_insert (self->unsaved,
                         g_memdup2 (&(gint64) { amb_own_text_get_story_id (self->text) }, sizeof (gint64)),
                         g_object_ref (self->text));
  else
    g_signal_handlers_disconnect_by_func (self->text, text_notify_state_cb, self);
  g_clear_object (&self->text);
}

static void
take_text (AmbStoryOwnText *self)
{
  gint64 story_id = amb_record_get_id (AMB_RECORD (self->story));
  AmbOwnText *unsaved = g_hash_table_lookup (self->unsaved, &story_id);

  set_status (self, NULL);
  if (unsaved != NULL)
    {
      self->text = g_object_ref (unsaved);
      g_hash_table_remove (self->unsaved, &story_id);
      set_status (self, _("Not saved yet"));
    }
  else
    {
      self->text = amb_own_text_new (self->context, story_id, self->field,
                                     amb_story_get_text (self->story, self->field));
      g_signal_connect_object (self->text, "notify::state", G_CALLBACK (text_notify_state_cb), self, G_CONNECT_SWAPPED);
    }
  show_text (self, amb_own_text_get_text (self->text));
}

static void
follow_story (AmbStoryOwnText *self)
{
  static const char * const signals[AMB_STORY_N_TEXTS] = {
    [AMB_STORY_MY_ROLE] = "notify::my-role",
    [AMB_STORY_NOTE] = "notify::note",
  };

  if (self->story != NULL && signals[self->field] != NULL)
    g_signal_connect_object (self->story, signals[self->field], G_CALLBACK (story_notify_cb), self, G_CONNECT_SWAPPED);
}

static void
amb_story_own_text_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AmbStoryOwnText *self = AMB_STORY_OWN_TEXT (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;
    case PROP_FIELD:
      g_value_set_uint (value, self->field);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_own_text_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AmbStoryOwnText *self = AMB_STORY_OWN_TEXT (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_set_object (&self->context, g_value_get_object (value));
      break;
    case PROP_STORY:
      amb_story_own_text_set_story (self, g_value_get_object (value));
      break;
    case PROP_FIELD:
      self->field = g_value_get_uint (value);
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_own_text_dispose (GObject *object)
{
  AmbStoryOwnText *self = AMB_STORY_OWN_TEXT (object);

  amb_story_own_text_set_story (self, NULL);

  G_OBJECT_CLASS (amb_story_own_text_parent_class)->dispose (object);
}

static void
amb_story_own_text_finalize (GObject *object)
{
  AmbStoryOwnText *self = AMB_STORY_OWN_TEXT (object);

  g_clear_object (&self->context);
  g_free (self->title);
  g_free (self->placeholder);
  g_free (self->status);
  g_hash_table_unref (self->unsaved);

  G_OBJECT_CLASS (amb_story_own_text_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT, flags);
  properties[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, AMB_TYPE_STORY, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FIELD] = g_param_spec_uint ("field", NULL, NULL, 0, AMB_STORY_N_TEXTS - 1, AMB_STORY_MY_ROLE,
                                              flags | G_PARAM_CONSTRUCT);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_story_own_text_class_init (AmbStoryOwnTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_story_own_text_get_property;
  object_class->set_property = amb_story_own_text_set_property;
  object_class->dispose = amb_story_own_text_dispose;
  object_class->finalize = amb_story_own_text_finalize;

  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-own-text.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryOwnText, view);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryOwnText, buffer);
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
}

static void
amb_story_own_text_init (AmbStoryOwnText *self)
{
  self->unsaved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_story_own_text_set_story:
 * @self: the text
 * @story: (nullable): a story
 *
 * Sets the story that the text belongs to. What was typed for the story before is saved first.
 */
void
amb_story_own_text_set_story (AmbStoryOwnText *self,
                              AmbStory        *story)
{
  gboolean is_same;

  g_return_if_fail (AMB_IS_STORY_OWN_TEXT (self));
  g_return_if_fail (story == NULL || AMB_IS_STORY (story));

  if (self->story == story)
    return;

  is_same = story != NULL && self->story != NULL && get_story_id (self) == amb_record_get_id (AMB_RECORD (story));
  if (!is_same)
    leave_text (self);
  if (self->story != NULL)
    g_signal_handlers_disconnect_by_func (self->story, story_notify_cb, self);

  g_set_object (&self->story, story);
  follow_story (self);
  if (is_same)
    story_notify_cb (self);
  else if (story != NULL)
    take_text (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
}

/**
 * amb_story_own_text_flush:
 * @self: the text
 *
 * Starts saving what is unsaved at once.
 */
void
amb_story_own_text_flush (AmbStoryOwnText *self)
{
  g_return_if_fail (AMB_IS_STORY_OWN_TEXT (self));

  if (self->text != NULL)
    amb_autosave_flush (AMB_AUTOSAVE (self->text));
}

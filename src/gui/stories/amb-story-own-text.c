/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-own-text.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-library.h"
#include "amb-presenter.h"

/* Every keystroke is on disk within a second; it starts a little earlier, because writing takes time too. */
#define SAVE_AFTER_MILLISECONDS 700
#define RETRY_AFTER_SECONDS 5

/**
 * AmbStoryOwnText:
 *
 * A text that the person adds to a story. It saves itself after a moment of quiet, when the cursor leaves it, and when
 * another story is set.
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

  /* What was typed and is not on disk yet, by story */
  GHashTable    *unsaved;
  guint          save_source;
  guint          retry_source;
  gboolean       is_changed;
  gboolean       is_showing;
  gboolean       is_failing;
  gboolean       is_disposed;
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

/* What a save carries to its end: by then the widget may show another story. */
typedef struct
{
  AmbStoryOwnText *self;
  gint64           story_id;
  char            *text;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->self);
  g_free (save->text);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static gboolean retry_timeout_cb (gpointer data);

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

static const char *
get_unsaved (AmbStoryOwnText *self,
             gint64           story_id)
{
  return g_hash_table_lookup (self->unsaved, &story_id);
}

static void
show_saved (AmbStoryOwnText *self,
            Save            *save)
{
  self->is_failing = FALSE;
  if (g_strcmp0 (get_unsaved (self, save->story_id), save->text) == 0)
    g_hash_table_remove (self->unsaved, &save->story_id);

  if (save->story_id == get_story_id (self) && !self->is_changed && get_unsaved (self, save->story_id) == NULL)
    set_status (self, _("Saved"));
}

/* The text stays in memory, and is tried again until it is on disk; the person is told once. */
static void
show_failed (AmbStoryOwnText *self,
             Save            *save,
             const GError    *error)
{
  if (!self->is_failing)
    amb_presenter_show_error (GTK_WIDGET (self), error);
  self->is_failing = TRUE;

  if (save->story_id == get_story_id (self))
    set_status (self, _("Not saved yet"));
  if (self->retry_source == 0 && !self->is_disposed)
    self->retry_source = g_timeout_add_seconds (RETRY_AFTER_SECONDS, retry_timeout_cb, self);
}

static void
set_own_text_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;

  if (amb_library_set_own_finish (save->self->context, result, &error))
    show_saved (save->self, save);
  else
    show_failed (save->self, save, error);
}

static void
store (AmbStoryOwnText *self,
       gint64           story_id,
       const char      *text)
{
  Save *save = g_new0 (Save, 1);

  save->self = g_object_ref (self);
  save->story_id = story_id;
  save->text = g_strdup (text);

  amb_library_set_own_text_async (self->context, story_id, self->field, text, NULL, set_own_text_cb, save);
}

static gboolean
retry_timeout_cb (gpointer data)
{
  AmbStoryOwnText *self = data;
  GHashTableIter iter;
  gint64 *story_id;
  char *text;

  self->retry_source = 0;
  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, (gpointer *) &story_id, (gpointer *) &text))
    store (self, *story_id, text);

  return G_SOURCE_REMOVE;
}

static gboolean
save_timeout_cb (gpointer data)
{
  AmbStoryOwnText *self = data;

  self->save_source = 0;
  amb_story_own_text_flush (self);

  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (AmbStoryOwnText *self)
{
  if (self->is_showing || self->story == NULL)
    return;

  self->is_changed = TRUE;
  set_status (self, NULL);
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_AFTER_MILLISECONDS, save_timeout_cb, self);
}

static void
focus_leave_cb (AmbStoryOwnText *self)
{
  amb_story_own_text_flush (self);
}

static void
show_text (AmbStoryOwnText *self,
           const char      *text)
{
  self->is_showing = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text == NULL ? "" : text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->is_showing = FALSE;
}

/* News of the text that the person is working on is old news: their own keys were later. */
static void
story_notify_cb (AmbStoryOwnText *self)
{
  const char *text = amb_story_get_text (self->story, self->field);
  g_autofree char *typed = get_typed (self);

  if (self->is_changed || get_unsaved (self, get_story_id (self)) != NULL ||
      gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;

  if (g_strcmp0 (typed, text == NULL ? "" : text) != 0)
    show_text (self, text);
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

  self->is_disposed = TRUE;
  amb_story_own_text_set_story (self, NULL);
  g_clear_handle_id (&self->retry_source, g_source_remove);

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
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
}

static void
amb_story_own_text_init (AmbStoryOwnText *self)
{
  self->unsaved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

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

  is_same = story != NULL && get_story_id (self) == amb_record_get_id (AMB_RECORD (story));
  if (!is_same)
    amb_story_own_text_flush (self);
  if (self->story != NULL)
    g_signal_handlers_disconnect_by_func (self->story, story_notify_cb, self);

  g_set_object (&self->story, story);
  follow_story (self);
  if (is_same)
    story_notify_cb (self);
  else if (story != NULL)
    {
      const char *unsaved = get_unsaved (self, get_story_id (self));

      show_text (self, unsaved == NULL ? amb_story_get_text (story, self->field) : unsaved);
      set_status (self, unsaved == NULL ? NULL : _("Not saved yet"));
    }

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
  g_autofree char *typed = NULL;

  g_return_if_fail (AMB_IS_STORY_OWN_TEXT (self));

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->is_changed || self->story == NULL)
    return;

  self->is_changed = FALSE;
  typed = get_typed (self);
  store (self, get_story_id (self), typed);
  g_hash_table_insert (self->unsaved, g_memdup2 (&(gint64) { get_story_id (self) }, sizeof (gint64)),
                       g_steal_pointer (&typed));
}

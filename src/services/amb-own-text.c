/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-own-text.h"

/* More are never under way at a time. */
#define MOST_SENT 8

/**
 * AmbOwnText:
 *
 * A text that the person adds to a story: it saves itself.
 */
struct _AmbOwnText
{
  AmbAutosave   parent_instance;

  gint64        story_id;
  AmbStoryText  field;
  char         *text;
  /* What the database holds, as far as is known here, and what is on its way there. */
  char         *stored;
  GPtrArray    *sent;
};

G_DEFINE_FINAL_TYPE (AmbOwnText, amb_own_text, AMB_TYPE_AUTOSAVE)

static void
add_sent (AmbOwnText *self)
{
  if (g_ptr_array_find_with_equal_func (self->sent, self->text, g_str_equal, NULL))
    return;

  if (self->sent->len == MOST_SENT)
    g_ptr_array_remove_index (self->sent, 0);
  g_ptr_array_add (self->sent, g_strdup (self->text));
}

static AmbUnsaved *
amb_own_text_take (AmbAutosave *autosave,
                   gint64       now,
                   gboolean     to_store)
{
  AmbOwnText *self = AMB_OWN_TEXT (autosave);
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  g_strv_builder_add (known, self->stored);
  for (guint i = 0; i < self->sent->len; i++)
    g_strv_builder_add (known, g_ptr_array_index (self->sent, i));
  texts = g_strv_builder_end (known);
  if (to_store)
    add_sent (self);

  return amb_unsaved_new_story (self->story_id, self->field, self->text, (const char * const *) texts, now);
}

static void
amb_own_text_stored (AmbAutosave      *autosave,
                     const AmbUnsaved *unsaved)
{
  AmbOwnText *self = AMB_OWN_TEXT (autosave);

  g_free (self->stored);
  self->stored = g_strdup (amb_unsaved_get_story_text (unsaved));
}

static void
amb_own_text_finalize (GObject *object)
{
  AmbOwnText *self = AMB_OWN_TEXT (object);

  g_free (self->text);
  g_free (self->stored);
  g_ptr_array_unref (self->sent);

  G_OBJECT_CLASS (amb_own_text_parent_class)->finalize (object);
}

static void
amb_own_text_class_init (AmbOwnTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_own_text_finalize;
  AMB_AUTOSAVE_CLASS (klass)->take = amb_own_text_take;
  AMB_AUTOSAVE_CLASS (klass)->stored = amb_own_text_stored;
}

static void
amb_own_text_init (AmbOwnText *self)
{
  self->sent = g_ptr_array_new_with_free_func (g_free);
}

/**
 * amb_own_text_new:
 * @context: the context
 * @story_id: a story
 * @field: %AMB_STORY_MY_ROLE or %AMB_STORY_NOTE
 * @stored: (nullable): what the story says now
 *
 * Begins to save what the person adds to a story.
 *
 * Returns: (transfer full): the text
 */
AmbOwnText *
amb_own_text_new (AmbContext   *context,
                  gint64        story_id,
                  AmbStoryText  field,
                  const char   *stored)
{
  AmbOwnText *self = g_object_new (AMB_TYPE_OWN_TEXT, "context", context, NULL);

  self->story_id = story_id;
  self->field = field;
  self->stored = g_strdup (stored == NULL ? "" : stored);
  self->text = g_strdup (self->stored);

  return self;
}

/**
 * amb_own_text_get_story_id:
 * @self: a text
 *
 * Tells to which story it belongs.
 *
 * Returns: the id of the story
 */
gint64
amb_own_text_get_story_id (AmbOwnText *self)
{
  g_return_val_if_fail (AMB_IS_OWN_TEXT (self), 0);

  return self->story_id;
}

/**
 * amb_own_text_get_text:
 * @self: a text
 *
 * Gets what the person wrote, stored or not.
 *
 * Returns: (transfer none): UTF-8, never %NULL
 */
const char *
amb_own_text_get_text (AmbOwnText *self)
{
  g_return_val_if_fail (AMB_IS_OWN_TEXT (self), "");

  return self->text;
}

/**
 * amb_own_text_set_text:
 * @self: a text
 * @text: UTF-8: what the person wrote
 *
 * Sets the text, which is stored within a second.
 */
void
amb_own_text_set_text (AmbOwnText *self,
                       const char *text)
{
  g_return_if_fail (AMB_IS_OWN_TEXT (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  amb_autosave_touch (AMB_AUTOSAVE (self));
}

/**
 * amb_own_text_follow:
 * @self: a text
 * @stored: (nullable): what the story says now
 * @is_held: whether the person has their cursor in it
 *
 * Tells it what the database holds. News of a text that the person is writing is old news: their own keys were later.
 *
 * Returns: %TRUE when it took the text over
 */
gboolean
amb_own_text_follow (AmbOwnText *self,
                     const char *stored,
                     gboolean    is_held)
{
  g_return_val_if_fail (AMB_IS_OWN_TEXT (self), FALSE);

  g_free (self->stored);
  self->stored = g_strdup (stored == NULL ? "" : stored);
  if (is_held || amb_autosave_get_state (AMB_AUTOSAVE (self)) != AMB_AUTOSAVE_STATE_SAVED ||
      g_str_equal (self->text, self->stored))
    return FALSE;

  g_free (self->text);
  self->text = g_strdup (self->stored);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-entry-private.h"

/* What an entry has several of: the stories it uses, its results, and what was heard. */

/**
 * amb_entry_get_stories:
 * @self: an entry
 *
 * Gets the stories that it uses, with the version that was used.
 *
 * Returns: (transfer none) (element-type AmbStoryUse): the stories, in the order they came in
 */
GArray *
amb_entry_get_stories (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), NULL);

  return self->stories;
}

/**
 * amb_entry_add_story:
 * @self: an entry
 * @story_id: a story
 * @version: the version that was used
 *
 * Adds a story; one that is there already only gets the newer version.
 */
void
amb_entry_add_story (AmbEntry *self,
                     gint64 story_id,
                     int version)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  amb_story_uses_add (self->stories, story_id, version);
  g_object_notify (G_OBJECT (self), "stories");
}

/**
 * amb_entry_remove_story:
 * @self: an entry
 * @story_id: a story
 *
 * Takes a story away again; one that is not there is no trouble.
 */
void
amb_entry_remove_story (AmbEntry *self,
                        gint64    story_id)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  for (guint i = 0; i < self->stories->len; i++)
    {
      if (g_array_index (self->stories, AmbStoryUse, i).story_id == story_id)
        {
          g_array_remove_index (self->stories, i);
          g_object_notify (G_OBJECT (self), "stories");
          return;
        }
    }
}

/**
 * amb_entry_get_results:
 * @self: an entry
 *
 * Gets what it had brought at several moments, oldest first.
 *
 * Returns: (transfer none) (element-type AmbResult): the results
 */
GArray *
amb_entry_get_results (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), NULL);

  return self->results;
}

/**
 * amb_entry_add_result:
 * @self: an entry
 * @result: what it had brought at one moment
 *
 * Adds a result after the others.
 */
void
amb_entry_add_result (AmbEntry        *self,
                      const AmbResult *result)
{
  g_return_if_fail (AMB_IS_ENTRY (self));
  g_return_if_fail (result != NULL);

  g_array_append_vals (self->results, result, 1);
  g_object_notify (G_OBJECT (self), "results");
}

/**
 * amb_entry_remove_result:
 * @self: an entry
 * @position: which of its results, less than their number
 *
 * Takes a result away: the numbers were wrong.
 */
void
amb_entry_remove_result (AmbEntry *self,
                         guint     position)
{
  g_return_if_fail (AMB_IS_ENTRY (self));
  g_return_if_fail (position < self->results->len);

  g_array_remove_index (self->results, position);
  g_object_notify (G_OBJECT (self), "results");
}

/**
 * amb_entry_get_heard:
 * @self: an entry
 *
 * Gets what was heard on that occasion.
 *
 * Returns: (transfer none): a list of [class@Heard]
 */
GListStore *
amb_entry_get_heard (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), NULL);

  return self->heard;
}

/**
 * amb_entry_copy:
 * @self: an entry
 *
 * Copies an entry with what was heard, to edit it or to hand it to another thread.
 *
 * Returns: (transfer full): the copy
 */
AmbEntry *
amb_entry_copy (AmbEntry *self)
{
  AmbEntry *copy;

  g_return_val_if_fail (AMB_IS_ENTRY (self), NULL);

  copy = amb_entry_new ();
  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (self));

  return copy;
}

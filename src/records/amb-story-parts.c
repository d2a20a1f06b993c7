/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-story-private.h"

/**
 * amb_story_add_part:
 * @self: a story
 * @part: (transfer full): a part
 *
 * Adds a part after the others.
 */
void
amb_story_add_part (AmbStory     *self,
                    AmbStoryPart *part)
{
  g_return_if_fail (AMB_IS_STORY (self));
  g_return_if_fail (AMB_IS_STORY_PART (part));

  g_ptr_array_add (self->parts, part);
}

/**
 * amb_story_remove_part:
 * @self: a story
 * @position: less than the number of its parts
 *
 * Takes a part away.
 */
void
amb_story_remove_part (AmbStory *self,
                       guint     position)
{
  g_return_if_fail (AMB_IS_STORY (self));
  g_return_if_fail (position < self->parts->len);

  g_ptr_array_remove_index (self->parts, position);
}

/**
 * amb_story_get_n_parts:
 * @self: a story
 *
 * Counts the parts of every kind.
 *
 * Returns: how many there are
 */
guint
amb_story_get_n_parts (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), 0);

  return self->parts->len;
}

/**
 * amb_story_get_part:
 * @self: a story
 * @position: counted from 0
 *
 * Gets one of the parts of every kind.
 *
 * Returns: (transfer none): the part
 */
AmbStoryPart *
amb_story_get_part (AmbStory *self,
                    guint     position)
{
  g_return_val_if_fail (AMB_IS_STORY (self), NULL);
  g_return_val_if_fail (position < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, position);
}

/**
 * amb_story_list_parts:
 * @self: a story
 * @kind: which parts
 *
 * Lists the parts of one kind as they are now.
 *
 * Returns: (transfer full): a list of [class@StoryPart]
 */
GListModel *
amb_story_list_parts (AmbStory         *self,
                      AmbStoryPartKind  kind)
{
  g_autoptr (GListStore) parts = g_list_store_new (AMB_TYPE_STORY_PART);

  g_return_val_if_fail (AMB_IS_STORY (self), NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      AmbStoryPart *part = g_ptr_array_index (self->parts, i);

      if (amb_story_part_get_kind (part) == kind)
        g_list_store_append (parts, part);
    }

  return G_LIST_MODEL (g_steal_pointer (&parts));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-story-use.h"

/**
 * amb_story_uses_new:
 *
 * Makes an empty array of [struct@StoryUse].
 *
 * Returns: (transfer full) (element-type AmbStoryUse): the array
 */
GArray *
amb_story_uses_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AmbStoryUse));
}

/**
 * amb_story_uses_add:
 * @uses: (element-type AmbStoryUse): an array
 * @story_id: a story
 * @version: the version that was used
 *
 * Adds a story; one that is there already only gets the newer version.
 */
void
amb_story_uses_add (GArray *uses,
                    gint64  story_id,
                    int     version)
{
  AmbStoryUse use = { story_id, version };

  g_return_if_fail (uses != NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      AmbStoryUse *known = &g_array_index (uses, AmbStoryUse, i);

      if (known->story_id == story_id)
        {
          known->version = MAX (known->version, version);
          return;
        }
    }

  g_array_append_val (uses, use);
}

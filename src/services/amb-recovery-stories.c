/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-recovery-stories.h"

#include "amb-error.h"
#include "amb-story-store.h"

#define GROUP_STORY "story "

/**
 * amb_recovery_stories_print:
 * @file: a recovery file
 * @stories: (element-type AmbStoryUse): the stories that something is made of
 *
 * Puts them into a recovery file.
 */
void
amb_recovery_stories_print (GKeyFile *file,
                            GArray   *stories)
{
  for (guint i = 0; i < stories->len; i++)
    {
      const AmbStoryUse *use = &g_array_index (stories, AmbStoryUse, i);
      g_autofree char *group = g_strdup_printf (GROUP_STORY "%u", i);

      g_key_file_set_int64 (file, group, "id", use->story_id);
      g_key_file_set_integer (file, group, "version", use->version);
    }
}

/**
 * amb_recovery_stories_read:
 * @connection: a connection
 * @file: a recovery file
 * @error: [error@StorageError]
 *
 * Reads what amb_recovery_stories_print() wrote. A story that is gone meanwhile keeps no word from coming back: it is left
 * out.
 *
 * Returns: (transfer full) (nullable) (element-type AmbStoryUse): the stories
 */
GArray *
amb_recovery_stories_read (AmbConnection  *connection,
                           GKeyFile       *file,
                           GError        **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autoptr (GArray) stories = amb_story_uses_new ();

  for (guint i = 0; groups[i] != NULL; i++)
    {
      gint64 id = g_key_file_get_int64 (file, groups[i], "id", NULL);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (AmbStory) story = NULL;

      if (!g_str_has_prefix (groups[i], GROUP_STORY))
        continue;

      story = amb_story_store_load (connection, id, &local_error);
      if (story != NULL)
        {
          amb_story_uses_add (stories, id, g_key_file_get_integer (file, groups[i], "version", NULL));
        }
      else if (!g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return g_steal_pointer (&stories);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-own-words.h"

#include "amb-error.h"
#include "amb-story-runs.h"
#include "amb-story-store.h"
#include "amb-story-use.h"

typedef struct
{
  AmbReuse *reuse;
  gint64    story_id;
} Comparison;

static void
compare_text (const char *text,
              gpointer    data)
{
  Comparison *comparison = data;

  amb_reuse_add_source (comparison->reuse, comparison->story_id, text);
}

static gboolean
compare_story (AmbConnection  *connection,
               AmbReuse       *reuse,
               gint64          story_id,
               GError        **error)
{
  Comparison comparison = { reuse, story_id };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AmbStory) story = amb_story_store_load (connection, story_id, &local_error);

  /* A run may be left of a story that is gone: there is nothing to compare with then. */
  if (g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    return TRUE;
  if (story == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  amb_story_index_foreach_quotable (story, compare_text, &comparison);

  return TRUE;
}

/**
 * amb_own_words_measure:
 * @connection: a connection
 * @text: UTF-8
 * @stories: (nullable) (element-type AmbStoryUse): the stories that the text was written about
 * @error: [error@StorageError]
 *
 * Finds which passages of a text stand word for word in a story, in any story of the library, and which share of its
 * words is the writer's own.
 *
 * Returns: (transfer full) (nullable): the measured text
 */
AmbReuse *
amb_own_words_measure (AmbConnection  *connection,
                       const char     *text,
                       GArray         *stories,
                       GError        **error)
{
  g_autoptr (AmbReuse) reuse = amb_reuse_new (text);
  g_autoptr (GArray) sources = amb_story_runs_find_sources (connection, amb_reuse_get_fingerprints (reuse), error);

  if (sources == NULL)
    return NULL;

  /* The stories it is about come first: of two that hold the same words, the draft copied from these. */
  for (guint i = 0; stories != NULL && i < stories->len; i++)
    {
      if (!compare_story (connection, reuse, g_array_index (stories, AmbStoryUse, i).story_id, error))
        return NULL;
    }

  for (guint i = 0; i < sources->len; i++)
    {
      if (!compare_story (connection, reuse, g_array_index (sources, gint64, i), error))
        return NULL;
    }

  amb_reuse_finish (reuse);

  return g_steal_pointer (&reuse);
}

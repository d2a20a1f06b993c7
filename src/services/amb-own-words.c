/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-own-words.h"

#include <string.h>

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

static void
compare_with (AmbReuse *reuse,
              AmbStory *story)
{
  Comparison comparison = { reuse, amb_record_get_id (AMB_RECORD (story)) };

  amb_story_index_foreach_quotable (story, compare_text, &comparison);
}

/* A run may be left of a story that is gone: there is nothing to compare with then. */
static gboolean
load_story (AmbConnection  *connection,
            gint64          story_id,
            AmbStory      **story,
            GError        **error)
{
  g_autoptr (GError) local_error = NULL;

  *story = amb_story_store_load (connection, story_id, &local_error);
  if (*story != NULL || g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The stories that the text was written about, those that are still there. */
static GPtrArray *
load_stories (AmbConnection  *connection,
              GArray         *uses,
              GError        **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      AmbStory *story;

      if (!load_story (connection, g_array_index (uses, AmbStoryUse, i).story_id, &story, error))
        return NULL;
      if (story != NULL)
        g_ptr_array_add (stories, story);
    }

  return g_steal_pointer (&stories);
}

static void
blank_out (char       *text,
           const char *prompt)
{
  for (char *found = strstr (text, prompt); found != NULL; found = strstr (found, prompt))
    memset (found, ' ', strlen (prompt));
}

/* A question that waits for its answer is nobody's words: neither the person's own, nor copied from whatever else holds
 * the same ones. The places in the text stay what they were. */
static char *
blank_out_prompts (const char *text,
                   GPtrArray  *stories)
{
  char *blanked = g_strdup (text);

  for (guint i = 0; i < stories->len; i++)
    {
      g_autoptr (GListModel) prompts = amb_story_list_parts (g_ptr_array_index (stories, i), AMB_STORY_PART_PROMPT);

      for (guint j = 0; j < g_list_model_get_n_items (prompts); j++)
        {
          g_autoptr (AmbRecord) prompt = g_list_model_get_item (prompts, j);
          const char *words = amb_record_get_text (prompt, AMB_STORY_PART_TEXT);

          if (words != NULL && *words != '\0')
            blank_out (blanked, words);
        }
    }

  return blanked;
}

/**
 * amb_own_words_measure:
 * @connection: a connection
 * @text: UTF-8
 * @stories: (nullable) (element-type AmbStoryUse): the stories that the text was written about
 * @error: [error@StorageError]
 *
 * Finds which passages of a text stand word for word in a story, in any story of the library, and which share of its
 * words is the writer's own. Prompts of @stories that stand in the text as they are do not count: they are questions to
 * the writer.
 *
 * Returns: (transfer full) (nullable): the measured text
 */
AmbReuse *
amb_own_words_measure (AmbConnection  *connection,
                       const char     *text,
                       GArray         *stories,
                       GError        **error)
{
  g_autoptr (GPtrArray) used = load_stories (connection, stories, error);
  g_autofree char *blanked = used == NULL ? NULL : blank_out_prompts (text, used);
  g_autoptr (AmbReuse) reuse = blanked == NULL ? NULL : amb_reuse_new (blanked);
  g_autoptr (GArray) sources = NULL;

  if (reuse == NULL)
    return NULL;
  sources = amb_story_runs_find_sources (connection, amb_reuse_get_fingerprints (reuse), error);
  if (sources == NULL)
    return NULL;

  /* The stories it is about come first: of two that hold the same words, the draft copied from these. */
  for (guint i = 0; i < used->len; i++)
    compare_with (reuse, g_ptr_array_index (used, i));

  for (guint i = 0; i < sources->len; i++)
    {
      g_autoptr (AmbStory) story = NULL;

      if (!load_story (connection, g_array_index (sources, gint64, i), &story, error))
        return NULL;
      if (story != NULL)
        compare_with (reuse, story);
    }

  amb_reuse_finish (reuse);

  return g_steal_pointer (&reuse);
}

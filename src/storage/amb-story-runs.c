/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-story-runs.h"

/* A run that stands in more stories than this is a stock phrase: any of them will do as its source. */
#define MOST_STORIES_PER_RUN 20

/* One for each first byte of a hash: a large import fills each with what a processor can sort within its cache. */
#define N_BUCKETS 256

/**
 * AmbStoryRuns:
 *
 * Runs of words that are to be stored. A large import adds millions: written in the order of their hashes they fill the
 * index page by page, which is several times faster than in the order of the stories.
 */
struct _AmbStoryRuns
{
  GArray *buckets[N_BUCKETS];
};

typedef struct
{
  gint64 hash;
  gint64 story_id;
} Run;

/**
 * amb_story_runs_new:
 *
 * Makes an empty collection.
 *
 * Returns: (transfer full): the collection
 */
AmbStoryRuns *
amb_story_runs_new (void)
{
  return g_new0 (AmbStoryRuns, 1);
}

/**
 * amb_story_runs_free:
 * @self: (transfer full): a collection
 *
 * Frees it; what was not written is dropped.
 */
void
amb_story_runs_free (AmbStoryRuns *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_BUCKETS; i++)
    g_clear_pointer (&self->buckets[i], g_array_unref);
  g_free (self);
}

/* The buckets are in the order of the hashes, which are signed. */
static GArray *
get_bucket (AmbStoryRuns *self,
            gint64        hash)
{
  GArray **bucket = &self->buckets[(guint8) ((hash >> 56) + N_BUCKETS / 2)];

  if (*bucket == NULL)
    *bucket = g_array_new (FALSE, FALSE, sizeof (Run));

  return *bucket;
}

/**
 * amb_story_runs_add:
 * @self: a collection
 * @story_id: a story
 * @hashes: (element-type gint64): the runs of words in it, each once
 *
 * Adds the runs of a story.
 */
void
amb_story_runs_add (AmbStoryRuns *self,
                    gint64        story_id,
                    GArray       *hashes)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < hashes->len; i++)
    {
      Run run = { g_array_index (hashes, gint64, i), story_id };

      g_array_append_val (get_bucket (self, run.hash), run);
    }
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const Run *first = a;
  const Run *second = b;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;

  return first->story_id < second->story_id ? -1 : first->story_id > second->story_id;
}

static gboolean
write_bucket (GArray        *bucket,
              AmbStatement  *statement,
              GError       **error)
{
  g_array_sort (bucket, compare_runs);
  for (guint i = 0; i < bucket->len; i++)
    {
      Run *run = &g_array_index (bucket, Run, i);

      amb_statement_add_integer (statement, run->hash);
      amb_statement_add_integer (statement, run->story_id);
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * amb_story_runs_write:
 * @self: a collection
 * @connection: a connection in a writing transaction
 * @progress: (nullable) (scope call): told how much of it was written, 0.0 to 1.0
 * @data: for @progress
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Stores the runs, and empties the collection. After a large import it takes seconds.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_story_runs_write (AmbStoryRuns          *self,
                      AmbConnection         *connection,
                      AmbStoryRunsProgress   progress,
                      gpointer               data,
                      GError               **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "INSERT OR IGNORE INTO story_run (hash, story_id) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < N_BUCKETS; i++)
    {
      /* Each statement is too short for SQLite to look at the cancellable in it. */
      if (amb_connection_is_cancelled (connection, error) ||
          (self->buckets[i] != NULL && !write_bucket (self->buckets[i], statement, error)))
        return FALSE;

      g_clear_pointer (&self->buckets[i], g_array_unref);
      if (progress != NULL)
        progress ((i + 1.0) / N_BUCKETS, data);
    }

  return TRUE;
}

/**
 * amb_story_runs_remove:
 * @connection: a connection in a writing transaction
 * @story_id: a story
 * @hashes: (element-type gint64): the runs that were stored for it
 * @error: [error@StorageError]
 *
 * Removes the runs of a story.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_story_runs_remove (AmbConnection  *connection,
                       gint64          story_id,
                       GArray         *hashes,
                       GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "DELETE FROM story_run WHERE hash = ? AND story_id = ?", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < hashes->len; i++)
    {
      amb_statement_add_integer (statement, g_array_index (hashes, gint64, i));
      amb_statement_add_integer (statement, story_id);
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static void
note_run (GArray     *found,
          GHashTable *n_runs,
          gint64      hash,
          gint64      story_id)
{
  Run run = { hash, story_id };
  gint64 *key = g_memdup2 (&story_id, sizeof story_id);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_runs, key));

  g_array_append_val (found, run);
  g_hash_table_insert (n_runs, key, GUINT_TO_POINTER (n + 1));
}

/* For every run that was found, the stories it stands in, one after the other; and how many runs each story has. */
static gboolean
look_up_runs (AmbConnection  *connection,
              const GArray   *hashes,
              GArray         *found,
              GHashTable     *n_runs,
              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT story_id FROM story_run WHERE hash = ? LIMIT ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < hashes->len; i++)
    {
      amb_statement_add_integer (statement, g_array_index (hashes, gint64, i));
      amb_statement_add_integer (statement, MOST_STORIES_PER_RUN);
      for (;;)
        {
          if (!amb_statement_step (statement, &row, error))
            return FALSE;
          if (!row)
            break;

          note_run (found, n_runs, g_array_index (hashes, gint64, i), amb_statement_get_integer (statement, 0));
        }
      amb_statement_rewind (statement);
    }

  return TRUE;
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }

  return FALSE;
}

/* Of the stories that one run stands in, the one with the most runs, unless one of them was chosen before. */
static void
choose_source (GArray     *sources,
               const Run  *runs,
               guint       n_runs_here,
               GHashTable *n_runs)
{
  gint64 best = runs[0].story_id;
  guint most = 0;

  for (guint i = 0; i < n_runs_here; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_runs, &runs[i].story_id));

      if (contains (sources, runs[i].story_id))
        return;
      if (n > most)
        {
          most = n;
          best = runs[i].story_id;
        }
    }

  g_array_append_val (sources, best);
}

/**
 * amb_story_runs_find_sources:
 * @connection: a connection
 * @hashes: (element-type gint64): the runs of words in a text
 * @error: [error@StorageError]
 *
 * Finds a few stories that hold, between them, every run of the text that stands in any story. They are candidates: two
 * runs may share a hash, so their texts have to be compared.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids of stories
 */
GArray *
amb_story_runs_find_sources (AmbConnection  *connection,
                             const GArray   *hashes,
                             GError        **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) n_runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint first = 0;

  if (!look_up_runs (connection, hashes, found, n_runs, error))
    return NULL;

  for (guint i = 1; i <= found->len; i++)
    {
      const Run *runs = &g_array_index (found, Run, first);

      if (i < found->len && g_array_index (found, Run, i).hash == runs->hash)
        continue;

      choose_source (sources, runs, i - first, n_runs);
      first = i;
    }

  return g_steal_pointer (&sources);
}

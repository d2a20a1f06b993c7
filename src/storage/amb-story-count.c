/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-story-store.h"

#include "amb-label-count.h"

/**
 * amb_story_store_count_source:
 * @connection: a connection
 * @source_id: a source
 * @error: [error@StorageError]
 *
 * Counts the stories of a source.
 *
 * Returns: how many there are, −1 with an error
 */
gint64
amb_story_store_count_source (AmbConnection  *connection,
                              gint64          source_id,
                              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT count (*) FROM story WHERE source_id = ? AND deleted_at IS NULL", error);
  gboolean row;

  if (statement == NULL)
    return -1;

  amb_statement_add_integer (statement, source_id);

  return amb_statement_step (statement, &row, error) ? amb_statement_get_integer (statement, 0) : -1;
}

static GPtrArray *
collect_counts (AmbStatement  *statement,
                GError       **error)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) amb_label_count_free);
  gboolean row = TRUE;

  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (counts, amb_label_count_new (amb_statement_get_text (statement, 0),
                                                      amb_statement_get_integer (statement, 1)));
    }

  return g_steal_pointer (&counts);
}

/**
 * amb_story_store_count_labels:
 * @connection: a connection
 * @kind: which labels
 * @error: [error@StorageError]
 *
 * Counts how many stories carry each label of a kind.
 *
 * Returns: (transfer full) (element-type AmbLabelCount) (nullable): the labels, most used first
 */
GPtrArray *
amb_story_store_count_labels (AmbConnection      *connection,
                              AmbStoryLabelKind   kind,
                              GError            **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT min (label), count (*) AS n FROM story_label JOIN story ON story.id = story_id "
                            "WHERE story_label.kind = ? AND deleted_at IS NULL GROUP BY key ORDER BY n DESC, key", error);

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, kind);

  return collect_counts (statement, error);
}

/**
 * amb_story_store_count_languages:
 * @connection: a connection
 * @error: [error@StorageError]
 *
 * Counts how many stories there are in each language.
 *
 * Returns: (transfer full) (element-type AmbLabelCount) (nullable): the languages (BCP 47), most used first
 */
GPtrArray *
amb_story_store_count_languages (AmbConnection  *connection,
                                 GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT language, count (*) AS n FROM story INDEXED BY story_by_language "
                            "WHERE deleted_at IS NULL GROUP BY language ORDER BY n DESC, language", error);

  return statement == NULL ? NULL : collect_counts (statement, error);
}

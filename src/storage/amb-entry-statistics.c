/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-entry-statistics.h"

#include "amb-time.h"

/* The newest result that tells them; of two at the same moment the one that was noted last. */
static gboolean
load_views (AmbConnection  *connection,
            gint64          entry_id,
            gint64         *views,
            GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT at, views FROM entry_result WHERE entry_id = ? AND views IS NOT NULL ORDER BY position",
                            error);
  gint64 newest = G_MININT64;
  gboolean row = TRUE;

  *views = -1;
  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, entry_id);
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (!row || amb_statement_get_integer (statement, 0) < newest)
        continue;

      newest = amb_statement_get_integer (statement, 0);
      *views = amb_statement_get_integer (statement, 1);
    }

  return TRUE;
}

static gboolean
load_labels (AmbConnection      *connection,
             gint64              entry_id,
             AmbStoryLabelKind   kind,
             GPtrArray          *labels,
             GError            **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT l.key, l.label FROM entry_story AS s CROSS JOIN story_label AS l "
                            "ON l.story_id = s.story_id AND l.kind = ?2 WHERE s.entry_id = ?1 ORDER BY s.position", error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, entry_id);
  amb_statement_add_integer (statement, kind);
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (row && g_hash_table_add (seen, g_strdup (amb_statement_get_text (statement, 0))))
        g_ptr_array_add (labels, g_strdup (amb_statement_get_text (statement, 1)));
    }

  return TRUE;
}

static void
read_figures (AmbStatement    *statement,
              AmbEntryFigures *figures)
{
  figures->at = amb_statement_get_integer (statement, 1);
  figures->zone_offset = amb_statement_get_integer (statement, 2);
  figures->kind = amb_statement_get_integer (statement, 3);
  figures->online = amb_statement_get_integer (statement, 4);
  figures->channel = amb_statement_get_text (statement, 5);
  figures->audience = amb_statement_get_text (statement, 6);
  figures->own_words = amb_statement_is_null (statement, 7) ? -1.0 : amb_statement_get_real (statement, 7);
  figures->n_heard = amb_statement_get_integer (statement, 8);
}

/**
 * amb_entry_statistics_foreach:
 * @connection: a connection
 * @since: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment that counts
 * @until: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment that counts no more
 * @labels: which labels of its stories to hand over as well, or 0 for none
 * @func: (scope call): called for each entry; what it is given it may keep only as a copy
 * @data: for @func
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Goes through the entries of a period, the newest first. What the person did not confirm does not count.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_entry_statistics_foreach (AmbConnection        *connection,
                              gint64                since,
                              gint64                until,
                              AmbStoryLabelKind     labels,
                              AmbEntryFiguresFunc   func,
                              gpointer              data,
                              GError              **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id, at, zone_offset, kind, online, channel, audience, own_words, "
                            "(SELECT count (*) FROM heard WHERE heard.entry_id = entry.id) "
                            "FROM entry INDEXED BY entry_by_time "
                            "WHERE at >= ? AND at < ? AND deleted_at IS NULL AND confirmed = 1 ORDER BY at DESC, id DESC",
                            error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  AmbEntryFigures figures = { .labels = found };
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, since == AMB_TIME_UNSET ? G_MININT64 : since);
  amb_statement_add_integer (statement, until == AMB_TIME_UNSET ? G_MAXINT64 : until);
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      read_figures (statement, &figures);
      g_ptr_array_set_size (found, 0);
      if (!load_views (connection, amb_statement_get_integer (statement, 0), &figures.views, error) ||
          (labels != 0 && !load_labels (connection, amb_statement_get_integer (statement, 0), labels, found, error)))
        return FALSE;
      func (&figures, data);
    }

  return TRUE;
}

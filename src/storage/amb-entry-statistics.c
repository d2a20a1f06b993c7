/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-entry-statistics.h"

#include "amb-time.h"

static gboolean
load_labels (AmbConnection      *connection,
             gint64              entry_id,
             AmbStoryLabelKind   kind,
             GPtrArray          *labels,
             GError            **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT min (l.label) FROM entry_story AS s JOIN story_label AS l ON l.story_id = s.story_id "
                            "WHERE s.entry_id = ? AND l.kind = ? GROUP BY l.key", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, entry_id);
  amb_statement_add_integer (statement, kind);
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        g_ptr_array_add (labels, g_strdup (amb_statement_get_text (statement, 0)));
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
  figures->views = amb_statement_is_null (statement, 8) ? -1 : amb_statement_get_integer (statement, 8);
  figures->n_heard = amb_statement_get_integer (statement, 9);
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
                            "(SELECT r.views FROM entry_result AS r WHERE r.entry_id = entry.id AND r.views IS NOT NULL "
                            "ORDER BY r.at DESC, r.position DESC LIMIT 1), "
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
      if (labels != 0 && !load_labels (connection, amb_statement_get_integer (statement, 0), labels, found, error))
        return FALSE;
      func (&figures, data);
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-entry-store.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-search-query.h"
#include "amb-time.h"

typedef struct
{
  gint64 id;
  gint64 at;
} Found;

static const char *
choose_index (const AmbEntryFilter *filter)
{
  if (filter->kind != 0 && filter->channel != NULL)
    return "entry_by_kind_channel";
  if (filter->kind != 0)
    return "entry_by_kind";
  if (filter->channel != NULL)
    return "entry_by_channel";

  return "entry_by_time";
}

static const char *
make_sql (const AmbEntryFilter *filter,
          const char           *match)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (match != NULL)
    g_string_append (sql, "SELECT e.id, e.at FROM entry_fts CROSS JOIN entry AS e ON e.id = entry_fts.rowid "
                          "WHERE entry_fts MATCH ? AND e.deleted_at IS NULL");
  else
    g_string_append_printf (sql, "SELECT e.id FROM entry AS e INDEXED BY %s WHERE e.deleted_at IS NULL",
                            choose_index (filter));
  if (filter->kind != 0)
    g_string_append (sql, " AND e.kind = ?");
  if (filter->channel != NULL)
    g_string_append (sql, " AND e.channel = ?");
  if (filter->since != AMB_TIME_UNSET)
    g_string_append (sql, " AND e.at >= ?");
  if (filter->until != AMB_TIME_UNSET)
    g_string_append (sql, " AND e.at < ?");
  if (match == NULL)
    g_string_append (sql, " ORDER BY e.at DESC, e.id DESC");
  text = g_string_free (sql, FALSE);

  /* There are few combinations, and a connection knows its statements by their address. */
  return g_intern_string (text);
}

static void
bind_conditions (AmbStatement         *statement,
                 const AmbEntryFilter *filter)
{
  if (filter->kind != 0)
    amb_statement_add_integer (statement, filter->kind);
  if (filter->channel != NULL)
    amb_statement_add_text (statement, filter->channel);
  if (filter->since != AMB_TIME_UNSET)
    amb_statement_add_integer (statement, filter->since);
  if (filter->until != AMB_TIME_UNSET)
    amb_statement_add_integer (statement, filter->until);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const Found *first = a;
  const Found *second = b;

  if (first->at != second->at)
    return first->at > second->at ? -1 : 1;

  return first->id > second->id ? -1 : first->id < second->id;
}

/* What a search finds comes in no order of time; it is sorted here, so that SQLite needs no table of its own for it. */
static GArray *
collect_newest_first (AmbStatement  *statement,
                      GError       **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  while (row)
    {
      Found entry;

      if (!amb_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      entry.id = amb_statement_get_integer (statement, 0);
      entry.at = amb_statement_get_integer (statement, 1);
      g_array_append_val (found, entry);
    }

  g_array_sort (found, compare_newest_first);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (ids, g_array_index (found, Found, i).id);

  return g_steal_pointer (&ids);
}

/**
 * amb_entry_store_query:
 * @connection: a connection
 * @filter: (nullable): which entries; %NULL for all
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Finds entries of the log, the newest first.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_entry_store_query (AmbConnection         *connection,
                       const AmbEntryFilter  *filter,
                       GError               **error)
{
  static const AmbEntryFilter all = { .since = AMB_TIME_UNSET, .until = AMB_TIME_UNSET };
  g_autoptr (AmbSearchQuery) search = NULL;
  g_autoptr (AmbStatement) statement = NULL;
  const char *match;

  if (filter == NULL)
    filter = &all;

  if (filter->search != NULL)
    search = filter->partial ? amb_search_query_parse_partial (filter->search) : amb_search_query_parse (filter->search);
  match = search == NULL ? NULL : amb_search_query_get_match (search);

  statement = amb_connection_prepare (connection, make_sql (filter, match), error);
  if (statement == NULL)
    return NULL;

  if (match != NULL)
    amb_statement_add_text (statement, match);
  bind_conditions (statement, filter);

  return match != NULL ? collect_newest_first (statement, error) : amb_statement_collect_ids (statement, error);
}

/**
 * amb_entry_store_require:
 * @connection: a connection
 * @id: an entry
 * @error: %AMB_STORAGE_ERROR_NOT_FOUND when there is none, or it was removed; or another [error@StorageError]
 *
 * Makes sure that an entry is there for the person: [func@EntryStore.load] finds removed ones as well.
 *
 * Returns: %TRUE when it is there
 */
gboolean
amb_entry_store_require (AmbConnection  *connection,
                         gint64          id,
                         GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT 1 FROM entry WHERE id = ? AND deleted_at IS NULL", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, id);
  if (!amb_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such entry."));

  return row;
}

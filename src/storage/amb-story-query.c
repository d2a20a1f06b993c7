/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-story-store.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-fold.h"
#include "amb-search-query.h"

static AmbSearchQuery *
parse_search (const AmbStoryFilter *filter)
{
  if (filter->search == NULL)
    return NULL;

  return filter->partial ? amb_search_query_parse_partial (filter->search) : amb_search_query_parse (filter->search);
}

static void
append_labels_condition (GString            *sql,
                         char              **labels,
                         AmbStoryLabelKind   kind)
{
  if (labels == NULL || labels[0] == NULL)
    return;

  g_string_append_printf (sql, " AND EXISTS (SELECT 1 FROM story_label WHERE story_id = s.id AND kind = %d AND key IN (",
                          (int) kind);
  for (guint i = 0; labels[i] != NULL; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  g_string_append (sql, "))");
}

/* What is set in the filter becomes a condition; bind_conditions() binds its parameters in the same order. */
static void
append_conditions (GString              *sql,
                   const AmbStoryFilter *filter)
{
  g_string_append (sql, " s.deleted_at IS NULL");
  if (filter->language != NULL)
    g_string_append (sql, " AND s.language = ?");
  if (filter->kind != 0)
    g_string_append (sql, " AND s.kind = ?");
  if (filter->source_id != 0)
    g_string_append (sql, " AND s.source_id = ?");
  if (filter->usable)
    g_string_append (sql, " AND s.status = 1 AND s.cleared = 1 AND coalesce (s.usable_from <= ?, 1)"
                          " AND coalesce (s.usable_until > ?, 1)");
  if (filter->unused)
    g_string_append (sql, " AND s.used_at IS NULL");
  if (filter->favourites)
    g_string_append (sql, " AND s.favourite = 1");
  append_labels_condition (sql, filter->themes, AMB_STORY_LABEL_THEME);
  append_labels_condition (sql, filter->audiences, AMB_STORY_LABEL_AUDIENCE);
}

/* The full text leads when there is a search: it gives its rows in the order of their rank by itself. */
static const char *
make_sql (const AmbStoryFilter *filter,
          const char           *match)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (match != NULL)
    g_string_append (sql, "SELECT s.id, story_fts.rank FROM story_fts CROSS JOIN story AS s ON s.id = story_fts.rowid"
                          " WHERE story_fts MATCH ? AND");
  else
    g_string_append (sql, "SELECT s.id FROM story AS s INDEXED BY story_by_age WHERE");
  append_conditions (sql, filter);
  g_string_append (sql, match != NULL ? " ORDER BY story_fts.rank" : " ORDER BY s.id DESC");
  text = g_string_free (sql, FALSE);

  /* There are few combinations, and a connection knows its statements by their address. */
  return g_intern_string (text);
}

static void
bind_labels (AmbStatement  *statement,
             char         **labels,
             GPtrArray     *keys)
{
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    {
      g_ptr_array_add (keys, amb_fold (labels[i], -1));
      amb_statement_add_text (statement, g_ptr_array_index (keys, keys->len - 1));
    }
}

static void
bind_conditions (AmbStatement         *statement,
                 const AmbStoryFilter *filter,
                 GPtrArray            *keys)
{
  if (filter->language != NULL)
    amb_statement_add_text (statement, filter->language);
  if (filter->kind != 0)
    amb_statement_add_integer (statement, filter->kind);
  if (filter->source_id != 0)
    amb_statement_add_integer (statement, filter->source_id);
  if (filter->usable)
    {
      amb_statement_add_integer (statement, filter->now);
      amb_statement_add_integer (statement, filter->now);
    }
  bind_labels (statement, filter->themes, keys);
  bind_labels (statement, filter->audiences, keys);
}

static GArray *
collect (AmbStatement  *statement,
         GArray        *scores,
         GError       **error)
{
  g_autoptr (GArray) ids = NULL;
  gboolean row = TRUE;

  if (scores == NULL)
    return amb_statement_collect_ids (statement, error);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (row)
    {
      gint64 id;
      double score;

      if (!amb_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      id = amb_statement_get_integer (statement, 0);
      /* bm25() is the smaller, the better the match. */
      score = -amb_statement_get_score (statement, 1);
      g_array_append_val (ids, id);
      g_array_append_val (scores, score);
    }

  return g_steal_pointer (&ids);
}

/**
 * amb_story_store_query:
 * @connection: a connection
 * @filter: (nullable): which stories; %NULL for all
 * @scores: (nullable) (element-type double): filled with how well each story fits the search, greater is better; left
 *   empty when there is no search
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Finds stories: with a search the best match first (bm25, the title weighs most), else the newest first.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_story_store_query (AmbConnection         *connection,
                       const AmbStoryFilter  *filter,
                       GArray                *scores,
                       GError               **error)
{
  static const AmbStoryFilter all = { 0 };
  g_autoptr (AmbSearchQuery) search = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AmbStatement) statement = NULL;
  const char *match;

  if (filter == NULL)
    filter = &all;

  search = parse_search (filter);
  match = search == NULL ? NULL : amb_search_query_get_match (search);

  statement = amb_connection_prepare (connection, make_sql (filter, match), error);
  if (statement == NULL)
    return NULL;

  if (match != NULL)
    amb_statement_add_text (statement, match);
  bind_conditions (statement, filter, keys);

  return collect (statement, match == NULL ? NULL : scores, error);
}

/**
 * amb_story_store_require:
 * @connection: a connection
 * @id: a story
 * @error: %AMB_STORAGE_ERROR_NOT_FOUND when there is none, or it was removed; or another [error@StorageError]
 *
 * Makes sure that a story is there for the person: [func@StoryStore.load] finds removed ones as well.
 *
 * Returns: %TRUE when it is there
 */
gboolean
amb_story_store_require (AmbConnection  *connection,
                         gint64          id,
                         GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT 1 FROM story WHERE id = ? AND deleted_at IS NULL", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, id);
  if (!amb_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such story."));

  return row;
}

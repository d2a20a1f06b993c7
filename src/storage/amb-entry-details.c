/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-entry-details.h"

#include "amb-fold.h"
#include "amb-time.h"

static gboolean
insert_stories (AmbConnection  *connection,
                AmbEntry       *entry,
                GError        **error)
{
  GArray *stories = amb_entry_get_stories (entry);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO entry_story (entry_id, position, story_id, version) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < stories->len; i++)
    {
      AmbStoryUse *use = &g_array_index (stories, AmbStoryUse, i);

      amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (entry)));
      amb_statement_add_integer (statement, i);
      amb_statement_add_integer (statement, use->story_id);
      amb_statement_add_integer (statement, use->version);
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_tags (AmbConnection  *connection,
             AmbEntry       *entry,
             GError        **error)
{
  const char * const *tags = amb_entry_get_tags (entry);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "INSERT INTO entry_tag (entry_id, position, tag, key) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *key = amb_fold (tags[i], -1);

      amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (entry)));
      amb_statement_add_integer (statement, i);
      amb_statement_add_text (statement, tags[i]);
      amb_statement_add_text (statement, key);
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_count (AmbStatement *statement,
           gint64        count)
{
  if (count < 0)
    amb_statement_add_null (statement);
  else
    amb_statement_add_integer (statement, count);
}

static gboolean
insert_results (AmbConnection  *connection,
                AmbEntry       *entry,
                GError        **error)
{
  GArray *results = amb_entry_get_results (entry);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO entry_result (entry_id, position, at, views, reactions, comments, reshares, clicks) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < results->len; i++)
    {
      AmbResult *result = &g_array_index (results, AmbResult, i);

      amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (entry)));
      amb_statement_add_integer (statement, i);
      amb_statement_add_integer (statement, result->at);
      add_count (statement, result->views);
      add_count (statement, result->reactions);
      add_count (statement, result->comments);
      add_count (statement, result->reshares);
      add_count (statement, result->clicks);
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_heard (AmbConnection  *connection,
              AmbEntry       *entry,
              GError        **error)
{
  GListModel *heard = G_LIST_MODEL (amb_entry_get_heard (entry));
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO heard (id, entry_id, at, tone, quote, \"group\", name, value, cause, action) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (heard); i++)
    {
      g_autoptr (AmbHeard) item = g_list_model_get_item (heard, i);

      if (amb_record_get_id (AMB_RECORD (item)) == 0)
        amb_record_set_id (AMB_RECORD (item), amb_connection_make_id (connection));
      amb_heard_set_entry_id (item, amb_record_get_id (AMB_RECORD (entry)));
      if (amb_heard_get_at (item) == AMB_TIME_UNSET)
        amb_heard_set_at (item, amb_entry_get_at (entry));

      amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (item)));
      amb_statement_add_integer (statement, amb_heard_get_entry_id (item));
      amb_statement_add_integer (statement, amb_heard_get_at (item));
      amb_statement_add_integer (statement, amb_heard_get_tone (item));
      for (guint field = AMB_HEARD_QUOTE; field < AMB_HEARD_N_TEXTS; field++)
        amb_statement_add_text (statement, amb_heard_get_text (item, field));
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * amb_entry_details_insert:
 * @connection: a connection in a writing transaction
 * @entry: an entry with its id
 * @error: [error@StorageError]
 *
 * Stores what belongs to an entry: stories, tags, results, and what was heard.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_entry_details_insert (AmbConnection  *connection,
                          AmbEntry       *entry,
                          GError        **error)
{
  return insert_stories (connection, entry, error) &&
         insert_tags (connection, entry, error) &&
         insert_results (connection, entry, error) &&
         insert_heard (connection, entry, error);
}

/**
 * amb_entry_details_remove:
 * @connection: a connection in a writing transaction
 * @entry_id: an entry
 * @error: [error@StorageError]
 *
 * Removes what belongs to an entry, to store it anew.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_entry_details_remove (AmbConnection  *connection,
                          gint64          entry_id,
                          GError        **error)
{
  static const char * const removals[] = {
    "DELETE FROM entry_story WHERE entry_id = ?",
    "DELETE FROM entry_tag WHERE entry_id = ?",
    "DELETE FROM entry_result WHERE entry_id = ?",
    "DELETE FROM heard WHERE entry_id = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      if (!amb_connection_run_with_id (connection, removals[i], entry_id, error))
        return FALSE;
    }

  return TRUE;
}

typedef void (*ReadFunc) (AmbStatement *statement, AmbEntry *entry);

static void
read_story (AmbStatement *statement,
            AmbEntry     *entry)
{
  amb_entry_add_story (entry, amb_statement_get_integer (statement, 0), amb_statement_get_integer (statement, 1));
}

static gint64
read_count (AmbStatement *statement,
            int           column)
{
  return amb_statement_is_null (statement, column) ? -1 : amb_statement_get_integer (statement, column);
}

static void
read_result (AmbStatement *statement,
             AmbEntry     *entry)
{
  AmbResult result = {
    amb_statement_get_integer (statement, 0),
    read_count (statement, 1),
    read_count (statement, 2),
    read_count (statement, 3),
    read_count (statement, 4),
    read_count (statement, 5),
  };

  amb_entry_add_result (entry, &result);
}

static void
read_tag (AmbStatement *statement,
          AmbEntry     *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  g_strv_builder_addv (builder, (const char **) amb_entry_get_tags (entry));
  g_strv_builder_add (builder, amb_statement_get_text (statement, 0));
  tags = g_strv_builder_end (builder);
  amb_entry_set_tags (entry, (const char * const *) tags);
}

static void
read_heard (AmbStatement *statement,
            AmbEntry     *entry)
{
  g_autoptr (AmbHeard) heard = amb_heard_new ();

  amb_record_set_id (AMB_RECORD (heard), amb_statement_get_integer (statement, 0));
  amb_heard_set_entry_id (heard, amb_record_get_id (AMB_RECORD (entry)));
  amb_heard_set_at (heard, amb_statement_get_integer (statement, 1));
  amb_heard_set_tone (heard, amb_statement_get_integer (statement, 2));
  for (guint field = AMB_HEARD_QUOTE; field < AMB_HEARD_N_TEXTS; field++)
    amb_heard_set_text (heard, field, amb_statement_get_text (statement, 3 + field));
  amb_record_set_loaded (AMB_RECORD (heard), TRUE);
  g_list_store_append (amb_entry_get_heard (entry), heard);
}

static gboolean
load_rows (AmbConnection  *connection,
           AmbEntry       *entry,
           const char     *sql,
           ReadFunc        read,
           GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (entry)));
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        read (statement, entry);
    }

  return TRUE;
}

/**
 * amb_entry_details_load:
 * @connection: a connection
 * @entry: an entry with its id
 * @heard: whether to load what was heard and the tags as well
 * @error: [error@StorageError]
 *
 * Loads what belongs to an entry.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_entry_details_load (AmbConnection  *connection,
                        AmbEntry       *entry,
                        gboolean        heard,
                        GError        **error)
{
  if (!load_rows (connection, entry, "SELECT story_id, version FROM entry_story WHERE entry_id = ? ORDER BY position",
                  read_story, error) ||
      !load_rows (connection, entry,
                  "SELECT at, views, reactions, comments, reshares, clicks FROM entry_result WHERE entry_id = ? "
                  "ORDER BY position", read_result, error))
    return FALSE;

  return !heard ||
         (load_rows (connection, entry, "SELECT tag FROM entry_tag WHERE entry_id = ? ORDER BY position", read_tag, error) &&
          load_rows (connection, entry,
                     "SELECT id, at, tone, quote, \"group\", name, value, cause, action FROM heard WHERE entry_id = ? "
                     "ORDER BY id", read_heard, error));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-entry-store.h"

#include <glib/gi18n-lib.h>

#include "amb-entry-details.h"
#include "amb-error.h"
#include "amb-fold.h"
#include "amb-full-text.h"
#include "amb-story-store.h"
#include "amb-time.h"

/* The numbers come first, then the texts in the order of entry_texts. */
#define COLUMNS "id, kind, online, at, zone_offset, own_words, reached, reached_indirectly, follow_up_at, confirmed, private, " \
                "draft_id, channel, place, audience, \"with\", title, text, link, language, follow_up, outcome, evidence, reward"

static const AmbEntryText entry_texts[] = {
  AMB_ENTRY_CHANNEL, AMB_ENTRY_PLACE, AMB_ENTRY_AUDIENCE, AMB_ENTRY_WITH, AMB_ENTRY_TITLE, AMB_ENTRY_TEXT, AMB_ENTRY_LINK,
  AMB_ENTRY_LANGUAGE, AMB_ENTRY_FOLLOW_UP, AMB_ENTRY_OUTCOME, AMB_ENTRY_EVIDENCE, AMB_ENTRY_REWARD,
};

/* What a search finds beside title and text. */
static const AmbEntryText searched_texts[] = {
  AMB_ENTRY_PLACE, AMB_ENTRY_AUDIENCE, AMB_ENTRY_WITH, AMB_ENTRY_FOLLOW_UP, AMB_ENTRY_OUTCOME,
};

#define FIRST_TEXT_COLUMN 12

static const AmbFullText full_text = {
  .select = "SELECT id, title, text, more, folded FROM entry WHERE id = ?",
  .add = "INSERT INTO entry_fts (rowid, title, text, more, folded) VALUES (?, ?, ?, ?, ?)",
  .remove = "INSERT INTO entry_fts (entry_fts, rowid, title, text, more, folded) VALUES ('delete', ?, ?, ?, ?, ?)",
};

static int
read_count (AmbStatement *statement,
            int           column)
{
  return amb_statement_is_null (statement, column) ? -1 : amb_statement_get_integer (statement, column);
}

static AmbEntry *
read_row (AmbStatement *statement)
{
  AmbEntry *entry = amb_entry_new ();

  amb_record_set_id (AMB_RECORD (entry), amb_statement_get_integer (statement, 0));
  amb_entry_set_kind (entry, amb_statement_get_integer (statement, 1));
  amb_entry_set_online (entry, amb_statement_get_integer (statement, 2));
  amb_entry_set_at (entry, amb_statement_get_integer (statement, 3));
  amb_entry_set_zone_offset (entry, amb_statement_get_integer (statement, 4));
  amb_entry_set_own_words (entry, amb_statement_get_real (statement, 5));
  amb_entry_set_reached (entry, read_count (statement, 6));
  amb_entry_set_reached_indirectly (entry, read_count (statement, 7));
  amb_entry_set_follow_up_at (entry, amb_statement_get_time (statement, 8));
  amb_entry_set_confirmed (entry, amb_statement_get_integer (statement, 9));
  amb_entry_set_private (entry, amb_statement_get_integer (statement, 10));
  amb_entry_set_draft_id (entry, amb_statement_get_integer (statement, 11));
  for (guint i = 0; i < G_N_ELEMENTS (entry_texts); i++)
    amb_entry_set_text (entry, entry_texts[i], amb_statement_get_text (statement, FIRST_TEXT_COLUMN + i));
  amb_record_set_loaded (AMB_RECORD (entry), TRUE);

  return entry;
}

static void
append_line (GString    *lines,
             const char *text)
{
  if (text != NULL)
    g_string_append_printf (lines, "%s\n", text);
}

static char *
join_other_texts (AmbEntry *entry)
{
  GListModel *heard = G_LIST_MODEL (amb_entry_get_heard (entry));
  const char * const *tags = amb_entry_get_tags (entry);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (searched_texts); i++)
    append_line (lines, amb_entry_get_text (entry, searched_texts[i]));
  for (guint i = 0; tags[i] != NULL; i++)
    append_line (lines, tags[i]);
  for (guint i = 0; i < g_list_model_get_n_items (heard); i++)
    {
      g_autoptr (AmbHeard) item = g_list_model_get_item (heard, i);

      append_line (lines, amb_heard_get_text (item, AMB_HEARD_QUOTE));
    }

  return g_string_free (lines, lines->len == 0);
}

static char *
fold_texts (AmbEntry   *entry,
            const char *more)
{
  const char *texts[] = { amb_entry_get_text (entry, AMB_ENTRY_TITLE), amb_entry_get_text (entry, AMB_ENTRY_TEXT), more };
  GString *folded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *extra = texts[i] == NULL ? NULL : amb_fold_extra (texts[i]);

      append_line (folded, extra);
    }

  return g_string_free (folded, folded->len == 0);
}

static void
add_count (AmbStatement *statement,
           int           count)
{
  if (count < 0)
    amb_statement_add_null (statement);
  else
    amb_statement_add_integer (statement, count);
}

static gboolean
upsert (AmbConnection  *connection,
        AmbEntry       *entry,
        GError        **error)
{
  g_autofree char *more = join_other_texts (entry);
  g_autofree char *folded = fold_texts (entry, more);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO entry (" COLUMNS ", more, folded, created_at) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                            "ON CONFLICT (id) DO UPDATE SET (kind, online, at, zone_offset, own_words, reached, "
                            "reached_indirectly, follow_up_at, confirmed, private, draft_id, channel, place, audience, "
                            "\"with\", title, text, link, language, follow_up, outcome, evidence, reward, more, folded) = "
                            "(excluded.kind, excluded.online, excluded.at, excluded.zone_offset, excluded.own_words, "
                            "excluded.reached, excluded.reached_indirectly, excluded.follow_up_at, excluded.confirmed, "
                            "excluded.private, excluded.draft_id, excluded.channel, excluded.place, excluded.audience, "
                            "excluded.\"with\", excluded.title, excluded.text, excluded.link, excluded.language, "
                            "excluded.follow_up, excluded.outcome, excluded.evidence, excluded.reward, excluded.more, "
                            "excluded.folded)", error);

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (entry)));
  amb_statement_add_integer (statement, amb_entry_get_kind (entry));
  amb_statement_add_integer (statement, amb_entry_get_online (entry));
  amb_statement_add_integer (statement, amb_entry_get_at (entry));
  amb_statement_add_integer (statement, amb_entry_get_zone_offset (entry));
  amb_statement_add_real (statement, amb_entry_get_own_words (entry));
  add_count (statement, amb_entry_get_reached (entry));
  add_count (statement, amb_entry_get_reached_indirectly (entry));
  amb_statement_add_time (statement, amb_entry_get_follow_up_at (entry));
  amb_statement_add_integer (statement, amb_entry_get_confirmed (entry));
  amb_statement_add_integer (statement, amb_entry_get_private (entry));
  amb_statement_add_id (statement, amb_entry_get_draft_id (entry));
  for (guint i = 0; i < G_N_ELEMENTS (entry_texts); i++)
    amb_statement_add_text (statement, amb_entry_get_text (entry, entry_texts[i]));
  amb_statement_add_text (statement, more);
  amb_statement_add_text (statement, folded);
  amb_statement_add_integer (statement, amb_connection_get_now (connection));

  return amb_statement_run (statement, error);
}

static GArray *
list_stories (AmbConnection  *connection,
              gint64          id,
              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT story_id FROM entry_story WHERE entry_id = ?", error);

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, id);

  return amb_statement_collect_ids (statement, error);
}

/* A story is used while there is an entry that was made of it: those of the entry before it changed count too. */
static gboolean
update_story_use (AmbConnection  *connection,
                  GArray         *before,
                  GArray         *after,
                  GError        **error)
{
  for (guint i = 0; i < before->len; i++)
    {
      if (!amb_story_store_update_use (connection, g_array_index (before, gint64, i), error))
        return FALSE;
    }
  for (guint i = 0; after != NULL && i < after->len; i++)
    {
      if (!amb_story_store_update_use (connection, g_array_index (after, AmbStoryUse, i).story_id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * amb_entry_store_save:
 * @connection: a connection in a writing transaction
 * @entry: an entry; a new one gets its id
 * @error: [error@StorageError]
 *
 * Stores an entry with its stories, results, tags and what was heard. One that was loaded as a row has not all of that,
 * and is refused.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_entry_store_save (AmbConnection  *connection,
                      AmbEntry       *entry,
                      GError        **error)
{
  gboolean is_new = amb_record_get_id (AMB_RECORD (entry)) == 0;
  g_autoptr (GArray) before = NULL;
  gint64 id;

  if (amb_entry_get_is_row (entry))
    {
      g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
                           _("Only part of this entry was read. Open it, then change it."));
      return FALSE;
    }

  if (is_new)
    amb_record_set_id (AMB_RECORD (entry), amb_connection_make_id (connection));
  if (amb_entry_get_at (entry) == AMB_TIME_UNSET)
    amb_entry_set_at (entry, amb_connection_get_now (connection));
  id = amb_record_get_id (AMB_RECORD (entry));

  before = list_stories (connection, id, error);
  if (before == NULL)
    return FALSE;

  if (!is_new &&
      (!amb_full_text_remove (&full_text, connection, id, error) ||
       !amb_entry_details_remove (connection, id, error)))
    return FALSE;

  return upsert (connection, entry, error) &&
         amb_entry_details_insert (connection, entry, error) &&
         update_story_use (connection, before, amb_entry_get_stories (entry), error) &&
         amb_full_text_add (&full_text, connection, id, error);
}

/* Loads one entry; NULL without an error when there is none. */
static AmbEntry *
load_one (AmbConnection  *connection,
          gint64          id,
          gboolean        whole,
          GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, "SELECT " COLUMNS " FROM entry WHERE id = ?", error);
  g_autoptr (AmbEntry) entry = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, id);
  if (!amb_statement_step (statement, &row, error) || !row)
    return NULL;

  entry = read_row (statement);
  amb_entry_set_is_row (entry, !whole);

  return amb_entry_details_load (connection, entry, whole, error) ? g_steal_pointer (&entry) : NULL;
}

/**
 * amb_entry_store_load:
 * @connection: a connection
 * @id: an entry
 * @error: %AMB_STORAGE_ERROR_NOT_FOUND, or another [error@StorageError]
 *
 * Loads an entry with all that belongs to it, one that was removed as well.
 *
 * Returns: (transfer full) (nullable): the entry
 */
AmbEntry *
amb_entry_store_load (AmbConnection  *connection,
                      gint64          id,
                      GError        **error)
{
  GError *local_error = NULL;
  AmbEntry *entry = load_one (connection, id, TRUE, &local_error);

  if (entry == NULL && local_error == NULL)
    g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such entry."));
  else if (local_error != NULL)
    g_propagate_error (error, local_error);

  return entry;
}

/**
 * amb_entry_store_load_rows:
 * @connection: a connection
 * @ids: (array length=n_ids): entries
 * @n_ids: how many
 * @error: [error@StorageError]
 *
 * Loads entries as a list shows them: with their results, without their tags and what was heard, so that they can't be
 * saved. Those that are gone are left out.
 *
 * Returns: (transfer full) (element-type AmbEntry) (nullable): the entries, in the order of @ids
 */
GPtrArray *
amb_entry_store_load_rows (AmbConnection  *connection,
                           const gint64   *ids,
                           guint           n_ids,
                           GError        **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_ids; i++)
    {
      GError *local_error = NULL;
      AmbEntry *entry = load_one (connection, ids[i], FALSE, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

/**
 * amb_entry_store_list_unconfirmed:
 * @connection: a connection
 * @limit: at most this many
 * @error: [error@StorageError]
 *
 * Lists the entries whose channel was opened without the person saying that the text went out, newest first.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_entry_store_list_unconfirmed (AmbConnection  *connection,
                                  guint           limit,
                                  GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id FROM entry WHERE confirmed = 0 AND deleted_at IS NULL ORDER BY at DESC LIMIT ?", error);

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, limit);

  return amb_statement_collect_ids (statement, error);
}

/**
 * amb_entry_store_list_follow_ups:
 * @connection: a connection
 * @until: milliseconds since 1970, UTC
 * @limit: at most this many
 * @error: [error@StorageError]
 *
 * Lists the entries to come back to before some moment, the first first.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_entry_store_list_follow_ups (AmbConnection  *connection,
                                 gint64          until,
                                 guint           limit,
                                 GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id FROM entry WHERE follow_up_at < ? AND deleted_at IS NULL ORDER BY follow_up_at LIMIT ?",
                            error);

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, until);
  amb_statement_add_integer (statement, limit);

  return amb_statement_collect_ids (statement, error);
}

/**
 * amb_entry_store_count_period:
 * @connection: a connection
 * @since: milliseconds since 1970, UTC: the first moment that counts
 * @until: milliseconds since 1970, UTC: the first moment that counts no more
 * @online: (out): how many entries were online
 * @offline: (out): how many were face to face
 * @heard: (out): how many things were heard
 * @error: [error@StorageError]
 *
 * Counts what happened in a period. What the person did not confirm does not count, nor what was heard in a conversation
 * that was removed.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_entry_store_count_period (AmbConnection  *connection,
                              gint64          since,
                              gint64          until,
                              gint64         *online,
                              gint64         *offline,
                              gint64         *heard,
                              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT coalesce (sum (online), 0), count (*) - coalesce (sum (online), 0), "
                            "(SELECT count (*) FROM heard WHERE heard.at >= ?1 AND heard.at < ?2 AND NOT EXISTS "
                            "(SELECT 1 FROM entry AS e WHERE e.id = heard.entry_id AND e.deleted_at IS NOT NULL)) "
                            "FROM entry WHERE at >= ?1 AND at < ?2 AND deleted_at IS NULL AND confirmed = 1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, since);
  amb_statement_add_integer (statement, until);
  if (!amb_statement_step (statement, &row, error))
    return FALSE;

  *online = amb_statement_get_integer (statement, 0);
  *offline = amb_statement_get_integer (statement, 1);
  *heard = amb_statement_get_integer (statement, 2);

  return TRUE;
}

/**
 * amb_entry_store_remove:
 * @connection: a connection in a writing transaction
 * @id: an entry
 * @remove: whether to remove it or to bring it back
 * @error: [error@StorageError]
 *
 * Removes an entry so that it can be brought back, or brings it back. Its stories are used no longer, or
 * again.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_entry_store_remove (AmbConnection  *connection,
                        gint64          id,
                        gboolean        remove,
                        GError        **error)
{
  g_autoptr (GArray) stories = list_stories (connection, id, error);

  return stories != NULL &&
         amb_connection_set_integer (connection, "UPDATE entry SET deleted_at = ? WHERE id = ?",
                                     remove ? amb_connection_get_now (connection) : AMB_TIME_UNSET, id, error) &&
         update_story_use (connection, stories, NULL, error);
}

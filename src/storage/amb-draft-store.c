/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-draft-store.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-fold.h"
#include "amb-full-text.h"
#include "amb-search-query.h"
#include "amb-time.h"

#define COLUMNS "id, state, planned_at, created_at, updated_at, deleted_at, language, zone, text"

static const AmbFullText full_text = {
  .select = "SELECT id, text, more, folded FROM draft WHERE id = ?",
  .add = "INSERT INTO draft_fts (rowid, text, more, folded) VALUES (?, ?, ?, ?)",
  .remove = "INSERT INTO draft_fts (draft_fts, rowid, text, more, folded) VALUES ('delete', ?, ?, ?, ?)",
};

static AmbDraft *
read_row (AmbStatement *statement)
{
  AmbDraft *draft = amb_draft_new ();

  amb_record_set_id (AMB_RECORD (draft), amb_statement_get_integer (statement, 0));
  amb_draft_set_state (draft, amb_statement_get_integer (statement, 1));
  amb_draft_set_planned_at (draft, amb_statement_get_time (statement, 2));
  amb_draft_set_created_at (draft, amb_statement_get_time (statement, 3));
  amb_draft_set_updated_at (draft, amb_statement_get_time (statement, 4));
  amb_draft_set_deleted_at (draft, amb_statement_get_time (statement, 5));
  amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, amb_statement_get_text (statement, 6));
  amb_draft_set_text (draft, AMB_DRAFT_ZONE, amb_statement_get_text (statement, 7));
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, amb_statement_get_text (statement, 8));
  amb_record_set_loaded (AMB_RECORD (draft), TRUE);

  return draft;
}

/* The texts of the variants that no longer follow the master text, for the full text. */
static char *
join_variants (AmbDraft *draft)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);
      const char *text = amb_variant_get_text (variant, AMB_VARIANT_TEXT);

      if (text != NULL && !amb_variant_get_follows (variant))
        g_string_append_printf (lines, "%s\n", text);
    }

  return g_string_free (lines, lines->len == 0);
}

static char *
fold_texts (AmbDraft   *draft,
            const char *more)
{
  const char *text = amb_draft_get_text (draft, AMB_DRAFT_TEXT);
  g_autofree char *first = text == NULL ? NULL : amb_fold_extra (text);
  g_autofree char *second = more == NULL ? NULL : amb_fold_extra (more);

  if (first == NULL && second == NULL)
    return NULL;

  return g_strjoin (" ", first == NULL ? "" : first, second, NULL);
}

static gboolean
remove_old_content (AmbConnection  *connection,
                    gint64          id,
                    GError        **error)
{
  return amb_full_text_remove (&full_text, connection, id, error) &&
         amb_connection_run_with_id (connection, "DELETE FROM draft_variant WHERE draft_id = ?", id, error) &&
         amb_connection_run_with_id (connection, "DELETE FROM draft_story WHERE draft_id = ?", id, error);
}

static gboolean
upsert (AmbConnection  *connection,
        AmbDraft       *draft,
        GError        **error)
{
  g_autofree char *more = join_variants (draft);
  g_autofree char *folded = fold_texts (draft, more);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO draft (id, state, planned_at, created_at, updated_at, deleted_at, language, zone, "
                            "text, more, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                            "ON CONFLICT (id) DO UPDATE SET state = excluded.state, planned_at = excluded.planned_at, "
                            "updated_at = excluded.updated_at, "
                            "language = excluded.language, zone = excluded.zone, text = excluded.text, "
                            "more = excluded.more, folded = excluded.folded", error);

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (draft)));
  amb_statement_add_integer (statement, amb_draft_get_state (draft));
  amb_statement_add_time (statement, amb_draft_get_planned_at (draft));
  amb_statement_add_time (statement, amb_draft_get_created_at (draft));
  amb_statement_add_time (statement, amb_draft_get_updated_at (draft));
  amb_statement_add_time (statement, amb_draft_get_deleted_at (draft));
  amb_statement_add_text (statement, amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE));
  amb_statement_add_text (statement, amb_draft_get_text (draft, AMB_DRAFT_ZONE));
  amb_statement_add_text (statement, amb_draft_get_text (draft, AMB_DRAFT_TEXT));
  amb_statement_add_text (statement, more);
  amb_statement_add_text (statement, folded);

  return amb_statement_run (statement, error);
}

static gboolean
insert_variants (AmbConnection  *connection,
                 AmbDraft       *draft,
                 GError        **error)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "INSERT INTO draft_variant (draft_id, position, channel, text) VALUES (?, ?, ?, ?)",
                            error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);
      const char *text = amb_variant_get_text (variant, AMB_VARIANT_TEXT);

      amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (draft)));
      amb_statement_add_integer (statement, i);
      amb_statement_add_text (statement, amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
      /* A variant without a text follows the master text; one that was emptied by hand has an empty one. */
      amb_statement_add_text (statement, amb_variant_get_follows (variant) ? NULL : text == NULL ? "" : text);
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_stories (AmbConnection  *connection,
                AmbDraft       *draft,
                GError        **error)
{
  GArray *stories = amb_draft_get_stories (draft);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO draft_story (draft_id, position, story_id, version) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < stories->len; i++)
    {
      AmbStoryUse *use = &g_array_index (stories, AmbStoryUse, i);

      amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (draft)));
      amb_statement_add_integer (statement, i);
      amb_statement_add_integer (statement, use->story_id);
      amb_statement_add_integer (statement, use->version);
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * amb_draft_store_save:
 * @connection: a connection in a writing transaction
 * @draft: a draft; a new one gets its id, and its times are set
 * @error: [error@StorageError]
 *
 * Stores a draft with its variants and stories.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_draft_store_save (AmbConnection  *connection,
                      AmbDraft       *draft,
                      GError        **error)
{
  return amb_draft_store_save_as_of (connection, draft, amb_connection_get_now (connection), error);
}

/**
 * amb_draft_store_save_as_of:
 * @connection: a connection in a writing transaction
 * @draft: a draft; a new one gets its id, and its times are set
 * @at: when it held what it holds: milliseconds since 1970, UTC. A save may have to wait, and what is typed meanwhile is
 *   newer than it
 * @error: [error@StorageError]
 *
 * Stores a draft as it was at a moment, as [func@draft_store_save].
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_draft_store_save_as_of (AmbConnection  *connection,
                            AmbDraft       *draft,
                            gint64          at,
                            GError        **error)
{
  gint64 id;

  if (amb_record_get_id (AMB_RECORD (draft)) == 0)
    amb_record_set_id (AMB_RECORD (draft), amb_connection_make_id (connection));
  if (amb_draft_get_created_at (draft) == AMB_TIME_UNSET)
    amb_draft_set_created_at (draft, at);
  amb_draft_set_updated_at (draft, at);
  id = amb_record_get_id (AMB_RECORD (draft));

  return remove_old_content (connection, id, error) &&
         upsert (connection, draft, error) &&
         insert_variants (connection, draft, error) &&
         insert_stories (connection, draft, error) &&
         amb_full_text_add (&full_text, connection, id, error);
}

static gboolean
load_variants (AmbConnection  *connection,
               AmbDraft       *draft,
               GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT channel, text FROM draft_variant WHERE draft_id = ? ORDER BY position", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (draft)));
  while (row)
    {
      g_autoptr (AmbVariant) variant = amb_variant_new ();

      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, amb_statement_get_text (statement, 0));
      amb_variant_set_follows (variant, amb_statement_is_null (statement, 1));
      amb_variant_set_text (variant, AMB_VARIANT_TEXT, amb_statement_get_text (statement, 1));
      g_list_store_append (amb_draft_get_variants (draft), variant);
    }

  return TRUE;
}

static gboolean
load_stories (AmbConnection  *connection,
              AmbDraft       *draft,
              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT story_id, version FROM draft_story WHERE draft_id = ? ORDER BY position",
                            error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (draft)));
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        amb_draft_add_story (draft, amb_statement_get_integer (statement, 0), amb_statement_get_integer (statement, 1));
    }

  return TRUE;
}

/* Loads one draft; NULL without an error when there is none. */
static AmbDraft *
load_whole (AmbConnection  *connection,
            gint64          id,
            GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, "SELECT " COLUMNS " FROM draft WHERE id = ?", error);
  g_autoptr (AmbDraft) draft = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, id);
  if (!amb_statement_step (statement, &row, error) || !row)
    return NULL;

  draft = read_row (statement);

  return load_variants (connection, draft, error) && load_stories (connection, draft, error) ? g_steal_pointer (&draft) : NULL;
}

/**
 * amb_draft_store_load:
 * @connection: a connection
 * @id: a draft
 * @error: %AMB_STORAGE_ERROR_NOT_FOUND, or another [error@StorageError]
 *
 * Loads a draft with its variants and stories, one that was discarded as well.
 *
 * Returns: (transfer full) (nullable): the draft
 */
AmbDraft *
amb_draft_store_load (AmbConnection  *connection,
                      gint64          id,
                      GError        **error)
{
  GError *local_error = NULL;
  AmbDraft *draft = load_whole (connection, id, &local_error);

  if (draft == NULL && local_error == NULL)
    g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such draft."));
  else if (local_error != NULL)
    g_propagate_error (error, local_error);

  return draft;
}

/**
 * amb_draft_store_load_rows:
 * @connection: a connection
 * @ids: (array length=n_ids): drafts
 * @n_ids: how many
 * @error: [error@StorageError]
 *
 * Loads drafts for a list. Those that are gone are left out.
 *
 * Returns: (transfer full) (element-type AmbDraft) (nullable): the drafts, in the order of @ids
 */
GPtrArray *
amb_draft_store_load_rows (AmbConnection  *connection,
                           const gint64   *ids,
                           guint           n_ids,
                           GError        **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_ids; i++)
    {
      GError *local_error = NULL;
      AmbDraft *draft = load_whole (connection, ids[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }

  return g_steal_pointer (&drafts);
}

static GArray *
search_drafts (AmbConnection  *connection,
               AmbDraftState   state,
               const char     *match,
               GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT draft.id FROM draft_fts CROSS JOIN draft ON draft.id = draft_fts.rowid "
                            "WHERE draft_fts MATCH ?1 AND deleted_at IS NULL AND (?2 = 0 OR state = ?2) "
                            "ORDER BY draft_fts.rank", error);

  if (statement == NULL)
    return NULL;

  amb_statement_add_text (statement, match);
  amb_statement_add_integer (statement, state);

  return amb_statement_collect_ids (statement, error);
}

static GArray *
list_drafts (AmbConnection  *connection,
             AmbDraftState   state,
             GError        **error)
{
  const char *sql = state == 0
    ? "SELECT id FROM draft WHERE deleted_at IS NULL ORDER BY updated_at DESC, id DESC"
    : "SELECT id FROM draft WHERE deleted_at IS NULL AND state = ? ORDER BY updated_at DESC, id DESC";
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  if (state != 0)
    amb_statement_add_integer (statement, state);

  return amb_statement_collect_ids (statement, error);
}

/**
 * amb_draft_store_query:
 * @connection: a connection
 * @state: a state, or 0 for every one
 * @search: (nullable): what the person typed
 * @partial: whether the last word may still grow
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Finds drafts: with a search the best match first, else what changed last first.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_draft_store_query (AmbConnection  *connection,
                       AmbDraftState   state,
                       const char     *search,
                       gboolean        partial,
                       GError        **error)
{
  g_autoptr (AmbSearchQuery) query = NULL;

  if (search != NULL)
    query = partial ? amb_search_query_parse_partial (search) : amb_search_query_parse (search);

  if (query != NULL && amb_search_query_get_match (query) != NULL)
    return search_drafts (connection, state, amb_search_query_get_match (query), error);

  return list_drafts (connection, state, error);
}

/**
 * amb_draft_store_query_discarded:
 * @connection: a connection
 * @search: (nullable): what the person typed
 * @partial: whether the last word may still grow
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Finds drafts that were discarded: with a search the best match first, else what was discarded last first. It reads every
 * draft: a person has hundreds, and asks for these seldom.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_draft_store_query_discarded (AmbConnection  *connection,
                                 const char     *search,
                                 gboolean        partial,
                                 GError        **error)
{
  g_autoptr (AmbSearchQuery) query = NULL;
  g_autoptr (AmbStatement) statement = NULL;
  const char *match;

  if (search != NULL)
    query = partial ? amb_search_query_parse_partial (search) : amb_search_query_parse (search);
  match = query == NULL ? NULL : amb_search_query_get_match (query);

  statement = amb_connection_prepare (connection, match == NULL
    ? "SELECT id FROM draft WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC"
    : "SELECT draft.id FROM draft_fts CROSS JOIN draft ON draft.id = draft_fts.rowid "
      "WHERE draft_fts MATCH ? AND deleted_at IS NOT NULL ORDER BY draft_fts.rank", error);
  if (statement == NULL)
    return NULL;

  if (match != NULL)
    amb_statement_add_text (statement, match);

  return amb_statement_collect_ids (statement, error);
}

/**
 * amb_draft_store_find_untouched:
 * @connection: a connection
 * @story_id: the one story that it is about, or 0 for none
 * @channel: (nullable): the one channel that it is for, or %NULL for any
 * @error: [error@StorageError]
 *
 * Finds a draft that was made and never written in, the newest first.
 *
 * Returns: the id of a draft, 0 when there is none, or -1 when it failed
 */
gint64
amb_draft_store_find_untouched (AmbConnection  *connection,
                                gint64          story_id,
                                const char     *channel,
                                GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id FROM draft WHERE deleted_at IS NULL AND state = 1 AND text IS NULL AND more IS NULL "
                            "AND planned_at IS NULL "
                            "AND (?1 IS NULL OR (SELECT group_concat (channel) FROM draft_variant WHERE draft_id = draft.id) = ?1) "
                            "AND coalesce ((SELECT sum (story_id) FROM draft_story WHERE draft_id = draft.id), 0) = ?2 "
                            "ORDER BY updated_at DESC, id DESC LIMIT 1", error);
  gboolean row;

  if (statement == NULL)
    return -1;

  amb_statement_add_text (statement, channel);
  amb_statement_add_integer (statement, story_id);
  if (!amb_statement_step (statement, &row, error))
    return -1;

  return row ? amb_statement_get_integer (statement, 0) : 0;
}

/**
 * amb_draft_store_list_due:
 * @connection: a connection
 * @until: milliseconds since 1970, UTC
 * @error: [error@StorageError]
 *
 * Lists the drafts that are planned before some moment, the first first.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_draft_store_list_due (AmbConnection  *connection,
                          gint64          until,
                          GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id FROM draft INDEXED BY draft_by_plan "
                            "WHERE planned_at < ? AND deleted_at IS NULL AND state = 3 "
                            "ORDER BY planned_at", error);

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, until);

  return amb_statement_collect_ids (statement, error);
}

/**
 * amb_draft_store_list_stories:
 * @connection: a connection
 * @error: [error@StorageError]
 *
 * Lists the stories that drafts are about which were not shared yet.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_draft_store_list_stories (AmbConnection  *connection,
                              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT DISTINCT story_id FROM draft CROSS JOIN draft_story ON draft_id = draft.id "
                            "WHERE deleted_at IS NULL AND state IN (1, 2, 3)", error);

  return statement == NULL ? NULL : amb_statement_collect_ids (statement, error);
}

/**
 * amb_draft_store_set_state:
 * @connection: a connection in a writing transaction
 * @id: a draft
 * @state: how far it is
 * @error: [error@StorageError]
 *
 * Sets how far a draft is.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_draft_store_set_state (AmbConnection  *connection,
                           gint64          id,
                           AmbDraftState   state,
                           GError        **error)
{
  return amb_connection_set_integer (connection, "UPDATE draft SET state = ? WHERE id = ?", state, id, error);
}

/**
 * amb_draft_store_discard:
 * @connection: a connection in a writing transaction
 * @id: a draft
 * @discard: whether to discard it or to bring it back
 * @error: [error@StorageError]
 *
 * Discards a draft so that it can be brought back, or brings it back.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_draft_store_discard (AmbConnection  *connection,
                         gint64          id,
                         gboolean        discard,
                         GError        **error)
{
  return amb_connection_set_integer (connection, "UPDATE draft SET deleted_at = ? WHERE id = ?",
                                     discard ? amb_connection_get_now (connection) : AMB_TIME_UNSET, id, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-story-store.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-fold.h"
#include "amb-full-text.h"
#include "amb-time.h"

#define ROW_COLUMNS "id, source_id, version, status, kind, usable_from, usable_until, cleared, favourite, used_at, " \
                    "uid, language, title, message, my_role, note, dismissed"

/* The text fields among the columns of a row, in their order; the columns of a whole story follow. */
static const AmbStoryText row_texts[] = {
  AMB_STORY_UID, AMB_STORY_LANGUAGE, AMB_STORY_TITLE, AMB_STORY_MESSAGE,
  AMB_STORY_MY_ROLE, AMB_STORY_NOTE, AMB_STORY_DISMISSED,
};
static const AmbStoryText whole_texts[] = {
  AMB_STORY_WHY, AMB_STORY_AVOID, AMB_STORY_DISCLOSURE, AMB_STORY_CONTACT, AMB_STORY_CONTACT_ADDRESS,
  AMB_STORY_SPOKEN, AMB_STORY_BODY, AMB_STORY_ORGANISATION,
};

static const AmbFullText full_text = {
  .select = "SELECT id, title, message, body, more, folded FROM story WHERE id = ?",
  .add = "INSERT INTO story_fts (rowid, title, message, body, more, folded) VALUES (?, ?, ?, ?, ?, ?)",
  .remove = "INSERT INTO story_fts (story_fts, rowid, title, message, body, more, folded) "
            "VALUES ('delete', ?, ?, ?, ?, ?, ?)",
};

enum
{
  COLUMN_ID,
  COLUMN_SOURCE,
  COLUMN_VERSION,
  COLUMN_STATUS,
  COLUMN_KIND,
  COLUMN_USABLE_FROM,
  COLUMN_USABLE_UNTIL,
  COLUMN_CLEARED,
  COLUMN_FAVOURITE,
  COLUMN_USED_AT,
  COLUMN_ROW_TEXTS,
  COLUMN_WHOLE_TEXTS = COLUMN_ROW_TEXTS + G_N_ELEMENTS (row_texts)
};

static AmbStory *
read_row (AmbStatement *statement)
{
  AmbStory *story = amb_story_new ();

  amb_record_set_id (AMB_RECORD (story), amb_statement_get_integer (statement, COLUMN_ID));
  amb_story_set_source_id (story, amb_statement_get_integer (statement, COLUMN_SOURCE));
  amb_story_set_version (story, amb_statement_get_integer (statement, COLUMN_VERSION));
  amb_story_set_status (story, amb_statement_get_integer (statement, COLUMN_STATUS));
  amb_story_set_kind (story, amb_statement_get_integer (statement, COLUMN_KIND));
  amb_story_set_usable_from (story, amb_statement_get_time (statement, COLUMN_USABLE_FROM));
  amb_story_set_usable_until (story, amb_statement_get_time (statement, COLUMN_USABLE_UNTIL));
  amb_story_set_cleared (story, amb_statement_get_integer (statement, COLUMN_CLEARED));
  amb_story_set_favourite (story, amb_statement_get_integer (statement, COLUMN_FAVOURITE));
  amb_story_set_used_at (story, amb_statement_get_time (statement, COLUMN_USED_AT));
  for (guint i = 0; i < G_N_ELEMENTS (row_texts); i++)
    amb_story_set_text (story, row_texts[i], amb_statement_get_text (statement, COLUMN_ROW_TEXTS + i));
  amb_record_set_loaded (AMB_RECORD (story), TRUE);

  return story;
}

static void
bind_pack_fields (AmbStatement  *statement,
                  AmbConnection *connection,
                  AmbStory      *story,
                  AmbStoryIndex *index)
{
  static const AmbStoryText texts[] = {
    AMB_STORY_LANGUAGE, AMB_STORY_TITLE, AMB_STORY_MESSAGE, AMB_STORY_WHY, AMB_STORY_AVOID, AMB_STORY_DISCLOSURE,
    AMB_STORY_CONTACT, AMB_STORY_CONTACT_ADDRESS, AMB_STORY_SPOKEN, AMB_STORY_BODY,
  };

  amb_statement_add_integer (statement, amb_story_get_version (story));
  amb_statement_add_integer (statement, index->digest);
  amb_statement_add_integer (statement, amb_story_get_status (story));
  amb_statement_add_integer (statement, amb_story_get_kind (story));
  amb_statement_add_time (statement, amb_story_get_usable_from (story));
  amb_statement_add_time (statement, amb_story_get_usable_until (story));
  amb_statement_add_integer (statement, amb_story_get_cleared (story));
  amb_statement_add_integer (statement, amb_connection_get_now (connection));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    amb_statement_add_text (statement, amb_story_get_text (story, texts[i]));
  amb_statement_add_text (statement, index->more);
  amb_statement_add_text (statement, index->folded);
}

static gboolean
insert_story (AmbConnection  *connection,
              AmbStory       *story,
              AmbStoryIndex  *index,
              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO story (id, source_id, uid, added_at, version, digest, status, kind, usable_from, "
                            "usable_until, cleared, changed_at, language, title, message, why, avoid, disclosure, contact, "
                            "contact_address, spoken, body, more, folded) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  amb_record_set_id (AMB_RECORD (story), amb_connection_make_id (connection));
  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (story)));
  amb_statement_add_id (statement, amb_story_get_source_id (story));
  amb_statement_add_text (statement, amb_story_get_text (story, AMB_STORY_UID));
  amb_statement_add_integer (statement, amb_connection_get_now (connection));
  bind_pack_fields (statement, connection, story, index);

  return amb_statement_run (statement, error);
}

static gboolean
update_story (AmbConnection  *connection,
              AmbStory       *story,
              AmbStoryIndex  *index,
              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "UPDATE story SET version = ?, digest = ?, status = ?, kind = ?, usable_from = ?, "
                            "usable_until = ?, cleared = ?, changed_at = ?, language = ?, title = ?, message = ?, why = ?, "
                            "avoid = ?, disclosure = ?, contact = ?, contact_address = ?, spoken = ?, body = ?, more = ?, "
                            "folded = ?, deleted_at = NULL WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  bind_pack_fields (statement, connection, story, index);
  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (story)));

  return amb_statement_run (statement, error);
}

static gboolean
insert_labels (AmbConnection  *connection,
               AmbStory       *story,
               GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO story_label (story_id, kind, position, label, key) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint kind = AMB_STORY_LABEL_THEME; kind <= AMB_STORY_LABEL_HASHTAG; kind++)
    {
      const char * const *labels = amb_story_get_labels (story, kind);

      for (guint i = 0; labels[i] != NULL; i++)
        {
          g_autofree char *key = amb_fold (labels[i], -1);

          amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (story)));
          amb_statement_add_integer (statement, kind);
          amb_statement_add_integer (statement, i);
          amb_statement_add_text (statement, labels[i]);
          amb_statement_add_text (statement, key);
          if (!amb_statement_run (statement, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
insert_parts (AmbConnection  *connection,
              AmbStory       *story,
              GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO story_part (story_id, position, kind, time, name, text, language, address, note) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbStoryPart *part = amb_story_get_part (story, i);

      amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (story)));
      amb_statement_add_integer (statement, i);
      amb_statement_add_integer (statement, amb_story_part_get_kind (part));
      amb_statement_add_time (statement, amb_story_part_get_time (part));
      for (guint field = 0; field < AMB_STORY_PART_N_TEXTS; field++)
        amb_statement_add_text (statement, amb_record_get_text (AMB_RECORD (part), field));
      if (!amb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_old_content (AmbConnection  *connection,
                    gint64          id,
                    GError        **error)
{
  g_autoptr (AmbStory) old = amb_story_store_load (connection, id, error);
  g_autoptr (AmbStoryIndex) index = old == NULL ? NULL : amb_story_index_new (old);

  return index != NULL &&
         amb_story_runs_remove (connection, id, index->runs, error) &&
         amb_full_text_remove (&full_text, connection, id, error) &&
         amb_connection_run_with_id (connection, "DELETE FROM story_label WHERE story_id = ?", id, error) &&
         amb_connection_run_with_id (connection, "DELETE FROM story_part WHERE story_id = ?", id, error);
}

/* What is known of a story before it is stored: nothing when its id is 0. */
typedef struct
{
  gint64   id;
  gint64   digest;
  int      status;
  gboolean deleted;
} Known;

static gboolean
find_known (AmbConnection  *connection,
            AmbStory       *story,
            Known          *known,
            GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id, digest, status, deleted_at IS NOT NULL FROM story WHERE source_id IS ? AND uid = ?",
                            error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_id (statement, amb_story_get_source_id (story));
  amb_statement_add_text (statement, amb_story_get_text (story, AMB_STORY_UID));
  if (!amb_statement_step (statement, &row, error))
    return FALSE;

  *known = (Known) { 0 };
  if (!row)
    return TRUE;

  known->id = amb_statement_get_integer (statement, 0);
  known->digest = amb_statement_get_integer (statement, 1);
  known->status = amb_statement_get_integer (statement, 2);
  known->deleted = amb_statement_get_integer (statement, 3);

  return TRUE;
}

static AmbStoreOutcome
compare_with_known (AmbStory    *story,
                    const Known *known)
{
  if (known->id == 0)
    return AMB_STORE_ADDED;
  if (amb_story_get_status (story) == AMB_STORY_STATUS_WITHDRAWN && known->status != AMB_STORY_STATUS_WITHDRAWN)
    return AMB_STORE_WITHDRAWN;

  return AMB_STORE_UPDATED;
}

/**
 * amb_story_store_save:
 * @connection: a connection in a writing transaction
 * @story: a story with its parts; it gets its id. It is known by its source and uid
 * @index: what [func@StoryIndex.new] made of it
 * @runs: collects the runs of words to store; the caller writes them before it commits
 * @error: [error@StorageError]
 *
 * Stores what the organisation says. What the person added to the story stays.
 *
 * Returns: what it did
 */
AmbStoreOutcome
amb_story_store_save (AmbConnection  *connection,
                      AmbStory       *story,
                      AmbStoryIndex  *index,
                      AmbStoryRuns   *runs,
                      GError        **error)
{
  Known known;
  gboolean done;

  if (!find_known (connection, story, &known, error))
    return AMB_STORE_FAILED;

  if (known.id != 0)
    amb_record_set_id (AMB_RECORD (story), known.id);
  if (known.id != 0 && known.digest == index->digest && !known.deleted)
    return AMB_STORE_UNCHANGED;

  if (known.id == 0)
    done = insert_story (connection, story, index, error);
  else
    done = remove_old_content (connection, known.id, error) && update_story (connection, story, index, error);

  if (!done || !insert_labels (connection, story, error) || !insert_parts (connection, story, error) ||
      !amb_full_text_add (&full_text, connection, amb_record_get_id (AMB_RECORD (story)), error))
    return AMB_STORE_FAILED;

  amb_story_runs_add (runs, amb_record_get_id (AMB_RECORD (story)), index->runs);

  return compare_with_known (story, &known);
}

static gboolean
load_labels (AmbConnection  *connection,
             AmbStory       *story,
             GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT kind, label FROM story_label WHERE story_id = ? ORDER BY kind, position",
                            error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (story)));
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        amb_story_add_label (story, amb_statement_get_integer (statement, 0), amb_statement_get_text (statement, 1));
    }

  return TRUE;
}

static gboolean
load_parts (AmbConnection  *connection,
            AmbStory       *story,
            GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT kind, time, name, text, language, address, note FROM story_part "
                            "WHERE story_id = ? ORDER BY position", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (story)));
  while (row)
    {
      AmbStoryPart *part;

      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      part = amb_story_part_new (amb_statement_get_integer (statement, 0));
      amb_story_part_set_time (part, amb_statement_get_time (statement, 1));
      for (guint field = 0; field < AMB_STORY_PART_N_TEXTS; field++)
        amb_record_set_text (AMB_RECORD (part), field, amb_statement_get_text (statement, 2 + field));
      amb_story_add_part (story, part);
    }

  return TRUE;
}

static AmbStory *
set_not_found (GError **error)
{
  g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such story."));

  return NULL;
}

/**
 * amb_story_store_load:
 * @connection: a connection
 * @id: a story
 * @error: %AMB_STORAGE_ERROR_NOT_FOUND, or another [error@StorageError]
 *
 * Loads a story with its labels and parts, one that was removed as well.
 *
 * Returns: (transfer full) (nullable): the story
 */
AmbStory *
amb_story_store_load (AmbConnection  *connection,
                      gint64          id,
                      GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT " ROW_COLUMNS ", why, avoid, disclosure, contact, contact_address, spoken, body, "
                            "(SELECT organisation FROM source WHERE source.id = source_id) FROM story WHERE id = ?", error);
  g_autoptr (AmbStory) story = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, id);
  if (!amb_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    return set_not_found (error);

  story = read_row (statement);
  for (guint i = 0; i < G_N_ELEMENTS (whole_texts); i++)
    amb_story_set_text (story, whole_texts[i], amb_statement_get_text (statement, COLUMN_WHOLE_TEXTS + i));

  return load_labels (connection, story, error) && load_parts (connection, story, error) ? g_steal_pointer (&story) : NULL;
}

/**
 * amb_story_store_load_rows:
 * @connection: a connection
 * @ids: (array length=n_ids): stories
 * @n_ids: how many
 * @error: [error@StorageError]
 *
 * Loads stories as a list shows them: with their labels, without long texts and parts. Those that are gone are left out.
 *
 * Returns: (transfer full) (element-type AmbStory) (nullable): the stories, in the order of @ids
 */
GPtrArray *
amb_story_store_load_rows (AmbConnection  *connection,
                           const gint64   *ids,
                           guint           n_ids,
                           GError        **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT " ROW_COLUMNS " FROM story WHERE id = ?", error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      gboolean row;

      amb_statement_add_integer (statement, ids[i]);
      if (!amb_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (stories, read_row (statement));
      amb_statement_rewind (statement);

      if (row && !load_labels (connection, g_ptr_array_index (stories, stories->len - 1), error))
        return NULL;
    }

  return g_steal_pointer (&stories);
}

/**
 * amb_story_store_find_oldest:
 * @connection: a connection
 * @error: [error@StorageError]
 *
 * Finds the story that was stored before all others, one that was removed as well: it stays the same.
 *
 * Returns: its id, 0 when there is none, −1 with an error
 */
gint64
amb_story_store_find_oldest (AmbConnection  *connection,
                             GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, "SELECT min (id) FROM story", error);
  gboolean row;

  if (statement == NULL || !amb_statement_step (statement, &row, error))
    return -1;

  return amb_statement_get_integer (statement, 0);
}

/**
 * amb_story_store_set_own:
 * @connection: a connection in a writing transaction
 * @id: a story
 * @field: %AMB_STORY_MY_ROLE, %AMB_STORY_NOTE or %AMB_STORY_DISMISSED
 * @text: (nullable): what the person wrote; nothing clears it
 * @error: %AMB_STORAGE_ERROR_NOT_FOUND when there is no such story, or another [error@StorageError]
 *
 * Stores what the person adds to a story.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_story_store_set_own (AmbConnection  *connection,
                         gint64          id,
                         AmbStoryText    field,
                         const char     *text,
                         GError        **error)
{
  const char *sql = field == AMB_STORY_MY_ROLE ? "UPDATE story SET my_role = ? WHERE id = ?"
                  : field == AMB_STORY_NOTE    ? "UPDATE story SET note = ? WHERE id = ?"
                                               : "UPDATE story SET dismissed = ? WHERE id = ?";
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, sql, error);
  gint64 n_changes;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_text (statement, text == NULL || *text == '\0' ? NULL : text);
  amb_statement_add_integer (statement, id);
  if (!amb_statement_run (statement, error) ||
      !amb_connection_get_integer (connection, "SELECT changes ()", &n_changes, error))
    return FALSE;

  return n_changes > 0 || set_not_found (error) != NULL;
}

/**
 * amb_story_store_set_favourite:
 * @connection: a connection in a writing transaction
 * @id: a story
 * @favourite: whether it is a favourite of the person
 * @error: [error@StorageError]
 *
 * Makes a story a favourite, or no longer.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_story_store_set_favourite (AmbConnection  *connection,
                               gint64          id,
                               gboolean        favourite,
                               GError        **error)
{
  return amb_connection_set_integer (connection, "UPDATE story SET favourite = ? WHERE id = ?", favourite ? 1 : 0, id, error);
}

/**
 * amb_story_store_update_use:
 * @connection: a connection in a writing transaction
 * @id: a story
 * @error: [error@StorageError]
 *
 * Works out when the person last shared something made of a story: the time of the newest entry that was made of it and
 * was not removed. A story for which it stays the same is not touched.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_story_store_update_use (AmbConnection  *connection,
                            gint64          id,
                            GError        **error)
{
  static const char sql[] =
    "WITH used (at) AS (SELECT max (entry.at) FROM entry_story CROSS JOIN entry "
    "ON entry.id = entry_story.entry_id WHERE entry_story.story_id = ?1 AND entry.deleted_at IS NULL) "
    "UPDATE story SET used_at = (SELECT at FROM used) WHERE id = ?1 AND used_at IS NOT (SELECT at FROM used)";

  return amb_connection_run_with_id (connection, sql, id, error);
}

/**
 * amb_story_store_remove:
 * @connection: a connection in a writing transaction
 * @id: a story
 * @remove: whether to remove it or to bring it back
 * @error: [error@StorageError]
 *
 * Removes a story so that it can be brought back, or brings it back.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_story_store_remove (AmbConnection  *connection,
                        gint64          id,
                        gboolean        remove,
                        GError        **error)
{
  return amb_connection_set_integer (connection, "UPDATE story SET deleted_at = ? WHERE id = ?",
                      remove ? amb_connection_get_now (connection) : AMB_TIME_UNSET, id, error);
}

/**
 * amb_story_store_withdraw_others:
 * @connection: a connection in a writing transaction
 * @source_id: a source
 * @ids: (element-type gint64 gint64): a set of the stories that it still has
 * @error: [error@StorageError]
 *
 * Marks the stories that a source no longer has as withdrawn: a pack is the whole of what its organisation tells.
 *
 * Returns: how many were withdrawn, −1 with an error
 */
gint64
amb_story_store_withdraw_others (AmbConnection  *connection,
                                 gint64          source_id,
                                 GHashTable     *ids,
                                 GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT id FROM story WHERE source_id = ? AND status = 1 AND deleted_at IS NULL",
                            error);
  g_autoptr (GArray) known = NULL;
  gint64 n_withdrawn = 0;

  if (statement == NULL)
    return -1;

  amb_statement_add_integer (statement, source_id);
  known = amb_statement_collect_ids (statement, error);
  if (known == NULL)
    return -1;

  for (guint i = 0; i < known->len; i++)
    {
      gint64 id = g_array_index (known, gint64, i);

      if (g_hash_table_contains (ids, &id))
        continue;
      if (!amb_connection_set_integer (connection, "UPDATE story SET status = 2, digest = 0, changed_at = ? WHERE id = ?",
                        amb_connection_get_now (connection), id, error))
        return -1;
      n_withdrawn++;
    }

  return n_withdrawn;
}

/**
 * amb_story_store_list_ending:
 * @connection: a connection
 * @since: milliseconds since 1970, UTC
 * @until: milliseconds since 1970, UTC
 * @limit: at most this many
 * @error: [error@StorageError]
 *
 * Lists the stories that may be shared no more from some moment in a period, the first to end first.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids
 */
GArray *
amb_story_store_list_ending (AmbConnection  *connection,
                             gint64          since,
                             gint64          until,
                             guint           limit,
                             GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id FROM story WHERE usable_until > ? AND usable_until <= ? AND deleted_at IS NULL "
                            "AND status = 1 AND dismissed IS NULL ORDER BY usable_until LIMIT ?", error);

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, since);
  amb_statement_add_integer (statement, until);
  amb_statement_add_integer (statement, limit);

  return amb_statement_collect_ids (statement, error);
}

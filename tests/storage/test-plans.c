/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-channel-store.h"
#include "amb-connection-private.h"
#include "amb-draft-store.h"
#include "amb-entry-statistics.h"
#include "amb-entry-store.h"
#include "amb-media-store.h"
#include "amb-pack-store.h"
#include "amb-profile-store.h"
#include "amb-setting-store.h"
#include "amb-story-runs.h"
#include "amb-story-store.h"
#include "amb-test-context.h"
#include "amb-time.h"

/* A row of EXPLAIN QUERY PLAN that no list and no search may have: a table read from end to end without an index, or
 * rows sorted in a table of SQLite's own. A list of everything reads its index from end to end: that is what it is for. */
static gboolean
is_bad (const char *step)
{
  if (strstr (step, "TEMP B-TREE") != NULL || strstr (step, "AUTOMATIC") != NULL)
    return TRUE;

  /* There are few of these, and all of them are asked for. */
  if (g_str_equal (step, "SCAN profile_version"))
    return FALSE;

  return g_str_has_prefix (step, "SCAN ") && strstr (step, "INDEX") == NULL && strstr (step, "VIRTUAL TABLE") == NULL &&
         strstr (step, "CONSTANT ROW") == NULL;
}

/* Those that may, and why. */
static const struct
{
  const char *sql;
  const char *step;
} exceptions[] = {
  /* Counts are sorted after they are counted: one row for each label or language. */
  { "SELECT min (label), count (*)", "USE TEMP B-TREE FOR ORDER BY" },
  { "SELECT language, count (*)", "USE TEMP B-TREE FOR ORDER BY" },
  /* The stories of the drafts that a person is working on. */
  { "SELECT DISTINCT story_id FROM draft", "USE TEMP B-TREE FOR DISTINCT" },
  /* A person discards hundreds of drafts, and seldom looks at them. */
  { "SELECT id FROM draft WHERE deleted_at IS NOT NULL", "SCAN draft" },
  { "SELECT id FROM draft WHERE deleted_at IS NOT NULL", "USE TEMP B-TREE FOR ORDER BY" },
  /* The one row of its own first line. */
  { "WITH used (at)", "SCAN used" },
};

static gboolean
is_allowed (const char *sql,
            const char *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      if (g_str_has_prefix (sql, exceptions[i].sql) && g_str_equal (step, exceptions[i].step))
        return TRUE;
    }

  return FALSE;
}

static void
check_plan (sqlite3    *handle,
            const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *plan;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, explain, -1, &plan, NULL), ==, SQLITE_OK);
  while (sqlite3_step (plan) == SQLITE_ROW)
    {
      const char *step = (const char *) sqlite3_column_text (plan, 3);

      if (is_bad (step) && !is_allowed (sql, step))
        g_error ("“%s” in the plan of: %s", step, sql);
    }
  sqlite3_finalize (plan);
}

static gboolean
is_ours (const char *sql)
{
  static const char * const verbs[] = { "SELECT ", "WITH ", "UPDATE ", "DELETE ", "INSERT " };

  if (strstr (sql, "'main'.") != NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_has_prefix (sql, verbs[i]))
        return TRUE;
    }

  return FALSE;
}

/* Every statement that the connection prepared. */
static guint
check_plans (AmbConnection *connection)
{
  sqlite3 *handle = amb_connection_get_handle (connection);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (sqlite3_stmt *statement = sqlite3_next_stmt (handle, NULL); statement != NULL;
       statement = sqlite3_next_stmt (handle, statement))
    {
      /* A full-text index has statements of its own in here. */
      if (is_ours (sqlite3_sql (statement)))
        g_ptr_array_add (texts, g_strdup (sqlite3_sql (statement)));
    }
  for (guint i = 0; i < texts->len; i++)
    check_plan (handle, g_ptr_array_index (texts, i));

  return texts->len;
}

/* Each bit of @combination sets one condition of a filter. */
static void
query_stories (AmbConnection *connection,
               guint          combination)
{
  char *labels[] = { (char *) "zorg", NULL };
  AmbStoryFilter filter = {
    .search = combination & 1 ? (char *) "care" : NULL,
    .themes = combination & 2 ? labels : NULL,
    .audiences = combination & 4 ? labels : NULL,
    .language = combination & 8 ? (char *) "nl" : NULL,
    .kind = combination & 16 ? AMB_STORY_KIND_FACT : 0,
    .source_id = combination & 32 ? 1 : 0,
    .usable = (combination & 64) != 0,
    .unused = (combination & 128) != 0,
    .favourites = (combination & 256) != 0,
    .now = AMB_TEST_NOW,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = amb_story_store_query (connection, &filter, NULL, &error);

  g_assert_no_error (error);
}

static void
test_stories (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);

  for (guint combination = 0; combination < 512; combination++)
    query_stories (connection, combination);

  g_assert_cmpuint (check_plans (connection), >=, 512);
}

static void
test_entries (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autoptr (GError) error = NULL;

  for (guint combination = 0; combination < 32; combination++)
    {
      AmbEntryFilter filter = {
        .search = combination & 1 ? (char *) "care" : NULL,
        .channel = combination & 2 ? (char *) "x" : NULL,
        .kind = combination & 4 ? AMB_ENTRY_KIND_POST : 0,
        .since = combination & 8 ? 1 : AMB_TIME_UNSET,
        .until = combination & 16 ? 2 : AMB_TIME_UNSET,
      };
      g_autoptr (GArray) ids = amb_entry_store_query (connection, &filter, &error);

      g_assert_no_error (error);
    }

  g_assert_cmpuint (check_plans (connection), >=, 32);
}

static void
ignore_figures (const AmbEntryFigures *figures,
                gpointer               data)
{
}

/* The labels of its stories are asked for once there is an entry. */
static gpointer
add_entry (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  amb_entry_set_confirmed (entry, TRUE);
  g_assert_true (amb_entry_store_save (connection, entry, error));

  return NULL;
}

static void
test_statistics (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, add_entry, NULL, NULL, &error);
  g_assert_no_error (error);
  connection = amb_test_context_open_own (test);
  g_assert_true (amb_entry_statistics_foreach (connection, AMB_TIME_UNSET, AMB_TIME_UNSET, AMB_STORY_LABEL_THEME,
                                               ignore_figures, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (check_plans (connection), >=, 3);
}

static void
test_others (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autoptr (GArray) hashes = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 id = 1;
  gint64 numbers[3];

  g_array_set_size (hashes, 3);
  g_array_unref (amb_draft_store_query (connection, 0, NULL, FALSE, &error));
  g_array_unref (amb_draft_store_query (connection, AMB_DRAFT_STATE_IDEA, NULL, FALSE, &error));
  g_array_unref (amb_draft_store_query (connection, 0, "care", TRUE, &error));
  g_array_unref (amb_draft_store_query_discarded (connection, NULL, FALSE, &error));
  g_array_unref (amb_draft_store_query_discarded (connection, "care", TRUE, &error));
  g_assert_cmpint (amb_draft_store_find_untouched (connection, 1, "x", &error), ==, 0);
  g_array_unref (amb_draft_store_list_stories (connection, &error));
  g_array_unref (amb_draft_store_list_due (connection, 1, &error));
  g_array_unref (amb_entry_store_list_unconfirmed (connection, 1, &error));
  g_array_unref (amb_entry_store_list_follow_ups (connection, 1, 1, &error));
  g_array_unref (amb_story_store_list_ending (connection, 1, 2, 1, &error));
  g_array_unref (amb_story_runs_find_sources (connection, hashes, &error));
  g_ptr_array_unref (amb_story_store_load_rows (connection, &id, 1, &error));
  g_ptr_array_unref (amb_entry_store_load_rows (connection, &id, 1, &error));
  g_ptr_array_unref (amb_draft_store_load_rows (connection, &id, 1, &error));
  g_ptr_array_unref (amb_story_store_count_labels (connection, AMB_STORY_LABEL_THEME, &error));
  g_ptr_array_unref (amb_story_store_count_languages (connection, &error));
  g_assert_cmpint (amb_story_store_find_oldest (connection, &error), ==, 0);
  g_assert_false (amb_story_store_require (connection, id, NULL));
  g_assert_false (amb_entry_store_require (connection, id, NULL));
  g_assert_true (amb_entry_store_count_period (connection, 1, 2, &numbers[0], &numbers[1], &numbers[2], &error));
  g_assert_no_error (error);

  g_assert_cmpuint (check_plans (connection), >=, 21);
}

/* The lists that are short, and what belongs to one record. */
static void
test_short (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (AmbStory) story = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  amb_test_context_import (test, "data/packs/zonneveld-en.storypack.xml");
  amb_database_run (test->database, AMB_ACCESS_WRITE, add_entry, NULL, NULL, &error);
  g_assert_no_error (error);
  connection = amb_test_context_open_own (test);

  ids = amb_story_store_query (connection, NULL, NULL, &error);
  story = amb_story_store_load (connection, g_array_index (ids, gint64, 0), &error);
  g_object_unref (amb_pack_store_load (connection, amb_story_get_source_id (story), &error));
  g_assert_cmpint (amb_story_store_count_source (connection, amb_story_get_source_id (story), &error), >, 0);
  g_array_unref (g_steal_pointer (&ids));
  ids = amb_entry_store_query (connection, NULL, &error);
  g_object_unref (amb_entry_store_load (connection, g_array_index (ids, gint64, 0), &error));
  g_object_unref (amb_channel_store_list (connection, &error));
  g_object_unref (amb_profile_store_load (connection, &error));
  g_array_unref (amb_profile_store_list_versions (connection, &error));
  g_assert_null (amb_media_store_load (connection, 0, "none", &error));
  g_assert_true (amb_setting_store_get (connection, "none", &value, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (check_plans (connection), >=, 18);
}

static gpointer
write_drafts (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (AmbDraft) draft = amb_draft_new ();
  gint64 id;

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "What the neighbours told");
  g_assert_true (amb_draft_store_save (connection, draft, error));
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "What they told of the roof");
  g_assert_true (amb_draft_store_save (connection, draft, error));
  id = amb_record_get_id (AMB_RECORD (draft));
  g_object_unref (amb_draft_store_load (connection, id, error));
  g_assert_true (amb_draft_store_set_state (connection, id, AMB_DRAFT_STATE_PLANNED, error));
  g_assert_true (amb_draft_store_discard (connection, id, TRUE, error));

  return NULL;
}

static gpointer
write_stories (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr (GArray) ids = amb_story_store_query (connection, NULL, NULL, error);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 id = g_array_index (ids, gint64, 0);
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  amb_entry_add_story (entry, id, 1);
  g_assert_true (amb_entry_store_save (connection, entry, error));
  g_assert_true (amb_entry_store_remove (connection, amb_record_get_id (AMB_RECORD (entry)), TRUE, error));
  g_assert_true (amb_story_store_update_use (connection, id, error));
  g_assert_true (amb_story_store_set_favourite (connection, id, TRUE, error));
  g_assert_true (amb_story_store_set_own (connection, id, AMB_STORY_NOTE, "Mine", error));
  g_assert_cmpint (amb_story_store_withdraw_others (connection, 1, kept, error), ==, 0);
  g_assert_true (amb_story_store_remove (connection, id, TRUE, error));

  return NULL;
}

static gpointer
check_writer (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  return GUINT_TO_POINTER (check_plans (connection));
}

/* What is asked, changed and removed while something is written, by an import too. */
static void
test_writes (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;
  gpointer n;

  amb_test_context_import (test, "data/packs/zonneveld-en.storypack.xml");
  amb_test_context_import (test, "data/packs/zonneveld-en.storypack.xml");
  amb_database_run (test->database, AMB_ACCESS_WRITE, write_drafts, NULL, NULL, &error);
  g_assert_no_error (error);
  amb_database_run (test->database, AMB_ACCESS_WRITE, write_stories, NULL, NULL, &error);
  g_assert_no_error (error);

  n = amb_database_run (test->database, AMB_ACCESS_WRITE, check_writer, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_UINT (n), >=, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/plans/stories", test_stories);
  g_test_add_func ("/storage/plans/entries", test_entries);
  g_test_add_func ("/storage/plans/statistics", test_statistics);
  g_test_add_func ("/storage/plans/others", test_others);
  g_test_add_func ("/storage/plans/short", test_short);
  g_test_add_func ("/storage/plans/writes", test_writes);

  return g_test_run ();
}

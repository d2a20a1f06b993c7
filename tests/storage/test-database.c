/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-profile-store.h"
#include "amb-story-store.h"
#include "amb-test-context.h"
#include "amb-test-drafts.h"
#include "amb-time.h"

#define N_JOBS 200

typedef struct
{
  guint    n_changes;
  guint    n_inserted;
  gboolean everything;
} Heard;

static void
changed_cb (Heard       *heard,
            AmbChange   *change,
            AmbDatabase *database)
{
  heard->n_changes++;
  heard->everything |= change->everything;
  if (change->inserted[AMB_TABLE_DRAFT] != NULL)
    heard->n_inserted += change->inserted[AMB_TABLE_DRAFT]->len;
}

static gpointer
add_and_fail (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  amb_test_add_draft (connection, data, cancellable, error);
  g_set_error_literal (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID, "No");

  return NULL;
}

static guint
get_n_drafts (AmbTestContext *test)
{
  g_autoptr (GError) error = NULL;
  gpointer n = amb_database_run (test->database, AMB_ACCESS_READ, amb_test_count_drafts, NULL, NULL, &error);

  g_assert_no_error (error);

  return GPOINTER_TO_UINT (n) - 1;
}

static void
count_answer_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GError) error = NULL;
  guint *n = data;

  amb_database_run_finish (AMB_DATABASE (object), result, &error);
  g_assert_no_error (error);
  (*n)++;
}

static void
test_change_feed (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  Heard heard = { 0 };
  guint n_answers = 0;

  g_signal_connect_swapped (test->database, "changed", G_CALLBACK (changed_cb), &heard);
  for (guint i = 0; i < 3; i++)
    amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Text", NULL, NULL, NULL,
                            count_answer_cb, &n_answers);
  while (n_answers < 3)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (heard.n_changes, ==, 3);
  g_assert_cmpuint (heard.n_inserted, ==, 3);
  g_assert_false (heard.everything);
}

static void
note_thread_cb (GThread     **thread,
                AmbChange    *change,
                AmbDatabase  *database)
{
  *thread = g_thread_self ();
}

/* Nobody iterates the main context while the job runs, so any thread could get hold of it. */
static void
test_change_on_own_thread (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = NULL;

  g_signal_connect_swapped (test->database, "changed", G_CALLBACK (note_thread_cb), &thread);
  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Text", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (thread);
  while (thread == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (thread == g_thread_self ());
}

static gpointer
do_nothing (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  return NULL;
}

static GThread *home;
static guint n_freed_elsewhere;

static void
note_freed (gpointer data)
{
  if (g_thread_self () != home)
    n_freed_elsewhere++;
}

/* What a job carries may hold the last reference to the database, which then waits for its threads: a thread that
 * dropped it would wait for itself. */
static void
test_freed_on_own_thread (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  home = g_thread_self ();
  for (guint i = 0; i < 50 * N_JOBS; i++)
    {
      guint n_answers = 0;

      amb_database_run_async (test->database, AMB_ACCESS_READ, do_nothing, test, note_freed, NULL, NULL,
                              count_answer_cb, &n_answers);
      while (n_answers == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  amb_database_close (test->database);

  g_assert_cmpuint (n_freed_elsewhere, ==, 0);
}

static void
test_error_rolls_back (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, add_and_fail, (gpointer) "Text", NULL, &error);
  g_assert_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID);
  g_assert_cmpuint (get_n_drafts (test), ==, 0);
}

static gpointer
wait_for_cancel (AmbConnection  *connection,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  gint64 value;

  /* Never ends by itself: SQLite asks the cancellable while it counts. */
  g_cancellable_cancel (cancellable);
  amb_connection_get_integer (connection,
                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n",
                              &value, error);

  return NULL;
}

static void
test_cancel_running (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_READ, wait_for_cancel, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (get_n_drafts (test), ==, 0);
}

typedef struct
{
  GCancellable *cancellable;
  GError       *error;
  gboolean      done;
} Late;

static void
cancel_late_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  Late *late = data;

  g_cancellable_cancel (late->cancellable);
  amb_database_run_finish (AMB_DATABASE (object), result, &late->error);
  late->done = TRUE;
}

/* Who cancels when the answer is there already gets none of what was read, and hears what was written. */
static void
test_cancel_late (void)
{
  static const AmbAccess accesses[] = { AMB_ACCESS_READ, AMB_ACCESS_WRITE };
  static const AmbDatabaseFunc jobs[] = { amb_test_count_drafts, amb_test_add_draft };
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Late late = { .cancellable = cancellable };

      amb_database_run_async (test->database, accesses[i], jobs[i], (gpointer) "Text", NULL, NULL, cancellable,
                              cancel_late_cb, &late);
      amb_test_context_iterate_until (&late.done);
      if (accesses[i] == AMB_ACCESS_READ)
        g_assert_error (late.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_no_error (late.error);
      g_clear_error (&late.error);
    }

  g_assert_cmpuint (get_n_drafts (test), ==, 1);
}

/* Another program, which is another process to the lock and to SQLite alike, writes at the same time. */
static void
test_two_programs (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDatabase) other = amb_database_new (test->path, test->clock);
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };
  guint n_answers = 0;

  g_assert_true (amb_database_open (other, NULL, &error));
  g_signal_connect_swapped (test->database, "changed", G_CALLBACK (changed_cb), &heard);
  for (guint i = 0; i < N_JOBS; i++)
    {
      amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Mine", NULL, NULL, NULL,
                              count_answer_cb, &n_answers);
      amb_database_run_async (other, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Theirs", NULL, NULL, NULL,
                              count_answer_cb, &n_answers);
    }
  while (n_answers < 2 * N_JOBS || !heard.everything)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (get_n_drafts (test), ==, 2 * N_JOBS);
  amb_database_close (other);
}

static gboolean
never_heard_cb (gpointer data)
{
  g_error ("Nobody heard of what another program wrote");

  return G_SOURCE_REMOVE;
}

/* Another program writes after the file was opened, before this one could begin to watch it. */
static void
test_written_before_watch (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDatabase) late = amb_database_new (test->path, test->clock);
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };
  guint source = g_timeout_add_seconds (20, never_heard_cb, NULL);

  g_signal_connect_swapped (late, "changed", G_CALLBACK (changed_cb), &heard);
  amb_database_open_async (late, NULL, NULL, NULL);
  /* The main loop, which learns that it is open, does not run meanwhile. */
  amb_database_run (late, AMB_ACCESS_WRITE, do_nothing, NULL, NULL, &error);
  g_assert_no_error (error);
  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Theirs", NULL, &error);
  g_assert_no_error (error);
  while (!heard.everything)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
  amb_database_close (late);
}

static gpointer
make_ids (AmbConnection  *connection,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  gint64 last = 0;

  for (guint i = 0; i < 10000; i++)
    {
      gint64 id = amb_connection_make_id (connection);

      g_assert_cmpint (id, >, last);
      g_assert_cmpint (id, <, G_GINT64_CONSTANT (1) << 53);
      last = id;
    }

  return NULL;
}

static void
test_ids (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  amb_database_run (test->database, AMB_ACCESS_WRITE, make_ids, NULL, NULL, NULL);
}

static AmbStory *
make_story (const char *title)
{
  AmbStory *story = amb_story_new ();
  AmbStoryPart *prompt = amb_story_part_new (AMB_STORY_PART_PROMPT);

  amb_story_set_text (story, AMB_STORY_UID, "roof");
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "nl");
  amb_story_set_text (story, AMB_STORY_TITLE, title);
  amb_story_set_text (story, AMB_STORY_MESSAGE, "Het dak is dicht");
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "Wonen");
  amb_record_set_text (AMB_RECORD (prompt), AMB_STORY_PART_TEXT, "Wat zag jij?");
  amb_story_add_part (story, prompt);

  return story;
}

static AmbStoreOutcome
save_story (AmbConnection *connection,
            const char    *title)
{
  g_autoptr (AmbStory) story = make_story (title);
  g_autoptr (AmbStoryIndex) index = amb_story_index_new (story);
  g_autoptr (AmbStoryRuns) runs = amb_story_runs_new ();
  g_autoptr (GError) error = NULL;
  AmbStoreOutcome outcome = amb_story_store_save (connection, story, index, runs, &error);

  g_assert_no_error (error);
  g_assert_true (amb_story_runs_write (runs, connection, NULL, NULL, &error));

  return outcome;
}

static guint
search (AmbConnection *connection,
        const char    *words)
{
  AmbStoryFilter filter = { .search = (char *) words };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = amb_story_store_query (connection, &filter, NULL, &error);

  g_assert_no_error (error);

  return ids->len;
}

static gpointer
update_story (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (AmbStory) story = NULL;
  gint64 id;

  g_assert_cmpint (save_story (connection, "Ein Łódź dak"), ==, AMB_STORE_ADDED);
  g_assert_cmpint (save_story (connection, "Ein Łódź dak"), ==, AMB_STORE_UNCHANGED);
  g_assert_cmpuint (search (connection, "lodz"), ==, 1);
  g_assert_cmpuint (search (connection, "Łódź"), ==, 1);
  g_assert_cmpuint (search (connection, "zag jij"), ==, 1);

  id = amb_story_store_find_oldest (connection, error);
  g_assert_true (amb_story_store_set_own (connection, id, AMB_STORY_MY_ROLE, "Ik legde het dak", error));
  g_assert_true (amb_story_store_set_favourite (connection, id, TRUE, error));

  /* What the organisation changes changes; what the person added stays; the index forgets the old words. */
  g_assert_cmpint (save_story (connection, "Een nieuw dak"), ==, AMB_STORE_UPDATED);
  g_assert_cmpuint (search (connection, "lodz"), ==, 0);
  g_assert_cmpuint (search (connection, "nieuw"), ==, 1);
  story = amb_story_store_load (connection, id, error);
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_TITLE), ==, "Een nieuw dak");
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_MY_ROLE), ==, "Ik legde het dak");
  g_assert_true (amb_story_get_favourite (story));
  g_assert_cmpuint (amb_story_get_n_parts (story), ==, 1);
  g_assert_cmpstr (amb_story_get_labels (story, AMB_STORY_LABEL_THEME)[0], ==, "Wonen");

  return NULL;
}

static void
test_update_keeps_own (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, update_story, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
set_own_of_none (AmbConnection  *connection,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_assert_false (amb_story_store_set_own (connection, 999, AMB_STORY_NOTE, "Of a story that is gone", error));

  return NULL;
}

static void
test_own_of_none (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, set_own_of_none, NULL, NULL, &error);
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND);
}

static gpointer
save_profile (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (AmbProfile) profile = amb_profile_store_load (connection, error);
  const char * const themes[] = { "Water", "Zorg", NULL };

  amb_profile_set_text (profile, "headline", "nl", data);
  amb_profile_set_list (profile, "themes", NULL, themes);
  amb_profile_store_save (connection, profile, FALSE, error);

  return NULL;
}

static gpointer
check_profile (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr (GArray) versions = amb_profile_store_list_versions (connection, error);
  g_autoptr (AmbProfile) newest = amb_profile_store_load (connection, error);
  g_autoptr (AmbProfile) oldest = NULL;

  g_assert_cmpuint (versions->len, ==, 2);
  oldest = amb_profile_store_load_version (connection, g_array_index (versions, AmbProfileVersion, 1).id, error);
  g_assert_cmpstr (amb_profile_get_text (newest, "headline", "nl"), ==, "Three");
  g_assert_cmpstr (amb_profile_get_text (oldest, "headline", "nl"), ==, "Two");
  g_assert_cmpstr (amb_profile_get_list (newest, "themes", NULL)[1], ==, "Zorg");

  return NULL;
}

/* Two changes of one sitting are one version; one of the next hour is another. */
static void
test_profile_versions (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, save_profile, (gpointer) "One", NULL, &error);
  amb_clock_advance (test->clock, 60 * 1000);
  amb_database_run (test->database, AMB_ACCESS_WRITE, save_profile, (gpointer) "Two", NULL, &error);
  amb_clock_advance (test->clock, 60 * 60 * 1000);
  amb_database_run (test->database, AMB_ACCESS_WRITE, save_profile, (gpointer) "Three", NULL, &error);
  amb_database_run (test->database, AMB_ACCESS_READ, check_profile, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
count_week (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (AmbEntry) talk = amb_entry_new ();
  g_autoptr (AmbEntry) opened = amb_entry_new ();
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  gint64 n[3];

  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "Nobody called back");
  g_list_store_append (amb_entry_get_heard (talk), heard);
  amb_entry_set_online (talk, FALSE);
  amb_entry_set_online (opened, TRUE);
  amb_entry_set_confirmed (opened, FALSE);
  g_assert_true (amb_entry_store_save (connection, talk, error));
  g_assert_true (amb_entry_store_save (connection, opened, error));

  g_assert_true (amb_entry_store_count_period (connection, AMB_TEST_NOW, AMB_TEST_NOW + 1, &n[0], &n[1], &n[2], error));
  g_assert_cmpint (n[0], ==, 0);
  g_assert_cmpint (n[1], ==, 1);
  g_assert_cmpint (n[2], ==, 1);

  g_assert_true (amb_entry_store_remove (connection, amb_record_get_id (AMB_RECORD (talk)), TRUE, error));
  g_assert_true (amb_entry_store_count_period (connection, AMB_TEST_NOW, AMB_TEST_NOW + 1, &n[0], &n[1], &n[2], error));
  g_assert_cmpint (n[1], ==, 0);
  g_assert_cmpint (n[2], ==, 0);

  return NULL;
}

/* What was removed, and what may never have gone out, is not counted. */
static void
test_count_period (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, count_week, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
save_row (AmbConnection  *connection,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  const char * const tags[] = { "neighbours", NULL };
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) copy = amb_entry_new ();
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  g_autoptr (AmbEntry) after = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) refused = NULL;
  gint64 id;

  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "Nobody called back");
  g_list_store_append (amb_entry_get_heard (entry), heard);
  amb_entry_set_tags (entry, tags);
  g_assert_true (amb_entry_store_save (connection, entry, error));

  id = amb_record_get_id (AMB_RECORD (entry));
  rows = amb_entry_store_load_rows (connection, &id, 1, error);
  amb_record_assign (AMB_RECORD (copy), g_ptr_array_index (rows, 0));
  g_assert_false (amb_entry_store_save (connection, copy, &refused));
  g_assert_error (refused, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED);

  after = amb_entry_store_load (connection, id, error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (amb_entry_get_heard (after))), ==, 1);
  g_assert_cmpstr (amb_entry_get_tags (after)[0], ==, "neighbours");
  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (after));
  g_assert_true (amb_entry_store_save (connection, copy, error));

  return NULL;
}

/* An entry as a list shows it has no tags, and nothing that was heard: to store it so would lose them. */
static void
test_row_is_not_saved (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, save_row, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_used (AmbConnection *connection,
             gint64         story_id,
             gint64         expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStory) story = amb_story_store_load (connection, story_id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (amb_story_get_used_at (story), ==, expected);
}

static gpointer
use_story (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (AmbEntry) first = amb_entry_new ();
  g_autoptr (AmbEntry) second = amb_entry_new ();
  gint64 story_id;

  save_story (connection, "Het dak");
  story_id = amb_story_store_find_oldest (connection, error);
  assert_used (connection, story_id, AMB_TIME_UNSET);

  amb_entry_set_at (first, AMB_TEST_NOW);
  amb_entry_add_story (first, story_id, 1);
  g_assert_true (amb_entry_store_save (connection, first, error));
  assert_used (connection, story_id, AMB_TEST_NOW);

  amb_entry_set_at (second, AMB_TEST_NOW + 1000);
  amb_entry_add_story (second, story_id, 1);
  g_assert_true (amb_entry_store_save (connection, second, error));
  assert_used (connection, story_id, AMB_TEST_NOW + 1000);

  /* It was at another time, and then it is removed, and brought back. */
  amb_entry_set_at (second, AMB_TEST_NOW + 500);
  g_assert_true (amb_entry_store_save (connection, second, error));
  assert_used (connection, story_id, AMB_TEST_NOW + 500);
  g_assert_true (amb_entry_store_remove (connection, amb_record_get_id (AMB_RECORD (second)), TRUE, error));
  assert_used (connection, story_id, AMB_TEST_NOW);
  g_assert_true (amb_entry_store_remove (connection, amb_record_get_id (AMB_RECORD (first)), TRUE, error));
  assert_used (connection, story_id, AMB_TIME_UNSET);
  g_assert_true (amb_entry_store_remove (connection, amb_record_get_id (AMB_RECORD (second)), FALSE, error));
  assert_used (connection, story_id, AMB_TEST_NOW + 500);

  return NULL;
}

/* A story is used as long as something in the history was made of it. */
static void
test_story_use (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, use_story, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody may ask the same while going through the rows of an answer. */
static void
test_same_statement_twice (void)
{
  static const char sql[] = "SELECT 1 UNION ALL SELECT 2";
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autoptr (AmbStatement) outer = amb_connection_prepare (connection, sql, NULL);
  gboolean row;

  g_assert_true (amb_statement_step (outer, &row, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AmbStatement) inner = amb_connection_prepare (connection, sql, NULL);

      g_assert_nonnull (inner);
      g_assert_true (amb_statement_step (inner, &row, NULL));
      g_assert_cmpint (amb_statement_get_integer (inner, 0), ==, 1);
    }
  g_assert_true (amb_statement_step (outer, &row, NULL));
  g_assert_cmpint (amb_statement_get_integer (outer, 0), ==, 2);
}

static void
cancel_halfway (double   fraction,
                gpointer data)
{
  g_assert_cmpfloat (fraction, <=, 0.5);
  if (fraction == 0.5)
    g_cancellable_cancel (data);
}

static gpointer
write_runs (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (AmbStoryRuns) runs = amb_story_runs_new ();
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 4096; i++)
    {
      gint64 hash = (gint64) ((guint64) i << 52);

      g_array_append_val (hashes, hash);
    }
  amb_story_runs_add (runs, 1, hashes);
  g_assert_false (amb_story_runs_write (runs, connection, cancel_halfway, cancellable, error));

  return NULL;
}

/* Its statements are too short to be interrupted one by one. */
static void
test_cancel_runs (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, write_runs, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/database/change-feed", test_change_feed);
  g_test_add_func ("/storage/database/change-on-own-thread", test_change_on_own_thread);
  g_test_add_func ("/storage/database/freed-on-own-thread", test_freed_on_own_thread);
  g_test_add_func ("/storage/database/error-rolls-back", test_error_rolls_back);
  g_test_add_func ("/storage/database/cancel-running", test_cancel_running);
  g_test_add_func ("/storage/database/two-programs", test_two_programs);
  g_test_add_func ("/storage/database/written-before-watch", test_written_before_watch);
  g_test_add_func ("/storage/database/ids", test_ids);
  g_test_add_func ("/storage/database/update-keeps-own", test_update_keeps_own);
  g_test_add_func ("/storage/database/cancel-late", test_cancel_late);
  g_test_add_func ("/storage/database/cancel-runs", test_cancel_runs);
  g_test_add_func ("/storage/database/own-of-none", test_own_of_none);
  g_test_add_func ("/storage/database/profile-versions", test_profile_versions);
  g_test_add_func ("/storage/database/count-period", test_count_period);
  g_test_add_func ("/storage/database/row-is-not-saved", test_row_is_not_saved);
  g_test_add_func ("/storage/database/story-use", test_story_use);
  g_test_add_func ("/storage/database/same-statement-twice", test_same_statement_twice);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "amb-connection.h"
#include "amb-draft-store.h"
#include "amb-error.h"
#include "amb-fault-vfs.h"
#include "amb-snapshot.h"
#include "amb-story-store.h"
#include "amb-test-context.h"
#include "amb-test-drafts.h"
#include "amb-transaction.h"

#define N_BEFORE 3
#define N_STORIES 12

/* A folder with a database that holds a few drafts; closed. */
typedef struct
{
  char     *folder;
  char     *path;
  AmbClock *clock;
} Fixture;

static gboolean
save_story (AmbConnection  *connection,
            AmbStoryRuns   *runs,
            const char     *uid,
            GError        **error)
{
  g_autoptr (AmbStory) story = amb_story_new ();
  g_autoptr (AmbStoryIndex) index = NULL;

  amb_story_set_text (story, AMB_STORY_UID, uid);
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "en");
  amb_story_set_text (story, AMB_STORY_TITLE, uid);
  amb_story_set_text (story, AMB_STORY_MESSAGE, "What the neighbours told of the roof above the square, which is closed now");
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "Living");
  index = amb_story_index_new (story);

  return amb_story_store_save (connection, story, index, runs, error) != AMB_STORE_FAILED;
}

/* As an import does, and with so little memory that SQLite writes before the end. */
static gboolean
add_stories (AmbConnection  *connection,
             const char     *text,
             GError        **error)
{
  g_autoptr (AmbTransaction) transaction = NULL;
  g_autoptr (AmbStoryRuns) runs = amb_story_runs_new ();

  if (!amb_connection_execute (connection, "PRAGMA cache_size = 5", error))
    return FALSE;
  transaction = amb_transaction_begin (connection, TRUE, error);
  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%s-%u", text, i);

      if (!save_story (connection, runs, uid, error))
        return FALSE;
    }

  return amb_story_runs_write (runs, connection, NULL, NULL, error) && amb_transaction_commit (&transaction, error);
}

/* What is under way when something goes wrong; it is done as a whole or not at all. */
typedef struct
{
  AmbFault  fault;
  gboolean (*act) (AmbConnection *connection, const char *text, GError **error);
  guint     n_rows;
} Case;

static const Case full = { AMB_FAULT_FULL, amb_test_commit_draft, 1 };
static const Case broken = { AMB_FAULT_IO, amb_test_commit_draft, 1 };
static const Case unreadable = { AMB_FAULT_READ, amb_test_commit_draft, 1 };
static const Case killed = { AMB_FAULT_KILL, amb_test_commit_draft, 1 };
static const Case import_full = { AMB_FAULT_FULL, add_stories, N_STORIES };
static const Case import_broken = { AMB_FAULT_IO, add_stories, N_STORIES };
static const Case import_unreadable = { AMB_FAULT_READ, add_stories, N_STORIES };
static const Case import_killed = { AMB_FAULT_KILL, add_stories, N_STORIES };

/* A draft is written in few operations: each of them is the one in turn. An import takes many: ever larger steps. */
static guint
find_next_operation (const Case *under_way,
                     guint       operation)
{
  return operation + 1 + (under_way->act == add_stories ? operation / 8 : 0);
}

static AmbConnection *
open_writer (Fixture  *fixture,
             GError  **error)
{
  return amb_connection_open (fixture->path, AMB_CONNECTION_WRITE, fixture->clock, error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  fixture->folder = g_dir_make_tmp ("ambassador-faults-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ambassador.db", NULL);
  fixture->clock = amb_clock_new_fixed (AMB_TEST_NOW);
  connection = open_writer (fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_BEFORE; i++)
    g_assert_true (amb_test_commit_draft (connection, "What was there before", &error));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->folder);

  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* After whatever happened the database opens, is sound, and holds either what it held or that and the new rows. */
static guint
count_rows_of_sound_database (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GArray) drafts = NULL;
  g_autoptr (GArray) stories = NULL;
  g_autoptr (GArray) found_drafts = NULL;
  g_autoptr (GArray) found_stories = NULL;
  AmbStoryFilter filter = { .search = (char *) "neighbours" };

  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  connection = open_writer (fixture, &error);
  g_assert_no_error (error);
  problems = amb_snapshot_verify (fixture->path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  drafts = amb_draft_store_query (connection, 0, NULL, FALSE, &error);
  stories = amb_story_store_query (connection, NULL, NULL, &error);
  /* The full text tells the same as the tables. */
  found_drafts = amb_draft_store_query (connection, 0, "what", FALSE, &error);
  found_stories = amb_story_store_query (connection, &filter, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found_drafts->len, ==, drafts->len);
  g_assert_cmpuint (found_stories->len, ==, stories->len);

  return drafts->len + stories->len;
}

static guint
assert_whole (Fixture    *fixture,
              const Case *under_way,
              guint       n_known)
{
  guint n_now = count_rows_of_sound_database (fixture);

  if (n_now != n_known)
    g_assert_cmpuint (n_now, ==, n_known + under_way->n_rows);

  return n_now;
}

static void
test_fault_at_every_step (Fixture       *fixture,
                          gconstpointer  data)
{
  const Case *under_way = data;
  int expected = under_way->fault == AMB_FAULT_FULL ? AMB_STORAGE_ERROR_FULL : AMB_STORAGE_ERROR_FAILED;
  guint n_known = N_BEFORE;
  gboolean reached = TRUE;

  for (guint operation = 1; reached; operation = find_next_operation (under_way, operation))
    {
      g_autofree char *text = g_strdup_printf ("What was typed at %u", operation);
      g_autoptr (GError) error = NULL;
      AmbConnection *connection;
      gboolean done;
      guint n_now;

      amb_fault_vfs_arm (under_way->fault, operation);
      connection = open_writer (fixture, &error);
      done = connection != NULL && under_way->act (connection, text, &error);
      reached = amb_fault_vfs_count () >= operation;
      g_clear_pointer (&connection, amb_connection_close);

      n_now = assert_whole (fixture, under_way, n_known);
      if (done)
        g_assert_cmpuint (n_now, ==, n_known + under_way->n_rows);
      else
        g_assert_error (error, AMB_STORAGE_ERROR, expected);
      g_assert_true (done || reached);
      /* What was begun after the disk went wrong is never finished without what came before. */
      if (!done && under_way->fault == AMB_FAULT_READ)
        g_assert_cmpuint (n_now, ==, n_known);
      n_known = n_now;
    }
}

/* The process dies at every operation in turn, half way through it when that is a write. */
static void
test_kill_at_every_step (Fixture       *fixture,
                         gconstpointer  data)
{
  const Case *under_way = data;
  guint n_known = N_BEFORE;
  gboolean survived = FALSE;

  for (guint operation = 1; !survived; operation = find_next_operation (under_way, operation))
    {
      g_autofree char *text = g_strdup_printf ("What was typed at %u", operation);
      pid_t child = fork ();
      guint n_now;
      int status;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          AmbConnection *connection;

          amb_fault_vfs_arm (AMB_FAULT_KILL, operation);
          connection = open_writer (fixture, NULL);
          if (connection == NULL || !under_way->act (connection, text, NULL))
            _exit (1);
          amb_connection_close (connection);
          _exit (0);
        }

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      survived = WIFEXITED (status);
      if (survived)
        g_assert_cmpint (WEXITSTATUS (status), ==, 0);
      else
        g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);

      n_now = assert_whole (fixture, under_way, n_known);
      if (survived)
        g_assert_cmpuint (n_now, ==, n_known + under_way->n_rows);
      n_known = n_now;
    }
}

/* While a database is made, the process dies at every write: afterwards there is none, or a whole one, and who makes it
 * tidies up. */
static void
test_kill_while_making (Fixture       *fixture,
                        gconstpointer  data)
{
  gboolean survived = FALSE;

  for (guint operation = 1; !survived; operation++)
    {
      g_autofree char *path = g_strdup_printf ("%s/made-%u.db", fixture->folder, operation);
      g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
      g_autofree char *journal = g_strconcat (unfinished, "-journal", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AmbConnection) connection = NULL;
      pid_t child = fork ();
      int status;

      if (child == 0)
        {
          AmbConnection *made;

          amb_fault_vfs_arm (AMB_FAULT_KILL, operation);
          made = amb_connection_open (path, AMB_CONNECTION_WRITE, fixture->clock, NULL);
          if (made == NULL)
            _exit (1);
          amb_connection_close (made);
          _exit (0);
        }

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      survived = WIFEXITED (status);

      connection = amb_connection_open (path, AMB_CONNECTION_WRITE, fixture->clock, &error);
      g_assert_no_error (error);
      g_assert_true (amb_test_commit_draft (connection, "What is typed first", &error));
      g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
    }
}

static void
assert_nothing_but_lock (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "ambassador.db.lock");
}

/* While a database is made, the disk is full from each operation on: the database is named, and nothing is left. */
static void
test_full_while_making (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "new", NULL);
  g_autofree char *path = g_build_filename (folder, "ambassador.db", NULL);
  g_autoptr (AmbConnection) made = NULL;

  for (guint operation = 1; made == NULL; operation++)
    {
      g_autoptr (GError) error = NULL;

      amb_fault_vfs_arm (AMB_FAULT_FULL, operation);
      made = amb_connection_open (path, AMB_CONNECTION_WRITE, fixture->clock, &error);
      if (made != NULL || g_file_test (path, G_FILE_TEST_EXISTS))
        continue;

      g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FULL);
      g_assert_null (strstr (error->message, ".new"));
      assert_nothing_but_lock (folder);
    }
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  amb_fault_vfs_install ();
  g_test_add ("/storage/faults/full", Fixture, &full, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/io", Fixture, &broken, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/read", Fixture, &unreadable, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/kill", Fixture, &killed, set_up, test_kill_at_every_step, tear_down);
  g_test_add ("/storage/faults/import-full", Fixture, &import_full, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/import-io", Fixture, &import_broken, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/import-read", Fixture, &import_unreadable, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/import-kill", Fixture, &import_killed, set_up, test_kill_at_every_step, tear_down);
  g_test_add ("/storage/faults/full-while-making", Fixture, NULL, set_up, test_full_while_making, tear_down);
  g_test_add ("/storage/faults/kill-while-making", Fixture, NULL, set_up, test_kill_while_making, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "amb-connection.h"
#include "amb-draft-store.h"
#include "amb-error.h"
#include "amb-fault-vfs.h"
#include "amb-snapshot.h"
#include "amb-test-context.h"
#include "amb-transaction.h"

#define N_BEFORE 3

/* A folder with a database that holds a few drafts; closed. */
typedef struct
{
  char     *folder;
  char     *path;
  AmbClock *clock;
} Fixture;

static gboolean
add_draft (AmbConnection  *connection,
           const char     *text,
           GError        **error)
{
  g_autoptr (AmbTransaction) transaction = amb_transaction_begin (connection, TRUE, error);
  g_autoptr (AmbDraft) draft = amb_draft_new ();

  if (transaction == NULL)
    return FALSE;

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);

  return amb_draft_store_save (connection, draft, error) && amb_transaction_commit (&transaction, error);
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
    g_assert_true (add_draft (connection, "What was there before", &error));
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

/* After whatever happened the database opens, is sound, and holds either what it held or that and the new draft. */
static guint
count_drafts_of_sound_database (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) found = NULL;

  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  connection = open_writer (fixture, &error);
  g_assert_no_error (error);
  problems = amb_snapshot_verify (fixture->path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  all = amb_draft_store_query (connection, 0, NULL, FALSE, &error);
  g_assert_no_error (error);
  /* The full text tells the same as the table. */
  found = amb_draft_store_query (connection, 0, "what", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, all->len);

  return all->len;
}

static void
test_fault_at_every_step (Fixture       *fixture,
                          gconstpointer  data)
{
  AmbFault fault = GPOINTER_TO_INT (data);
  int expected = fault == AMB_FAULT_FULL ? AMB_STORAGE_ERROR_FULL : AMB_STORAGE_ERROR_FAILED;
  guint n_known = N_BEFORE;

  for (guint operation = 1;; operation++)
    {
      g_autoptr (GError) error = NULL;
      AmbConnection *connection;
      gboolean done;
      gboolean reached;
      guint n_now;

      amb_fault_vfs_arm (fault, operation);
      connection = open_writer (fixture, &error);
      done = connection != NULL && add_draft (connection, "What was typed now", &error);
      reached = amb_fault_vfs_count () >= operation;
      g_clear_pointer (&connection, amb_connection_close);

      n_now = count_drafts_of_sound_database (fixture);
      if (done)
        g_assert_cmpuint (n_now, ==, n_known + 1);
      else
        g_assert_error (error, AMB_STORAGE_ERROR, expected);
      g_assert_cmpuint (n_now, >=, n_known);
      g_assert_cmpuint (n_now, <=, n_known + 1);
      n_known = n_now;

      if (!reached)
        break;
    }
}

/* The process dies at every write in turn, half way through it. */
static void
test_kill_at_every_step (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_known = N_BEFORE;
  gboolean survived = FALSE;

  for (guint operation = 1; !survived; operation++)
    {
      pid_t child = fork ();
      guint n_now;
      int status;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          AmbConnection *connection;

          amb_fault_vfs_arm (AMB_FAULT_KILL, operation);
          connection = open_writer (fixture, NULL);
          if (connection == NULL || !add_draft (connection, "What was typed now", NULL))
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

      n_now = count_drafts_of_sound_database (fixture);
      g_assert_cmpuint (n_now, >=, n_known);
      g_assert_cmpuint (n_now, <=, n_known + 1);
      if (survived)
        g_assert_cmpuint (n_now, ==, n_known + 1);
      n_known = n_now;
    }
}

/* While a database is made, the process dies at every write: afterwards there is none, or a whole one. */
static void
test_kill_while_making (Fixture       *fixture,
                        gconstpointer  data)
{
  gboolean survived = FALSE;

  for (guint operation = 1; !survived; operation++)
    {
      g_autofree char *path = g_strdup_printf ("%s/made-%u.db", fixture->folder, operation);
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
      g_assert_true (add_draft (connection, "What is typed first", &error));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  amb_fault_vfs_install ();
  g_test_add ("/storage/faults/full", Fixture, GINT_TO_POINTER (AMB_FAULT_FULL), set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/io", Fixture, GINT_TO_POINTER (AMB_FAULT_IO), set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/faults/kill", Fixture, NULL, set_up, test_kill_at_every_step, tear_down);
  g_test_add ("/storage/faults/kill-while-making", Fixture, NULL, set_up, test_kill_while_making, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "amb-connection.h"
#include "amb-draft-store.h"
#include "amb-error.h"
#include "amb-fault-vfs.h"
#include "amb-snapshot.h"
#include "amb-test-context.h"
#include "amb-test-drafts.h"

#define N_OLD 2
#define N_NEW 3

/* The calls of the system that change files stand here, between everything in this program and the system: they are
 * counted, and the chosen one fails, or all from there on, or the process dies at it. */
typedef enum
{
  CALL_FAULT_NONE,
  CALL_FAULT_ONE,
  CALL_FAULT_REST,
  CALL_FAULT_KILL,
} CallFault;

static CallFault call_fault;
static guint chosen_call;
static guint n_calls;

static gboolean
is_to_fail (void)
{
  if (call_fault == CALL_FAULT_NONE || ++n_calls < chosen_call)
    return FALSE;

  if (call_fault == CALL_FAULT_KILL)
    {
      kill (getpid (), SIGKILL);
      pause ();
    }

  errno = EIO;

  return call_fault == CALL_FAULT_REST || n_calls == chosen_call;
}

int
rename (const char *from,
        const char *to)
{
  return is_to_fail () ? -1 : renameat (AT_FDCWD, from, AT_FDCWD, to);
}

int
link (const char *from,
      const char *to)
{
  return is_to_fail () ? -1 : linkat (AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
unlink (const char *path)
{
  return is_to_fail () ? -1 : unlinkat (AT_FDCWD, path, 0);
}

int
fsync (int descriptor)
{
  return is_to_fail () ? -1 : (int) syscall (SYS_fsync, descriptor);
}

int
fdatasync (int descriptor)
{
  return is_to_fail () ? -1 : (int) syscall (SYS_fdatasync, descriptor);
}

ssize_t
write (int         descriptor,
       const void *bytes,
       size_t      size)
{
  return is_to_fail () ? -1 : (ssize_t) syscall (SYS_write, descriptor, bytes, size);
}

/* What goes wrong: a call of the system, or an operation of SQLite. */
typedef struct
{
  CallFault call;
  AmbFault  operation;
} Case;

static const Case one_call = { CALL_FAULT_ONE, AMB_FAULT_NONE };
static const Case all_calls = { CALL_FAULT_REST, AMB_FAULT_NONE };
static const Case killed_at_call = { CALL_FAULT_KILL, AMB_FAULT_NONE };
static const Case full = { CALL_FAULT_NONE, AMB_FAULT_FULL };
static const Case broken = { CALL_FAULT_NONE, AMB_FAULT_IO };
static const Case unreadable = { CALL_FAULT_NONE, AMB_FAULT_READ };
static const Case killed_at_operation = { CALL_FAULT_NONE, AMB_FAULT_KILL };

static void
arm (const Case *fault,
     guint       step)
{
  amb_fault_vfs_arm (fault->operation, step);
  n_calls = 0;
  chosen_call = step;
  call_fault = fault->call;
}

static void
disarm (void)
{
  static const Case nothing = { CALL_FAULT_NONE, AMB_FAULT_NONE };

  arm (&nothing, 0);
}

static guint
count_steps (const Case *fault)
{
  return fault->call == CALL_FAULT_NONE ? amb_fault_vfs_count () : n_calls;
}

/* Two databases that were not closed, with a draft in their journals: an old one, and the copy that takes its place. */
typedef struct
{
  char     *folder;
  char     *path;
  char     *copy;
  AmbClock *clock;
} Fixture;

static void
add_draft (AmbConnection *connection)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (amb_test_commit_draft (connection, "What the neighbours told of the roof", &error));
  g_assert_no_error (error);
}

static AmbConnection *
open_writer (Fixture    *fixture,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  AmbConnection *connection = amb_connection_open (path, AMB_CONNECTION_WRITE, fixture->clock, &error);

  g_assert_no_error (error);

  return connection;
}

static void
assert_ends_well (pid_t child)
{
  int status;

  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* The last draft is written by a program that does not close the database. */
static void
make_unclosed_database (Fixture    *fixture,
                        const char *path,
                        guint       n_drafts)
{
  AmbConnection *connection = open_writer (fixture, path);
  pid_t child;

  for (guint i = 1; i < n_drafts; i++)
    add_draft (connection);
  amb_connection_close (connection);

  child = fork ();
  if (child == 0)
    {
      add_draft (open_writer (fixture, path));
      _exit (0);
    }
  assert_ends_well (child);
}

static void
copy_file (const char *from,
           const char *to,
           const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (source, &content, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (target, content, size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
copy_database (const char *from,
               const char *to)
{
  copy_file (from, to, "");
  copy_file (from, to, "-wal");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("ambassador-replacement-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "old.db", NULL);
  fixture->copy = g_build_filename (fixture->folder, "copy.db", NULL);
  fixture->clock = amb_clock_new_fixed (AMB_TEST_NOW);
  make_unclosed_database (fixture, fixture->path, N_OLD);
  make_unclosed_database (fixture, fixture->copy, N_NEW);
}

static void
remove_folder (const char *folder)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->copy);
}

/* A folder with the old database, and with what a restore left there that was stopped before. */
static char *
make_folder (Fixture *fixture,
             guint    step)
{
  char *folder = g_strdup_printf ("%s/%u", fixture->folder, step);
  g_autofree char *path = g_build_filename (folder, "ambassador.db", NULL);
  g_autofree char *left = g_strconcat (path, ".restore", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  copy_database (fixture->path, path);
  copy_database (fixture->path, left);

  return folder;
}

static guint
count_drafts (Fixture    *fixture,
              const char *path)
{
  g_autoptr (AmbConnection) connection = open_writer (fixture, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = amb_snapshot_verify (path, TRUE, NULL, &error);
  g_autoptr (GArray) drafts = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  drafts = amb_draft_store_query (connection, 0, NULL, FALSE, &error);
  g_assert_no_error (error);

  return drafts->len;
}

/* A file that was set aside in two goes has two names, and its journal stands beside one of them. */
static gboolean
has_whole_old_database (Fixture    *fixture,
                        const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (!found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *journal = g_strconcat (path, "-wal", NULL);

      found = g_str_has_prefix (name, "ambassador.db.replaced-") && g_file_test (journal, G_FILE_TEST_EXISTS) &&
              count_drafts (fixture, path) == N_OLD;
    }

  return found;
}

/* Whatever happened, the database opens and is the old one or the new one; a new one has the old one beside it. */
static gboolean
is_replaced (Fixture    *fixture,
             const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ambassador.db", NULL);
  g_autofree char *accepted = g_strconcat (path, ".restored", NULL);
  guint n_drafts = count_drafts (fixture, path);

  g_assert_false (g_file_test (accepted, G_FILE_TEST_EXISTS));
  if (n_drafts == N_OLD)
    return FALSE;

  g_assert_cmpuint (n_drafts, ==, N_NEW);
  g_assert_true (has_whole_old_database (fixture, folder));

  return TRUE;
}

static gboolean
restore (Fixture     *fixture,
         const char  *folder,
         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "ambassador.db", NULL);

  return amb_snapshot_restore (fixture->copy, path, NULL, NULL, error);
}

static void
test_fault_at_every_step (Fixture       *fixture,
                          gconstpointer  data)
{
  gboolean reached = TRUE;
  guint n_failed = 0;

  for (guint step = 1; reached; step++)
    {
      g_autofree char *folder = make_folder (fixture, step);
      g_autoptr (GError) error = NULL;
      gboolean done;

      arm (data, step);
      done = restore (fixture, folder, &error);
      reached = count_steps (data) >= step;
      disarm ();

      g_assert_true (done ? error == NULL : error->domain == AMB_STORAGE_ERROR);
      g_assert_true (done || reached);
      g_assert_true (is_replaced (fixture, folder) || !done);
      n_failed += !done;
      remove_folder (folder);
    }

  g_assert_cmpuint (n_failed, >, 4);
}

static void
test_kill_at_every_step (Fixture       *fixture,
                         gconstpointer  data)
{
  gboolean survived = FALSE;
  guint n_old = 0;

  for (guint step = 1; !survived; step++)
    {
      g_autofree char *folder = make_folder (fixture, step);
      pid_t child = fork ();
      gboolean replaced;
      int status;

      if (child == 0)
        {
          arm (data, step);
          _exit (restore (fixture, folder, NULL) ? 0 : 1);
        }

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      survived = WIFEXITED (status);
      if (survived)
        g_assert_cmpint (WEXITSTATUS (status), ==, 0);
      else
        g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);

      replaced = is_replaced (fixture, folder);
      g_assert_true (replaced || !survived);
      n_old += !replaced;
      remove_folder (folder);
    }

  g_assert_cmpuint (n_old, >, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  amb_fault_vfs_install ();
  g_test_add ("/storage/replacement/call", Fixture, &one_call, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/replacement/calls", Fixture, &all_calls, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/replacement/kill", Fixture, &killed_at_call, set_up, test_kill_at_every_step, tear_down);
  g_test_add ("/storage/replacement/disk-full", Fixture, &full, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/replacement/disk-broken", Fixture, &broken, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/replacement/disk-read", Fixture, &unreadable, set_up, test_fault_at_every_step, tear_down);
  g_test_add ("/storage/replacement/disk-kill", Fixture, &killed_at_operation, set_up, test_kill_at_every_step, tear_down);

  return g_test_run ();
}

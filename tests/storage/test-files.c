/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "amb-connection.h"
#include "amb-database-file.h"
#include "amb-draft-store.h"
#include "amb-error.h"
#include "amb-snapshot.h"
#include "amb-test-context.h"
#include "amb-test-drafts.h"

/* What a file that must not be opened says, and how it is made. */
static void
expect_refused (const char     *name,
                const char     *content,
                gssize          size,
                AmbStorageError code)
{
  g_autofree char *folder = g_dir_make_tmp ("ambassador-files-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  gsize after_size;

  g_assert_true (g_file_set_contents (path, content, size, NULL));
  g_assert_null (amb_connection_open (path, AMB_CONNECTION_WRITE, clock, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));

  g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (content, size, after, after_size);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
test_not_a_database (void)
{
  g_autofree char *noise = g_malloc0 (5000);

  expect_refused ("text.db", "Dear diary,", 11, AMB_STORAGE_ERROR_NOT_OURS);
  expect_refused ("noise.db", noise, 5000, AMB_STORAGE_ERROR_NOT_OURS);
}

static void
test_empty (void)
{
  expect_refused ("empty.db", "", 0, AMB_STORAGE_ERROR_EMPTY);
}

static void
make_database (const char *path,
               const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_of_another_program (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ambassador-files-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "other.db", NULL);
  g_autofree char *content = NULL;
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  gsize size;

  make_database (path, "CREATE TABLE bookmarks (title)");
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  expect_refused ("other.db", content, size, AMB_STORAGE_ERROR_NOT_OURS);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
read_own_database (char  **content,
                   gsize  *size)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  amb_test_context_import (test, "data/packs/zonneveld-en.storypack.xml");
  amb_database_close (test->database);
  g_assert_true (g_file_get_contents (test->path, content, size, NULL));
}

static void
test_newer (void)
{
  g_autofree char *content = NULL;
  gsize size;

  read_own_database (&content, &size);
  /* The last byte of `user_version` in the header. */
  content[63] = 99;
  expect_refused ("newer.db", content, size, AMB_STORAGE_ERROR_TOO_NEW);
}

static void
test_truncated (void)
{
  g_autofree char *content = NULL;
  gsize size;

  read_own_database (&content, &size);
  expect_refused ("truncated.db", content, 60, AMB_STORAGE_ERROR_NOT_OURS);
}

/* Pages in the middle are noise: what is read of them is an error, never something else. */
static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ambassador-files-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "damaged.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gsize size;

  read_own_database (&content, &size);
  for (gsize i = 8192; i < size; i++)
    content[i] = i * 31;
  g_assert_true (g_file_set_contents (path, content, size, NULL));

  problems = amb_snapshot_verify (path, FALSE, NULL, &error);
  if (problems == NULL)
    g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED);
  else
    g_assert_cmpuint (problems->len, >, 0);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
test_modes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ambassador-files-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deep", "er", "ambassador.db", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbConnection) connection = amb_connection_open (path, AMB_CONNECTION_WRITE, clock, &error);
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (parent, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* Another program holds the lock: a writer waits its five seconds, then says so, and nothing is written. */
static void
test_locked (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  int descriptor = amb_test_context_hold_lock (test);
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autoptr (GArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Never", NULL, &error);
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY);
  g_clear_error (&error);
  close (descriptor);

  drafts = amb_draft_store_query (connection, 0, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 0);
  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Now", NULL, &error);
  g_assert_no_error (error);
}

static void
test_backup_and_restore (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *copy = g_build_filename (test->folder, "copy.db", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *broken = g_build_filename (test->folder, "broken.db", NULL);
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (GArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Kept", NULL, &error);
  g_assert_no_error (error);
  connection = amb_test_context_open_own (test);
  g_assert_true (amb_snapshot_write (connection, copy, &error));
  g_assert_no_error (error);
  g_clear_pointer (&connection, amb_connection_close);

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Too much", NULL, &error);
  g_assert_no_error (error);
  amb_database_close (test->database);

  /* A copy that is no database changes nothing, and it is the copy that is blamed. */
  g_assert_true (g_file_set_contents (broken, "no", 2, NULL));
  g_assert_false (amb_snapshot_restore (broken, test->path, NULL, NULL, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_OURS);
  g_assert_nonnull (strstr (error->message, "broken.db"));
  g_assert_null (strstr (error->message, ".restore"));
  g_clear_error (&error);

  g_assert_true (amb_snapshot_restore (copy, test->path, &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));

  /* It can be read before anybody writes to it. */
  connection = amb_connection_open (test->path, AMB_CONNECTION_READ, test->clock, &error);
  g_assert_no_error (error);
  g_clear_pointer (&connection, amb_connection_close);

  connection = amb_connection_open (test->path, AMB_CONNECTION_WRITE, test->clock, &error);
  g_assert_no_error (error);
  drafts = amb_draft_store_query (connection, 0, NULL, FALSE, &error);
  g_assert_cmpuint (drafts->len, ==, 1);
}

/* A backup that takes the place of the database would destroy it, under whatever name. */
static void
test_backup_over_itself (void)
{
  static const char * const suffixes[] = { "", "-wal", ".lock" };
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autofree char *link_path = g_build_filename (test->folder, "link.db", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (test->path, suffixes[i], NULL);

      g_assert_false (amb_snapshot_write (connection, path, &error));
      g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED);
      g_clear_error (&error);
    }

  g_assert_cmpint (link (test->path, link_path), ==, 0);
  g_assert_false (amb_snapshot_write (connection, link_path, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED);
}

/* Another program: it holds the lock that every connection of SQLite has on its file, until its standard input ends. */
static pid_t
begin_to_use (const char *path,
              int        *end)
{
  struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510 };
  int ready[2];
  int finish[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (finish), ==, 0);
  child = fork ();
  if (child == 0)
    {
      int descriptor = open (path, O_RDWR);

      close (finish[1]);
      if (fcntl (descriptor, F_SETLK, &lock) == 0 && write (ready[1], "1", 1) == 1)
        _exit (read (finish[0], &byte, 1) == 0 ? 0 : 1);
      _exit (1);
    }

  close (ready[1]);
  close (finish[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  *end = finish[1];

  return child;
}

static void
test_restore_in_use (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *copy = g_build_filename (test->folder, "copy.db", NULL);
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autoptr (GError) error = NULL;
  pid_t child;
  int end;
  int status;

  g_assert_true (amb_snapshot_write (connection, copy, &error));
  g_assert_no_error (error);
  g_clear_pointer (&connection, amb_connection_close);
  amb_database_close (test->database);

  child = begin_to_use (test->path, &end);
  g_assert_false (amb_snapshot_restore (copy, test->path, NULL, NULL, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY);
  g_clear_error (&error);

  close (end);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (amb_snapshot_restore (copy, test->path, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The files of the database as they are now, to put somewhere else or to compare. */
static char *
read_file (const char *path,
           const char *suffix,
           gsize      *size)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  char *content = NULL;

  g_assert_true (g_file_get_contents (name, &content, size, NULL));

  return content;
}

static void
write_file (const char *path,
            const char *suffix,
            const char *content,
            gsize       size)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  g_assert_true (g_file_set_contents (name, content, size, NULL));
}

static gboolean
exists (const char *path,
        const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

/* What the database holds after all, and that it is sound. */
static void
assert_n_drafts (AmbTestContext *test,
                 guint           expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbConnection) connection = amb_connection_open (test->path, AMB_CONNECTION_WRITE, test->clock, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GArray) drafts = NULL;

  g_assert_no_error (error);
  problems = amb_snapshot_verify (test->path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  drafts = amb_draft_store_query (connection, 0, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, expected);
}

/* A newer program ended before it could write its journal into the file: that is not done for it. */
static void
test_newer_in_journal (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;
  gsize size_before;
  gsize size_after;

  amb_database_close (test->database);
  g_assert_cmpint (sqlite3_open (test->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 99", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  before = read_file (test->path, "", &size_before);
  g_assert_null (amb_connection_open (test->path, AMB_CONNECTION_WRITE, test->clock, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_TOO_NEW);
  after = read_file (test->path, "", &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
  g_assert_true (exists (test->path, "-wal"));
}

/* A journal whose file was removed is no part of the new database. */
static void
test_left_journal (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Old", NULL, &error);
  g_assert_no_error (error);
  journal = read_file (test->path, "-wal", &size);
  amb_database_close (test->database);
  g_assert_cmpint (g_unlink (test->path), ==, 0);
  write_file (test->path, "-wal", journal, size);

  assert_n_drafts (test, 0);
  g_assert_true (exists (test->path, "-wal.left"));
}

/* A name of the database elsewhere is as good as its own. */
static void
test_symbolic_link (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "elsewhere.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (test->path, path), ==, 0);
  g_assert_true (amb_database_file_check (path, &error));
  g_assert_no_error (error);
}

/* Another program must go on seeing that this one has the file open, however often it looks at it. */
static void
test_look_keeps_locks (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autoptr (GError) error = NULL;
  pid_t child;
  int status;

  amb_database_close (test->database);
  g_assert_true (amb_database_file_check (test->path, &error));
  g_assert_no_error (error);

  child = fork ();
  if (child == 0)
    _exit (amb_database_file_is_in_use (test->path) ? 0 : 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* Who may write to everything gives that up first. */
static void
give_up_rights (void)
{
  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    _exit (100);
}

/* The error is told by the exit status. */
static int
open_as_nobody (const char        *path,
                AmbConnectionMode  mode)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
      g_autoptr (AmbConnection) connection = NULL;
      g_autoptr (GError) error = NULL;

      give_up_rights ();
      connection = amb_connection_open (path, mode, clock, &error);
      _exit (connection != NULL ? 101 : error->domain == AMB_STORAGE_ERROR ? error->code : 102);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

static void
test_read_only (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *lock_path = g_strconcat (test->path, ".lock", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before;
  gsize size_after;

  amb_database_close (test->database);
  before = read_file (test->path, "", &size_before);
  g_assert_cmpint (g_unlink (lock_path), ==, 0);

  /* The file may be read, and neither it nor its folder be written. */
  g_assert_cmpint (g_chmod (test->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (test->folder, 0555), ==, 0);
  g_assert_cmpint (open_as_nobody (test->path, AMB_CONNECTION_WRITE), ==, AMB_STORAGE_ERROR_READ_ONLY);
  g_assert_cmpint (open_as_nobody (test->path, AMB_CONNECTION_READ), ==, AMB_STORAGE_ERROR_READ_ONLY);

  /* The folder may be written, the file not. */
  g_assert_cmpint (g_chmod (test->folder, 0777), ==, 0);
  g_assert_cmpint (open_as_nobody (test->path, AMB_CONNECTION_WRITE), ==, AMB_STORAGE_ERROR_READ_ONLY);

  /* The file may not even be read. */
  g_assert_cmpint (g_chmod (test->path, 0), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (open_as_nobody (test->path, AMB_CONNECTION_WRITE), ==, AMB_STORAGE_ERROR_READ_ONLY);

  g_assert_cmpint (g_chmod (test->path, 0600), ==, 0);
  after = read_file (test->path, "", &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
make_read_only (const char *path,
                const char *folder)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (journal, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
}

static int
restore_as_nobody (const char *copy,
                   const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      give_up_rights ();
      if (amb_snapshot_restore (copy, path, NULL, NULL, &error))
        _exit (101);
      _exit (error->domain == AMB_STORAGE_ERROR ? error->code : 102);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

/* A backup on a disk that can only be read is put back, and can be written from then on. What may not be written itself
 * stays as it is. */
static void
test_restore_read_only (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *folder = g_build_filename (test->folder, "read-only", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *target = g_build_filename (test->folder, "target", NULL);
  g_autofree char *path = g_build_filename (target, "ambassador.db", NULL);
  g_autofree char *content = NULL;
  g_autofree char *journal = NULL;
  gsize size;
  GStatBuf status;

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "In the journal", NULL, NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  content = read_file (test->path, "", &size);
  write_file (copy, "", content, size);
  journal = read_file (test->path, "-wal", &size);
  write_file (copy, "-wal", journal, size);
  make_read_only (copy, folder);
  g_assert_cmpint (g_chmod (test->folder, 0755), ==, 0);

  g_assert_cmpint (g_chmod (target, 0555), ==, 0);
  g_assert_cmpint (restore_as_nobody (copy, path), ==, AMB_STORAGE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (target, 0777), ==, 0);
  g_assert_cmpint (restore_as_nobody (copy, path), ==, 101);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);

  /* The context is still over its own file. */
  amb_database_close (test->database);
  g_assert_true (amb_snapshot_restore (copy, test->path, NULL, NULL, NULL));
  assert_n_drafts (test, 1);
}

/* A file that was not closed is put back with what stands in its journal. */
static void
test_restore_with_journal (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *copy = g_build_filename (test->folder, "copy.db", NULL);
  g_autofree char *content = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "In the journal", NULL, &error);
  g_assert_no_error (error);
  content = read_file (test->path, "", &size);
  write_file (copy, "", content, size);
  journal = read_file (test->path, "-wal", &size);
  write_file (copy, "-wal", journal, size);
  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Later", NULL, &error);
  g_assert_no_error (error);
  amb_database_close (test->database);

  /* Whatever journal stands beside the old file goes where that goes. */
  write_file (test->path, "-journal", "", 0);
  g_assert_true (amb_snapshot_restore (copy, test->path, &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (exists (test->path, "-journal"));
  g_assert_true (exists (kept, "-journal"));
  g_assert_false (exists (test->path, ".restore"));
  g_assert_false (exists (test->path, ".restore-wal"));
  assert_n_drafts (test, 1);

  /* The one that was set aside can be brought back. */
  g_assert_true (amb_snapshot_restore (kept, test->path, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_n_drafts (test, 2);
}

/* The journal of a large import does not stay as large as it is. */
static void
test_journal_shrinks (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *journal = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *text = g_strnfill (16 * 1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 16 * 1024 * 1024);

  amb_database_run (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Small", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  g_assert_cmpint (status.st_size, <=, 4 * 1024 * 1024);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/files/not-a-database", test_not_a_database);
  g_test_add_func ("/storage/files/empty", test_empty);
  g_test_add_func ("/storage/files/of-another-program", test_of_another_program);
  g_test_add_func ("/storage/files/newer", test_newer);
  g_test_add_func ("/storage/files/newer-in-journal", test_newer_in_journal);
  g_test_add_func ("/storage/files/left-journal", test_left_journal);
  g_test_add_func ("/storage/files/symbolic-link", test_symbolic_link);
  g_test_add_func ("/storage/files/look-keeps-locks", test_look_keeps_locks);
  g_test_add_func ("/storage/files/read-only", test_read_only);
  g_test_add_func ("/storage/files/restore-read-only", test_restore_read_only);
  g_test_add_func ("/storage/files/truncated", test_truncated);
  g_test_add_func ("/storage/files/damaged", test_damaged);
  g_test_add_func ("/storage/files/modes", test_modes);
  g_test_add_func ("/storage/files/locked", test_locked);
  g_test_add_func ("/storage/files/backup-and-restore", test_backup_and_restore);
  g_test_add_func ("/storage/files/backup-over-itself", test_backup_over_itself);
  g_test_add_func ("/storage/files/journal-shrinks", test_journal_shrinks);
  g_test_add_func ("/storage/files/restore-in-use", test_restore_in_use);
  g_test_add_func ("/storage/files/restore-with-journal", test_restore_with_journal);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "amb-backup.h"
#include "amb-error.h"
#include "amb-restore.h"
#include "amb-snapshot-folder.h"
#include "amb-snapshot.h"
#include "amb-test-context.h"
#include "amb-test-drafts.h"
#include "amb-upkeep.h"

typedef struct
{
  GAsyncResult *result;
  gboolean      done;
} Answer;

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->result = g_object_ref (result);
  answer->done = TRUE;
}

/* The thread lets go of its task, and of the context, a moment after the answer. */
static void
release (Answer *answer)
{
  g_object_add_weak_pointer (G_OBJECT (answer->result), (gpointer *) &answer->result);
  g_object_unref (answer->result);
  while (g_atomic_pointer_get (&answer->result) != NULL)
    g_thread_yield ();
}

static char *
restore (AmbTestContext  *test,
         const char      *backup,
         GError         **error)
{
  g_autoptr (GFile) file = backup == NULL ? NULL : g_file_new_for_path (backup);
  Answer answer = { 0 };
  char *kept;

  amb_restore_run_async (test->context, file, NULL, answer_cb, &answer);
  amb_test_context_iterate_until (&answer.done);
  kept = amb_restore_run_finish (test->context, answer.result, error);

  release (&answer);

  return kept;
}

static gpointer
copy (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  g_assert_true (data == NULL ? amb_snapshot_folder_add (connection, error) : amb_snapshot_write (connection, data, error));

  return NULL;
}

static void
run (AmbTestContext  *test,
     AmbAccess        access,
     AmbDatabaseFunc  func,
     gpointer         data)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, access, func, data, NULL, &error);
  g_assert_no_error (error);
}

/* Closes the database, and leaves an empty file in its place. */
static void
damage (AmbTestContext *test)
{
  amb_database_close (test->database);
  g_assert_true (g_file_set_contents (test->path, "", 0, NULL));
}

/* Makes noise of the page in the middle: SQLite opens the file, and sees it only when it reads that page. */
static void
damage_page (const char *path)
{
  g_autofree char *content = NULL;
  gsize size;
  gsize middle;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  middle = size / 4096 / 2 * 4096;
  for (gsize i = 0; i < 4096; i++)
    content[middle + i] = i * 31 + 7;
  g_assert_true (g_file_set_contents (path, content, size, NULL));
}

static gint64
count_rows (AmbTestContext *test,
            const char     *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbConnection) connection = amb_connection_open (test->path, AMB_CONNECTION_WRITE, test->clock, &error);
  gint64 count = 0;

  g_assert_no_error (error);
  g_assert_true (amb_connection_get_integer (connection, sql, &count, &error));
  g_assert_no_error (error);

  return count;
}

static void
assert_n_drafts (AmbTestContext *test,
                 gint64          expected)
{
  g_assert_cmpint (count_rows (test, "SELECT count(*) FROM draft"), ==, expected);
}

static void
test_newest (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The first");
  run (test, AMB_ACCESS_EXCLUSIVE, copy, NULL);
  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The second");
  damage (test);

  kept = restore (test, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  assert_n_drafts (test, 1);
}

static void
test_chosen (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *backup = g_build_filename (test->folder, "backup.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The first");
  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The second");
  run (test, AMB_ACCESS_EXCLUSIVE, copy, backup);
  damage (test);

  kept = restore (test, backup, &error);
  g_assert_no_error (error);
  g_assert_nonnull (kept);
  assert_n_drafts (test, 2);
}

/* What is no copy leaves everything as it was. */
static void
test_not_a_copy (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *backup = g_build_filename (test->folder, "backup.db", NULL);
  g_autoptr (GError) error = NULL;

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The first");
  amb_database_close (test->database);
  g_assert_true (g_file_set_contents (backup, "Dear diary, this is no copy of anything at all.", -1, NULL));

  g_assert_null (restore (test, backup, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_OURS);
  assert_n_drafts (test, 1);
}

/* A backup that was damaged, or cut off, somewhere in its middle is refused, and the database stays. */
static void
test_damaged_copy (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *backup = g_build_filename (test->folder, "backup.db", NULL);
  g_autofree char *cut = g_build_filename (test->folder, "cut.db", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The first");
  run (test, AMB_ACCESS_EXCLUSIVE, copy, backup);
  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The second");
  amb_database_close (test->database);
  g_assert_true (g_file_get_contents (backup, &content, &size, NULL));
  g_assert_true (g_file_set_contents (cut, content, size / 2, NULL));
  damage_page (backup);

  g_assert_null (restore (test, backup, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, backup));
  g_clear_error (&error);
  g_assert_null (restore (test, cut, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED);
  assert_n_drafts (test, 2);
}

/* Of the copies that the program made, the newest that is sound is used. */
static void
test_damaged_newest (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The first");
  run (test, AMB_ACCESS_EXCLUSIVE, copy, NULL);
  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The second");
  amb_clock_advance (test->clock, 1000);
  run (test, AMB_ACCESS_EXCLUSIVE, copy, NULL);
  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The third");
  copies = amb_snapshot_folder_list (test->path);
  g_assert_cmpuint (copies->len, ==, 2);
  damage_page (g_ptr_array_index (copies, 0));
  damage (test);

  kept = restore (test, NULL, &error);
  g_assert_no_error (error);
  assert_n_drafts (test, 1);
}

/* What is wrong with the database itself does not matter. */
static void
test_damaged_database (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The first");
  run (test, AMB_ACCESS_EXCLUSIVE, copy, NULL);
  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The second");
  amb_database_close (test->database);
  damage_page (test->path);

  kept = restore (test, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  assert_n_drafts (test, 1);
  problems = amb_snapshot_verify (test->path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_no_copy (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  damage (test);
  g_assert_null (restore (test, NULL, &error));
  g_assert_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID);
}

static void
keep (AmbTestContext *test)
{
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  amb_upkeep_run_async (test->context, NULL, answer_cb, &answer);
  amb_test_context_iterate_until (&answer.done);
  amb_upkeep_run_finish (test->context, answer.result, &error);
  g_assert_no_error (error);
  release (&answer);
}

static void
assert_n_copies (AmbTestContext *test,
                 guint           expected)
{
  g_autoptr (GPtrArray) copies = amb_snapshot_folder_list (test->path);

  g_assert_cmpuint (copies->len, ==, expected);
}

/* As if the file was last written an hour ago: the times of files are compared to the second. */
static void
make_older (AmbTestContext *test,
            const char     *suffix)
{
  g_autofree char *path = g_strconcat (test->path, suffix, NULL);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC - 3600;
  struct utimbuf times = { before, before };

  g_assert_true (g_utime (path, &times) == 0 || errno == ENOENT);
}

/* What did not change since the last copy is not copied again. */
static void
test_keep (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The first");
  keep (test);
  assert_n_copies (test, 1);

  make_older (test, "");
  make_older (test, "-wal");
  amb_clock_advance (test->clock, 1000);
  keep (test);
  assert_n_copies (test, 1);

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "The second");
  keep (test);
  assert_n_copies (test, 2);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = data;

  amb_database_run_finish (AMB_DATABASE (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

/* What was handed in before is in a backup; what is handed in while it is made, which takes a while, does not wait. */
static void
test_back_up (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *large = g_strnfill (32 * 1024 * 1024, 'x');
  g_autofree char *backup = g_build_filename (test->folder, "backup.db", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (backup);
  g_autoptr (GError) error = NULL;
  gboolean before = FALSE;
  gboolean meanwhile = FALSE;
  Answer answer = { 0 };

  run (test, AMB_ACCESS_WRITE, amb_test_add_draft, large);
  amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Before", NULL, NULL, NULL,
                          written_cb, &before);
  amb_backup_run_async (test->context, file, NULL, answer_cb, &answer);
  amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Meanwhile", NULL, NULL, NULL,
                          written_cb, &meanwhile);
  amb_test_context_iterate_until (&meanwhile);
  g_assert_true (before);
  g_assert_false (answer.done);

  amb_test_context_iterate_until (&answer.done);
  g_assert_true (amb_backup_run_finish (test->context, answer.result, &error));
  g_assert_no_error (error);
  release (&answer);
  damage (test);
  kept = restore (test, backup, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (test, "SELECT count(*) FROM draft WHERE text = 'Before'"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/restore/newest", test_newest);
  g_test_add_func ("/restore/chosen", test_chosen);
  g_test_add_func ("/restore/not-a-copy", test_not_a_copy);
  g_test_add_func ("/restore/damaged-copy", test_damaged_copy);
  g_test_add_func ("/restore/damaged-newest", test_damaged_newest);
  g_test_add_func ("/restore/damaged-database", test_damaged_database);
  g_test_add_func ("/restore/no-copy", test_no_copy);
  g_test_add_func ("/restore/keep", test_keep);
  g_test_add_func ("/restore/back-up", test_back_up);

  return g_test_run ();
}

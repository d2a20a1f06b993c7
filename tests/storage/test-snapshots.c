/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <utime.h>

#include "amb-connection.h"
#include "amb-error.h"
#include "amb-migrator.h"
#include "amb-snapshot-folder.h"
#include "amb-snapshot.h"
#include "amb-test-context.h"

/* A copy that was made long before the database was last written. */
static void
make_old_snapshot (AmbTestContext *test,
                   const char     *name)
{
  g_autofree char *path = g_strconcat (test->path, ".snapshots/", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  struct utimbuf times = { 1, 1 };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

/* What is written while a copy is made is not in it, so the copy is no newer than that. Files know seconds: the whole
 * of it is within one here. */
static void
test_written_meanwhile (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autofree char *snapshot = g_strconcat (test->path, ".snapshots/20261123T130200Z.db", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  gint64 begun;

  do
    {
      g_unlink (snapshot);
      begun = g_get_real_time () / G_USEC_PER_SEC;
      g_assert_true (amb_snapshot_folder_add (connection, &error));
      g_assert_no_error (error);
    }
  while (g_get_real_time () / G_USEC_PER_SEC != begun);

  g_assert_cmpint (g_stat (snapshot, &status), ==, 0);
  g_assert_cmpint (status.st_mtime, <, begun);
}

/* All of today, and the newest of each of 7 days, 4 weeks and 12 months. It is Monday, 23 November 2026. */
static void
test_thinned (void)
{
  static const char * const made[] = {
    "20261123T080000Z.db", "20261123T090000Z.db",                        /* today */
    "20261122T080000Z.db", "20261122T200000Z.db",                        /* yesterday */
    "20261117T080000Z.db",                                               /* six days ago */
    "20261110T080000Z.db", "20261112T080000Z.db",                        /* one week */
    "20260803T080000Z.db", "20260820T080000Z.db", "20260701T080000Z.db", /* two months */
    "20240803T080000Z.db",                                               /* too old */
    "my own.db",                                                         /* somebody else's */
  };
  static const char * const kept[] = {
    "my own.db", "20261123T130200Z.db", "20261123T090000Z.db", "20261123T080000Z.db", "20261122T200000Z.db",
    "20261117T080000Z.db", "20261112T080000Z.db", "20260820T080000Z.db", "20260701T080000Z.db",
  };
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (test);
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    make_old_snapshot (test, made[i]);
  g_assert_true (amb_snapshot_folder_add (connection, &error));
  g_assert_no_error (error);

  snapshots = amb_snapshot_folder_list (test->path);
  g_assert_cmpuint (snapshots->len, ==, G_N_ELEMENTS (kept));
  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (snapshots, i));

      g_assert_cmpstr (name, ==, kept[i]);
    }
}

static sqlite3 *
open_plainly (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);

  return handle;
}

static void
execute (sqlite3    *handle,
         const char *sql)
{
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* A copy is made before the form changes; a retry leaves it as it was. */
static void
test_before_migration (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *copy = g_strconcat (test->path, ".before-002", NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;
  gsize first_size;
  gsize second_size;

  amb_database_close (test->database);
  handle = open_plainly (test->path);
  g_assert_true (amb_snapshot_before_migration (handle, test->path, 1, &error));
  g_assert_no_error (error);
  problems = amb_snapshot_verify (copy, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (g_file_get_contents (copy, &first, &first_size, NULL));

  execute (handle, "INSERT INTO setting (name, value) VALUES ('half', 'done')");
  g_assert_true (amb_snapshot_before_migration (handle, test->path, 1, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (copy, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
  sqlite3_close (handle);
}

static int
read_number (void  *number,
             int    n_columns,
             char **values,
             char **names)
{
  *(int *) number = atoi (values[0]);

  return 0;
}

static int
get_number (sqlite3    *handle,
            const char *sql)
{
  int number = -1;

  g_assert_cmpint (sqlite3_exec (handle, sql, read_number, &number, NULL), ==, SQLITE_OK);

  return number;
}

/* A step that fails half way leaves nothing of itself. */
static void
test_migration_fails (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "other.db", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = open_plainly (path);

  execute (handle, "CREATE TABLE profile_text (stands INTEGER, in_the INTEGER, way INTEGER)");
  g_assert_false (amb_migrator_run (handle, path, 0, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED);
  g_assert_cmpint (get_number (handle, "SELECT count (*) FROM sqlite_schema"), ==, 1);
  g_assert_cmpint (get_number (handle, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (get_number (handle, "PRAGMA application_id"), ==, 0);
  sqlite3_close (handle);
}

static gpointer
add_heard (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  amb_connection_execute (connection, "INSERT INTO heard (id, at, tone) VALUES (1, 1, 0), (2, 2, 0)", error);

  return NULL;
}

/* A table that lost a row its indexes still have is sound to a quick check once it is copied: the copy has one row less
 * than the database counts. */
static void
test_rows_are_compared (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *copy = g_build_filename (test->folder, "copy.db", NULL);
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;

  amb_database_run (test->database, AMB_ACCESS_WRITE, add_heard, NULL, NULL, &error);
  g_assert_no_error (error);
  connection = amb_test_context_open_own (test);
  g_assert_true (amb_snapshot_write (connection, copy, &error));
  g_assert_no_error (error);

  handle = open_plainly (test->path);
  execute (handle, "CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'heard'");
  execute (handle, "PRAGMA writable_schema = ON");
  execute (handle, "DELETE FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'heard'");
  execute (handle, "PRAGMA writable_schema = RESET");
  execute (handle, "DELETE FROM heard WHERE id = 1");
  execute (handle, "PRAGMA writable_schema = ON");
  execute (handle, "INSERT INTO sqlite_schema SELECT * FROM kept");
  sqlite3_close (handle);

  g_assert_false (amb_snapshot_write (connection, copy, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED);
}

/* What breaks a rule of the database is not kept, even when no step says so. */
static void
test_migration_breaks_rule (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "other.db", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = open_plainly (path);

  execute (handle, "CREATE TABLE of_a_step (number INTEGER CHECK (number > 0)) STRICT");
  execute (handle, "PRAGMA ignore_check_constraints = ON");
  execute (handle, "INSERT INTO of_a_step (number) VALUES (-1)");
  execute (handle, "PRAGMA ignore_check_constraints = OFF");
  g_assert_false (amb_migrator_run (handle, path, 0, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED);
  g_assert_cmpint (get_number (handle, "SELECT count (*) FROM sqlite_schema"), ==, 1);
  g_assert_cmpint (get_number (handle, "PRAGMA user_version"), ==, 0);
  sqlite3_close (handle);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/snapshots/thinned", test_thinned);
  g_test_add_func ("/storage/snapshots/written-meanwhile", test_written_meanwhile);
  g_test_add_func ("/storage/snapshots/rows-are-compared", test_rows_are_compared);
  g_test_add_func ("/storage/snapshots/before-migration", test_before_migration);
  g_test_add_func ("/storage/snapshots/migration-fails", test_migration_fails);
  g_test_add_func ("/storage/snapshots/migration-breaks-rule", test_migration_breaks_rule);

  return g_test_run ();
}

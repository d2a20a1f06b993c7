/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-snapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amb-connection-private.h"
#include "amb-database-file.h"
#include "amb-error.h"
#include "amb-replacement.h"
#include "amb-sqlite-error.h"
#include "amb-write-lock.h"

#define PATIENCE_MILLISECONDS 1000
#define PAUSE_MILLISECONDS 10
#define MOST_TRIES 3
#define COPY_SIZE (128 * 1024)

/* A copy that may not be written where it is to stand says nothing of the database: it is not what is read-only. */
static gboolean
set_errno_error (GError     **error,
                 const char  *path)
{
  int code = errno;

  g_set_error (error, AMB_STORAGE_ERROR,
               code == ENOSPC || code == EDQUOT ? AMB_STORAGE_ERROR_FULL : AMB_STORAGE_ERROR_FAILED,
               _("“%s” could not be read or written: %s."), path, g_strerror (code));

  return FALSE;
}

static gboolean
sync_path (const char  *path,
           GError     **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;

  if (!done)
    set_errno_error (error, path);
  if (descriptor >= 0)
    close (descriptor);

  return done;
}

/* VACUUM INTO neither keeps the mode of the file nor syncs it; it does accept an empty file that is there. */
static gboolean
vacuum_into (sqlite3     *handle,
             const char  *path,
             GError     **error)
{
  char *sql;
  int descriptor;
  int result;

  g_unlink (path);
  descriptor = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    return set_errno_error (error, path);
  close (descriptor);

  sql = sqlite3_mprintf ("VACUUM INTO %Q", path);
  result = sqlite3_exec (handle, sql, NULL, NULL, NULL);
  sqlite3_free (sql);
  if (result != SQLITE_OK)
    amb_sqlite_error_set (error, handle, result, path);

  return result == SQLITE_OK && sync_path (path, error);
}

static int
append_text (void  *problems,
             int    n_columns,
             char **values,
             char **names)
{
  if (g_strcmp0 (values[0], "ok") != 0)
    g_ptr_array_add (problems, g_strdup (values[0]));

  return 0;
}

static int
append_broken_key (void  *problems,
                   int    n_columns,
                   char **values,
                   char **names)
{
  g_ptr_array_add (problems, g_strdup_printf (_("Row %s of “%s” refers to a row of “%s” that is gone."),
                                              values[1] == NULL ? "?" : values[1], values[0], values[2]));

  return 0;
}

static int
stop_if_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static int
check_index (sqlite3    *handle,
             GPtrArray  *problems,
             const char *name)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", name, name);
  int result = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if ((result & 0xff) != SQLITE_CORRUPT)
    return result;

  g_ptr_array_add (problems, g_strdup_printf (_("The search index “%s” does not fit what it indexes."), name));

  return SQLITE_OK;
}

/* The check of a full-text index is an INSERT to SQLite, so it happens in a private copy in memory. */
static int
check_indexes (sqlite3    *handle,
               GPtrArray  *problems)
{
  static const char * const indexes[] = { "story_fts", "draft_fts", "entry_fts" };
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  int result = sqlite3_open_v2 (":memory:", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    {
      amb_connection_harden (copy);
      backup = sqlite3_backup_init (copy, "main", handle, "main");
      if (backup != NULL)
        sqlite3_backup_step (backup, -1);
      result = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_extended_errcode (copy);
    }

  for (guint i = 0; result == SQLITE_OK && i < G_N_ELEMENTS (indexes); i++)
    result = check_index (copy, problems, indexes[i]);
  sqlite3_close (copy);

  return result;
}

static int
run_checks (sqlite3    *handle,
            gboolean    deep,
            GPtrArray  *problems)
{
  const char *check = deep ? "PRAGMA integrity_check(100)" : "PRAGMA quick_check(100)";
  int result = sqlite3_exec (handle, check, append_text, problems, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_exec (handle, "PRAGMA foreign_key_check", append_broken_key, problems, NULL);
  if (result == SQLITE_OK && deep && problems->len == 0)
    result = check_indexes (handle, problems);

  return result;
}

static gboolean
read_integer (sqlite3    *handle,
              const char *sql,
              gint64     *value)
{
  sqlite3_stmt *statement = NULL;
  gboolean done = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK &&
                  sqlite3_step (statement) == SQLITE_ROW;

  if (done)
    *value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return done;
}

static gboolean
accept_handle (sqlite3     *handle,
               const char  *path,
               GError     **error)
{
  gint64 application;
  gint64 version;

  if (!read_integer (handle, "PRAGMA application_id", &application) ||
      !read_integer (handle, "PRAGMA user_version", &version))
    {
      amb_sqlite_error_set (error, handle, sqlite3_extended_errcode (handle), path);
      return FALSE;
    }

  return amb_database_file_accept (path, application, version, error);
}

static GPtrArray *
verify (const char    *path,
        const char    *shown,
        gboolean       deep,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *handle = NULL;
  int result = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean done = FALSE;

  if (result == SQLITE_OK)
    {
      amb_connection_harden (handle);
      if (cancellable != NULL)
        sqlite3_progress_handler (handle, 2000, stop_if_cancelled, cancellable);
      if (accept_handle (handle, shown, error))
        {
          result = run_checks (handle, deep, problems);
          done = result == SQLITE_OK;
          /* What went wrong in the private copy this handle knows nothing of. */
          if (!done)
            amb_sqlite_error_set (error, sqlite3_errcode (handle) == SQLITE_OK ? NULL : handle, result, shown);
        }
    }
  else
    {
      amb_sqlite_error_set (error, handle, result, shown);
    }
  sqlite3_close (handle);

  return done ? g_steal_pointer (&problems) : NULL;
}

/**
 * amb_snapshot_verify:
 * @path: a database
 * @deep: whether to compare every index with its table, the full-text ones too
 * @cancellable: (nullable): stops it
 * @error: [error@StorageError] when it could not be checked at all
 *
 * Checks a database without writing to it. Opens a connection of its own: call it on a thread that may wait.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what is wrong, a sentence each; empty when all is well
 */
GPtrArray *
amb_snapshot_verify (const char    *path,
                     gboolean       deep,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return verify (path, path, deep, cancellable, error);
}

static gboolean
require_sound (const char    *path,
               const char    *shown,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) problems = verify (path, shown, FALSE, cancellable, error);

  if (problems == NULL)
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED, _("“%s” is damaged (%s). Choose another copy."),
               shown, (const char *) g_ptr_array_index (problems, 0));

  return FALSE;
}

static int
append_name (void  *names,
             int    n_columns,
             char **values,
             char **columns)
{
  g_ptr_array_add (names, g_strdup (values[0]));

  return 0;
}

/* How many rows every table has, the indexes of the full text with them; a virtual table has none of its own. */
static char *
count_rows (sqlite3     *handle,
            const char  *path,
            GError     **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) counts = g_string_new (NULL);
  gboolean done = sqlite3_exec (handle, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name",
                                append_name, names, NULL) == SQLITE_OK;

  for (guint i = 0; done && i < names->len; i++)
    {
      char *sql = sqlite3_mprintf ("SELECT count (*) FROM \"%w\"", (const char *) g_ptr_array_index (names, i));
      gint64 count = 0;

      done = read_integer (handle, sql, &count);
      g_string_append_printf (counts, "%s %" G_GINT64_FORMAT "\n", (const char *) g_ptr_array_index (names, i), count);
      sqlite3_free (sql);
    }

  if (!done)
    amb_sqlite_error_set (error, handle, sqlite3_extended_errcode (handle), path);

  return done ? g_string_free (g_steal_pointer (&counts), FALSE) : NULL;
}

static gboolean
require_rows (const char  *path,
              const char  *shown,
              const char  *expected,
              GError     **error)
{
  sqlite3 *handle = NULL;
  g_autofree char *found = NULL;
  int result = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    {
      amb_connection_harden (handle);
      found = count_rows (handle, shown, error);
    }
  else
    {
      amb_sqlite_error_set (error, handle, result, shown);
    }
  sqlite3_close (handle);

  if (found == NULL || g_str_equal (found, expected))
    return found != NULL;

  g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED,
               _("“%s” does not hold as much as the database says it has. Restore an earlier backup."), shown);

  return FALSE;
}

/* Copies, and compares the rows with those that were there before. They can be compared only when nobody wrote
 * meanwhile, which `data_version` tells; so it is tried again. Who writes all the time gets a copy that is sound, of some
 * moment in between. */
static gboolean
copy_and_compare (sqlite3     *handle,
                  const char  *path,
                  const char  *shown,
                  GError     **error)
{
  gint64 before = 0;
  gint64 after = 1;
  g_autofree char *rows = NULL;

  for (guint i = 0; i < MOST_TRIES && before != after; i++)
    {
      g_free (rows);
      rows = NULL;
      if (!read_integer (handle, "PRAGMA data_version", &before) || (rows = count_rows (handle, shown, error)) == NULL ||
          !vacuum_into (handle, path, error) || !read_integer (handle, "PRAGMA data_version", &after))
        {
          if (error != NULL && *error == NULL)
            amb_sqlite_error_set (error, handle, sqlite3_extended_errcode (handle), shown);
          return FALSE;
        }
    }

  return require_sound (path, shown, NULL, error) && (before != after || require_rows (path, shown, rows, error));
}

static gboolean
write_copy (sqlite3     *handle,
            const char  *path,
            GError     **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  gboolean done = copy_and_compare (handle, unfinished, path, error);

  if (done && g_rename (unfinished, path) != 0)
    done = set_errno_error (error, path);
  if (!done)
    g_unlink (unfinished);

  return done && amb_database_file_sync_folder (path, error);
}

/**
 * amb_snapshot_write:
 * @connection: a connection outside any transaction
 * @path: the file to make; one that is there is replaced once the copy is whole
 * @error: [error@StorageError]
 *
 * Copies the database as it is now: checked, with as many rows in every table, and on the disk before it gets its name.
 *
 * Returns: %TRUE when the copy is there
 */
gboolean
amb_snapshot_write (AmbConnection  *connection,
                    const char     *path,
                    GError        **error)
{
  return amb_database_file_require_other (amb_connection_get_path (connection), path, error) &&
         write_copy (amb_connection_get_handle (connection), path, error);
}

/**
 * amb_snapshot_before_migration:
 * @handle: a connection outside any transaction
 * @path: the file of the database
 * @version: its form
 * @error: [error@StorageError]
 *
 * Copies a database before its form changes, to a file beside it. A retry leaves the first copy alone: it is the one
 * that nobody changed.
 *
 * Returns: %TRUE when there is a copy
 */
gboolean
amb_snapshot_before_migration (sqlite3     *handle,
                               const char  *path,
                               int          version,
                               GError     **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%03d", path, version + 1);

  return g_file_test (copy, G_FILE_TEST_EXISTS) || write_copy (handle, copy, error);
}

static gboolean
write_all (int         descriptor,
           const char *bytes,
           gssize      size)
{
  gssize written = 0;

  for (gssize done = 0; done < size && written >= 0; done += written)
    {
      do
        written = write (descriptor, bytes + done, size - done);
      while (written < 0 && errno == EINTR);
    }

  return written >= 0;
}

static gboolean
copy_stream (GInputStream  *stream,
             int            descriptor,
             const char    *shown,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *buffer = g_malloc (COPY_SIZE);
  gssize size;

  while ((size = g_input_stream_read (stream, buffer, COPY_SIZE, cancellable, error)) > 0)
    {
      if (!write_all (descriptor, buffer, size))
        {
          amb_sqlite_error_set_system (error, errno, shown);
          return FALSE;
        }
    }

  if (size == 0 && fsync (descriptor) != 0)
    {
      amb_sqlite_error_set_system (error, errno, shown);
      return FALSE;
    }

  return size == 0;
}

/* What is wrong with the file that is made is told by the name it is going to have. */
static gboolean
copy_file (const char    *from,
           const char    *to,
           const char    *shown,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFileInputStream) stream = g_file_read (source, cancellable, error);
  gboolean done;
  int descriptor;

  if (stream == NULL)
    return FALSE;

  descriptor = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    {
      amb_sqlite_error_set_system (error, errno, shown);
      return FALSE;
    }

  done = copy_stream (G_INPUT_STREAM (stream), descriptor, shown, cancellable, error);
  close (descriptor);

  return done;
}

/* A file that was not closed, such as one that was set aside here, has part of what it holds in its journal. */
static gboolean
copy_with_journals (const char    *from,
                    const char    *to,
                    const char    *shown,
                    GCancellable  *cancellable,
                    GError       **error)
{
  if (!amb_database_file_remove (to, error))
    return FALSE;

  for (guint i = 0; amb_database_file_journals[i] != NULL; i++)
    {
      g_autofree char *journal = g_strconcat (from, amb_database_file_journals[i], NULL);
      g_autofree char *copy = g_strconcat (to, amb_database_file_journals[i], NULL);

      /* The index of a journal is for those who have the file open; SQLite makes it anew. */
      if (!g_str_equal (amb_database_file_journals[i], "-shm") && g_file_test (journal, G_FILE_TEST_EXISTS) &&
          !copy_file (journal, copy, shown, cancellable, error))
        return FALSE;
    }

  return copy_file (from, to, shown, cancellable, error);
}

/* Plays back what stands in the journals of a private copy: it is one file then. */
static gboolean
settle (const char  *path,
        const char  *shown,
        GError     **error)
{
  sqlite3 *handle = NULL;
  int result = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    {
      amb_connection_harden (handle);
      result = sqlite3_exec (handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    }
  if (result != SQLITE_OK)
    amb_sqlite_error_set (error, handle, result, shown);
  sqlite3_close (handle);

  return result == SQLITE_OK;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done = g_mkdir_with_parents (folder, 0700) == 0;

  if (!done)
    amb_sqlite_error_set_system (error, errno, folder);

  return done;
}

/* A program that has the old file open would go on writing to it, and nobody would ever see that again. One that only
 * looks something up is done in a moment. */
static gboolean
require_closed (const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  for (guint waited = 0; amb_database_file_is_in_use (path); waited += PAUSE_MILLISECONDS)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (waited >= PATIENCE_MILLISECONDS)
        {
          g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY,
                               _("Another program has the database open. Close Ambassador, then try again."));
          return FALSE;
        }

      g_usleep (PAUSE_MILLISECONDS * 1000);
    }

  return TRUE;
}

/**
 * amb_snapshot_restore:
 * @snapshot: a copy of a database
 * @path: the database to replace; no connection of this program is open to it
 * @kept: (out) (optional): where the old file stands now, with its journal; where it would, if there was none
 * @cancellable: (nullable): stops it before anything is replaced
 * @error: [error@StorageError], %AMB_STORAGE_ERROR_BUSY when another program has @path open, or #GIOErrorEnum when
 *   @snapshot can't be read
 *
 * Puts a copy in the place of a database. The copy is copied in under another name, with the journal that may stand
 * beside it, and checked; then the old file is set aside with its journal and the new one gets the name. Whatever goes
 * wrong, the old one or the new one is there as a whole: see amb_replacement_run().
 *
 * Returns: %TRUE when it is in place
 */
gboolean
amb_snapshot_restore (const char    *snapshot,
                      const char    *path,
                      char         **kept,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *resolved = amb_database_file_resolve (path);
  g_autofree char *unfinished = g_strconcat (resolved, ".restore", NULL);
  g_autoptr (AmbWriteLock) lock = amb_write_lock_new (resolved);
  gboolean done;

  done = amb_database_file_require_other (resolved, snapshot, error) &&
         make_folder (resolved, error) &&
         copy_with_journals (snapshot, unfinished, resolved, cancellable, error) &&
         settle (unfinished, snapshot, error) &&
         require_sound (unfinished, snapshot, cancellable, error) &&
         amb_write_lock_acquire (lock, cancellable, error) &&
         require_closed (resolved, cancellable, error) &&
         amb_replacement_run (resolved, unfinished, kept, error);
  amb_database_file_remove (unfinished, NULL);

  return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amb-connection-private.h"
#include "amb-error.h"
#include "amb-migrator.h"
#include "amb-replacement.h"
#include "amb-sqlite-error.h"
#include "amb-write-lock.h"

/* The header of a database file: https://sqlite.org/fileformat.html#the_database_header */
#define HEADER_SIZE 100
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

#define LOCK_BYTES_OFFSET 0x40000000
#define N_LOCK_BYTES 512

static const char magic[16] = "SQLite format 3";
const char * const amb_database_file_journals[] = { "-wal", "-shm", "-journal", NULL };

static gint64
read_big_endian (const guint8 *bytes)
{
  return (gint64) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

static void
set_not_ours (GError     **error,
              const char  *path)
{
  g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_OURS,
               _("“%s” is not an Ambassador database. Choose another file."), path);
}

/* A file that was cut to nothing has lost somebody's data: it is not quietly filled with a new database. New databases
 * get their name only once they are whole, so an empty file is never ours. */
static gboolean
check_header (const char   *path,
              const guint8 *header,
              gssize        size,
              GError      **error)
{
  if (size == 0)
    {
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_EMPTY,
                   _("“%s” is empty: what it held is gone. Restore a backup, or remove the file to start anew."), path);
      return FALSE;
    }

  if (size < HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0)
    {
      set_not_ours (error, path);
      return FALSE;
    }

  return amb_database_file_accept (path, read_big_endian (header + APPLICATION_ID_OFFSET),
                                   read_big_endian (header + USER_VERSION_OFFSET), error);
}

/* Whatever is wrong with a file that is being made is told by the name that it is going to have. */
static gboolean
make_empty_file (const char  *path,
                 const char  *shown,
                 GError     **error)
{
  int descriptor;

  /* SQLite leaves the journal of a file that it could not finish, and a program that was killed the file as well. */
  if (!amb_database_file_remove (path, error))
    return FALSE;
  descriptor = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    {
      amb_sqlite_error_set_system (error, errno, shown);
      return FALSE;
    }
  close (descriptor);

  return TRUE;
}

static gboolean
fill_new_file (const char  *path,
               const char  *shown,
               GError     **error)
{
  sqlite3 *handle = NULL;
  int result = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean done = FALSE;

  if (result == SQLITE_OK)
    {
      amb_connection_harden (handle);
      done = amb_migrator_run (handle, shown, 0, error);
      if (done && (result = sqlite3_exec (handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL)) != SQLITE_OK)
        done = FALSE;
    }
  if (result != SQLITE_OK)
    amb_sqlite_error_set (error, handle, result, shown);
  sqlite3_close (handle);

  return done;
}

/* A journal whose file is gone would be played back into the new one that takes its name. It is not thrown away: it may
 * be all that is left. */
static gboolean
set_journals_aside (const char  *path,
                    GError     **error)
{
  for (guint i = 0; amb_database_file_journals[i] != NULL; i++)
    {
      g_autofree char *journal = g_strconcat (path, amb_database_file_journals[i], NULL);
      g_autofree char *kept = g_strconcat (journal, ".left", NULL);

      if (g_rename (journal, kept) != 0 && errno != ENOENT)
        {
          amb_sqlite_error_set_system (error, errno, journal);
          return FALSE;
        }
    }

  return TRUE;
}

/* A new database gets its name only when it is whole and on the disk. */
static gboolean
make_database (const char  *path,
               GError     **error)
{
  g_autoptr (AmbWriteLock) lock = amb_write_lock_new (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  gboolean done;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      amb_sqlite_error_set_system (error, errno, folder);
      return FALSE;
    }

  if (!amb_write_lock_acquire (lock, NULL, error))
    return FALSE;
  /* Another program may have made it in the meantime: then that one is used. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  done = make_empty_file (unfinished, path, error) &&
         fill_new_file (unfinished, path, error) &&
         set_journals_aside (path, error);
  /* Not every file system lets a file have two names. */
  if (done && link (unfinished, path) != 0 && errno != EEXIST && g_rename (unfinished, path) != 0)
    {
      amb_sqlite_error_set_system (error, errno, path);
      done = FALSE;
    }
  amb_database_file_remove (unfinished, NULL);

  return done && amb_database_file_sync_folder (path, error);
}

/**
 * amb_database_file_sync_folder:
 * @path: a file
 * @error: [error@StorageError]
 *
 * Waits until what was made, renamed and removed in the folder of a file is on the disk.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_database_file_sync_folder (const char  *path,
                               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;

  if (!done)
    amb_sqlite_error_set_system (error, errno, folder);
  if (descriptor >= 0)
    close (descriptor);

  return done;
}

static gboolean
remove_file (const char  *path,
             GError     **error)
{
  gboolean done = g_unlink (path) == 0 || errno == ENOENT;

  if (!done)
    amb_sqlite_error_set_system (error, errno, path);

  return done;
}

/**
 * amb_database_file_remove:
 * @path: a file that need not be there
 * @error: [error@StorageError]
 *
 * Removes a database that nobody needs, its journals first: one that stays would be played back into whatever file gets
 * the name next.
 *
 * Returns: %TRUE when nothing of it is left
 */
gboolean
amb_database_file_remove (const char  *path,
                          GError     **error)
{
  for (guint i = 0; amb_database_file_journals[i] != NULL; i++)
    {
      g_autofree char *journal = g_strconcat (path, amb_database_file_journals[i], NULL);

      if (!remove_file (journal, error))
        return FALSE;
    }

  return remove_file (path, error);
}

/**
 * amb_database_file_accept:
 * @path: the file
 * @application: its `application_id`
 * @version: its `user_version`
 * @error: %AMB_STORAGE_ERROR_NOT_OURS or %AMB_STORAGE_ERROR_TOO_NEW
 *
 * Tells whether a database is one of ours, and not newer than this program.
 *
 * Returns: %TRUE when it may be opened
 */
gboolean
amb_database_file_accept (const char  *path,
                          gint64       application,
                          gint64       version,
                          GError     **error)
{
  if (application != AMB_APPLICATION_ID || version < 1)
    {
      set_not_ours (error, path);
      return FALSE;
    }

  if (version > amb_migrator_get_newest_version ())
    {
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_TOO_NEW,
                   _("“%s” was written by a newer Ambassador (form %d; this one knows form %d). Update Ambassador to open it."),
                   path, (int) version, amb_migrator_get_newest_version ());
      return FALSE;
    }

  return TRUE;
}

/* SQLite reads the header, and takes no lock for it. A descriptor of our own would, when it is closed, drop the locks
 * that other connections of this program have on the file
 * (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_). */
static gboolean
read_header (const char  *path,
             guint8      *header,
             gssize      *size,
             GError     **error)
{
  sqlite3 *handle = NULL;
  sqlite3_file *file = NULL;
  sqlite3_int64 length = 0;
  int result = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (result == SQLITE_OK)
    result = file->pMethods->xFileSize (file, &length);
  *size = MIN (length, HEADER_SIZE);
  if (result == SQLITE_OK && length > 0)
    result = file->pMethods->xRead (file, header, *size, 0);

  if (result != SQLITE_OK)
    amb_sqlite_error_set (error, handle, result, path);
  sqlite3_close (handle);

  return result == SQLITE_OK;
}

/**
 * amb_database_file_check:
 * @path: the file
 * @error: [error@StorageError]
 *
 * Looks at a file before it is opened, and makes a new database when there is none. What is not ours, empty, too new or
 * not to be read stays as it was.
 *
 * Returns: %TRUE when it may be opened
 */
gboolean
amb_database_file_check (const char  *path,
                         GError     **error)
{
  g_autofree char *resolved = amb_database_file_resolve (path);
  guint8 header[HEADER_SIZE];
  struct stat status;
  gssize size;

  if (!amb_replacement_finish (resolved, error))
    return FALSE;

  if (lstat (resolved, &status) != 0)
    {
      if (errno == ENOENT)
        return make_database (resolved, error);

      amb_sqlite_error_set_system (error, errno, resolved);
      return FALSE;
    }

  if (!S_ISREG (status.st_mode))
    {
      set_not_ours (error, resolved);
      return FALSE;
    }

  return read_header (resolved, header, &size, error) && check_header (resolved, header, size, error);
}

/**
 * amb_database_file_resolve:
 * @path: a file, which need not be there yet
 *
 * Follows the symbolic links in a path: the files beside a database must have one name, whatever name it was opened by.
 *
 * Returns: (transfer full): an absolute path
 */
char *
amb_database_file_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  g_autofree char *real_folder = NULL;
  char *real = realpath (absolute, NULL);

  if (real != NULL)
    return real;

  real_folder = realpath (folder, NULL);

  return g_build_filename (real_folder == NULL ? folder : real_folder, name, NULL);
}

/**
 * amb_database_file_is_remote:
 * @path: the file
 *
 * Tells whether a file is on another computer, where SQLite's locks can't be trusted
 * (https://sqlite.org/howtocorrupt.html#_filesystems_with_broken_or_missing_lock_implementations).
 *
 * Returns: %TRUE when its file system is a network's, as far as that is known
 */
gboolean
amb_database_file_is_remote (const char *path)
{
  static const char * const remote[] = { "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "fuse", "fuse.sshfs", "9p", "afs", NULL };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE, NULL, NULL);
  const char *type = info == NULL ? NULL : g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE);

  return type != NULL && g_strv_contains (remote, type);
}

/**
 * amb_database_file_is_in_use:
 * @path: the file; this program has no connection to it
 *
 * Tells whether another program has a database open. In WAL mode every connection keeps a shared lock on the bytes that
 * SQLite sets aside for that (https://sqlite.org/fileformat.html#the_lock_byte_page).
 *
 * Returns: %TRUE when one has
 */
gboolean
amb_database_file_is_in_use (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTES_OFFSET, .l_len = N_LOCK_BYTES };
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean in_use = descriptor >= 0 && fcntl (descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

  if (descriptor >= 0)
    close (descriptor);

  return in_use;
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  struct stat status;
  struct stat other_status;

  return stat (path, &status) == 0 && stat (other, &other_status) == 0 &&
         status.st_dev == other_status.st_dev && status.st_ino == other_status.st_ino;
}

/**
 * amb_database_file_require_other:
 * @path: the file of the database
 * @target: (nullable): a file that is going to be written
 * @error: %AMB_STORAGE_ERROR_FAILED
 *
 * Makes sure that what is written does not take the place of the database or of one of the files beside it.
 *
 * Returns: %TRUE when it is another file
 */
gboolean
amb_database_file_require_other (const char  *path,
                                 const char  *target,
                                 GError     **error)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal", ".lock", ".new", ".restore", ".restored" };
  g_autofree char *database = amb_database_file_resolve (path);
  g_autofree char *resolved = target == NULL ? NULL : amb_database_file_resolve (target);

  for (guint i = 0; resolved != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *taken = g_strconcat (database, suffixes[i], NULL);

      if (!g_str_equal (taken, resolved) && !is_same_file (taken, resolved))
        continue;

      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
                   _("“%s” belongs to the database itself. Choose another name."), target);
      return FALSE;
    }

  return TRUE;
}

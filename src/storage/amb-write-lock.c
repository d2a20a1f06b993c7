/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-write-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-sqlite-error.h"

/* How long another program may write before this one says so; a large import in another window takes its time, but a
 * person should hear of it. */
#define PATIENCE_MILLISECONDS 5000
#define PAUSE_MILLISECONDS 10

/**
 * AmbWriteLock:
 *
 * Keeps two programs from writing to one database at the same moment: SQLite before 3.51.3 can damage a WAL file when
 * two connections write and checkpoint at once (https://sqlite.org/wal.html#walresetbug). Every write and every
 * checkpoint of every Ambassador program happens under this lock.
 *
 * It is an open file description lock on a file beside the database, so it vanishes with its program, and it is none
 * of SQLite's own locks, which closing any other descriptor of the database would drop.
 */
struct _AmbWriteLock
{
  char *database;
  char *path;
  int   descriptor;
};

/**
 * amb_write_lock_new:
 * @database_path: the file of the database
 *
 * Makes the lock of a database, without taking it.
 *
 * Returns: (transfer full): the lock
 */
AmbWriteLock *
amb_write_lock_new (const char *database_path)
{
  AmbWriteLock *self = g_new0 (AmbWriteLock, 1);

  self->database = g_strdup (database_path);
  self->path = g_strconcat (database_path, ".lock", NULL);
  self->descriptor = -1;

  return self;
}

/**
 * amb_write_lock_free:
 * @self: (transfer full): a lock
 *
 * Frees the lock, and gives it back if it is held.
 */
void
amb_write_lock_free (AmbWriteLock *self)
{
  g_return_if_fail (self != NULL);

  if (self->descriptor >= 0)
    close (self->descriptor);
  g_free (self->database);
  g_free (self->path);
  g_free (self);
}

static gboolean
open_file (AmbWriteLock  *self,
           GError       **error)
{
  if (self->descriptor >= 0)
    return TRUE;

  self->descriptor = open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->descriptor < 0)
    amb_sqlite_error_set_system (error, errno, self->database);

  return self->descriptor >= 0;
}

static int
set_lock (AmbWriteLock *self,
          short         type)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };

  return fcntl (self->descriptor, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

/**
 * amb_write_lock_acquire:
 * @self: a lock
 * @cancellable: (nullable): stops the waiting
 * @error: %AMB_STORAGE_ERROR_BUSY when another program kept it for five seconds, %AMB_STORAGE_ERROR_READ_ONLY,
 *   %AMB_STORAGE_ERROR_FULL or %AMB_STORAGE_ERROR_FAILED when its file cannot be made or locked
 *
 * Takes the lock; waits for it in the calling thread.
 *
 * Returns: %TRUE when it is taken
 */
gboolean
amb_write_lock_acquire (AmbWriteLock  *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!open_file (self, error))
    return FALSE;

  for (guint waited = 0; (result = set_lock (self, F_WRLCK)) != 0; waited += PAUSE_MILLISECONDS)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      /* A file system that knows no locks says so. */
      if (result != EAGAIN && result != EACCES)
        {
          amb_sqlite_error_set_system (error, result, self->database);
          return FALSE;
        }

      if (waited >= PATIENCE_MILLISECONDS)
        {
          g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY,
                               _("Another program is writing to the database. Try again when it is done."));
          return FALSE;
        }

      g_usleep (PAUSE_MILLISECONDS * 1000);
    }

  return TRUE;
}

/**
 * amb_write_lock_release:
 * @self: a lock
 *
 * Gives the lock back; nothing happens when it is not held.
 */
void
amb_write_lock_release (AmbWriteLock *self)
{
  g_return_if_fail (self != NULL);

  if (self->descriptor >= 0)
    set_lock (self, F_UNLCK);
}

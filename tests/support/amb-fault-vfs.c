/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-fault-vfs.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

/* Stands between SQLite and the disk (https://sqlite.org/vfs.html): counts the operations that change something, or those
 * that read, and lets the chosen one and those after it go wrong. Every file is a real file of the usual VFS. */

typedef struct
{
  sqlite3_file  parent;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs fault_vfs;
static sqlite3_vfs *real_vfs;
static gint operations;
static gint chosen;
static gint what;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

/* Which result an operation that changes something has; SQLITE_OK lets it through. */
static int
count_operation (int full_error,
                 int io_error)
{
  AmbFault fault = g_atomic_int_get (&what);

  if (fault == AMB_FAULT_READ || g_atomic_int_add (&operations, 1) + 1 < g_atomic_int_get (&chosen))
    return SQLITE_OK;

  switch (fault)
    {
    case AMB_FAULT_FULL:
      errno = ENOSPC;
      return full_error;
    case AMB_FAULT_IO:
      errno = EIO;
      return io_error;
    case AMB_FAULT_KILL:
      return SQLITE_ABORT;
    case AMB_FAULT_READ:
    case AMB_FAULT_NONE:
      break;
    }

  return SQLITE_OK;
}

static void
die (void)
{
  kill (getpid (), SIGKILL);
  pause ();
}

static int
close_file (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);
  int result = real->pMethods->xClose (real);

  sqlite3_free (real);

  return result;
}

static int
read_file (sqlite3_file *file,
           void         *buffer,
           int           amount,
           sqlite3_int64 offset)
{
  if (g_atomic_int_get (&what) == AMB_FAULT_READ &&
      g_atomic_int_add (&operations, 1) + 1 == g_atomic_int_get (&chosen))
    {
      errno = EIO;
      return SQLITE_IOERR_READ;
    }

  return get_real (file)->pMethods->xRead (get_real (file), buffer, amount, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *buffer,
            int           amount,
            sqlite3_int64 offset)
{
  sqlite3_file *real = get_real (file);
  int result = count_operation (SQLITE_FULL, SQLITE_IOERR_WRITE);

  if (result == SQLITE_ABORT)
    {
      real->pMethods->xWrite (real, buffer, amount / 2, offset);
      die ();
    }

  return result != SQLITE_OK ? result : real->pMethods->xWrite (real, buffer, amount, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  int result = count_operation (SQLITE_OK, SQLITE_IOERR_TRUNCATE);

  if (result == SQLITE_ABORT)
    die ();

  return result != SQLITE_OK ? result : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  int result = count_operation (SQLITE_OK, SQLITE_IOERR_FSYNC);

  if (result == SQLITE_ABORT)
    die ();

  return result != SQLITE_OK ? result : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
get_size (sqlite3_file  *file,
          sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
check_reserved_lock (sqlite3_file *file,
                     int          *result)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), result);
}

static int
control_file (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
map_shared (sqlite3_file   *file,
            int             region,
            int             size,
            int             extend,
            void volatile **memory)
{
  int result = extend ? count_operation (SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHMSIZE) : SQLITE_OK;

  if (result == SQLITE_ABORT)
    die ();

  return result != SQLITE_OK ? result : get_real (file)->pMethods->xShmMap (get_real (file), region, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
unmap_shared (sqlite3_file *file,
              int           delete_it)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), delete_it);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_reserved_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = order_shared,
  .xShmUnmap = unmap_shared,
};

/* A full disk has no room for the name of a file that is not there yet. */
static int
count_creation (const char *name,
                int         flags)
{
  int result;

  if (name == NULL || (flags & SQLITE_OPEN_CREATE) == 0 || g_file_test (name, G_FILE_TEST_EXISTS))
    return SQLITE_OK;

  result = count_operation (SQLITE_CANTOPEN, SQLITE_CANTOPEN);
  if (result == SQLITE_ABORT)
    die ();

  return result;
}

static int
delete_file (sqlite3_vfs *vfs,
             const char  *name,
             int          sync_folder)
{
  int result = count_operation (SQLITE_OK, SQLITE_IOERR_DELETE);

  if (result == SQLITE_ABORT)
    die ();

  return result != SQLITE_OK ? result : real_vfs->xDelete (real_vfs, name, sync_folder);
}

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int result = count_creation (name, flags);

  self->parent.pMethods = NULL;
  if (result != SQLITE_OK)
    return result;

  self->real = sqlite3_malloc (real_vfs->szOsFile);
  memset (self->real, 0, real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (result == SQLITE_OK)
    self->parent.pMethods = &methods;
  else
    sqlite3_free (self->real);

  return result;
}

/**
 * amb_fault_vfs_install:
 *
 * Makes every database from now on use the disk that can fail. Call it first.
 */
void
amb_fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = sizeof (FaultFile);
  fault_vfs.pNext = NULL;
  fault_vfs.xOpen = open_file;
  fault_vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, TRUE), ==, SQLITE_OK);
}

/**
 * amb_fault_vfs_arm:
 * @fault: what goes wrong
 * @operation: from which operation on, counted from 1: reads, or whatever makes, changes, syncs or removes a file
 *
 * Begins to count anew.
 */
void
amb_fault_vfs_arm (AmbFault fault,
                   guint    operation)
{
  g_atomic_int_set (&operations, 0);
  g_atomic_int_set (&chosen, operation);
  g_atomic_int_set (&what, fault);
}

/**
 * amb_fault_vfs_count:
 *
 * Tells how many operations there were since the last call of amb_fault_vfs_arm().
 *
 * Returns: how many
 */
guint
amb_fault_vfs_count (void)
{
  return g_atomic_int_get (&operations);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-sqlite-error.h"

#include <errno.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "amb-error.h"

/**
 * amb_sqlite_error_set_system:
 * @error: (out) (optional): where to put the error
 * @code: the number of an error of the system, as in errno
 * @path: the file
 *
 * Says in the words of [error@StorageError] what an error of the system means.
 */
void
amb_sqlite_error_set_system (GError     **error,
                             int          code,
                             const char  *path)
{
  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FULL,
                 _("The disk that holds “%s” is full. Make room, then try again."), path);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_READ_ONLY,
                 _("“%s” cannot be changed. Check that you may write to the file and its folder."), path);
  else
    g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
                 _("“%s” could not be read or written: %s."), path, g_strerror (code));
}

/* A file that can't be made, or not be made larger, is to SQLite an error of opening or of the disk: only the system
 * knows that the disk is full, or that the folder may not be written. */
static int
get_system_error (sqlite3 *handle,
                  int      result)
{
  int code = handle == NULL ? 0 : sqlite3_system_errno (handle);

  if ((result & 0xff) != SQLITE_CANTOPEN && (result & 0xff) != SQLITE_IOERR)
    return 0;

  return code == ENOSPC || code == EDQUOT || code == EACCES || code == EPERM || code == EROFS ? code : 0;
}

/**
 * amb_sqlite_error_set:
 * @error: (out) (optional): where to put the error
 * @handle: (nullable): the connection on which it happened, for SQLite's own words
 * @result: what SQLite returned, extended or not
 * @path: the file of the database
 *
 * Says in the words of [error@StorageError] what SQLite's result code means (https://sqlite.org/rescode.html).
 */
void
amb_sqlite_error_set (GError     **error,
                      sqlite3     *handle,
                      int          result,
                      const char  *path)
{
  const char *words = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result);

  switch (result & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY,
                   _("Another program is writing to “%s”. Try again when it is done."), path);
      break;
    case SQLITE_FULL:
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FULL,
                   _("The disk that holds “%s” is full. Make room, then try again."), path);
      break;
    case SQLITE_READONLY:
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_READ_ONLY,
                   _("“%s” cannot be changed. Check that you may write to the file and its folder."), path);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED,
                   _("“%s” is damaged (%s). Restore a backup; the damaged file is left as it is."), path, words);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_OURS,
                   _("“%s” is not an Ambassador database. Choose another file."), path);
      break;
    default:
      if (get_system_error (handle, result) != 0)
        amb_sqlite_error_set_system (error, get_system_error (handle, result), path);
      else
        g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
                     _("“%s” could not be read or written: %s."), path, words);
      break;
    }
}

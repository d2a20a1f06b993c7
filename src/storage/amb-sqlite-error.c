/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-sqlite-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "amb-error.h"

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
      g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
                   _("“%s” could not be read or written: %s."), path, words);
      break;
    }
}

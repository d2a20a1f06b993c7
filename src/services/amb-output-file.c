/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-output-file.h"

#include "amb-database-file.h"

/* GLib writes beside a file that is there, and gives the new one its name at the end; a new file it writes in place. So
 * that nobody finds half of one, there is an empty file first. */
static gboolean
ensure_file (GFile             *file,
             GFileCreateFlags   flags,
             gboolean          *created,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_create (file, flags, cancellable, &local_error);

  *created = stream != NULL;
  if (stream != NULL || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gint64
replace (AmbConnection     *connection,
         GFile             *file,
         GFileCreateFlags   flags,
         AmbOutputFunc      func,
         gpointer           data,
         GCancellable      *cancellable,
         GError           **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, flags, cancellable, error);
  g_autoptr (GOutputStream) buffered = NULL;
  g_autoptr (GCancellable) give_up = g_cancellable_new ();
  gint64 n_records;

  if (stream == NULL)
    return -1;

  buffered = g_buffered_output_stream_new (G_OUTPUT_STREAM (stream));
  n_records = func (connection, buffered, data, cancellable, error);
  if (n_records >= 0 && g_output_stream_close (buffered, cancellable, error))
    return n_records;

  /* Closing with a cancelled cancellable leaves the file that was there as it was. */
  g_cancellable_cancel (give_up);
  g_output_stream_close (buffered, give_up, NULL);

  return -1;
}

/**
 * amb_output_file_write:
 * @connection: a connection
 * @file: the file to write; not the database itself
 * @flags: how to make it
 * @func: writes into it
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: [error@StorageError] when the file belongs to the database, #GIOErrorEnum, or what @func says
 *
 * Writes a file. One that is there is replaced once the new one is whole; when that fails it stays as it was, and a new
 * one is gone again. Any thread but the main one; blocks.
 *
 * Returns: what @func returns, −1 with an error
 */
gint64
amb_output_file_write (AmbConnection     *connection,
                       GFile             *file,
                       GFileCreateFlags   flags,
                       AmbOutputFunc      func,
                       gpointer           data,
                       GCancellable      *cancellable,
                       GError           **error)
{
  gboolean created;
  gint64 n_records;

  g_return_val_if_fail (G_IS_FILE (file), -1);

  if (!amb_database_file_require_other (amb_connection_get_path (connection), g_file_peek_path (file), error) ||
      !ensure_file (file, flags, &created, cancellable, error))
    return -1;

  n_records = replace (connection, file, flags, func, data, cancellable, error);
  if (n_records < 0 && created)
    g_file_delete (file, NULL, NULL);

  return n_records;
}

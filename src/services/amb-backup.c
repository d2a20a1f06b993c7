/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-backup.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-request.h"
#include "amb-snapshot.h"

static gpointer
back_up (AmbConnection  *connection,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  AmbRequest *request = data;
  g_autofree char *path = g_file_get_path (request->object);

  if (path == NULL)
    {
      g_set_error_literal (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID,
                           _("A backup can only be written to a folder of this computer."));
      return NULL;
    }

  return amb_request_done (amb_snapshot_write (connection, path, error));
}

/**
 * amb_backup_run_async:
 * @context: the context
 * @file: the file to make; one that is there is replaced once the copy is whole
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Copies the database to a file, checked, and on the disk before it gets its name.
 */
void
amb_backup_run_async (AmbContext          *context,
                      GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  amb_request_send (amb_request_take (amb_request_new (context, 0, 0, NULL), g_object_ref (file), g_object_unref),
                    AMB_ACCESS_EXCLUSIVE, back_up, NULL, cancellable, callback, data);
}

/**
 * amb_backup_run_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: %TRUE when the copy is there
 */
gboolean
amb_backup_run_finish (AmbContext    *context,
                       GAsyncResult  *result,
                       GError       **error)
{
  return amb_request_is_done (context, result, error);
}

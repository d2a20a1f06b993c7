/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-backup.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-snapshot.h"

typedef struct
{
  char     *path;
  char     *target; /* %NULL for what is not on this computer */
  AmbClock *clock;
} Backup;

static void
free_backup (gpointer data)
{
  Backup *backup = data;

  g_free (backup->path);
  g_free (backup->target);
  g_object_unref (backup->clock);
  g_free (backup);
}

static gboolean
back_up (Backup        *backup,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (AmbConnection) connection = NULL;

  if (backup->target == NULL)
    {
      g_set_error_literal (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID,
                           _("A backup can only go to a folder on this computer."));
      return FALSE;
    }

  connection = amb_connection_open (backup->path, AMB_CONNECTION_READ, backup->clock, error);
  if (connection == NULL)
    return FALSE;

  amb_connection_set_cancellable (connection, cancellable);

  return amb_snapshot_write (connection, backup->target, error);
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (back_up (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Jobs keep their order: when this one is done, so are those before it. */
static gpointer
do_nothing (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  return NULL;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  amb_database_run_finish (AMB_DATABASE (object), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, run_thread);
}

/**
 * amb_backup_run_async:
 * @context: the context
 * @file: the file to make; one that is there is replaced once the copy is whole
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Copies the database to a file, checked, and on the disk before it gets its name. All that was handed in to be written
 * before is in it. It has a thread and a connection of its own: what is typed meanwhile is written as always.
 */
void
amb_backup_run_async (AmbContext          *context,
                      GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  AmbDatabase *database = amb_context_get_database (context);
  GTask *task = g_task_new (context, cancellable, callback, data);
  Backup *backup = g_new0 (Backup, 1);

  backup->path = g_strdup (amb_database_get_path (database));
  backup->target = g_file_get_path (file);
  backup->clock = g_object_ref (amb_context_get_clock (context));
  g_task_set_source_tag (task, amb_backup_run_async);
  g_task_set_task_data (task, backup, free_backup);
  amb_database_run_async (database, AMB_ACCESS_EXCLUSIVE, do_nothing, NULL, NULL, NULL, cancellable, written_cb, task);
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
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

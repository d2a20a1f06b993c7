/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-upkeep.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-snapshot-folder.h"
#include "amb-snapshot.h"

typedef struct
{
  char     *path;
  AmbClock *clock;
  gboolean  unclean;
} Upkeep;

static void
free_upkeep (Upkeep *upkeep)
{
  g_free (upkeep->path);
  g_object_unref (upkeep->clock);
  g_free (upkeep);
}

static gboolean
check (Upkeep        *upkeep,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (GPtrArray) problems = amb_snapshot_verify (upkeep->path, FALSE, cancellable, error);

  if (problems == NULL)
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED,
               _("“%s” is damaged (%s). Restore a backup; the damaged file is left as it is."), upkeep->path,
               (const char *) g_ptr_array_index (problems, 0));

  return FALSE;
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Upkeep *upkeep = data;
  g_autoptr (AmbConnection) connection = NULL;
  GError *error = NULL;

  if (upkeep->unclean && !check (upkeep, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  connection = amb_connection_open (upkeep->path, AMB_CONNECTION_READ, upkeep->clock, &error);
  if (connection != NULL)
    {
      amb_connection_set_cancellable (connection, cancellable);
      amb_snapshot_folder_add (connection, &error);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * amb_upkeep_run_async:
 * @context: the context; its database is open
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Does what keeps a database safe, on a thread of its own: after an unclean end it is checked; then it is copied into
 * the folder of its snapshots, unless nothing changed since the last one.
 */
void
amb_upkeep_run_async (AmbContext          *context,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  AmbDatabase *database = amb_context_get_database (context);
  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, data);
  Upkeep *upkeep = g_new0 (Upkeep, 1);

  upkeep->path = g_strdup (amb_database_get_path (database));
  upkeep->clock = g_object_ref (amb_context_get_clock (context));
  upkeep->unclean = amb_database_get_unclean (database);
  g_task_set_task_data (task, upkeep, (GDestroyNotify) free_upkeep);
  g_task_run_in_thread (task, run_thread);
}

/**
 * amb_upkeep_run_finish:
 * @context: the context
 * @result: from the callback
 * @error: %AMB_STORAGE_ERROR_DAMAGED when the check found something, or another [error@StorageError]
 *
 * Tells whether the database is sound and copied.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_upkeep_run_finish (AmbContext    *context,
                       GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

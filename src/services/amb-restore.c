/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-restore.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-snapshot-folder.h"
#include "amb-snapshot.h"

typedef struct
{
  char *path;
  char *backup; /* %NULL for the newest that the program made by itself */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->backup);
  g_free (job);
}

/* A copy may be damaged as well: then the one before it is tried. */
static gboolean
restore_newest (Job           *job,
                char         **kept,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GPtrArray) snapshots = amb_snapshot_folder_list (job->path);

  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (amb_snapshot_restore (g_ptr_array_index (snapshots, i), job->path, kept, cancellable, &problem))
        return TRUE;

      if (!g_error_matches (problem, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED) &&
          !g_error_matches (problem, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_EMPTY) &&
          !g_error_matches (problem, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_OURS))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }

  g_set_error_literal (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID,
                       _("There is no copy of your data here. Choose a backup of your own."));

  return FALSE;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *kept = NULL;
  GError *error = NULL;
  gboolean done;

  if (job->backup != NULL)
    done = amb_snapshot_restore (job->backup, job->path, &kept, cancellable, &error);
  else
    done = restore_newest (job, &kept, cancellable, &error);

  if (done)
    g_task_return_pointer (task, g_steal_pointer (&kept), g_free);
  else
    g_task_return_error (task, error);
}

static void
find (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  g_autoptr (GPtrArray) snapshots = amb_snapshot_folder_list (data);

  g_task_return_boolean (task, snapshots->len > 0);
}

/**
 * amb_restore_find_async:
 * @context: the context; its database need not be open
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Looks whether there is a copy that the program made by itself. Whether that is sound shows when it is restored.
 */
void
amb_restore_find_async (AmbContext          *context,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AMB_IS_CONTEXT (context));

  task = g_task_new (context, cancellable, callback, data);
  g_task_set_source_tag (task, amb_restore_find_async);
  g_task_set_task_data (task, g_strdup (amb_database_get_path (amb_context_get_database (context))), g_free);
  g_task_run_in_thread (task, find);
}

/**
 * amb_restore_find_finish:
 * @context: the context
 * @result: from the callback
 * @error: only when it was cancelled
 *
 * Takes the answer.
 *
 * Returns: %TRUE when there is a copy
 */
gboolean
amb_restore_find_finish (AmbContext    *context,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * amb_restore_run_async:
 * @context: the context; its database is not open
 * @backup: (nullable): a copy of the database, or %NULL for the newest sound one that the program made by itself
 * @cancellable: (nullable): stops it before anything is replaced
 * @callback: called when it is done
 * @data: for @callback
 *
 * Puts a backup in the place of the database. The backup is checked first; the old file is set aside with its journal.
 * Open the database afterwards.
 */
void
amb_restore_run_async (AmbContext          *context,
                       GFile               *backup,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (AMB_IS_CONTEXT (context));
  g_return_if_fail (backup == NULL || g_file_peek_path (backup) != NULL);

  job = g_new0 (Job, 1);
  job->path = g_strdup (amb_database_get_path (amb_context_get_database (context)));
  job->backup = backup == NULL ? NULL : g_file_get_path (backup);

  task = g_task_new (context, cancellable, callback, data);
  g_task_set_source_tag (task, amb_restore_run_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run);
}

/**
 * amb_restore_run_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError], #AMB_SERVICE_ERROR_INVALID when there is no copy at all
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): where the old file stands now, or %NULL with an error
 */
char *
amb_restore_run_finish (AmbContext    *context,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-recovery.h"

#include "amb-recovery-file.h"
#include "amb-request.h"
#include "amb-transaction.h"

typedef struct
{
  char       *database;
  char       *name;
  AmbClock   *clock;
  AmbUnsaved *unsaved;
  gboolean    remove;
} Writing;

/* One after the other: what is removed last must not come back. */
static GThreadPool *pool;

/* How many of them are under way, and the names of what stands nowhere but on the screen. */
static GMutex mutex;
static GCond ended;
static guint n_under_way;
static GHashTable *lost;

/* Takes what is unsaved. */
static Writing *
writing_new (AmbContext *context,
             AmbUnsaved *unsaved,
             gboolean    remove)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->database = g_strdup (amb_database_get_path (amb_context_get_database (context)));
  writing->name = g_strdup_printf ("%s.%s", unsaved->name, unsaved->kind->id);
  writing->clock = g_object_ref (amb_context_get_clock (context));
  writing->unsaved = unsaved;
  writing->remove = remove;

  return writing;
}

static void
writing_free (Writing *writing)
{
  g_free (writing->database);
  g_free (writing->name);
  g_object_unref (writing->clock);
  g_clear_pointer (&writing->unsaved, amb_unsaved_free);
  g_free (writing);
}

static void
set_lost (const Writing *writing,
          gboolean       is_lost)
{
  g_autofree char *key = g_build_filename (writing->database, writing->name, NULL);

  g_mutex_lock (&mutex);
  if (lost == NULL)
    lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (is_lost)
    g_hash_table_add (lost, g_steal_pointer (&key));
  else
    g_hash_table_remove (lost, key);
  g_mutex_unlock (&mutex);
}

static gboolean
write_file (const Writing  *writing,
            GError        **error)
{
  const AmbUnsaved *unsaved = writing->unsaved;
  g_autoptr (GKeyFile) contents = g_key_file_new ();
  gboolean written;

  g_key_file_set_int64 (contents, unsaved->kind->id, "written", unsaved->at);
  unsaved->kind->print (unsaved, contents);
  written = amb_recovery_file_write (writing->database, writing->name, contents, amb_clock_now (writing->clock), error);
  set_lost (writing, !written);

  return written;
}

static void
run_cb (gpointer data,
        gpointer pool_data)
{
  g_autoptr (GTask) task = data;
  const Writing *writing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (writing->remove)
    {
      amb_recovery_file_remove (writing->database, writing->name, writing->unsaved->at, amb_clock_now (writing->clock));
      set_lost (writing, FALSE);
    }
  else
    {
      write_file (writing, &error);
    }

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);

  g_mutex_lock (&mutex);
  n_under_way--;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&mutex);
}

/* Takes the writing. */
static void
start (Writing             *writing,
       GAsyncReadyCallback  callback,
       gpointer             data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);

  g_mutex_lock (&mutex);
  n_under_way++;
  if (pool == NULL)
    pool = g_thread_pool_new (run_cb, NULL, 1, FALSE, NULL);
  g_mutex_unlock (&mutex);

  g_thread_pool_push (pool, task, NULL);
}

/**
 * amb_recovery_write_async:
 * @context: the context
 * @unsaved: (transfer full): what a person wrote
 * @callback: (nullable): called when it is on the disk, or can't be
 * @data: for @callback
 *
 * Writes it to its recovery file, off the main thread, unless something newer stands there.
 */
void
amb_recovery_write_async (AmbContext          *context,
                          AmbUnsaved          *unsaved,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  start (writing_new (context, unsaved, FALSE), callback, data);
}

/**
 * amb_recovery_write_finish:
 * @result: from the callback
 * @error: %AMB_SERVICE_ERROR_NOT_KEPT when it stands nowhere but on the screen
 *
 * Takes the answer.
 *
 * Returns: %TRUE when it is on the disk
 */
gboolean
amb_recovery_write_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * amb_recovery_remove_async:
 * @context: the context
 * @unsaved: (transfer full): what a person wrote, and is stored
 *
 * Removes its recovery file, off the main thread, unless something newer stands there.
 */
void
amb_recovery_remove_async (AmbContext *context,
                           AmbUnsaved *unsaved)
{
  start (writing_new (context, unsaved, TRUE), NULL, NULL);
}

/**
 * amb_recovery_wait:
 *
 * Waits until all recovery files that were asked for are written or removed: at the end of the program, when nobody
 * else waits for their thread.
 */
void
amb_recovery_wait (void)
{
  g_mutex_lock (&mutex);
  while (n_under_way > 0)
    g_cond_wait (&ended, &mutex);
  g_mutex_unlock (&mutex);
}

/**
 * amb_recovery_has_lost:
 * @context: the context
 *
 * Tells whether something that a person wrote stands nowhere but on the screen, neither in the database nor in a recovery
 * file, because no disk takes it.
 *
 * Returns: %TRUE when the end of the program would lose it
 */
gboolean
amb_recovery_has_lost (AmbContext *context)
{
  g_autofree char *prefix = g_build_filename (amb_database_get_path (amb_context_get_database (context)), G_DIR_SEPARATOR_S,
                                              NULL);
  GHashTableIter iter;
  gpointer key;
  gboolean found = FALSE;

  g_mutex_lock (&mutex);
  if (lost != NULL)
    {
      g_hash_table_iter_init (&iter, lost);
      while (!found && g_hash_table_iter_next (&iter, &key, NULL))
        found = g_str_has_prefix (key, prefix);
    }
  g_mutex_unlock (&mutex);

  return found;
}

static gboolean
store (AmbConnection     *connection,
       const AmbUnsaved  *unsaved,
       GError           **error)
{
  g_autoptr (AmbTransaction) transaction = amb_transaction_begin (connection, TRUE, error);

  return transaction != NULL &&
         unsaved->kind->store (connection, unsaved, error) &&
         amb_transaction_commit (&transaction, error);
}

/* What the database refuses goes to the recovery file from here already: when the program ends, nobody else waits for the
 * answer. */
static gpointer
save (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  AmbRequest *request = data;
  Writing *writing = request->object;

  if (store (connection, writing->unsaved, error))
    {
      set_lost (writing, FALSE);
      return g_steal_pointer (&request->object);
    }

  write_file (writing, NULL);

  return NULL;
}

/**
 * amb_recovery_save_async:
 * @context: the context
 * @unsaved: (transfer full): what a person wrote
 * @cancellable: (nullable): stops it
 * @callback: called when it is on the disk
 * @data: for @callback
 *
 * Stores what a person wrote; while the database can't be written, in its recovery file.
 */
void
amb_recovery_save_async (AmbContext          *context,
                         AmbUnsaved          *unsaved,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  AmbRequest *request = amb_request_new (context, 0, 0, NULL);

  amb_request_send (amb_request_take (request, writing_new (context, unsaved, FALSE), (GDestroyNotify) writing_free),
                    AMB_ACCESS_EXCLUSIVE, save, (GDestroyNotify) writing_free, cancellable, callback, data);
}

/**
 * amb_recovery_save_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Takes what was stored: what was written later is not in it.
 *
 * Returns: (transfer full) (nullable): what was handed in, or %NULL with an error
 */
AmbUnsaved *
amb_recovery_save_finish (AmbContext    *context,
                          GAsyncResult  *result,
                          GError       **error)
{
  Writing *writing = amb_request_finish (context, result, error);
  AmbUnsaved *unsaved;

  if (writing == NULL)
    return NULL;

  unsaved = g_steal_pointer (&writing->unsaved);
  writing_free (writing);

  return unsaved;
}

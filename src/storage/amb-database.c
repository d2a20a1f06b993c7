/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-database-private.h"

#include <glib/gi18n-lib.h>

#include "amb-database-file.h"
#include "amb-error.h"
#include "amb-job.h"

/**
 * AmbDatabase:
 *
 * The database as the rest of the program uses it: jobs go in, results come out, and a signal tells what changed.
 *
 * One thread owns the only writing connection and works through its jobs in strict order; two threads with reading
 * connections share the others. Every job that was handed in is answered: when the database can't be opened or is
 * closing, with an error.
 */
G_DEFINE_FINAL_TYPE (AmbDatabase, amb_database, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_CLOCK,
  PROP_READY,
  PROP_ERROR,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* `data_version` of the only writing connection changes exactly when another program committed. */
static gpointer
look_for_others (AmbConnection  *connection,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  AmbDatabase *self = data;
  g_autoptr (AmbChange) change = NULL;
  gint64 data_version;

  if (!amb_connection_get_integer (connection, "PRAGMA data_version", &data_version, error))
    return NULL;

  if (self->data_version != 0 && self->data_version != data_version)
    {
      change = amb_change_new ();
      change->everything = TRUE;
      amb_database_publish (self, change);
    }
  self->data_version = data_version;

  return NULL;
}

static void
look_ready_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  AMB_DATABASE (object)->look_queued = FALSE;
}

static void
look_again (AmbDatabase *self)
{
  if (self->look_queued || self->closed)
    return;

  self->look_queued = TRUE;
  amb_database_run_async (self, AMB_ACCESS_EXCLUSIVE, look_for_others, self, NULL, NULL, NULL, look_ready_cb, NULL);
}

static void
watch_journal (AmbDatabase *self)
{
  g_autofree char *resolved = amb_database_file_resolve (self->path);
  g_autofree char *journal = g_strconcat (resolved, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (journal);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_file_monitor_set_rate_limit (self->monitor, 200);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
}

static void
amb_database_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AmbDatabase *self = AMB_DATABASE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_CLOCK:
      g_value_set_object (value, self->clock);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_database_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AmbDatabase *self = AMB_DATABASE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_database_dispose (GObject *object)
{
  AmbDatabase *self = AMB_DATABASE (object);

  amb_database_close (self);

  G_OBJECT_CLASS (amb_database_parent_class)->dispose (object);
}

static void
amb_database_finalize (GObject *object)
{
  AmbDatabase *self = AMB_DATABASE (object);

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_async_queue_unref (self->writes);
  g_async_queue_unref (self->reads);
  g_ptr_array_unref (self->closings);
  g_main_context_unref (self->context);
  g_clear_object (&self->clock);
  g_clear_object (&self->before);
  g_clear_error (&self->error);
  g_free (self->path);

  G_OBJECT_CLASS (amb_database_parent_class)->finalize (object);
}

static void
amb_database_class_init (AmbDatabaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_database_get_property;
  object_class->set_property = amb_database_set_property;
  object_class->dispose = amb_database_dispose;
  object_class->finalize = amb_database_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, AMB_TYPE_CLOCK,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * AmbDatabase::changed:
   * @self: a database
   * @change: what changed
   *
   * A transaction was committed, by this program or another. On the main context the database was made on.
   */
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, AMB_TYPE_CHANGE);
}

static void
amb_database_init (AmbDatabase *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->context = g_main_context_ref_thread_default ();
  self->writes = g_async_queue_new_full (g_object_unref);
  self->reads = g_async_queue_new_full (g_object_unref);
  self->closings = g_ptr_array_new ();
}

/**
 * amb_database_new:
 * @path: the file; it is made when there is none
 * @clock: tells the time that new rows get
 *
 * Makes a database without touching its file: [method@Database.open_async] does.
 *
 * Returns: (transfer full): the database
 */
AmbDatabase *
amb_database_new (const char *path,
                  AmbClock   *clock)
{
  return g_object_new (AMB_TYPE_DATABASE, "path", path, "clock", clock, NULL);
}

/**
 * amb_database_get_path:
 * @self: a database
 *
 * Gets the file.
 *
 * Returns: (transfer none): its path
 */
const char *
amb_database_get_path (AmbDatabase *self)
{
  g_return_val_if_fail (AMB_IS_DATABASE (self), NULL);

  return self->path;
}

/**
 * amb_database_get_unclean:
 * @self: a database that is open
 *
 * Tells whether the program that used the file before ended before it could close it, or uses it still: it is worth a
 * check then.
 *
 * Returns: %TRUE when there was a journal
 */
gboolean
amb_database_get_unclean (AmbDatabase *self)
{
  g_return_val_if_fail (AMB_IS_DATABASE (self), FALSE);

  return g_atomic_int_get (&self->unclean);
}

/**
 * amb_database_get_remote:
 * @self: a database that is open
 *
 * Tells whether the file is on another computer, where two programs that write at once could damage it.
 *
 * Returns: %TRUE when it is, as far as that is known
 */
gboolean
amb_database_get_remote (AmbDatabase *self)
{
  g_return_val_if_fail (AMB_IS_DATABASE (self), FALSE);

  return g_atomic_int_get (&self->remote);
}

/**
 * amb_database_open_after:
 * @self: a database that was not opened yet
 * @before: a database that is closing, or about to
 *
 * Lets a database wait until another one, over the same file, is closed: what that one still has to write is there when
 * this one opens. When that takes more than five seconds, opening fails with %AMB_STORAGE_ERROR_BUSY, and may be tried
 * again.
 */
void
amb_database_open_after (AmbDatabase *self,
                         AmbDatabase *before)
{
  g_return_if_fail (AMB_IS_DATABASE (self));
  g_return_if_fail (AMB_IS_DATABASE (before));
  g_return_if_fail (self->writer == NULL);

  g_set_object (&self->before, before);
}

static void
set_opened (AmbDatabase  *self,
            const GError *error)
{
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  self->ready = error == NULL;

  /* Another program may have written after the first look, before anybody watched. */
  if (self->ready && self->monitor == NULL)
    {
      watch_journal (self);
      look_again (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  AmbDatabase *self = AMB_DATABASE (object);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  amb_database_run_finish (self, result, &error);
  set_opened (self, error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * amb_database_open_async:
 * @self: a database
 * @cancellable: (nullable): stops the waiting
 * @callback: called when it is open, or can't be
 * @user_data: for @callback
 *
 * Opens the file: makes it, brings it to the newest form, recovers it after an unclean end. May be tried again after an
 * error. Jobs may be handed in before it is open; they wait for it.
 */
void
amb_database_open_async (AmbDatabase         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (AMB_IS_DATABASE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, amb_database_open_async);
  amb_database_run_async (self, AMB_ACCESS_EXCLUSIVE, look_for_others, self, NULL, NULL, cancellable, opened_cb, task);
}

/**
 * amb_database_open_finish:
 * @self: a database
 * @result: from the callback
 * @error: [error@StorageError]; whatever it is, the file stayed as it was
 *
 * Tells whether the database is open.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_database_open_finish (AmbDatabase   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
queue_job (AmbDatabase *self,
           GTask       *task)
{
  AmbJob *job = g_task_get_task_data (task);
  gboolean is_first = self->writer == NULL;

  if (is_first)
    amb_database_start_threads (self);
  g_async_queue_push (job->access == AMB_ACCESS_READ ? self->reads : self->writes, task);

  /* Readers wait for the writer, so it must have something to do. When that is the first job itself, that is enough:
   * while another program is writing each job takes its patience. */
  if (is_first && job->access == AMB_ACCESS_READ)
    amb_database_run_async (self, AMB_ACCESS_EXCLUSIVE, look_for_others, self, NULL, NULL, NULL, NULL, NULL);
}

/**
 * amb_database_run_async:
 * @self: a database
 * @access: how the job uses the database
 * @func: the job; it runs on a thread of the database
 * @data: for @func
 * @data_free: (nullable): frees @data when the job is done
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): stops the job, waiting or running, but not a commit that has begun; what was read before is
 *   not answered any more
 * @callback: called with the answer on the main context of the caller
 * @user_data: for @callback
 *
 * Hands in a job.
 */
void
amb_database_run_async (AmbDatabase         *self,
                        AmbAccess            access,
                        AmbDatabaseFunc      func,
                        gpointer             data,
                        GDestroyNotify       data_free,
                        GDestroyNotify       result_free,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  AmbJob *job;
  GTask *task;

  g_return_if_fail (AMB_IS_DATABASE (self));

  job = g_new0 (AmbJob, 1);
  job->access = access;
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, amb_database_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) amb_job_free);
  /* What was read may be cancelled on its way to the callback: nobody wants it any more. What was written is written. */
  g_task_set_check_cancellable (task, access == AMB_ACCESS_READ);

  if (!self->closed)
    {
      queue_job (self, task);
      return;
    }

  g_task_return_new_error (task, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_CLOSED, _("The database is closed."));
  g_object_unref (task);
}

/**
 * amb_database_run_finish:
 * @self: a database
 * @result: from the callback
 * @error: what the job said, [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Takes the answer of a job.
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
amb_database_run_finish (AmbDatabase   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
store_result_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  GAsyncResult **answer = data;

  *answer = g_object_ref (result);
}

/**
 * amb_database_run:
 * @self: a database
 * @access: how the job uses the database
 * @func: the job; it runs on a thread of the database
 * @data: for @func
 * @cancellable: (nullable): stops the job
 * @error: as [method@Database.run_finish] says
 *
 * Runs a job and waits for its answer: for programs and tests without a main loop.
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
amb_database_run (AmbDatabase      *self,
                  AmbAccess         access,
                  AmbDatabaseFunc   func,
                  gpointer          data,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  amb_database_run_async (self, access, func, data, NULL, NULL, cancellable, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  return amb_database_run_finish (self, result, error);
}

/**
 * amb_database_open:
 * @self: a database
 * @cancellable: (nullable): stops the waiting
 * @error: as [method@Database.open_finish] says
 *
 * Opens the file and waits until it is open: for programs and tests without a main loop.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_database_open (AmbDatabase   *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (AMB_IS_DATABASE (self), FALSE);

  amb_database_run (self, AMB_ACCESS_EXCLUSIVE, look_for_others, self, cancellable, &local_error);
  set_opened (self, local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The threads have closed their connections: they end in a moment. */
static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  AmbDatabase *self = AMB_DATABASE (object);

  amb_database_join_threads (self);
  for (guint i = 0; i < self->closings->len; i++)
    {
      g_autoptr (GTask) task = g_ptr_array_index (self->closings, i);

      g_task_return_boolean (task, TRUE);
    }
  g_ptr_array_set_size (self->closings, 0);
}

static void
begin_to_close (AmbDatabase         *self,
                GAsyncReadyCallback  callback)
{
  if (self->closed)
    return;

  amb_database_end_threads (self, callback);
  if (self->ready)
    {
      self->ready = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
    }
  g_clear_object (&self->monitor);
}

/**
 * amb_database_close_async:
 * @self: a database
 * @callback: (nullable): called when it is closed
 * @user_data: for @callback
 *
 * Closes the file, after all jobs that were handed in. Later ones fail. While another program is writing, what is to be
 * written waits for it, longer than it would otherwise: there may be nobody left to be told. May be called more than
 * once.
 */
void
amb_database_close_async (AmbDatabase         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AMB_IS_DATABASE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, amb_database_close_async);
  begin_to_close (self, ended_cb);

  if (self->writer == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_ptr_array_add (self->closings, g_steal_pointer (&task));
}

/**
 * amb_database_close_finish:
 * @self: a database
 * @result: from the callback
 *
 * Takes the answer: no connection to the file is left.
 */
void
amb_database_close_finish (AmbDatabase  *self,
                           GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * amb_database_close:
 * @self: a database
 *
 * Closes the file as [method@Database.close_async] does, and waits until it is closed: for programs and tests without a
 * main loop.
 */
void
amb_database_close (AmbDatabase *self)
{
  g_return_if_fail (AMB_IS_DATABASE (self));

  begin_to_close (self, NULL);
  amb_database_join_threads (self);
}

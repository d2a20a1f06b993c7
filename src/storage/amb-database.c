/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-database.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amb-database-file.h"
#include "amb-error.h"
#include "amb-job.h"

#define N_READERS 2

/**
 * AmbDatabase:
 *
 * The database as the rest of the program uses it: jobs go in, results come out, and a signal tells what changed.
 *
 * One thread owns the only writing connection and works through its jobs in strict order; two threads with reading
 * connections share the others. Every job that was handed in is answered: when the database can't be opened or is
 * closing, with an error.
 */
struct _AmbDatabase
{
  GObject       parent_instance;

  /* Owned */
  char         *path;
  AmbClock     *clock;
  GMainContext *context;
  GAsyncQueue  *writes;
  GAsyncQueue  *reads;
  GThread      *writer;
  GThread      *readers[N_READERS];
  GFileMonitor *monitor;
  GError       *error;

  GMutex        mutex;
  GCond         writer_has_tried;
  gboolean      writer_tried;

  gint64        data_version; /* of the writing thread */
  gint          unclean;
  gint          remote;
  gboolean      ready;
  gboolean      closed;
  gboolean      look_queued;
};

typedef struct
{
  AmbDatabase *database;
  AmbChange   *change;
} Publication;

enum
{
  PROP_0,
  PROP_PATH,
  PROP_CLOCK,
  PROP_READY,
  PROP_ERROR,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbDatabase, amb_database, G_TYPE_OBJECT)

static void
free_publication (Publication *publication)
{
  g_object_unref (publication->database);
  amb_change_unref (publication->change);
  g_free (publication);
}

static gboolean
publish_cb (gpointer data)
{
  Publication *publication = data;

  g_signal_emit (publication->database, signals[CHANGED], 0, publication->change);

  return G_SOURCE_REMOVE;
}

static void
publish (AmbDatabase *self,
         AmbChange   *change)
{
  Publication *publication = g_new0 (Publication, 1);

  publication->database = g_object_ref (self);
  publication->change = amb_change_ref (change);
  amb_job_send (self->context, publish_cb, publication, (GDestroyNotify) free_publication);
}

/* Takes the task. */
static void
run_job (AmbDatabase   *self,
         AmbConnection *connection,
         GTask         *task)
{
  AmbJob *job = g_task_get_task_data (task);
  g_autoptr (AmbChange) change = NULL;
  GError *error = NULL;
  gpointer result = NULL;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    result = amb_job_run (job, connection, g_task_get_cancellable (task), &error);

  /* Publish before the answer: whoever waits for it finds the lists on their way. */
  if (job->access != AMB_ACCESS_READ)
    {
      change = amb_connection_steal_change (connection);
      if (!amb_change_is_empty (change))
        publish (self, change);
    }

  amb_job_answer (task, result, error);
}

/* A job without a function ends its thread. */
static gboolean
is_last (GTask *task)
{
  AmbJob *job = g_task_get_task_data (task);

  return job->func == NULL;
}

/* The writing connection makes the file, migrates it and recovers its journal: the others open after it has tried. */
static void
wait_for_writer (AmbDatabase *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->writer_tried)
    g_cond_wait (&self->writer_has_tried, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
let_readers_go (AmbDatabase *self)
{
  g_mutex_lock (&self->mutex);
  self->writer_tried = TRUE;
  g_cond_broadcast (&self->writer_has_tried);
  g_mutex_unlock (&self->mutex);
}

static void
work (AmbDatabase       *self,
      GAsyncQueue       *queue,
      AmbConnectionMode  mode)
{
  AmbConnection *connection = NULL;
  gboolean last = FALSE;

  while (!last)
    {
      GTask *task = g_async_queue_pop (queue);
      GError *error = NULL;

      last = is_last (task);
      if (!last && connection == NULL)
        {
          if (mode == AMB_CONNECTION_READ)
            wait_for_writer (self);
          connection = amb_connection_open (self->path, mode, self->clock, &error);
        }
      if (mode == AMB_CONNECTION_WRITE)
        let_readers_go (self);

      if (!last && connection != NULL)
        run_job (self, connection, task);
      else
        amb_job_answer (task, NULL, error);
    }

  g_clear_pointer (&connection, amb_connection_close);
}

/* A journal with something in it is left when a program ended before it could close the database. */
static void
look_at_file (AmbDatabase *self)
{
  g_autofree char *resolved = amb_database_file_resolve (self->path);
  g_autofree char *journal = g_strconcat (resolved, "-wal", NULL);
  GStatBuf status;

  g_atomic_int_set (&self->unclean, g_stat (journal, &status) == 0 && status.st_size > 0);
  g_atomic_int_set (&self->remote, amb_database_file_is_remote (resolved));
}

static gpointer
write_thread (gpointer data)
{
  AmbDatabase *self = data;

  look_at_file (self);
  work (self, self->writes, AMB_CONNECTION_WRITE);

  return NULL;
}

static gpointer
read_thread (gpointer data)
{
  AmbDatabase *self = data;

  work (self, self->reads, AMB_CONNECTION_READ);

  return NULL;
}

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
      publish (self, change);
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
monitor_changed_cb (AmbDatabase *self)
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
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self, G_CONNECT_SWAPPED);
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
  g_cond_clear (&self->writer_has_tried);
  g_async_queue_unref (self->writes);
  g_async_queue_unref (self->reads);
  g_main_context_unref (self->context);
  g_clear_object (&self->clock);
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
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, AMB_TYPE_CHANGE);
}

static void
amb_database_init (AmbDatabase *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->writer_has_tried);
  self->context = g_main_context_ref_thread_default ();
  self->writes = g_async_queue_new_full (g_object_unref);
  self->reads = g_async_queue_new_full (g_object_unref);
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
 * amb_database_get_clock:
 * @self: a database
 *
 * Gets the clock.
 *
 * Returns: (transfer none): the clock
 */
AmbClock *
amb_database_get_clock (AmbDatabase *self)
{
  g_return_val_if_fail (AMB_IS_DATABASE (self), NULL);

  return self->clock;
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

static void
set_opened (AmbDatabase  *self,
            const GError *error)
{
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  self->ready = error == NULL;

  if (self->ready && self->monitor == NULL)
    watch_journal (self);

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

/* Readers wait for the writer, so it must have something to do. When that is the first job itself, that is enough: while
 * another program is writing each job takes its patience. */
static void
start_threads (AmbDatabase *self,
               AmbAccess    first)
{
  self->writer = g_thread_new ("amb-write", write_thread, self);
  for (guint i = 0; i < N_READERS; i++)
    self->readers[i] = g_thread_new ("amb-read", read_thread, self);
  if (first == AMB_ACCESS_READ)
    amb_database_run_async (self, AMB_ACCESS_EXCLUSIVE, look_for_others, self, NULL, NULL, NULL, NULL, NULL);
}

static void
queue_job (AmbDatabase *self,
           GTask       *task)
{
  AmbJob *job = g_task_get_task_data (task);

  if (self->writer == NULL)
    start_threads (self, job->access);
  g_async_queue_push (job->access == AMB_ACCESS_READ ? self->reads : self->writes, task);
}

/**
 * amb_database_run_async:
 * @self: a database
 * @access: how the job uses the database
 * @func: the job; it runs on a thread of the database
 * @data: for @func
 * @data_free: (nullable): frees @data when the job is done
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): stops the job, waiting or running, but not a commit that has begun
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
  g_task_set_check_cancellable (task, FALSE);

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

static void
queue_end (GAsyncQueue *queue)
{
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_new0 (AmbJob, 1), (GDestroyNotify) amb_job_free);
  g_async_queue_push (queue, task);
}

/**
 * amb_database_close:
 * @self: a database
 *
 * Closes the file, after all jobs that were handed in; waits for them. Later ones fail.
 */
void
amb_database_close (AmbDatabase *self)
{
  g_return_if_fail (AMB_IS_DATABASE (self));

  if (self->closed)
    return;

  self->closed = TRUE;
  if (self->ready)
    {
      self->ready = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
    }
  g_clear_object (&self->monitor);
  if (self->writer == NULL)
    return;

  /* Readers first: the last connection to close is the one that may checkpoint. */
  for (guint i = 0; i < N_READERS; i++)
    queue_end (self->reads);
  for (guint i = 0; i < N_READERS; i++)
    g_thread_join (self->readers[i]);
  queue_end (self->writes);
  g_thread_join (self->writer);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-database-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amb-database-file.h"
#include "amb-error.h"
#include "amb-job.h"

/* How long a database waits for one of this program that is still closing. */
#define BEGIN_PATIENCE (5 * G_USEC_PER_SEC)

/* How long what was handed in before the end may wait for another program to be done: a large import takes minutes. */
#define END_PATIENCE (10 * 60 * G_USEC_PER_SEC)

typedef struct
{
  AmbDatabase *database;
  AmbChange   *change;
} Publication;

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

  g_signal_emit_by_name (publication->database, "changed", publication->change);

  return G_SOURCE_REMOVE;
}

/**
 * amb_database_publish:
 * @self: a database
 * @change: what changed
 *
 * Tells of a change on the main context of the database. Any thread of the database.
 */
void
amb_database_publish (AmbDatabase *self,
                      AmbChange   *change)
{
  Publication *publication = g_new0 (Publication, 1);

  publication->database = g_object_ref (self);
  publication->change = amb_change_ref (change);
  amb_job_send (self->context, publish_cb, publication, (GDestroyNotify) free_publication);
}

/* Who closed the window can't be told any more that another program is writing: what they wrote waits for its turn. */
static gboolean
is_to_be_tried_again (AmbDatabase  *self,
                      AmbJob       *job,
                      const GError *error)
{
  return job->access == AMB_ACCESS_WRITE && g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY) &&
         g_atomic_int_get (&self->closed) && g_get_monotonic_time () - self->close_time < END_PATIENCE;
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

  do
    {
      g_clear_error (&error);
      if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
        result = amb_job_run (job, connection, g_task_get_cancellable (task), &error);
    }
  while (error != NULL && is_to_be_tried_again (self, job, error));

  /* Publish before the answer: whoever waits for it finds the lists on their way. */
  if (job->access != AMB_ACCESS_READ)
    {
      change = amb_connection_steal_change (connection);
      if (!amb_change_is_empty (change))
        amb_database_publish (self, change);
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
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
let_readers_go (AmbDatabase *self)
{
  g_mutex_lock (&self->mutex);
  self->writer_tried = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static void
note_end (AmbDatabase *self)
{
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* Whoever waits wants to hear of it when that takes long, as with any other program. */
static gboolean
wait_for_end (AmbDatabase  *self,
              GError      **error)
{
  gint64 until = g_get_monotonic_time () + BEGIN_PATIENCE;
  gboolean ended;

  g_mutex_lock (&self->mutex);
  while (!self->ended && g_cond_wait_until (&self->changed, &self->mutex, until));
  ended = self->ended;
  g_mutex_unlock (&self->mutex);

  if (!ended)
    g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY,
                         _("Another program is writing to the database. Try again when it is done."));

  return ended;
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

static AmbConnection *
open_connection (AmbDatabase        *self,
                 AmbConnectionMode   mode,
                 GError            **error)
{
  if (mode == AMB_CONNECTION_READ)
    {
      wait_for_writer (self);
    }
  else
    {
      if (self->before != NULL && !wait_for_end (self->before, error))
        return NULL;
      look_at_file (self);
    }

  return amb_connection_open (self->path, mode, self->clock, error);
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
      if (last)
        g_clear_pointer (&connection, amb_connection_close);
      else if (connection == NULL)
        connection = open_connection (self, mode, &error);
      if (mode == AMB_CONNECTION_WRITE)
        let_readers_go (self);

      if (!last && connection != NULL)
        run_job (self, connection, task);
      else
        amb_job_answer (task, NULL, error);
    }
}

static gpointer
write_thread (gpointer data)
{
  AmbDatabase *self = data;

  work (self, self->writes, AMB_CONNECTION_WRITE);
  note_end (self);

  return NULL;
}

static gpointer
read_thread (gpointer data)
{
  AmbDatabase *self = data;

  work (self, self->reads, AMB_CONNECTION_READ);
  /* The last connection to close is the one that may checkpoint. */
  if (g_atomic_int_dec_and_test (&self->n_reading))
    g_async_queue_push (self->writes, self->last);

  return NULL;
}

/**
 * amb_database_start_threads:
 * @self: a database
 *
 * Starts the threads. The connections open when there is something to do; those that read wait for the one that writes.
 */
void
amb_database_start_threads (AmbDatabase *self)
{
  self->n_reading = AMB_DATABASE_N_READERS;
  self->writer = g_thread_new ("amb-write", write_thread, self);
  for (guint i = 0; i < AMB_DATABASE_N_READERS; i++)
    self->readers[i] = g_thread_new ("amb-read", read_thread, self);
}

/* A job without a function. */
static GTask *
make_end (gpointer            source,
          GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (source, NULL, callback, NULL);

  g_task_set_task_data (task, g_new0 (AmbJob, 1), (GDestroyNotify) amb_job_free);

  return task;
}

/**
 * amb_database_end_threads:
 * @self: a database that was not closed yet
 * @callback: (nullable): called when the connections are closed; without one, nothing holds the database until then
 *
 * Lets the threads end after all jobs that were handed in.
 */
void
amb_database_end_threads (AmbDatabase         *self,
                          GAsyncReadyCallback  callback)
{
  self->close_time = g_get_monotonic_time ();
  g_atomic_int_set (&self->closed, TRUE);
  if (self->writer == NULL)
    {
      note_end (self);
      return;
    }

  self->last = make_end (callback == NULL ? NULL : self, callback);
  for (guint i = 0; i < AMB_DATABASE_N_READERS; i++)
    g_async_queue_push (self->reads, make_end (NULL, NULL));
}

/**
 * amb_database_join_threads:
 * @self: a database whose threads end
 *
 * Waits for the threads.
 */
void
amb_database_join_threads (AmbDatabase *self)
{
  if (self->writer == NULL)
    return;

  for (guint i = 0; i < AMB_DATABASE_N_READERS; i++)
    g_clear_pointer (&self->readers[i], g_thread_join);
  g_clear_pointer (&self->writer, g_thread_join);
}

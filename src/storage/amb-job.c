/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-job.h"

#include "amb-transaction.h"

typedef struct
{
  GTask    *task;
  gpointer  result;
  GError   *error;
} Answer;

/**
 * amb_job_free:
 * @self: (transfer full): a job
 *
 * Frees a job with its data.
 */
void
amb_job_free (AmbJob *self)
{
  g_return_if_fail (self != NULL);

  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self);
}

static gpointer
run_in_transaction (AmbJob         *self,
                    AmbConnection  *connection,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autoptr (AmbTransaction) transaction = amb_transaction_begin (connection, self->access == AMB_ACCESS_WRITE, error);
  g_autoptr (GError) local_error = NULL;
  gpointer result;

  if (transaction == NULL)
    return NULL;

  result = self->func (connection, self->data, cancellable, &local_error);
  if (local_error == NULL && !g_cancellable_set_error_if_cancelled (cancellable, &local_error) &&
      amb_transaction_commit (&transaction, &local_error))
    return result;

  if (result != NULL && self->result_free != NULL)
    self->result_free (result);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * amb_job_run:
 * @self: a job with a function
 * @connection: a connection of the calling thread
 * @cancellable: (nullable): stops it
 * @error: what the job or SQLite said; what was written is rolled back then
 *
 * Runs a job, in a transaction unless it wants none.
 *
 * Returns: (transfer full) (nullable): its result
 */
gpointer
amb_job_run (AmbJob         *self,
             AmbConnection  *connection,
             GCancellable   *cancellable,
             GError        **error)
{
  gpointer result;

  amb_connection_set_cancellable (connection, cancellable);
  if (self->access == AMB_ACCESS_EXCLUSIVE)
    result = self->func (connection, self->data, cancellable, error);
  else
    result = run_in_transaction (self, connection, cancellable, error);
  amb_connection_set_cancellable (connection, NULL);

  return result;
}

/**
 * amb_job_send:
 * @context: a main context
 * @func: what to run there
 * @data: (transfer full): what goes along
 * @data_free: frees @data
 *
 * Runs a function on the thread of a context, never on this one, not even when nobody iterates the context just now.
 * What goes along is freed there too, so that no thread of the database ever holds the last reference to the database
 * or to anything of the caller's.
 */
void
amb_job_send (GMainContext   *context,
              GSourceFunc     func,
              gpointer        data,
              GDestroyNotify  data_free)
{
  /* Whoever waits may be done, and drop the context, before the source is let go of here. */
  g_autoptr (GMainContext) held = g_main_context_ref (context);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, data_free);
  g_source_attach (source, held);
}

static void
free_answer (Answer *answer)
{
  g_object_unref (answer->task);
  g_free (answer);
}

static gboolean
answer_cb (gpointer data)
{
  Answer *answer = data;
  AmbJob *job = g_task_get_task_data (answer->task);

  if (answer->error != NULL)
    g_task_return_error (answer->task, answer->error);
  else
    g_task_return_pointer (answer->task, answer->result, job->result_free);

  return G_SOURCE_REMOVE;
}

/**
 * amb_job_answer:
 * @task: (transfer full): the task of a job; its data is an #AmbJob
 * @result: (transfer full) (nullable): the result
 * @error: (transfer full) (nullable): what went wrong
 *
 * Answers whoever handed in the job, on their thread.
 */
void
amb_job_answer (GTask    *task,
                gpointer  result,
                GError   *error)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->task = task;
  answer->result = result;
  answer->error = error;
  amb_job_send (g_task_get_context (task), answer_cb, answer, (GDestroyNotify) free_answer);
}

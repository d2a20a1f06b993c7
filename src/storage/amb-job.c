/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-job.h"

#include "amb-transaction.h"

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

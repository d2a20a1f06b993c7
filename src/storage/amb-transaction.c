/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-transaction.h"

/**
 * amb_transaction_begin:
 * @connection: a connection outside any transaction
 * @writes: whether it is going to write: then it holds the write lock until its end
 * @error: [error@StorageError]
 *
 * Begins a transaction.
 *
 * Returns: (transfer full) (nullable): the transaction
 */
AmbTransaction *
amb_transaction_begin (AmbConnection  *connection,
                       gboolean        writes,
                       GError        **error)
{
  return amb_connection_begin (connection, writes, error) ? connection : NULL;
}

/**
 * amb_transaction_commit:
 * @self: (inout): a transaction; %NULL afterwards when it was committed
 * @error: [error@StorageError]
 *
 * Commits: what was written is on the disk when it returns.
 *
 * Returns: %TRUE unless it failed; the transaction is then rolled back at the end of its scope
 */
gboolean
amb_transaction_commit (AmbTransaction **self,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL && *self != NULL, FALSE);

  if (!amb_connection_commit (*self, error))
    return FALSE;

  *self = NULL;

  return TRUE;
}

/**
 * amb_transaction_end:
 * @self: (transfer full): a transaction
 *
 * Rolls back. Runs by itself at the end of a scope.
 */
void
amb_transaction_end (AmbTransaction *self)
{
  amb_connection_roll_back (self);
}

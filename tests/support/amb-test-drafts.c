/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-test-drafts.h"

#include "amb-draft-store.h"
#include "amb-transaction.h"

/**
 * amb_test_add_draft:
 * @connection: a connection in a writing transaction
 * @text: (type utf8): what stands in it
 * @cancellable: (nullable): stops nothing
 * @error: [error@StorageError]
 *
 * A job that stores a new draft.
 *
 * Returns: %NULL
 */
gpointer
amb_test_add_draft (AmbConnection  *connection,
                    gpointer        text,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autoptr (AmbDraft) draft = amb_draft_new ();

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);
  amb_draft_store_save (connection, draft, error);

  return NULL;
}

/**
 * amb_test_count_drafts:
 * @connection: a connection
 * @search: (type utf8) (nullable): what to look for
 * @cancellable: (nullable): stops nothing
 * @error: [error@StorageError]
 *
 * A job that counts drafts.
 *
 * Returns: one more than there are, or %NULL when it failed
 */
gpointer
amb_test_count_drafts (AmbConnection  *connection,
                       gpointer        search,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (GArray) ids = amb_draft_store_query (connection, 0, search, FALSE, error);

  return ids == NULL ? NULL : GUINT_TO_POINTER (ids->len + 1);
}

/**
 * amb_test_commit_draft:
 * @connection: a writing connection outside any transaction
 * @text: what stands in it
 * @error: [error@StorageError]
 *
 * Stores a new draft in a transaction of its own.
 *
 * Returns: %TRUE when it is stored
 */
gboolean
amb_test_commit_draft (AmbConnection  *connection,
                       const char     *text,
                       GError        **error)
{
  g_autoptr (AmbTransaction) transaction = amb_transaction_begin (connection, TRUE, error);
  g_autoptr (AmbDraft) draft = amb_draft_new ();

  if (transaction == NULL)
    return FALSE;

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);

  return amb_draft_store_save (connection, draft, error) && amb_transaction_commit (&transaction, error);
}

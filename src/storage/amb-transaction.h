/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

/**
 * AmbTransaction:
 *
 * A transaction that is rolled back when it goes out of scope, unless it was committed.
 */
typedef AmbConnection AmbTransaction;

AmbTransaction *amb_transaction_begin  (AmbConnection *connection, gboolean writes, GError **error);
gboolean        amb_transaction_commit (AmbTransaction **self, GError **error);
void            amb_transaction_end    (AmbTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbTransaction, amb_transaction_end)

G_END_DECLS

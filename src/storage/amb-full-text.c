/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-full-text.h"

/* Why not INSERT … SELECT: SQLite opens a savepoint for it, and at a savepoint FTS5 writes all it has gathered in memory.
 * With one for every row, half of an import was spent on merging what was written so. */
static gboolean
run_with_row (AmbConnection  *connection,
              const char     *select,
              const char     *write,
              gint64          id,
              GError        **error)
{
  g_autoptr (AmbStatement) row = amb_connection_prepare (connection, select, error);
  g_autoptr (AmbStatement) statement = row == NULL ? NULL : amb_connection_prepare (connection, write, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (row, id);
  if (!amb_statement_step (row, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  amb_statement_add_integer (statement, id);
  for (int i = 1; i < amb_statement_get_n_columns (row); i++)
    amb_statement_add_text (statement, amb_statement_get_text (row, i));

  return amb_statement_run (statement, error);
}

/**
 * amb_full_text_add:
 * @self: the statements of an index
 * @connection: a connection in a writing transaction
 * @id: a row that was written
 * @error: [error@StorageError]
 *
 * Puts a row into the index, as it stands in its table.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_full_text_add (const AmbFullText  *self,
                   AmbConnection      *connection,
                   gint64              id,
                   GError            **error)
{
  return run_with_row (connection, self->select, self->add, id, error);
}

/**
 * amb_full_text_remove:
 * @self: the statements of an index
 * @connection: a connection in a writing transaction
 * @id: a row that is about to be changed; nothing is done when there is none
 * @error: [error@StorageError]
 *
 * Takes a row out of the index. An index over external content forgets a row only when it is told exactly what it was
 * given, so this comes before the change.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_full_text_remove (const AmbFullText  *self,
                      AmbConnection      *connection,
                      gint64              id,
                      GError            **error)
{
  return run_with_row (connection, self->select, self->remove, id, error);
}

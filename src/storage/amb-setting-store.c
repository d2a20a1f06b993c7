/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-setting-store.h"

/**
 * amb_setting_store_get:
 * @connection: a connection
 * @name: a setting
 * @value: (out) (transfer full) (nullable): its value, or %NULL when it was never set
 * @error: [error@StorageError]
 *
 * Reads something that the person chose once.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_setting_store_get (AmbConnection  *connection,
                       const char     *name,
                       char          **value,
                       GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, "SELECT value FROM setting WHERE name = ?", error);
  gboolean row;

  *value = NULL;
  if (statement == NULL)
    return FALSE;

  amb_statement_add_text (statement, name);
  if (!amb_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = g_strdup (amb_statement_get_text (statement, 0));

  return TRUE;
}

/**
 * amb_setting_store_set:
 * @connection: a connection in a writing transaction
 * @name: a setting
 * @value: (nullable): its value; %NULL removes it
 * @error: [error@StorageError]
 *
 * Stores something that the person chose once.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_setting_store_set (AmbConnection  *connection,
                       const char     *name,
                       const char     *value,
                       GError        **error)
{
  const char *sql = value == NULL
    ? "DELETE FROM setting WHERE name = ?"
    : "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  amb_statement_add_text (statement, name);
  if (value != NULL)
    amb_statement_add_text (statement, value);

  return amb_statement_run (statement, error);
}

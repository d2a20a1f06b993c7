/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-media-store.h"

/**
 * amb_media_store_save:
 * @connection: a connection in a writing transaction
 * @source_id: the source that the file belongs to, or 0 for the person's own
 * @name: its name within the source
 * @bytes: what is in it
 * @error: [error@StorageError]
 *
 * Stores a picture or another file; one of the same name is replaced.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_media_store_save (AmbConnection  *connection,
                      gint64          source_id,
                      const char     *name,
                      GBytes         *bytes,
                      GError        **error)
{
  g_autoptr (AmbStatement) removal =
    amb_connection_prepare (connection, "DELETE FROM media WHERE source_id IS ? AND name = ?", error);
  g_autoptr (AmbStatement) insertion =
    amb_connection_prepare (connection, "INSERT INTO media (id, source_id, name, bytes) VALUES (?, ?, ?, ?)", error);

  if (removal == NULL || insertion == NULL)
    return FALSE;

  amb_statement_add_id (removal, source_id);
  amb_statement_add_text (removal, name);

  amb_statement_add_integer (insertion, amb_connection_make_id (connection));
  amb_statement_add_id (insertion, source_id);
  amb_statement_add_text (insertion, name);
  amb_statement_add_bytes (insertion, bytes);

  return amb_statement_run (removal, error) && amb_statement_run (insertion, error);
}

/**
 * amb_media_store_load:
 * @connection: a connection
 * @source_id: the source that the file belongs to, or 0 for the person's own
 * @name: its name within the source
 * @error: [error@StorageError]
 *
 * Loads a picture or another file.
 *
 * Returns: (transfer full) (nullable): what is in it, or %NULL without an error when there is none of that name
 */
GBytes *
amb_media_store_load (AmbConnection  *connection,
                      gint64          source_id,
                      const char     *name,
                      GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT bytes FROM media WHERE source_id IS ? AND name = ?", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  amb_statement_add_id (statement, source_id);
  amb_statement_add_text (statement, name);
  if (!amb_statement_step (statement, &row, error) || !row)
    return NULL;

  return amb_statement_get_bytes (statement, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-channel-store.h"

static AmbChannel *
read_row (AmbStatement *statement)
{
  AmbChannel *channel = amb_channel_new ();

  amb_record_set_id (AMB_RECORD (channel), amb_statement_get_integer (statement, 0));
  amb_channel_set_position (channel, amb_statement_get_integer (statement, 1));
  amb_channel_set_limit (channel, amb_statement_get_integer (statement, 2));
  for (guint field = AMB_CHANNEL_CHANNEL; field < AMB_CHANNEL_N_TEXTS; field++)
    amb_channel_set_text (channel, field, amb_statement_get_text (statement, 3 + field));
  amb_record_set_loaded (AMB_RECORD (channel), TRUE);

  return channel;
}

/**
 * amb_channel_store_list:
 * @connection: a connection
 * @error: [error@StorageError]
 *
 * Lists the person's channels, in their order.
 *
 * Returns: (transfer full) (nullable): a list of [class@Channel]
 */
GListStore *
amb_channel_store_list (AmbConnection  *connection,
                        GError        **error)
{
  g_autoptr (GListStore) channels = g_list_store_new (AMB_TYPE_CHANNEL);
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT id, position, maximum_length, channel, name, handle, address, language FROM channel "
                            "ORDER BY position, id", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  while (row)
    {
      g_autoptr (AmbChannel) channel = NULL;

      if (!amb_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      channel = read_row (statement);
      g_list_store_append (channels, channel);
    }

  return g_steal_pointer (&channels);
}

/**
 * amb_channel_store_find:
 * @connection: a connection
 * @channel: the id of a channel
 * @error: [error@StorageError]
 *
 * Finds the person's own settings for a channel.
 *
 * Returns: (transfer full) (nullable): the channel, or %NULL without an error when the person has none of that id
 */
AmbChannel *
amb_channel_store_find (AmbConnection  *connection,
                        const char     *channel,
                        GError        **error)
{
  g_autoptr (GListStore) channels = amb_channel_store_list (connection, error);

  for (guint i = 0; channels != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (channels)); i++)
    {
      g_autoptr (AmbChannel) candidate = g_list_model_get_item (G_LIST_MODEL (channels), i);

      if (g_strcmp0 (amb_channel_get_text (candidate, AMB_CHANNEL_CHANNEL), channel) == 0)
        return g_steal_pointer (&candidate);
    }

  return NULL;
}

/**
 * amb_channel_store_save:
 * @connection: a connection in a writing transaction
 * @channel: a channel; a new one gets its id
 * @error: [error@StorageError]
 *
 * Stores one of the person's channels.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_channel_store_save (AmbConnection  *connection,
                        AmbChannel     *channel,
                        GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO channel (id, position, maximum_length, channel, name, handle, address, language) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET position = excluded.position, "
                            "maximum_length = excluded.maximum_length, channel = excluded.channel, name = excluded.name, "
                            "handle = excluded.handle, address = excluded.address, language = excluded.language", error);

  if (statement == NULL)
    return FALSE;

  if (amb_record_get_id (AMB_RECORD (channel)) == 0)
    amb_record_set_id (AMB_RECORD (channel), amb_connection_make_id (connection));

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (channel)));
  amb_statement_add_integer (statement, amb_channel_get_position (channel));
  amb_statement_add_integer (statement, amb_channel_get_limit (channel));
  for (guint field = AMB_CHANNEL_CHANNEL; field < AMB_CHANNEL_N_TEXTS; field++)
    amb_statement_add_text (statement, amb_channel_get_text (channel, field));

  return amb_statement_run (statement, error);
}

/**
 * amb_channel_store_remove:
 * @connection: a connection in a writing transaction
 * @id: a channel
 * @error: [error@StorageError]
 *
 * Removes one of the person's channels.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_channel_store_remove (AmbConnection  *connection,
                          gint64          id,
                          GError        **error)
{
  return amb_connection_run_with_id (connection, "DELETE FROM channel WHERE id = ?", id, error);
}

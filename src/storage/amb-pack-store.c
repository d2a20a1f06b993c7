/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-pack-store.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"

/* The text columns of a source, in their order. */
static const AmbPackText source_texts[] = {
  AMB_PACK_UID, AMB_PACK_TITLE, AMB_PACK_ORGANISATION, AMB_PACK_LANGUAGE, AMB_PACK_DESCRIPTION, AMB_PACK_CONTACT,
  AMB_PACK_CONTACT_ADDRESS, AMB_PACK_ORIGIN,
};

static gboolean
find_id (AmbConnection  *connection,
         AmbPack        *pack,
         GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, "SELECT id FROM source WHERE uid = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_text (statement, amb_pack_get_text (pack, AMB_PACK_UID));
  if (!amb_statement_step (statement, &row, error))
    return FALSE;

  amb_record_set_id (AMB_RECORD (pack), row ? amb_statement_get_integer (statement, 0) : amb_connection_make_id (connection));

  return TRUE;
}

static gboolean
upsert (AmbConnection  *connection,
        AmbPack        *pack,
        GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "INSERT INTO source (id, updated_at, refreshed_at, uid, title, organisation, language, description, "
                            "contact, contact_address, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                            "ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, "
                            "refreshed_at = excluded.refreshed_at, title = excluded.title, "
                            "organisation = excluded.organisation, language = excluded.language, "
                            "description = excluded.description, contact = excluded.contact, "
                            "contact_address = excluded.contact_address, origin = excluded.origin", error);

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (pack)));
  amb_statement_add_time (statement, amb_pack_get_updated_at (pack));
  amb_statement_add_integer (statement, amb_connection_get_now (connection));
  for (guint i = 0; i < G_N_ELEMENTS (source_texts); i++)
    amb_statement_add_text (statement, amb_pack_get_text (pack, source_texts[i]));

  return amb_statement_run (statement, error);
}

static gboolean
replace_values (AmbConnection  *connection,
                AmbPack        *pack,
                GError        **error)
{
  gint64 id = amb_record_get_id (AMB_RECORD (pack));
  g_autoptr (AmbStatement) insertion =
    amb_connection_prepare (connection,
                            "INSERT INTO desired_value (id, source_id, position, name, meaning, behaviour) "
                            "VALUES (?, ?, ?, ?, ?, ?)", error);

  if (insertion == NULL || !amb_connection_run_with_id (connection, "DELETE FROM desired_value WHERE source_id = ?", id, error))
    return FALSE;

  for (guint i = 0; i < amb_pack_get_n_desired_values (pack); i++)
    {
      const AmbDesiredValue *value = amb_pack_get_desired_value (pack, i);

      amb_statement_add_integer (insertion, amb_connection_make_id (connection));
      amb_statement_add_integer (insertion, id);
      amb_statement_add_integer (insertion, i);
      amb_statement_add_text (insertion, value->name);
      amb_statement_add_text (insertion, value->meaning);
      amb_statement_add_text (insertion, value->behaviour);
      if (!amb_statement_run (insertion, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * amb_pack_store_save:
 * @connection: a connection in a writing transaction
 * @pack: a pack; it gets its id. It is known by its uid
 * @error: [error@StorageError]
 *
 * Stores the heading of a pack, with what its organisation wants to be known for.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_pack_store_save (AmbConnection  *connection,
                     AmbPack        *pack,
                     GError        **error)
{
  return find_id (connection, pack, error) &&
         upsert (connection, pack, error) &&
         replace_values (connection, pack, error);
}

static gboolean
load_values (AmbConnection  *connection,
             AmbPack        *pack,
             GError        **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT name, meaning, behaviour FROM desired_value WHERE source_id = ? ORDER BY position", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, amb_record_get_id (AMB_RECORD (pack)));
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        amb_pack_add_desired_value (pack, amb_statement_get_text (statement, 0), amb_statement_get_text (statement, 1),
                                    amb_statement_get_text (statement, 2));
    }

  return TRUE;
}

/**
 * amb_pack_store_load:
 * @connection: a connection
 * @id: a source
 * @error: %AMB_STORAGE_ERROR_NOT_FOUND, or another [error@StorageError]
 *
 * Loads the heading of a pack.
 *
 * Returns: (transfer full) (nullable): the pack
 */
AmbPack *
amb_pack_store_load (AmbConnection  *connection,
                     gint64          id,
                     GError        **error)
{
  g_autoptr (AmbPack) pack = amb_pack_new ();
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT updated_at, uid, title, organisation, language, description, contact, contact_address, "
                            "origin FROM source WHERE id = ?", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, id);
  if (!amb_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such story pack."));
      return NULL;
    }

  amb_record_set_id (AMB_RECORD (pack), id);
  amb_pack_set_updated_at (pack, amb_statement_get_time (statement, 0));
  for (guint i = 0; i < G_N_ELEMENTS (source_texts); i++)
    amb_pack_set_text (pack, source_texts[i], amb_statement_get_text (statement, 1 + i));

  return load_values (connection, pack, error) ? g_steal_pointer (&pack) : NULL;
}

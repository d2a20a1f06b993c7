/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli.h"

#include "amb-cli-private.h"
#include "amb-database-file.h"
#include "amb-error.h"
#include "amb-transaction.h"

/* The person may have moved their database; where the window is not installed there is nothing that says so. */
static char *
find_default_path (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source == NULL ? NULL : g_settings_schema_source_lookup (source, AMB_APP_ID, TRUE);
  g_autoptr (GSettings) settings = schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
  g_autofree char *folder = NULL;

  if (settings != NULL && g_settings_schema_has_key (schema, "database-folder"))
    folder = g_settings_get_string (settings, "database-folder");

  return amb_context_get_default_path (folder);
}

/**
 * amb_cli_get_path:
 * @self: a call that was parsed
 *
 * Gets the file of the database.
 *
 * Returns: (transfer none): its path
 */
const char *
amb_cli_get_path (AmbCli *self)
{
  if (self->path == NULL)
    self->path = find_default_path ();

  return self->path;
}

/**
 * amb_cli_close:
 * @self: a call
 *
 * Closes the database; what was committed is there.
 */
void
amb_cli_close (AmbCli *self)
{
  if (self->database != NULL)
    amb_database_close (self->database);
  g_clear_object (&self->context);
  g_clear_object (&self->database);
}

/**
 * amb_cli_open:
 * @self: a call that was parsed
 * @error: [error@StorageError]
 *
 * Opens the database to write to it.
 *
 * Returns: (transfer none) (nullable): the context of the database
 */
AmbContext *
amb_cli_open (AmbCli  *self,
              GError **error)
{
  g_autoptr (AmbClock) clock = NULL;

  if (self->context != NULL)
    return self->context;

  clock = amb_clock_new ();
  self->database = amb_database_new (amb_cli_get_path (self), clock);
  if (!amb_database_open (self->database, self->cancellable, error))
    {
      amb_cli_close (self);
      return NULL;
    }
  self->context = amb_context_new (self->database, clock);

  return self->context;
}

/* A database of an older form is brought to the newest by opening it to write to it. */
static AmbConnection *
open_for_reading (AmbCli      *self,
                  const char  *path,
                  GError     **error)
{
  g_autoptr (AmbClock) clock = amb_clock_new ();
  g_autoptr (GError) local_error = NULL;
  AmbConnection *connection = amb_connection_open (path, AMB_CONNECTION_READ, clock, &local_error);

  if (connection != NULL)
    return connection;

  if (!g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_TOO_OLD))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (amb_cli_open (self, error) == NULL)
    return NULL;

  return amb_connection_open (path, AMB_CONNECTION_READ, clock, error);
}

/* Who only reads needs no turn to write: it works at once while the window imports a large pack. */
static gboolean
run_reading (AmbCli           *self,
             AmbDatabaseFunc   func,
             gpointer          data,
             GError          **error)
{
  g_autofree char *path = amb_database_file_resolve (amb_cli_get_path (self));
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (AmbTransaction) transaction = NULL;
  GError *local_error = NULL;

  if (!amb_database_file_check (path, error))
    return FALSE;
  connection = open_for_reading (self, path, error);
  if (connection == NULL)
    return FALSE;

  amb_connection_set_cancellable (connection, self->cancellable);
  transaction = amb_transaction_begin (connection, FALSE, error);
  if (transaction == NULL)
    return FALSE;

  func (connection, data, self->cancellable, &local_error);
  if (local_error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return local_error == NULL;
}

static gboolean
run_writing (AmbCli           *self,
             AmbAccess         access,
             AmbDatabaseFunc   func,
             gpointer          data,
             GError          **error)
{
  GError *local_error = NULL;

  if (amb_cli_open (self, error) == NULL)
    return FALSE;

  amb_database_run (self->database, access, func, data, self->cancellable, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return local_error == NULL;
}

/**
 * amb_cli_run:
 * @self: a call that was parsed
 * @access: how the job uses the database
 * @func: the job; what it finds it leaves in @data
 * @data: for @func
 * @error: what went wrong
 *
 * Runs a job on the database and waits for it.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_cli_run (AmbCli           *self,
             AmbAccess         access,
             AmbDatabaseFunc   func,
             gpointer          data,
             GError          **error)
{
  return access == AMB_ACCESS_READ ? run_reading (self, func, data, error)
                                   : run_writing (self, access, func, data, error);
}

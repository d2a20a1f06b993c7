/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-profile-store.h"

#include "amb-time.h"

/* Changes that follow each other within this time are one version: one sitting at the profile page. */
#define SITTING_MILLISECONDS (10 * 60 * 1000)

typedef struct
{
  AmbConnection *connection;
  gint64         version_id;
  GError        *error;
} Insertion;

static gboolean
find_newest (AmbConnection      *connection,
             AmbProfileVersion  *newest,
             GError            **error)
{
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT id, saved_at FROM profile_version ORDER BY id DESC LIMIT 1", error);
  gboolean row;

  if (statement == NULL || !amb_statement_step (statement, &row, error))
    return FALSE;

  newest->id = row ? amb_statement_get_integer (statement, 0) : 0;
  newest->saved_at = row ? amb_statement_get_integer (statement, 1) : AMB_TIME_UNSET;

  return TRUE;
}

static void
append_text (AmbProfile *profile,
             const char *field,
             const char *language,
             const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  g_strv_builder_addv (builder, (const char **) amb_profile_get_list (profile, field, language));
  g_strv_builder_add (builder, text);
  texts = g_strv_builder_end (builder);
  amb_profile_set_list (profile, field, language, (const char * const *) texts);
}

/**
 * amb_profile_store_load_version:
 * @connection: a connection
 * @version_id: a version
 * @error: [error@StorageError]
 *
 * Loads a saved version of the profile.
 *
 * Returns: (transfer full) (nullable): the profile, empty when there is no such version
 */
AmbProfile *
amb_profile_store_load_version (AmbConnection  *connection,
                                gint64          version_id,
                                GError        **error)
{
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection,
                            "SELECT field, language, text FROM profile_text WHERE version_id = ? "
                            "ORDER BY field, language, position", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  amb_statement_add_integer (statement, version_id);
  while (row)
    {
      if (!amb_statement_step (statement, &row, error))
        return NULL;
      if (row)
        append_text (profile, amb_statement_get_text (statement, 0), amb_statement_get_text (statement, 1),
                     amb_statement_get_text (statement, 2));
    }

  return g_steal_pointer (&profile);
}

/**
 * amb_profile_store_load:
 * @connection: a connection
 * @error: [error@StorageError]
 *
 * Loads the profile: its newest version.
 *
 * Returns: (transfer full) (nullable): the profile, empty when nothing was written yet
 */
AmbProfile *
amb_profile_store_load (AmbConnection  *connection,
                        GError        **error)
{
  AmbProfileVersion newest;

  if (!find_newest (connection, &newest, error))
    return NULL;

  return amb_profile_store_load_version (connection, newest.id, error);
}

static void
insert_text (const char *field,
             const char *language,
             guint       position,
             const char *text,
             gpointer    data)
{
  Insertion *insertion = data;
  g_autoptr (AmbStatement) statement = NULL;

  if (insertion->error != NULL)
    return;

  statement = amb_connection_prepare (insertion->connection,
                                      "INSERT INTO profile_text (version_id, field, language, position, text) "
                                      "VALUES (?, ?, ?, ?, ?)", &insertion->error);
  if (statement == NULL)
    return;

  amb_statement_add_integer (statement, insertion->version_id);
  amb_statement_add_text (statement, field);
  amb_statement_add_text (statement, language);
  amb_statement_add_integer (statement, position);
  amb_statement_add_text (statement, text);
  amb_statement_run (statement, &insertion->error);
}

static gboolean
insert_texts (AmbConnection  *connection,
              gint64          version_id,
              AmbProfile     *profile,
              GError        **error)
{
  Insertion insertion = { connection, version_id, NULL };

  amb_profile_foreach (profile, insert_text, &insertion);
  if (insertion.error == NULL)
    return TRUE;

  g_propagate_error (error, insertion.error);

  return FALSE;
}

static gboolean
run_with (AmbConnection  *connection,
          const char     *sql,
          gint64          first,
          gint64          second,
          GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, first);
  amb_statement_add_integer (statement, second);

  return amb_statement_run (statement, error);
}

/**
 * amb_profile_store_save:
 * @connection: a connection in a writing transaction
 * @profile: the profile
 * @keep: whether the version before stays as it is, however young
 * @error: [error@StorageError]
 *
 * Stores the profile. A version that is less than ten minutes old is written over, unless @keep; a profile that does
 * not differ from the newest version is not stored again.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_profile_store_save (AmbConnection  *connection,
                        AmbProfile     *profile,
                        gboolean        keep,
                        GError        **error)
{
  gint64 now = amb_connection_get_now (connection);
  g_autoptr (AmbProfile) stored = NULL;
  AmbProfileVersion newest;

  if (!find_newest (connection, &newest, error))
    return FALSE;
  stored = amb_profile_store_load_version (connection, newest.id, error);
  if (stored == NULL)
    return FALSE;
  if (amb_profile_equal (stored, profile))
    return TRUE;

  if (newest.id == 0 || keep || now - newest.saved_at > SITTING_MILLISECONDS)
    {
      newest.id = amb_connection_make_id (connection);
      if (!run_with (connection, "INSERT INTO profile_version (id, saved_at) VALUES (?, ?)", newest.id, now, error))
        return FALSE;
    }
  else if (!run_with (connection, "UPDATE profile_version SET saved_at = ?2 WHERE id = ?1", newest.id, now, error) ||
           !run_with (connection, "DELETE FROM profile_text WHERE version_id = ?1 AND position >= ?2", newest.id, 0, error))
    {
      return FALSE;
    }

  return insert_texts (connection, newest.id, profile, error);
}

/**
 * amb_profile_store_list_versions:
 * @connection: a connection
 * @error: [error@StorageError]
 *
 * Lists the saved versions of the profile, newest first.
 *
 * Returns: (transfer full) (element-type AmbProfileVersion) (nullable): the versions
 */
GArray *
amb_profile_store_list_versions (AmbConnection  *connection,
                                 GError        **error)
{
  g_autoptr (GArray) versions = g_array_new (FALSE, FALSE, sizeof (AmbProfileVersion));
  g_autoptr (AmbStatement) statement =
    amb_connection_prepare (connection, "SELECT id, saved_at FROM profile_version ORDER BY id DESC", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  while (row)
    {
      AmbProfileVersion version;

      if (!amb_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      version.id = amb_statement_get_integer (statement, 0);
      version.saved_at = amb_statement_get_integer (statement, 1);
      g_array_append_val (versions, version);
    }

  return g_steal_pointer (&versions);
}

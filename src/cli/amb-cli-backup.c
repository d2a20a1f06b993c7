/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-json-object.h"
#include "amb-snapshot.h"

static JsonObject *
make_answer (GPtrArray *problems)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (problems, i));
  json_object_set_boolean_member (object, "ok", problems == NULL || problems->len == 0);
  json_object_set_array_member (object, "problems", array);

  return object;
}

static gpointer
back_up (AmbConnection  *connection,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  amb_snapshot_write (connection, data, error);

  return NULL;
}

/* A new database would be made, and the copy of nothing take the place of an earlier backup. */
static gboolean
require_database (AmbCli  *cli,
                  GError **error)
{
  if (g_file_test (amb_cli_get_path (cli), G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no database “%s”."), amb_cli_get_path (cli));

  return FALSE;
}

static gboolean
run_backup (AmbCli  *cli,
            GError **error)
{
  g_autofree char *path = NULL;

  if (!amb_cli_parse (cli, NULL, 1, 1, error))
    return FALSE;

  path = g_canonicalize_filename (amb_cli_get_argument (cli, 0), NULL);
  if (!require_database (cli, error) || !amb_cli_run (cli, AMB_ACCESS_EXCLUSIVE, back_up, path, error))
    return FALSE;

  if (amb_cli_wants_json (cli))
    {
      JsonObject *object = make_answer (NULL);

      json_object_set_string_member (object, "file", path);
      amb_cli_print_json (cli, amb_json_object_to_node (object));
    }
  else
    {
      amb_cli_print (cli, AMB_CLI_PLAIN, _("The backup is “%s”, and it was checked.\n"), path);
    }

  return TRUE;
}

/* It is the copy that can't be used then, not the database. */
static void
blame_input (GError **error)
{
  GError *given = error == NULL ? NULL : *error;

  if (given == NULL || given->domain != AMB_STORAGE_ERROR)
    return;

  if (given->code == AMB_STORAGE_ERROR_DAMAGED || given->code == AMB_STORAGE_ERROR_EMPTY ||
      given->code == AMB_STORAGE_ERROR_NOT_OURS || given->code == AMB_STORAGE_ERROR_TOO_NEW)
    {
      given->code = given->code == AMB_STORAGE_ERROR_TOO_NEW ? AMB_FORMAT_ERROR_UNSUPPORTED
                    : given->code == AMB_STORAGE_ERROR_NOT_OURS ? AMB_FORMAT_ERROR_UNKNOWN
                                                                : AMB_FORMAT_ERROR_MALFORMED;
      given->domain = AMB_FORMAT_ERROR;
    }
}

static gboolean
run_restore (AmbCli  *cli,
             GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;

  if (!amb_cli_parse (cli, NULL, 1, 1, error))
    return FALSE;

  path = g_canonicalize_filename (amb_cli_get_argument (cli, 0), NULL);
  if (!amb_snapshot_restore (path, amb_cli_get_path (cli), &kept, amb_cli_get_cancellable (cli), error))
    {
      blame_input (error);
      return FALSE;
    }

  /* There was nothing to keep. */
  if (!g_file_test (kept, G_FILE_TEST_EXISTS))
    g_clear_pointer (&kept, g_free);

  if (amb_cli_wants_json (cli))
    {
      JsonObject *object = make_answer (NULL);

      amb_json_object_set_text (object, "kept", kept);
      amb_cli_print_json (cli, amb_json_object_to_node (object));
    }
  else
    {
      amb_cli_print (cli, AMB_CLI_PLAIN, _("“%s” holds what the backup held.\n"), amb_cli_get_path (cli));
      if (kept != NULL)
        amb_cli_print (cli, AMB_CLI_PLAIN, _("What it held before is kept in “%s”.\n"), kept);
    }

  return TRUE;
}

static GPtrArray *
verify (AmbCli    *cli,
        gboolean   deep,
        GError   **error)
{
  g_autoptr (GError) local_error = NULL;
  GPtrArray *problems = amb_snapshot_verify (amb_cli_get_path (cli), deep, amb_cli_get_cancellable (cli), &local_error);

  /* A file can be so damaged that the checks themselves can't go on. That is an answer too. */
  if (g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED) ||
      g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_EMPTY))
    {
      problems = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (problems, g_strdup (local_error->message));
    }
  else if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return problems;
}

static gboolean
run_verify (AmbCli  *cli,
            GError **error)
{
  gboolean deep = FALSE;
  const GOptionEntry entries[] = {
    { "deep", 0, 0, G_OPTION_ARG_NONE, &deep, N_("Compare every index with what it indexes as well"), NULL },
    { NULL }
  };
  g_autoptr (GPtrArray) problems = NULL;

  if (!amb_cli_parse (cli, entries, 0, 0, error))
    return FALSE;

  problems = verify (cli, deep, error);
  if (problems == NULL)
    return FALSE;

  if (amb_cli_wants_json (cli))
    amb_cli_print_json (cli, amb_json_object_to_node (make_answer (problems)));
  else if (problems->len == 0)
    amb_cli_print (cli, AMB_CLI_PLAIN, _("“%s” is sound.\n"), amb_cli_get_path (cli));
  for (guint i = 0; !amb_cli_wants_json (cli) && i < problems->len; i++)
    amb_cli_print (cli, AMB_CLI_BAD, "%s\n", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    amb_cli_set_status (cli, AMB_CLI_BAD_DATABASE);

  return TRUE;
}

const AmbCliCommand amb_cli_backup_commands[] = {
  { "backup", N_("FILE"), N_("Write a checked copy of the database"), run_backup },
  { "restore", N_("FILE"), N_("Put a copy in the place of the database, which is kept beside it"), run_restore },
  { "verify", NULL, N_("Check the database"), run_verify },
  { NULL }
};

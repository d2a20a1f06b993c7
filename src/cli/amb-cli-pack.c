/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-json-object.h"
#include "amb-pack-export.h"
#include "amb-storypack-checker.h"

static JsonNode *
make_json (GPtrArray *problems)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < problems->len; i++)
    {
      const AmbStorypackProblem *problem = g_ptr_array_index (problems, i);
      JsonObject *member = json_object_new ();

      if (problem->line > 0)
        json_object_set_int_member (member, "line", problem->line);
      json_object_set_string_member (member, "message", problem->message);
      json_array_add_object_element (array, member);
    }
  json_object_set_boolean_member (object, "valid", problems->len == 0);
  json_object_set_array_member (object, "problems", array);

  return amb_json_object_to_node (object);
}

static void
print_problems (AmbCli     *cli,
                const char *path,
                GPtrArray  *problems)
{
  if (problems->len == 0)
    amb_cli_print (cli, AMB_CLI_PLAIN, _("“%s” is a valid story pack.\n"), path);

  for (guint i = 0; i < problems->len; i++)
    {
      const AmbStorypackProblem *problem = g_ptr_array_index (problems, i);

      amb_cli_print (cli, AMB_CLI_HEADING, "%s", path);
      if (problem->line > 0)
        amb_cli_print (cli, AMB_CLI_HEADING, ":%d", problem->line);
      amb_cli_print (cli, AMB_CLI_PLAIN, ": %s\n", problem->message);
    }
}

static gboolean
run_check (AmbCli  *cli,
           GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GFile) file = NULL;
  const char *path;

  if (!amb_cli_parse (cli, NULL, 1, 1, error))
    return FALSE;

  path = amb_cli_get_argument (cli, 0);
  file = g_file_new_for_commandline_arg (path);
  problems = amb_storypack_check (file, amb_cli_get_cancellable (cli), error);
  if (problems == NULL)
    return FALSE;

  if (amb_cli_wants_json (cli))
    amb_cli_print_json (cli, make_json (problems));
  else
    print_problems (cli, path, problems);
  if (problems->len > 0)
    amb_cli_set_status (cli, AMB_CLI_BAD_INPUT);

  return TRUE;
}

typedef struct
{
  GFile  *file;
  char  **themes;
  gint64  n_stories;
} Export;

static gpointer
write_pack (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  Export *export = data;

  export->n_stories = amb_pack_export_to_file (connection, export->file, export->themes, cancellable, error);

  return NULL;
}

static gboolean
run_export (AmbCli  *cli,
            GError **error)
{
  g_auto (GStrv) themes = NULL;
  const GOptionEntry entries[] = {
    { "theme", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &themes, N_("Only of this theme; of any of them when given again"), N_("THEME") },
    { NULL }
  };
  g_autoptr (GPtrArray) no_problems = amb_storypack_problems_new ();
  g_autoptr (GFile) file = NULL;
  JsonNode *node;
  Export export;

  if (!amb_cli_parse (cli, entries, 1, 1, error))
    return FALSE;

  file = g_file_new_for_commandline_arg (amb_cli_get_argument (cli, 0));
  export = (Export) { file, themes, 0 };
  if (!amb_cli_run (cli, AMB_ACCESS_READ, write_pack, &export, error))
    return FALSE;

  if (amb_cli_wants_json (cli))
    {
      node = make_json (no_problems);
      json_object_set_string_member (json_node_get_object (node), "file", amb_cli_get_argument (cli, 0));
      json_object_set_int_member (json_node_get_object (node), "records", export.n_stories);
      amb_cli_print_json (cli, node);
    }
  else
    {
      amb_cli_print (cli, AMB_CLI_PLAIN,
                     ngettext ("%d story is in “%s”.\n", "%d stories are in “%s”.\n", export.n_stories),
                     (int) export.n_stories, amb_cli_get_argument (cli, 0));
    }

  return TRUE;
}

const AmbCliCommand amb_cli_pack_commands[] = {
  { "pack check", N_("FILE"), N_("Say whether a story pack is valid, and if not why"), run_check },
  { "pack export", N_("FILE"), N_("Write the stories as a story pack"), run_export },
  { NULL }
};

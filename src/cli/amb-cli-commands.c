/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* All that the program can do. A new group of commands is one file, and one line here. */
static const AmbCliCommand * const groups[] = {
  amb_cli_import_commands,
  amb_cli_story_commands,
  amb_cli_pack_commands,
  amb_cli_draft_commands,
  amb_cli_check_commands,
  amb_cli_share_commands,
  amb_cli_log_commands,
  amb_cli_log_stats_commands,
  amb_cli_profile_commands,
  amb_cli_export_commands,
  amb_cli_backup_commands,
};

static gboolean
is_in_group (const AmbCliCommand *command,
             const char          *group)
{
  gsize length = strlen (group);

  return strncmp (command->name, group, length) == 0 && (command->name[length] == ' ' || command->name[length] == '\0');
}

static const AmbCliCommand *
find_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (const AmbCliCommand *command = groups[i]; command->name != NULL; command++)
        {
          if (strcmp (command->name, name) == 0)
            return command;
        }
    }

  return NULL;
}

static char *
list_verbs (const char *group)
{
  GString *verbs = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (const AmbCliCommand *command = groups[i]; command->name != NULL; command++)
        {
          if (is_in_group (command, group))
            g_string_append_printf (verbs, "%s%s", verbs->len == 0 ? "" : ", ", command->name);
        }
    }

  return g_string_free (verbs, FALSE);
}

static void
set_unknown_error (char   **words,
                   GError **error)
{
  g_autofree char *verbs = words[0] == NULL ? NULL : list_verbs (words[0]);

  if (words[0] == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("Say what to do: “ambassador-cli --help” lists the commands."));
  else if (*verbs == '\0')
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("There is no command “%s”: “ambassador-cli --help” lists the commands."), words[0]);
  else
    /* Translators: the first is a command, the second a list of commands */
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("After “%s” comes another word: %s."), words[0], verbs);
}

/**
 * amb_cli_commands_find:
 * @words: (array zero-terminated=1): what was typed
 * @n_words: (out): how many of @words are the name of the command
 * @error: %G_OPTION_ERROR
 *
 * Finds a command by the words that call it.
 *
 * Returns: (nullable): the command
 */
const AmbCliCommand *
amb_cli_commands_find (char   **words,
                       guint   *n_words,
                       GError **error)
{
  const AmbCliCommand *command = NULL;

  *n_words = 0;
  if (words[0] != NULL)
    {
      g_autofree char *both = words[1] == NULL ? NULL : g_strconcat (words[0], " ", words[1], NULL);

      command = find_by_name (words[0]);
      *n_words = 1;
      if (command == NULL && both != NULL)
        {
          command = find_by_name (both);
          *n_words = 2;
        }
    }

  if (command == NULL)
    set_unknown_error (words, error);

  return command;
}

/**
 * amb_cli_commands_describe:
 * @group: (nullable): the first word of some commands, or %NULL for all
 *
 * Describes commands, a line each.
 *
 * Returns: (transfer full) (nullable): the text; %NULL when there is no such command
 */
char *
amb_cli_commands_describe (const char *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (const AmbCliCommand *command = groups[i]; command->name != NULL; command++)
        {
          if (group == NULL || is_in_group (command, group))
            g_string_append_printf (text, "  %-16s  %s\n", command->name, _(command->summary));
        }
    }

  return g_string_free (text, text->len == 0);
}

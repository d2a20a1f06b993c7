/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli.h"

#include <glib/gi18n-lib.h>

#include "amb-cli-commands.h"
#include "amb-cli-private.h"
#include "amb-json-object.h"

typedef struct
{
  char     *path;
  gboolean  json;
  gboolean  help;
  gboolean  version;
} GlobalOptions;

/* Only the program itself tells its version; a command takes the others too, wherever they stand. */
#define GLOBAL_ENTRIES(options) \
  { "database", 0, 0, G_OPTION_ARG_FILENAME, &(options).path, N_("Use this database, not that of the application"), N_("FILE") }, \
  { "json", 0, 0, G_OPTION_ARG_NONE, &(options).json, N_("Print one JSON value, for scripts"), NULL }, \
  { "help", 'h', 0, G_OPTION_ARG_NONE, &(options).help, N_("Print this help"), NULL }

/**
 * amb_cli_new:
 * @cancellable: stops what the program is doing
 *
 * Makes a call.
 *
 * Returns: (transfer full): the call
 */
AmbCli *
amb_cli_new (GCancellable *cancellable)
{
  AmbCli *self = g_new0 (AmbCli, 1);

  self->cancellable = g_object_ref (cancellable);
  self->output = g_string_new (NULL);
  self->positional = g_new0 (char *, 1);
  self->colour = amb_cli_may_use_colour ();

  return self;
}

/**
 * amb_cli_free:
 * @self: (transfer full): a call
 *
 * Closes the database, and frees the call.
 */
void
amb_cli_free (AmbCli *self)
{
  amb_cli_close (self);
  g_object_unref (self->cancellable);
  g_string_free (self->output, TRUE);
  g_strfreev (self->arguments);
  g_strfreev (self->positional);
  g_free (self->path);
  g_free (self);
}

static void
take_global_options (AmbCli        *self,
                     GlobalOptions *options)
{
  if (options->path != NULL)
    {
      g_free (self->path);
      self->path = g_steal_pointer (&options->path);
    }
  self->json = self->json || options->json;
}

static GOptionContext *
make_option_context (const char         *arguments,
                     const char         *summary,
                     const GOptionEntry *entries,
                     gpointer            data)
{
  GOptionContext *context = g_option_context_new (arguments);
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, data, NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  g_option_context_set_main_group (context, group);

  return context;
}

static void
print_help (AmbCli         *self,
            GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  amb_cli_print (self, AMB_CLI_PLAIN, "%s", g_strchomp (help));
  amb_cli_print (self, AMB_CLI_PLAIN, "\n");
}

static void
print_general_help (AmbCli         *self,
                    GOptionContext *context)
{
  g_autofree char *commands = amb_cli_commands_describe (NULL);

  print_help (self, context);
  amb_cli_print (self, AMB_CLI_PLAIN, "\n%s\n%s\n%s\n", _("Commands:"), commands,
                 _("“ambassador-cli COMMAND --help” tells more of a command."));
}

static void
print_version (AmbCli *self)
{
  if (self->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "version", AMB_VERSION);
      amb_cli_print_json (self, amb_json_object_to_node (object));
    }
  else
    {
      amb_cli_print (self, AMB_CLI_PLAIN, "ambassador-cli %s\n", AMB_VERSION);
    }
}

/* Reads the options in front of the command. Returns FALSE without an error when all was said with them. */
static gboolean
parse_global (AmbCli  *self,
              char  ***arguments,
              GError **error)
{
  GlobalOptions options = { 0 };
  const GOptionEntry entries[] = {
    GLOBAL_ENTRIES (options),
    { "version", 0, 0, G_OPTION_ARG_NONE, &options.version, N_("Print the version"), NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context =
    make_option_context (_("COMMAND …"), _("Stories, drafts and the sharing log of Ambassador, without a screen."), entries,
                         NULL);

  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse_strv (context, arguments, error))
    return FALSE;
  take_global_options (self, &options);

  if (options.version)
    print_version (self);
  else if (options.help)
    print_general_help (self, context);

  return !options.version && !options.help;
}

static gboolean
require_utf8 (char   **arguments,
              GError **error)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      if (g_utf8_validate (arguments[i], -1, NULL))
        continue;

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Argument %u is not valid UTF-8."), i + 1);
      return FALSE;
    }

  return TRUE;
}

/* “stories --help” is no command, but a question that has an answer. */
static gboolean
print_group_help (AmbCli *self,
                  char  **words)
{
  g_autofree char *commands = NULL;

  if (words[0] == NULL || words[1] == NULL || words[2] != NULL ||
      (!g_str_equal (words[1], "--help") && !g_str_equal (words[1], "-h")))
    return FALSE;

  commands = amb_cli_commands_describe (words[0]);
  if (commands != NULL)
    amb_cli_print (self, AMB_CLI_PLAIN, "%s\n%s", _("Commands:"), commands);

  return commands != NULL;
}

static gboolean
call (AmbCli  *self,
      char   **typed,
      GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *program = NULL;
  guint n_words;

  if (!require_utf8 (typed, error))
    return FALSE;

  g_strv_builder_add (builder, g_get_prgname ());
  g_strv_builder_addv (builder, (const char **) typed);
  arguments = g_strv_builder_end (builder);
  if (!parse_global (self, &arguments, error))
    return FALSE;

  self->command = amb_cli_commands_find (arguments + 1, &n_words, NULL);
  if (self->command == NULL && print_group_help (self, arguments + 1))
    return TRUE;
  if (self->command == NULL)
    {
      amb_cli_commands_find (arguments + 1, &n_words, error);
      return FALSE;
    }

  program = g_strconcat ("ambassador-cli ", self->command->name, NULL);
  g_set_prgname (program);
  self->arguments = g_strdupv (arguments + n_words);

  return self->command->run (self, error);
}

/* A mistake in the options is told in JSON too, though nobody could read the options. */
static gboolean
is_json_meant (char         **arguments,
               const GError  *error)
{
  return error->domain == G_OPTION_ERROR && g_strv_contains ((const char * const *) arguments, "--json");
}

/**
 * amb_cli_call:
 * @self: a call
 * @arguments: (array zero-terminated=1): what was typed after the name of the program
 *
 * Does what was asked, prints what came of it, and closes the database.
 *
 * Returns: the exit status
 */
int
amb_cli_call (AmbCli  *self,
              char   **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) output_error = NULL;

  if (!call (self, arguments, &error) && error != NULL)
    {
      amb_cli_report (self, error);
      if (self->json || is_json_meant (arguments, error))
        amb_cli_print_error (self, error);
    }

  amb_cli_close (self);
  if (!amb_cli_flush (self, &output_error))
    amb_cli_report (self, output_error);

  return self->status;
}

/**
 * amb_cli_parse_with:
 * @self: a call
 * @entries: (nullable) (array zero-terminated=1): the options of the command
 * @data: (nullable): for the functions among @entries
 * @least: how many arguments it takes at least
 * @most: how many it takes at most
 * @error: %G_OPTION_ERROR
 *
 * Reads what was typed after the command.
 *
 * Returns: %TRUE when the command may go on; %FALSE without an error when only its help was asked for
 */
gboolean
amb_cli_parse_with (AmbCli              *self,
                    const GOptionEntry  *entries,
                    gpointer             data,
                    guint                least,
                    guint                most,
                    GError             **error)
{
  GlobalOptions options = { 0 };
  g_auto (GStrv) positional = NULL;
  const GOptionEntry global_entries[] = {
    GLOBAL_ENTRIES (options),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &positional, NULL, NULL },
    { NULL }
  };
  static const GOptionEntry no_entries[] = { { NULL } };
  const char *arguments = self->command->arguments == NULL ? NULL : _(self->command->arguments);
  g_autoptr (GOptionContext) context =
    make_option_context (arguments, _(self->command->summary), entries == NULL ? no_entries : entries, data);
  guint n_positional;

  g_option_group_add_entries (g_option_context_get_main_group (context), global_entries);
  if (!g_option_context_parse_strv (context, &self->arguments, error))
    return FALSE;
  take_global_options (self, &options);
  if (options.help)
    {
      print_help (self, context);
      return FALSE;
    }

  n_positional = positional == NULL ? 0 : g_strv_length (positional);
  if (n_positional < least || n_positional > most)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   n_positional < least ? _("Something is missing. Write it as “%s %s”.")
                                        : _("That is too much. Write it as “%s %s”."),
                   g_get_prgname (), arguments == NULL ? "" : arguments);
      return FALSE;
    }

  if (positional != NULL)
    {
      g_strfreev (self->positional);
      self->positional = g_steal_pointer (&positional);
    }

  return TRUE;
}

/**
 * amb_cli_parse:
 * @self: a call
 * @entries: (nullable) (array zero-terminated=1): the options of the command
 * @least: how many arguments it takes at least
 * @most: how many it takes at most
 * @error: %G_OPTION_ERROR
 *
 * Reads what was typed after the command, as [method@Cli.parse_with].
 *
 * Returns: %TRUE when the command may go on; %FALSE without an error when only its help was asked for
 */
gboolean
amb_cli_parse (AmbCli              *self,
               const GOptionEntry  *entries,
               guint                least,
               guint                most,
               GError             **error)
{
  return amb_cli_parse_with (self, entries, NULL, least, most, error);
}

/**
 * amb_cli_get_n_arguments:
 * @self: a call that was parsed
 *
 * Counts the arguments that are no options.
 *
 * Returns: how many
 */
guint
amb_cli_get_n_arguments (AmbCli *self)
{
  return g_strv_length (self->positional);
}

/**
 * amb_cli_get_argument:
 * @self: a call that was parsed
 * @position: counted from 0
 *
 * Gets an argument that is no option.
 *
 * Returns: (transfer none) (nullable): UTF-8, or %NULL when there are fewer
 */
const char *
amb_cli_get_argument (AmbCli *self,
                      guint   position)
{
  return position < g_strv_length (self->positional) ? self->positional[position] : NULL;
}

/**
 * amb_cli_protect_argument:
 * @self: a call that was not parsed yet
 *
 * Makes the first word after the command an argument even when it begins with one dash: a person may search for
 * “-night”. A word with two dashes, and the question for help, stay options.
 */
void
amb_cli_protect_argument (AmbCli *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **arguments = self->arguments;

  if (arguments[1] == NULL || arguments[1][0] != '-' || arguments[1][1] == '-' || g_str_equal (arguments[1], "-h"))
    return;

  g_strv_builder_add (builder, arguments[0]);
  g_strv_builder_addv (builder, (const char **) arguments + 2);
  g_strv_builder_add (builder, "--");
  g_strv_builder_add (builder, arguments[1]);
  self->arguments = g_strv_builder_end (builder);
  g_strfreev (arguments);
}

/**
 * amb_cli_get_cancellable:
 * @self: a call
 *
 * Gets what Ctrl+C cancels.
 *
 * Returns: (transfer none): the cancellable
 */
GCancellable *
amb_cli_get_cancellable (AmbCli *self)
{
  return self->cancellable;
}

/**
 * amb_cli_wants_json:
 * @self: a call that was parsed
 *
 * Tells for whom to print.
 *
 * Returns: %TRUE for a script, %FALSE for a person
 */
gboolean
amb_cli_wants_json (AmbCli *self)
{
  return self->json;
}

/**
 * amb_cli_set_status:
 * @self: a call
 * @status: an exit status
 *
 * Ends the program with a status without any error: the answer itself is the bad news.
 */
void
amb_cli_set_status (AmbCli *self,
                    int     status)
{
  self->status = status;
}

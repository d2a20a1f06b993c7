/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "amb-cli-error.h"
#include "amb-cli-private.h"
#include "amb-json-object.h"

/**
 * amb_cli_may_use_colour:
 *
 * Tells whether standard output is a terminal that knows colour, and the person has nothing against it
 * (https://no-color.org).
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_cli_may_use_colour (void)
{
  return isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/**
 * amb_cli_print_error:
 * @self: a call
 * @error: what went wrong
 *
 * Prints an error for a script, instead of all that was printed before.
 */
void
amb_cli_print_error (AmbCli       *self,
                     const GError *error)
{
  JsonObject *object = json_object_new ();

  json_object_set_object_member (object, "error", amb_cli_error_to_json (error));
  g_string_truncate (self->output, 0);
  amb_cli_print_json (self, amb_json_object_to_node (object));
}

/**
 * amb_cli_print_json:
 * @self: a call
 * @node: (transfer full): the one JSON value that the call prints
 *
 * Prints for a script.
 */
void
amb_cli_print_json (AmbCli   *self,
                    JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  json_generator_to_gstring (generator, self->output);
  g_string_append_c (self->output, '\n');
  json_node_unref (node);
}

/* What comes from outside could hold the codes by which a terminal is told what to do. */
static void
append_harmless (GString    *output,
                 const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean harmless = character == '\n' || !g_unichar_iscntrl (character);

      g_string_append_unichar (output, harmless ? character : character == '\t' ? ' ' : 0xfffd);
    }
}

/**
 * amb_cli_print:
 * @self: a call
 * @style: how it looks on a terminal
 * @format: as for printf(), UTF-8
 * @...: what belongs in it
 *
 * Prints for a person.
 */
void
amb_cli_print (AmbCli      *self,
               AmbCliStyle  style,
               const char  *format,
               ...)
{
  static const char * const codes[] = {
    [AMB_CLI_PLAIN] = "", [AMB_CLI_HEADING] = "\033[1m", [AMB_CLI_DIM] = "\033[2m", [AMB_CLI_BAD] = "\033[31m",
  };
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  gboolean coloured = self->colour && style != AMB_CLI_PLAIN;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  valid = g_utf8_make_valid (text, -1);

  if (coloured)
    g_string_append (self->output, codes[style]);
  append_harmless (self->output, valid);
  if (coloured)
    g_string_append (self->output, "\033[0m");
}

/**
 * amb_cli_flush:
 * @self: a call
 * @error: #GIOErrorEnum
 *
 * Sends what was printed to standard output.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_cli_flush (AmbCli  *self,
               GError **error)
{
  gboolean done = fwrite (self->output->str, 1, self->output->len, stdout) == self->output->len && fflush (stdout) == 0;
  int code = errno;

  g_string_truncate (self->output, 0);
  if (!done)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("Standard output could not be written: %s."),
                 g_strerror (code));

  return done;
}

/**
 * amb_cli_report:
 * @self: a call
 * @error: what went wrong
 *
 * Tells an error on standard error, as one line, and keeps its status: that of the first one counts.
 */
void
amb_cli_report (AmbCli       *self,
                const GError *error)
{
  g_autofree char *line = amb_cli_error_get_line (error);

  if (self->command != NULL)
    fprintf (stderr, "ambassador-cli: %s: %s\n", self->command->name, line);
  else
    fprintf (stderr, "ambassador-cli: %s\n", line);

  if (self->status == AMB_CLI_DONE)
    self->status = amb_cli_error_get_status (error);
}

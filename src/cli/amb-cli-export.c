/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>

#include "amb-json-object.h"
#include "amb-log-export.h"

typedef struct
{
  const char *format;
  GFile      *file; /* NULL for standard output */
  gint64      n_records;
} Export;

static gpointer
export_log (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  Export *export = data;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GOutputStream) buffered = NULL;

  if (export->file != NULL)
    {
      export->n_records = amb_log_export_to_file (connection, export->file, export->format, cancellable, error);
      return NULL;
    }

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  buffered = g_buffered_output_stream_new (stream);
  export->n_records = amb_log_export_to_stream (connection, buffered, export->format, cancellable, error);
  if (export->n_records >= 0)
    g_output_stream_flush (buffered, cancellable, error);
  else
    g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (buffered), FALSE);

  return NULL;
}

static void
print_done (AmbCli     *cli,
            const char *path,
            gint64      n_records)
{
  JsonObject *object;

  if (!amb_cli_wants_json (cli))
    {
      amb_cli_print (cli, AMB_CLI_PLAIN, ngettext ("%d entry is in “%s”.\n", "%d entries are in “%s”.\n", n_records),
                     (int) n_records, path);
      return;
    }

  object = json_object_new ();
  json_object_set_string_member (object, "file", path);
  json_object_set_int_member (object, "records", n_records);
  amb_cli_print_json (cli, amb_json_object_to_node (object));
}

static gboolean
run_export (AmbCli  *cli,
            GError **error)
{
  g_autoptr (GFile) file = NULL;
  const char *path;
  Export export;

  if (!amb_cli_parse (cli, NULL, 2, 2, error))
    return FALSE;

  path = amb_cli_get_argument (cli, 1);
  file = g_str_equal (path, "-") ? NULL : g_file_new_for_commandline_arg (path);
  export = (Export) { amb_cli_get_argument (cli, 0), file, 0 };
  if (!amb_cli_run (cli, AMB_ACCESS_READ, export_log, &export, error))
    return FALSE;

  /* What went to standard output is the answer itself. */
  if (file != NULL)
    print_done (cli, path, export.n_records);

  return TRUE;
}

const AmbCliCommand amb_cli_export_commands[] = {
  { "export", N_("csv|json FILE|-"), N_("Write the sharing log to a file or to standard output"), run_export },
  { NULL }
};

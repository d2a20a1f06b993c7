/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-import.h"

#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "amb-cli-commands.h"
#include "amb-cli-error.h"
#include "amb-cli-source.h"
#include "amb-error.h"
#include "amb-importer.h"
#include "amb-json-object.h"

typedef struct
{
  AmbImportResult  *result;
  GError          **error;
  gboolean          done;
} Run;

static void
tell_progress_cb (AmbImporter *importer)
{
  fprintf (stderr, "\r%3d %%", (int) (amb_importer_get_fraction (importer) * 100.0));
  fflush (stderr);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  Run *run = data;

  run->result = amb_importer_run_finish (AMB_IMPORTER (object), result, run->error);
  run->done = TRUE;
}

/**
 * amb_cli_import_file:
 * @cli: the call
 * @file: a file
 * @kind: (nullable): what it is, or %NULL to find it out by its content
 * @dry_run: whether to keep nothing
 * @error: what went wrong; nothing of the file is kept then
 *
 * Imports a file, and shows on a terminal how far it is.
 *
 * Returns: (transfer full) (nullable): what was done
 */
AmbImportResult *
amb_cli_import_file (AmbCli      *cli,
                     GFile       *file,
                     const char  *kind,
                     gboolean     dry_run,
                     GError     **error)
{
  gboolean on_terminal = isatty (STDERR_FILENO);
  AmbContext *context = amb_cli_open (cli, error);
  g_autoptr (AmbImporter) importer = NULL;
  Run run = { .error = error };

  if (context == NULL)
    return NULL;

  importer = amb_importer_new (context, file);
  amb_importer_set_kind (importer, kind);
  if (on_terminal)
    g_signal_connect (importer, "notify::fraction", G_CALLBACK (tell_progress_cb), NULL);
  amb_importer_run_async (importer, dry_run, amb_cli_get_cancellable (cli), imported_cb, &run);
  while (!run.done)
    g_main_context_iteration (NULL, TRUE);
  if (on_terminal)
    fputs ("\r\033[K", stderr);

  return run.result;
}

static JsonArray *
make_skipped (const AmbImportResult *result)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < result->skipped->len; i++)
    {
      const AmbImportSkip *skip = g_ptr_array_index (result->skipped, i);
      JsonObject *object = json_object_new ();

      amb_json_object_set_text (object, "where", skip->where);
      amb_json_object_set_text (object, "reason", skip->reason);
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * amb_cli_import_to_json:
 * @result: what an import did
 *
 * Makes the JSON of it.
 *
 * Returns: (transfer full): `{"source","kind","added","updated","unchanged","withdrawn","skipped":[…]}`
 */
JsonObject *
amb_cli_import_to_json (const AmbImportResult *result)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "source", result->source);
  json_object_set_string_member (object, "kind", result->kind);
  json_object_set_int_member (object, "added", result->added);
  json_object_set_int_member (object, "updated", result->updated);
  json_object_set_int_member (object, "unchanged", result->unchanged);
  json_object_set_int_member (object, "withdrawn", result->withdrawn);
  json_object_set_array_member (object, "skipped", make_skipped (result));

  return object;
}

/**
 * amb_cli_import_print:
 * @cli: the call
 * @result: what an import did
 *
 * Tells a person what an import did.
 */
void
amb_cli_import_print (AmbCli                *cli,
                      const AmbImportResult *result)
{
  amb_cli_print (cli, AMB_CLI_HEADING, "%s", result->source);
  /* Translators: how many stories an import added, changed, left alone, and withdrew */
  amb_cli_print (cli, AMB_CLI_PLAIN, _(": new %d, changed %d, the same %d, withdrawn %d\n"), (int) result->added,
                 (int) result->updated, (int) result->unchanged, (int) result->withdrawn);
  for (guint i = 0; i < result->skipped->len; i++)
    {
      const AmbImportSkip *skip = g_ptr_array_index (result->skipped, i);

      amb_cli_print (cli, AMB_CLI_BAD, "  %s: %s\n", skip->where, skip->reason);
    }
}

/* What came of all the sources. */
typedef struct
{
  JsonArray *sources;
  GError    *first_error;
} Outcome;

static void
add_failure (AmbCli       *cli,
             Outcome      *outcome,
             const char   *name,
             const GError *error)
{
  JsonObject *object = json_object_new ();

  amb_cli_report (cli, error);
  json_object_set_string_member (object, "source", name);
  json_object_set_object_member (object, "error", amb_cli_error_to_json (error));
  json_array_add_object_element (outcome->sources, object);

  if (outcome->first_error == NULL)
    outcome->first_error = g_error_copy (error);
}

/* When all went well the answer is the list itself; else it is an error that has the list. */
static void
print_sources (AmbCli       *cli,
               JsonArray    *sources,
               const GError *first_error)
{
  JsonObject *object;

  if (first_error == NULL)
    {
      amb_cli_print_json (cli, json_node_init_array (json_node_alloc (), sources));
      return;
    }

  object = json_object_new ();
  json_object_set_object_member (object, "error", amb_cli_error_to_json (first_error));
  json_object_set_array_member (object, "sources", json_array_ref (sources));
  amb_cli_print_json (cli, amb_json_object_to_node (object));
}

/* What is wrong with one source says nothing of the next; what is wrong with the database does. */
static gboolean
may_go_on (const GError *error)
{
  return error->domain != AMB_STORAGE_ERROR && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Returns FALSE when the sources that are left would fare no better. */
static gboolean
import_file (AmbCli     *cli,
             GFile      *file,
             const char *kind,
             gboolean    dry_run,
             Outcome    *outcome)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) result = amb_cli_import_file (cli, file, kind, dry_run, &error);

  if (result == NULL)
    {
      add_failure (cli, outcome, name, error);
      return may_go_on (error);
    }

  json_array_add_object_element (outcome->sources, amb_cli_import_to_json (result));
  if (!amb_cli_wants_json (cli))
    amb_cli_import_print (cli, result);

  return TRUE;
}

static gboolean
import_source (AmbCli     *cli,
               const char *source,
               const char *kind,
               gboolean    dry_run,
               Outcome    *outcome)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  gboolean going_on = TRUE;

  if (!amb_cli_source_find (source, files, amb_cli_get_cancellable (cli), &error))
    {
      add_failure (cli, outcome, source, error);
      return may_go_on (error);
    }

  for (guint i = 0; going_on && i < files->len; i++)
    going_on = import_file (cli, g_ptr_array_index (files, i), kind, dry_run, outcome);

  return going_on;
}

static gboolean
run_import (AmbCli  *cli,
            GError **error)
{
  g_auto (GStrv) kinds = amb_importer_list_kinds ();
  g_autofree char *known = g_strjoinv (", ", kinds);
  /* Translators: a list of words follows */
  g_autofree char *description = g_strdup_printf (_("Take the sources for this kind: %s"), known);
  g_autofree char *kind = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &kind, description, N_("KIND") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Keep nothing, only tell what would be done"), NULL },
    { NULL }
  };
  g_autoptr (JsonArray) sources = json_array_new ();
  Outcome outcome = { sources, NULL };
  gboolean going_on = TRUE;

  if (!amb_cli_parse (cli, entries, 1, G_MAXUINT, error))
    return FALSE;

  if (kind != NULL && !g_strv_contains ((const char * const *) kinds, kind))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not one of: %s."), kind, known);
      return FALSE;
    }

  for (guint i = 0; going_on && i < amb_cli_get_n_arguments (cli); i++)
    going_on = import_source (cli, amb_cli_get_argument (cli, i), kind, dry_run, &outcome);

  if (amb_cli_wants_json (cli))
    print_sources (cli, sources, outcome.first_error);
  g_clear_error (&outcome.first_error);

  return TRUE;
}

const AmbCliCommand amb_cli_import_commands[] = {
  { "import", N_("SOURCE…"), N_("Read story packs: files, or folders that hold them"), run_import },
  { NULL }
};

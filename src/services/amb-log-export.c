/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-log-export.h"

#include <glib/gi18n-lib.h>

#include "amb-entry-csv-writer.h"
#include "amb-entry-json-writer.h"
#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-output-file.h"

typedef gpointer (*OpenFunc)   (GOutputStream *stream);
typedef gboolean (*AddFunc)    (gpointer writer, AmbEntry *entry, GError **error);
typedef gboolean (*FinishFunc) (gpointer writer, GError **error);

/* A format in which the log goes out is one line in the table. */
typedef struct
{
  const char *name;
  OpenFunc    open;
  AddFunc     add;
  FinishFunc  finish;
} Format;

static gpointer
open_json (GOutputStream *stream)
{
  g_autoptr (JsonNode) version = json_node_init_string (json_node_alloc (), AMB_VERSION);

  return amb_entry_json_writer_new (stream, version);
}

static const Format formats[] = {
  { "csv", (OpenFunc) amb_entry_csv_writer_new, (AddFunc) amb_entry_csv_writer_add,
    (FinishFunc) amb_entry_csv_writer_finish },
  { "json", open_json, (AddFunc) amb_entry_json_writer_add, (FinishFunc) amb_entry_json_writer_finish },
};

static const Format *
find_format (const char  *name,
             GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].name, name))
        return &formats[i];
    }

  g_set_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID, _("Your history can’t be saved as “%s”."), name);

  return NULL;
}

static gboolean
write_entries (AmbConnection  *connection,
               const Format   *format,
               gpointer        writer,
               GArray         *ids,
               GCancellable   *cancellable,
               GError        **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AmbEntry) entry = amb_entry_store_load (connection, g_array_index (ids, gint64, i), error);

      if (entry == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !format->add (writer, entry, error))
        return FALSE;
    }

  return format->finish (writer, error);
}

/**
 * amb_log_export_to_stream:
 * @connection: a connection
 * @stream: where to write to; it stays open
 * @format: "csv" or "json"
 * @cancellable: (nullable): stops it
 * @error: [error@StorageError], [error@ServiceError] or #GIOErrorEnum
 *
 * Writes the whole log, newest first, one entry after the other.
 *
 * Returns: how many entries were written, −1 with an error
 */
gint64
amb_log_export_to_stream (AmbConnection  *connection,
                          GOutputStream  *stream,
                          const char     *format,
                          GCancellable   *cancellable,
                          GError        **error)
{
  const Format *chosen = find_format (format, error);
  g_autoptr (GArray) ids = chosen == NULL ? NULL : amb_entry_store_query (connection, NULL, error);
  g_autoptr (GObject) writer = NULL;

  if (ids == NULL)
    return -1;

  writer = chosen->open (stream);

  return write_entries (connection, chosen, writer, ids, cancellable, error) ? (gint64) ids->len : -1;
}

static gint64
write_log (AmbConnection  *connection,
           GOutputStream  *stream,
           gpointer        format,
           GCancellable   *cancellable,
           GError        **error)
{
  return amb_log_export_to_stream (connection, stream, format, cancellable, error);
}

/**
 * amb_log_export_to_file:
 * @connection: a connection
 * @file: the file to write; one that is there is replaced once the new one is whole
 * @format: "csv" or "json"
 * @cancellable: (nullable): stops it
 * @error: [error@StorageError], [error@ServiceError] or #GIOErrorEnum
 *
 * Writes the whole log to a file.
 *
 * Returns: how many entries were written, −1 with an error
 */
gint64
amb_log_export_to_file (AmbConnection  *connection,
                        GFile          *file,
                        const char     *format,
                        GCancellable   *cancellable,
                        GError        **error)
{
  if (find_format (format, error) == NULL)
    return -1;

  return amb_output_file_write (connection, file, G_FILE_CREATE_PRIVATE, write_log, (gpointer) format, cancellable, error);
}

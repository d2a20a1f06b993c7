/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-entry-json-writer.h"

#include "amb-entry-json.h"

#define FLUSH_SIZE (64 * 1024)

/**
 * AmbEntryJsonWriter:
 *
 * Writes a whole sharing log as one JSON document, entry by entry: `{"ambassador":…,"entries":[…]}`.
 */
struct _AmbEntryJsonWriter
{
  GObject        parent_instance;

  GOutputStream *stream;
  JsonGenerator *generator;
  GString       *text;
  gboolean       has_entries;
};

G_DEFINE_FINAL_TYPE (AmbEntryJsonWriter, amb_entry_json_writer, G_TYPE_OBJECT)

static void
append_node (AmbEntryJsonWriter *self,
             JsonNode           *node)
{
  json_generator_set_root (self->generator, node);
  json_generator_to_gstring (self->generator, self->text);
}

static gboolean
flush (AmbEntryJsonWriter  *self,
       gsize                least,
       GError             **error)
{
  gboolean written;

  if (self->text->len < least)
    return TRUE;

  written = g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL, error);
  g_string_truncate (self->text, 0);

  return written;
}

static void
amb_entry_json_writer_finalize (GObject *object)
{
  AmbEntryJsonWriter *self = AMB_ENTRY_JSON_WRITER (object);

  g_clear_object (&self->stream);
  g_clear_object (&self->generator);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (amb_entry_json_writer_parent_class)->finalize (object);
}

static void
amb_entry_json_writer_class_init (AmbEntryJsonWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_entry_json_writer_finalize;
}

static void
amb_entry_json_writer_init (AmbEntryJsonWriter *self)
{
  self->generator = json_generator_new ();
  self->text = g_string_new ("{");
}

/**
 * amb_entry_json_writer_new:
 * @stream: where to write; not closed
 * @ambassador: (nullable): what wrote it: the version of the program
 *
 * Begins a document. Any thread; blocks.
 *
 * Returns: (transfer full): the writer
 */
AmbEntryJsonWriter *
amb_entry_json_writer_new (GOutputStream *stream,
                           JsonNode      *ambassador)
{
  AmbEntryJsonWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_object_new (AMB_TYPE_ENTRY_JSON_WRITER, NULL);
  self->stream = g_object_ref (stream);
  if (ambassador != NULL)
    {
      g_string_append (self->text, "\"ambassador\":");
      append_node (self, ambassador);
      g_string_append_c (self->text, ',');
    }
  g_string_append (self->text, "\"entries\":[");

  return self;
}

/**
 * amb_entry_json_writer_add:
 * @self: a writer
 * @entry: an entry
 * @error: return location for an error
 *
 * Writes an entry, on a line of its own.
 *
 * Returns: %TRUE, or %FALSE with a %G_IO_ERROR
 */
gboolean
amb_entry_json_writer_add (AmbEntryJsonWriter  *self,
                           AmbEntry            *entry,
                           GError             **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (AMB_IS_ENTRY_JSON_WRITER (self), FALSE);
  g_return_val_if_fail (AMB_IS_ENTRY (entry), FALSE);

  node = amb_entry_to_json (entry);
  g_string_append (self->text, self->has_entries ? ",\n" : "\n");
  append_node (self, node);
  self->has_entries = TRUE;

  return flush (self, FLUSH_SIZE, error);
}

/**
 * amb_entry_json_writer_finish:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes the end of the document.
 *
 * Returns: %TRUE, or %FALSE with a %G_IO_ERROR
 */
gboolean
amb_entry_json_writer_finish (AmbEntryJsonWriter  *self,
                              GError             **error)
{
  g_return_val_if_fail (AMB_IS_ENTRY_JSON_WRITER (self), FALSE);

  g_string_append (self->text, "]}\n");

  return flush (self, 0, error) && g_output_stream_flush (self->stream, NULL, error);
}

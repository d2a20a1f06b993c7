/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-csv-writer.h"

#include <string.h>

#define FLUSH_SIZE (64 * 1024)

/**
 * AmbCsvWriter:
 *
 * Writes comma-separated values as RFC 4180 describes them: UTF-8, rows end with CR LF, quotes only where needed.
 *
 * A spreadsheet takes a text that begins with = + - @, a tab or a carriage return for a formula and runs it. What people
 * said and wrote goes into these files, so such a text gets an apostrophe in front, which is what spreadsheets
 * themselves use to say "this is text" (OWASP, CSV Injection).
 */
struct _AmbCsvWriter
{
  GObject        parent_instance;

  GOutputStream *stream;
  GString       *text;
  gboolean       in_row;
};

G_DEFINE_FINAL_TYPE (AmbCsvWriter, amb_csv_writer, G_TYPE_OBJECT)

static gboolean
flush (AmbCsvWriter  *self,
       gsize          least,
       GError       **error)
{
  gboolean written;

  if (self->text->len < least)
    return TRUE;

  written = g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL, error);
  g_string_truncate (self->text, 0);

  return written;
}

static void
begin_field (AmbCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->text, ',');
  self->in_row = TRUE;
}

static void
append_quoted (AmbCsvWriter *self,
               const char   *prefix,
               const char   *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (self->text, prefix);
      g_string_append (self->text, text);
      return;
    }

  g_string_append_c (self->text, '"');
  g_string_append (self->text, prefix);
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *text);
    }
  g_string_append_c (self->text, '"');
}

static void
amb_csv_writer_finalize (GObject *object)
{
  AmbCsvWriter *self = AMB_CSV_WRITER (object);

  g_clear_object (&self->stream);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (amb_csv_writer_parent_class)->finalize (object);
}

static void
amb_csv_writer_class_init (AmbCsvWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_csv_writer_finalize;
}

static void
amb_csv_writer_init (AmbCsvWriter *self)
{
  self->text = g_string_new (NULL);
}

/**
 * amb_csv_writer_new:
 * @stream: where to write; not closed
 *
 * Begins a file. Any thread; blocks.
 *
 * Returns: (transfer full): the writer
 */
AmbCsvWriter *
amb_csv_writer_new (GOutputStream *stream)
{
  AmbCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_object_new (AMB_TYPE_CSV_WRITER, NULL);
  self->stream = g_object_ref (stream);

  return self;
}

/**
 * amb_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): UTF-8
 *
 * Writes a text that people made, in a way that no spreadsheet takes for a formula.
 */
void
amb_csv_writer_add_text (AmbCsvWriter *self,
                         const char   *text)
{
  g_return_if_fail (AMB_IS_CSV_WRITER (self));

  begin_field (self);
  if (text != NULL)
    append_quoted (self, *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? "'" : "", text);
}

/**
 * amb_csv_writer_add_exact:
 * @self: a writer
 * @text: (nullable): UTF-8
 *
 * Writes a word, a time or a number that this program made.
 */
void
amb_csv_writer_add_exact (AmbCsvWriter *self,
                          const char   *text)
{
  g_return_if_fail (AMB_IS_CSV_WRITER (self));

  begin_field (self);
  if (text != NULL)
    append_quoted (self, "", text);
}

/**
 * amb_csv_writer_add_number:
 * @self: a writer
 * @number: a number, or −1 when it is not known
 *
 * Writes a number; one that is not known leaves the field empty.
 */
void
amb_csv_writer_add_number (AmbCsvWriter *self,
                           gint64        number)
{
  g_return_if_fail (AMB_IS_CSV_WRITER (self));

  begin_field (self);
  if (number >= 0)
    g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

/**
 * amb_csv_writer_end_row:
 * @self: a writer
 * @error: return location for an error
 *
 * Ends a row.
 *
 * Returns: %TRUE, or %FALSE with a %G_IO_ERROR
 */
gboolean
amb_csv_writer_end_row (AmbCsvWriter  *self,
                        GError       **error)
{
  g_return_val_if_fail (AMB_IS_CSV_WRITER (self), FALSE);

  g_string_append (self->text, "\r\n");
  self->in_row = FALSE;

  return flush (self, FLUSH_SIZE, error);
}

/**
 * amb_csv_writer_finish:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes what is left.
 *
 * Returns: %TRUE, or %FALSE with a %G_IO_ERROR
 */
gboolean
amb_csv_writer_finish (AmbCsvWriter  *self,
                       GError       **error)
{
  g_return_val_if_fail (AMB_IS_CSV_WRITER (self), FALSE);

  return flush (self, 0, error) && g_output_stream_flush (self->stream, NULL, error);
}

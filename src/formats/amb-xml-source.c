/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-xml-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-error.h"

#define BUFFER_SIZE (64 * 1024)
#define UTF8_BOM "\xef\xbb\xbf"
#define SPACE " \t\r\n"

/* Entities are never put in, no DTD is loaded, libxml2 keeps its own limits (no HUGE). The encoding is ours to know:
 * libxml2 sees UTF-8 only. Lines beyond 65535 need BIG_LINES. */
#define READER_OPTIONS (XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES)

/**
 * AmbXmlSource:
 *
 * The bytes of an XML document from outside on their way to libxml2: UTF-8, bounded, without a document type.
 *
 * libxml2 is not made for untrusted input, so what it is not to see stops here: compressed files, encodings beyond a
 * short list (those of iconv have had holes), a DOCTYPE with whatever it declares, and anything so long that it would
 * fill the memory before the reader gets to see a node. A source belongs to one thread at a time.
 */
struct _AmbXmlSource
{
  char         *name;
  AmbXmlLimits  limits;
  GInputStream *base;
  GInputStream *text;
  GError       *error;

  guint8       *buffer;
  gsize         start;
  gsize         end;
  gboolean      at_end;

  gint64        position;
  gint64        marked;
};

/* What the first bytes give away (XML 1.0, appendix F). */
static const struct
{
  const char *bytes;
  gsize       n_bytes;
  gsize       n_skip;
  const char *encoding;
} signatures[] = {
  { UTF8_BOM, 3, 3, "UTF-8" },
  { "\xff\xfe", 2, 2, "UTF-16LE" },
  { "\xfe\xff", 2, 2, "UTF-16BE" },
  { "<\0", 2, 0, "UTF-16LE" },
  { "\0<", 2, 0, "UTF-16BE" },
};

static const char * const known_encodings[] = {
  "UTF-8", "US-ASCII", "ASCII", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "CP1252", "LATIN1",
};

G_GNUC_PRINTF (3, 0) static gboolean
fail (AmbXmlSource   *self,
      AmbFormatError  code,
      const char     *format)
{
  if (self->error == NULL)
    {
      g_autofree char *message = g_strdup_printf (format, self->name);

      self->error = g_error_new_literal (AMB_FORMAT_ERROR, code, message);
    }

  return FALSE;
}

/* The name that the XML declaration gives, or NULL: <?xml version="1.0" encoding="ISO-8859-1"?> */
static char *
find_declared_encoding (const char *bytes,
                        gsize       n_bytes)
{
  g_autofree char *head = NULL;
  char *end;
  char *name;

  if (n_bytes < 5 || memcmp (bytes, "<?xml", 5) != 0)
    return NULL;

  head = g_strndup (bytes, MIN (n_bytes, 256));
  end = strstr (head, "?>");
  name = strstr (head, "encoding");
  if (end == NULL || name == NULL || name > end)
    return NULL;

  *end = '\0';
  name += strlen ("encoding");
  name += strspn (name, SPACE "=");
  if (*name != '"' && *name != '\'')
    return NULL;

  return g_strndup (name + 1, strcspn (name + 1, "\"'"));
}

static gboolean
is_known_encoding (const char *encoding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_encodings); i++)
    {
      if (g_ascii_strcasecmp (known_encodings[i], encoding) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Sets *encoding to %NULL for UTF-8, and skips a byte order mark. */
static gboolean
detect_encoding (AmbXmlSource         *self,
                 GBufferedInputStream *buffered,
                 char                **encoding)
{
  gsize n_bytes;
  const char *bytes = g_buffered_input_stream_peek_buffer (buffered, &n_bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      if (n_bytes < signatures[i].n_bytes || memcmp (bytes, signatures[i].bytes, signatures[i].n_bytes) != 0)
        continue;

      *encoding = i == 0 ? NULL : g_strdup (signatures[i].encoding);
      return g_input_stream_skip (G_INPUT_STREAM (buffered), signatures[i].n_skip, NULL, &self->error) >= 0;
    }

  *encoding = find_declared_encoding (bytes, n_bytes);
  if (*encoding == NULL)
    return TRUE;
  if (g_ascii_strncasecmp (*encoding, "UTF-16", 6) == 0 || g_ascii_strncasecmp (*encoding, "UTF-32", 6) == 0)
    return fail (self, AMB_FORMAT_ERROR_MALFORMED,
                 _("The text of “%s” is not in the encoding that its first line names. Save it as UTF-8."));
  if (!is_known_encoding (*encoding))
    return fail (self, AMB_FORMAT_ERROR_UNSUPPORTED,
                 _("“%s” is written in an encoding that is not known here. Save it as UTF-8."));
  if (g_ascii_strcasecmp (*encoding, "UTF-8") == 0)
    g_clear_pointer (encoding, g_free);

  return TRUE;
}

static gboolean
refuse_compressed (AmbXmlSource         *self,
                   GBufferedInputStream *buffered)
{
  gsize n_bytes;
  const char *bytes = g_buffered_input_stream_peek_buffer (buffered, &n_bytes);

  if (n_bytes >= 2 && memcmp (bytes, "\x1f\x8b", 2) == 0)
    return fail (self, AMB_FORMAT_ERROR_UNSUPPORTED, _("“%s” is compressed with gzip. Unpack it first."));

  return TRUE;
}

static void
translate_error (AmbXmlSource *self)
{
  if (!g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) &&
      !g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return;

  g_clear_error (&self->error);
  fail (self, AMB_FORMAT_ERROR_MALFORMED,
        _("The text of “%s” is not in the encoding that its first line names. Save it as UTF-8."));
}

/* Reads on until the buffer is full or the document at its end. */
static gboolean
fill_buffer (AmbXmlSource *self)
{
  self->start = 0;
  self->end = 0;

  while (self->end < BUFFER_SIZE && !self->at_end)
    {
      gssize n_read = g_input_stream_read (self->text, self->buffer + self->end, BUFFER_SIZE - self->end, NULL, &self->error);

      if (n_read < 0)
        {
          translate_error (self);
          return FALSE;
        }
      self->at_end = n_read == 0;
      self->end += n_read;
    }

  return TRUE;
}

/* Finds where the next thing of the prolog begins: behind white space, and behind a comment or processing instruction. */
static const char *
skip_prolog_item (const char *text)
{
  const char *end = NULL;

  text += strspn (text, SPACE);
  if (g_str_has_prefix (text, "<!--"))
    end = strstr (text + 4, "-->");
  else if (g_str_has_prefix (text, "<?"))
    end = strstr (text + 2, "?>");
  else
    return text;

  return end == NULL ? text + strlen (text) : strchr (end, '>') + 1;
}

/* The DOCTYPE can stand nowhere but here; what comes behind the first element is an error to libxml2. */
static gboolean
check_prolog (AmbXmlSource *self)
{
  g_autofree char *head = g_strndup ((char *) self->buffer, self->end);
  const char *text = amb_xml_source_skip_prolog (head);

  if (g_str_has_prefix (text, "<!DOCTYPE"))
    return fail (self, AMB_FORMAT_ERROR_UNSAFE,
                 _("“%s” brings a document type (DOCTYPE), which can hide unsafe things. Remove that line."));
  if (*text == '\0' && self->end == BUFFER_SIZE)
    return fail (self, AMB_FORMAT_ERROR_TOO_LARGE, _("“%s” has no content within its first 64 kilobytes."));
  if (*text == '\0')
    return fail (self, AMB_FORMAT_ERROR_MALFORMED, _("“%s” is empty or stops at its very beginning. Copy or download it again."));
  if (*text != '<')
    return fail (self, AMB_FORMAT_ERROR_UNKNOWN,
                 _("“%s” is not a story pack. Choose a file that ends in .storypack or .storypack.xml."));

  return TRUE;
}

static gboolean
open_text (AmbXmlSource *self)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (self->base, BUFFER_SIZE);
  g_autoptr (GCharsetConverter) converter = NULL;
  g_autofree char *encoding = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, NULL, &self->error) < 0)
    return FALSE;
  if (!refuse_compressed (self, G_BUFFERED_INPUT_STREAM (buffered)) ||
      !detect_encoding (self, G_BUFFERED_INPUT_STREAM (buffered), &encoding))
    return FALSE;

  if (encoding == NULL)
    {
      self->text = g_steal_pointer (&buffered);
      return TRUE;
    }

  converter = g_charset_converter_new ("UTF-8", encoding, &self->error);
  if (converter == NULL)
    return FALSE;
  self->text = g_converter_input_stream_new (buffered, G_CONVERTER (converter));

  return TRUE;
}

/**
 * amb_xml_source_new:
 * @stream: the bytes of the document; not closed
 * @name: what the person calls it, for messages
 * @limits: how much to read at most
 * @error: return location for an error
 *
 * Opens an XML document: finds its encoding (XML 1.0, appendix F) and looks at its prolog. Read are UTF-8, UTF-16,
 * ASCII, ISO-8859-1, ISO-8859-15 and Windows-1252.
 *
 * Returns: (transfer full) (nullable): the source, or %NULL with an %AMB_FORMAT_ERROR when it is no XML that can be
 *   read safely, or a %G_IO_ERROR
 */
AmbXmlSource *
amb_xml_source_new (GInputStream       *stream,
                    const char         *name,
                    const AmbXmlLimits *limits,
                    GError            **error)
{
  g_autoptr (AmbXmlSource) self = g_new0 (AmbXmlSource, 1);

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  self->name = g_strdup (name);
  self->limits = *limits;
  self->base = g_object_ref (stream);
  self->buffer = g_malloc (BUFFER_SIZE);

  if (!open_text (self) || !fill_buffer (self) || !check_prolog (self))
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * amb_xml_source_free:
 * @self: a source
 *
 * Frees a source. Its reader must be freed before.
 */
void
amb_xml_source_free (AmbXmlSource *self)
{
  g_free (self->name);
  g_free (self->buffer);
  g_clear_object (&self->text);
  g_clear_object (&self->base);
  g_clear_error (&self->error);
  g_free (self);
}

static int
read_cb (void *data,
         char *buffer,
         int   size)
{
  AmbXmlSource *self = data;
  gsize n_bytes;

  if (self->error != NULL || (self->start == self->end && !fill_buffer (self)))
    return -1;

  n_bytes = MIN ((gsize) size, self->end - self->start);
  memcpy (buffer, self->buffer + self->start, n_bytes);
  self->start += n_bytes;
  self->position += n_bytes;

  if (self->position > self->limits.total)
    fail (self, AMB_FORMAT_ERROR_TOO_LARGE, _("“%s” is larger than can be read here. Split it into smaller files."));
  else if (self->position - self->marked > self->limits.step)
    fail (self, AMB_FORMAT_ERROR_TOO_LARGE, _("“%s” contains a part that is too long to be text. Ask its maker for a correct file."));

  return self->error == NULL ? (int) n_bytes : -1;
}

/**
 * amb_xml_source_create_reader:
 * @self: a source
 * @error: return location for an error
 *
 * Makes the libxml2 reader that reads from this source. It does what no document from outside may change: no network,
 * no entities, no recovery. The source must outlive it.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with an error
 */
xmlTextReader *
amb_xml_source_create_reader (AmbXmlSource *self,
                              GError      **error)
{
  xmlTextReader *reader;

  g_return_val_if_fail (self != NULL, NULL);

  xmlInitParser ();
  reader = xmlReaderForIO (read_cb, NULL, self, NULL, NULL, READER_OPTIONS);
  if (reader == NULL && amb_xml_source_check (self, error))
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                 _("“%s” is incomplete or damaged: copy or download it again."), self->name);

  return reader;
}

/**
 * amb_xml_source_mark:
 * @self: a source
 *
 * Says that the reader has come to a point where nothing before it is kept: the count for [struct@XmlLimits] step
 * begins anew.
 */
void
amb_xml_source_mark (AmbXmlSource *self)
{
  g_return_if_fail (self != NULL);

  self->marked = self->position;
}

/**
 * amb_xml_source_get_position:
 * @self: a source
 *
 * Tells how much of the stream was read, for a progress bar.
 *
 * Returns: bytes from where the stream stood
 */
gint64
amb_xml_source_get_position (AmbXmlSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (G_IS_SEEKABLE (self->base) && g_seekable_can_seek (G_SEEKABLE (self->base)))
    return g_seekable_tell (G_SEEKABLE (self->base));

  return self->position;
}

/**
 * amb_xml_source_check:
 * @self: a source
 * @error: return location for an error
 *
 * Tells why the source stopped, which libxml2 cannot know. Ask this before believing what libxml2 says.
 *
 * Returns: %TRUE when nothing went wrong here
 */
gboolean
amb_xml_source_check (AmbXmlSource *self,
                      GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/**
 * amb_xml_source_skip_prolog:
 * @text: the beginning of an XML document, without a byte order mark
 *
 * Skips white space, comments and processing instructions.
 *
 * Returns: where the document type or the first element begins, or the end of @text when that is not in it
 */
const char *
amb_xml_source_skip_prolog (const char *text)
{
  const char *before;

  g_return_val_if_fail (text != NULL, NULL);

  do
    {
      before = text;
      text = skip_prolog_item (text);
    }
  while (text != before);

  return text;
}

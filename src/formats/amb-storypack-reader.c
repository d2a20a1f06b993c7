/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-storypack-parser.h"
#include "amb-storypack-problem.h"
#include "amb-storypack-vocabulary.h"
#include "amb-xml-source.h"

#define ZIP_SIGNATURE "PK\x03\x04"
#define EMPTY_ZIP_SIGNATURE "PK\x05\x06"
#define ZIP_SIGNATURE_LENGTH 4
#define MAX_MEDIA_SIZE (32 * 1024 * 1024)

/**
 * AmbStorypackReader:
 *
 * Reads a story pack from outside, story by story: the XML of it, or the zip file that holds the XML and its media.
 *
 * The pack is checked against its schema (data/storypack/storypack.rng) while it is read, so a mistake at its end comes
 * to light only there: what was read before must not be kept then. A reader may be used on any thread, by one at a time.
 */
struct _AmbStorypackReader
{
  GObject             parent_instance;

  char               *name;
  GInputStream       *stream;
  AmbArchive         *archive;
  AmbStorypackParser *parser;
  gboolean            reads_media;

  GPtrArray          *problems;
  gboolean            is_checking;
  GError             *error;
};

G_DEFINE_FINAL_TYPE (AmbStorypackReader, amb_storypack_reader, G_TYPE_OBJECT)

/* The same error comes again and again. The checker hears of it as of one more problem. */
static gboolean
fail (AmbStorypackReader  *self,
      GError              *reason,
      GError             **error)
{
  if (self->is_checking && reason->domain == AMB_FORMAT_ERROR)
    amb_storypack_problems_add (self->problems, amb_storypack_parser_get_fault_line (self->parser), "%s", reason->message);
  self->error = g_error_copy (reason);
  g_propagate_error (error, reason);

  return FALSE;
}

static gboolean
check_usable (AmbStorypackReader  *self,
              GError             **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

static gboolean
open_zip (AmbStorypackReader  *self,
          GError             **error)
{
  g_autoptr (GInputStream) entry = NULL;

  self->archive = amb_archive_new (self->stream, self->name, error);
  if (self->archive == NULL)
    return FALSE;
  if (!amb_archive_contains (self->archive, AMB_STORYPACK_PACK_FILE))
    {
      g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN,
                   _("“%s” is not a story pack: there is no “pack.xml” in it."), self->name);
      return FALSE;
    }
  if (!amb_archive_find (self->archive, AMB_STORYPACK_PACK_FILE, error))
    return FALSE;

  entry = amb_archive_open_entry (self->archive);

  return amb_storypack_parser_open (self->parser, entry, error);
}

static gboolean
is_zip (const char *bytes,
        gsize       n_bytes)
{
  return n_bytes >= ZIP_SIGNATURE_LENGTH && (memcmp (bytes, ZIP_SIGNATURE, ZIP_SIGNATURE_LENGTH) == 0 ||
                                             memcmp (bytes, EMPTY_ZIP_SIGNATURE, ZIP_SIGNATURE_LENGTH) == 0);
}

static gboolean
open_stream (AmbStorypackReader  *self,
             GError             **error)
{
  g_autoptr (GInputStream) buffered = NULL;
  const char *bytes;
  gsize n_bytes;

  if (G_IS_SEEKABLE (self->stream) && g_seekable_can_seek (G_SEEKABLE (self->stream)))
    {
      char signature[ZIP_SIGNATURE_LENGTH];

      if (!g_input_stream_read_all (self->stream, signature, sizeof signature, &n_bytes, NULL, error) ||
          !g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, NULL, error))
        return FALSE;

      return is_zip (signature, n_bytes) ? open_zip (self, error) : amb_storypack_parser_open (self->parser, self->stream, error);
    }

  buffered = g_buffered_input_stream_new (self->stream);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, NULL, error) < 0)
    return FALSE;
  bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &n_bytes);

  return is_zip (bytes, n_bytes) ? open_zip (self, error) : amb_storypack_parser_open (self->parser, buffered, error);
}

static void
amb_storypack_reader_finalize (GObject *object)
{
  AmbStorypackReader *self = AMB_STORYPACK_READER (object);

  g_clear_pointer (&self->parser, amb_storypack_parser_free);
  g_clear_object (&self->archive);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->name);

  G_OBJECT_CLASS (amb_storypack_reader_parent_class)->finalize (object);
}

static void
amb_storypack_reader_class_init (AmbStorypackReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_storypack_reader_finalize;
}

static void
amb_storypack_reader_init (AmbStorypackReader *self)
{
}

static AmbStorypackReader *
create_reader (GInputStream  *stream,
               const char    *name,
               GPtrArray     *problems,
               GError       **error)
{
  g_autoptr (AmbStorypackReader) self = g_object_new (AMB_TYPE_STORYPACK_READER, NULL);
  GError *reason = NULL;

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->is_checking = problems != NULL;
  self->problems = problems == NULL ? amb_storypack_problems_new () : g_ptr_array_ref (problems);
  self->parser = amb_storypack_parser_new (name, self->problems, self->is_checking);

  if (!open_stream (self, &reason))
    {
      fail (self, reason, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* The tag of the first element names the format; other files can speak of it. */
static gboolean
begins_as_pack (const char *head,
                gsize       n_bytes)
{
  g_autoptr (GString) text = g_string_sized_new (n_bytes);
  g_autofree char *tag = NULL;
  g_autofree char *name = NULL;
  const char *root;

  /* In UTF-16 every other byte is 0; at the beginning can be a byte order mark. */
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (head[i] != '\0' && (text->len > 0 || (guchar) head[i] < 0x80))
        g_string_append_c (text, head[i]);
    }
  root = amb_xml_source_skip_prolog (text->str);
  tag = g_strndup (root, strcspn (root, ">"));
  name = g_strndup (tag, strcspn (tag, " \t\r\n"));

  return *name == '<' && g_str_has_suffix (name, amb_storypack_get_root ()->name) &&
         strstr (tag, AMB_STORYPACK_NAMESPACE_OF_ANY_VERSION) != NULL;
}

/**
 * amb_storypack_reader_recognizes:
 * @head: (array length=n_bytes): the first bytes of a file: 64 kB, within which its first element must begin
 * @n_bytes: how many there are
 * @stream: (nullable): the whole file, seekable, to look further; it is left anywhere
 *
 * Tells whether a file means to be a story pack, right or wrong: by the tag of its first element, or by the file that a
 * zip has in it.
 *
 * Returns: %TRUE when it does
 */
gboolean
amb_storypack_reader_recognizes (const char   *head,
                                 gsize         n_bytes,
                                 GInputStream *stream)
{
  g_autoptr (AmbArchive) archive = NULL;

  g_return_val_if_fail (head != NULL || n_bytes == 0, FALSE);

  if (is_zip (head, n_bytes))
    {
      archive = stream == NULL ? NULL : amb_archive_new (stream, "", NULL);

      return archive != NULL && amb_archive_contains (archive, AMB_STORYPACK_PACK_FILE);
    }

  return begins_as_pack (head, n_bytes);
}

/**
 * amb_storypack_reader_new:
 * @stream: the bytes of a pack; not closed. A zip file must be seekable
 * @name: what the person calls it, for messages
 * @error: return location for an error
 *
 * Opens a story pack and reads up to the first story. Whether it is XML or zip is found out by its content. May be
 * called from any thread; blocks.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with an %AMB_FORMAT_ERROR whose message names file and line
 *   and says what to do, or a %G_IO_ERROR
 */
AmbStorypackReader *
amb_storypack_reader_new (GInputStream  *stream,
                          const char    *name,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return create_reader (stream, name, NULL, error);
}

/**
 * amb_storypack_reader_new_checking:
 * @stream: the bytes of a pack; not closed. A zip file must be seekable
 * @name: what the person calls it, for messages
 * @problems: (element-type AmbStorypackProblem): where to add what is wrong
 * @error: return location for an error
 *
 * Opens a story pack to find everything that is wrong with it: where [ctor@StorypackReader.new] gives up this goes on,
 * and leaves out the stories that cannot be used. What is no XML or no zip file is an error here too.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with an error
 */
AmbStorypackReader *
amb_storypack_reader_new_checking (GInputStream  *stream,
                                   const char    *name,
                                   GPtrArray     *problems,
                                   GError       **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return create_reader (stream, name, problems, error);
}

/**
 * amb_storypack_reader_get_pack:
 * @self: a reader
 *
 * Gets the heading of the pack.
 *
 * Returns: (transfer none): the pack
 */
AmbPack *
amb_storypack_reader_get_pack (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), NULL);

  return amb_storypack_parser_get_pack (self->parser);
}

/**
 * amb_storypack_reader_next:
 * @self: a reader
 * @story: (out) (transfer full) (nullable): the next story, or %NULL behind the last
 * @error: return location for an error
 *
 * Reads the next story. Its times are those that the pack names: a date alone is the whole day in the person's own time
 * zone. After an error the same error comes again.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_reader_next (AmbStorypackReader  *self,
                           AmbStory           **story,
                           GError             **error)
{
  GError *reason = NULL;

  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), FALSE);
  g_return_val_if_fail (story != NULL, FALSE);

  *story = NULL;
  if (!check_usable (self, error))
    return FALSE;

  return amb_storypack_parser_next (self->parser, story, &reason) || fail (self, reason, error);
}

/* Goes to the next file that a story names; sets *path to NULL behind the last. */
static gboolean
find_media (AmbStorypackReader  *self,
            const char         **path,
            GError             **error)
{
  if (!self->reads_media && !amb_archive_rewind (self->archive, error))
    return FALSE;

  self->reads_media = TRUE;
  do
    {
      if (!amb_archive_next (self->archive, path, error))
        return FALSE;
    }
  while (*path != NULL && !amb_storypack_parser_names_media (self->parser, *path));

  return TRUE;
}

/**
 * amb_storypack_reader_next_media:
 * @self: a reader that has come to the end of its stories
 * @file: (out) (transfer full) (nullable): the name that stories know it by, or %NULL behind the last
 * @bytes: (out) (transfer full) (nullable): what is in it
 * @mime_type: (out) (transfer full) (nullable): its type, guessed from its name and content
 * @error: return location for an error
 *
 * Reads the next of the media files that a story of the pack names.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_reader_next_media (AmbStorypackReader  *self,
                                 char               **file,
                                 GBytes             **bytes,
                                 char               **mime_type,
                                 GError             **error)
{
  g_autofree char *type = NULL;
  const char *path = NULL;
  GError *reason = NULL;

  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), FALSE);
  g_return_val_if_fail (file != NULL && bytes != NULL && mime_type != NULL, FALSE);

  *file = NULL;
  *bytes = NULL;
  *mime_type = NULL;
  if (!check_usable (self, error))
    return FALSE;
  g_return_val_if_fail (amb_storypack_parser_is_at_end (self->parser), FALSE);
  if (self->archive == NULL)
    return TRUE;

  if (!find_media (self, &path, &reason))
    return fail (self, reason, error);
  if (path == NULL)
    return TRUE;
  *bytes = amb_archive_read_entry (self->archive, MAX_MEDIA_SIZE, &reason);
  if (*bytes == NULL)
    return fail (self, reason, error);

  type = g_content_type_guess (path, g_bytes_get_data (*bytes, NULL), MIN (g_bytes_get_size (*bytes), 4096), NULL);
  *mime_type = g_content_type_get_mime_type (type);
  *file = g_strdup (path);

  return TRUE;
}

/**
 * amb_storypack_reader_get_archive:
 * @self: a reader
 *
 * Gets the zip file that the pack stands in, to look at its list of files.
 *
 * Returns: (transfer none) (nullable): the archive, or %NULL when the pack is XML alone
 */
AmbArchive *
amb_storypack_reader_get_archive (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), NULL);

  return self->archive;
}

/**
 * amb_storypack_reader_get_position:
 * @self: a reader
 *
 * Tells how far the reading is, for a progress bar: compare it with the size of the file.
 *
 * Returns: bytes of the file
 */
gint64
amb_storypack_reader_get_position (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), 0);

  return self->archive == NULL ? amb_storypack_parser_get_position (self->parser) : amb_archive_get_position (self->archive);
}

/**
 * amb_storypack_reader_get_n_unpacked:
 * @self: a reader
 *
 * Tells how much XML was read: of a zip file, what it unpacks to.
 *
 * Returns: bytes
 */
gint64
amb_storypack_reader_get_n_unpacked (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), 0);

  return amb_storypack_parser_get_position (self->parser);
}

/**
 * amb_storypack_reader_get_line:
 * @self: a reader
 *
 * Gets the line of the XML on which the story read last begins.
 *
 * Returns: a line, counted from 1
 */
int
amb_storypack_reader_get_line (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), 0);

  return amb_storypack_parser_get_line (self->parser);
}

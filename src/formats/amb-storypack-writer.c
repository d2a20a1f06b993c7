/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-writer.h"

#include <glib/gi18n-lib.h>

#include "amb-archive-writer.h"
#include "amb-error.h"
#include "amb-storypack-printer.h"
#include "amb-storypack-vocabulary.h"

/**
 * AmbStorypackWriter:
 *
 * Writes a story pack, story by story: as XML, or as a zip file with the media. What [class@StorypackReader] reads of it
 * is what was written.
 */
struct _AmbStorypackWriter
{
  GObject           parent_instance;

  GOutputStream    *stream;
  AmbArchiveWriter *archive;
  AmbPack          *pack;
  GString          *xml;
  gboolean          is_closed;
};

G_DEFINE_FINAL_TYPE (AmbStorypackWriter, amb_storypack_writer, G_TYPE_OBJECT)

static gboolean
flush (AmbStorypackWriter  *self,
       GError             **error)
{
  gboolean written;

  if (self->archive != NULL)
    written = amb_archive_writer_write (self->archive, self->xml->str, self->xml->len, error);
  else
    written = g_output_stream_write_all (self->stream, self->xml->str, self->xml->len, NULL, NULL, error);
  g_string_truncate (self->xml, 0);

  return written;
}

static gboolean
close_xml (AmbStorypackWriter  *self,
           GError             **error)
{
  if (self->is_closed)
    return TRUE;

  self->is_closed = TRUE;
  amb_storypack_print_end (self->xml);

  return flush (self, error);
}

/* Says which story it is about, by its title or, when that is missing, its id. */
static gboolean
settle (AmbStorypackWriter  *self,
        GPtrArray           *problems,
        const char          *title,
        GError             **error)
{
  AmbStorypackProblem *problem;

  if (problems->len == 0)
    return flush (self, error);

  problem = g_ptr_array_index (problems, 0);
  g_string_truncate (self->xml, 0);
  /* Translators: the second is a whole sentence that says what is wrong */
  g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID, _("“%s” can’t be written to a story pack yet: %s"),
               title == NULL ? "" : title, problem->message);

  return FALSE;
}

static void
amb_storypack_writer_finalize (GObject *object)
{
  AmbStorypackWriter *self = AMB_STORYPACK_WRITER (object);

  g_clear_object (&self->archive);
  g_clear_object (&self->stream);
  g_clear_object (&self->pack);
  g_string_free (self->xml, TRUE);

  G_OBJECT_CLASS (amb_storypack_writer_parent_class)->finalize (object);
}

static void
amb_storypack_writer_class_init (AmbStorypackWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_storypack_writer_finalize;
}

static void
amb_storypack_writer_init (AmbStorypackWriter *self)
{
  self->xml = g_string_new (NULL);
}

/**
 * amb_storypack_writer_new:
 * @stream: where to write; not closed
 * @pack: the heading of the pack
 * @zip: whether to write a zip file, which can hold media
 * @error: return location for an error
 *
 * Begins a story pack. May be called from any thread; blocks.
 *
 * Returns: (transfer full) (nullable): the writer, or %NULL with an %AMB_FORMAT_ERROR when the heading lacks something
 *   or a %G_IO_ERROR
 */
AmbStorypackWriter *
amb_storypack_writer_new (GOutputStream  *stream,
                          AmbPack        *pack,
                          gboolean        zip,
                          GError        **error)
{
  g_autoptr (AmbStorypackWriter) self = g_object_new (AMB_TYPE_STORYPACK_WRITER, NULL);
  g_autoptr (GPtrArray) problems = amb_storypack_problems_new ();

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (AMB_IS_PACK (pack), NULL);

  self->stream = g_object_ref (stream);
  self->pack = g_object_ref (pack);
  if (zip)
    {
      self->archive = amb_archive_writer_new (stream);
      if (!amb_archive_writer_begin (self->archive, AMB_STORYPACK_PACK_FILE, amb_pack_get_updated_at (pack), error))
        return NULL;
    }

  amb_storypack_print_heading (pack, self->xml, problems);

  return settle (self, problems, amb_pack_get_text (pack, AMB_PACK_TITLE), error) ? g_steal_pointer (&self) : NULL;
}

/**
 * amb_storypack_writer_add_story:
 * @self: a writer
 * @story: a story
 * @error: return location for an error
 *
 * Writes a story. Characters that XML cannot hold are left out; what the schema does not allow (no title, a text that is
 * too long) is an %AMB_FORMAT_ERROR, and nothing of the story is written.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_writer_add_story (AmbStorypackWriter  *self,
                                AmbStory            *story,
                                GError             **error)
{
  g_autoptr (GPtrArray) problems = amb_storypack_problems_new ();
  const char *title;

  g_return_val_if_fail (AMB_IS_STORYPACK_WRITER (self), FALSE);
  g_return_val_if_fail (AMB_IS_STORY (story), FALSE);
  g_return_val_if_fail (!self->is_closed, FALSE);

  title = amb_story_get_text (story, AMB_STORY_TITLE);
  if (title == NULL)
    title = amb_story_get_text (story, AMB_STORY_UID);
  amb_storypack_print_story (story, amb_pack_get_text (self->pack, AMB_PACK_LANGUAGE), self->xml, problems);

  return settle (self, problems, title, error);
}

/**
 * amb_storypack_writer_add_media:
 * @self: a writer of a zip file
 * @file: the name that stories know it by: media/…
 * @bytes: what is in it
 * @error: return location for an error
 *
 * Writes a media file. After the first no story can be added.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_writer_add_media (AmbStorypackWriter  *self,
                                const char          *file,
                                GBytes              *bytes,
                                GError             **error)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_WRITER (self), FALSE);
  g_return_val_if_fail (self->archive != NULL, FALSE);
  g_return_val_if_fail (file != NULL && bytes != NULL, FALSE);

  if (!amb_storypack_type_accepts (AMB_STORYPACK_FILE, file))
    {
      g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID, _("“%s” can’t be the name of a file in a story pack."), file);
      return FALSE;
    }

  return close_xml (self, error) &&
         amb_archive_writer_begin (self->archive, file, amb_pack_get_updated_at (self->pack), error) &&
         amb_archive_writer_write (self->archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/**
 * amb_storypack_writer_finish:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes the end of the pack. Without this it is no pack.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_writer_finish (AmbStorypackWriter  *self,
                             GError             **error)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_WRITER (self), FALSE);

  return close_xml (self, error) &&
         (self->archive == NULL || amb_archive_writer_finish (self->archive, error)) &&
         g_output_stream_flush (self->stream, NULL, error);
}

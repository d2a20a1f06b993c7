/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "amb-error.h"
#include "amb-storypack-problem.h"
#include "amb-storypack-reader.h"
#include "amb-storypack-writer.h"
#include "fuzz-target.h"

static AmbStorypackReader *
open_bytes (const uint8_t *data,
            size_t         size,
            GPtrArray     *problems,
            GError       **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);

  if (problems == NULL)
    return amb_storypack_reader_new (stream, "pack", error);

  return amb_storypack_reader_new_checking (stream, "pack", problems, error);
}

static GPtrArray *
read_stories (AmbStorypackReader  *reader,
              GError             **error)
{
  GPtrArray *stories = g_ptr_array_new_with_free_func (g_object_unref);

  while (reader != NULL)
    {
      AmbStory *story = NULL;

      if (!amb_storypack_reader_next (reader, &story, error) || story == NULL)
        break;
      g_ptr_array_add (stories, story);
    }

  return stories;
}

static void
read_media (AmbStorypackReader *reader)
{
  for (;;)
    {
      g_autofree char *file = NULL;
      g_autofree char *type = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      if (!amb_storypack_reader_next_media (reader, &file, &bytes, &type, &error) || file == NULL)
        break;
    }
}

/* What the reader takes the writer can write, and it reads as as many stories again. */
static void
write_and_read (AmbPack   *pack,
                GPtrArray *stories)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStorypackWriter) writer = amb_storypack_writer_new (stream, pack, FALSE, &error);
  g_autoptr (AmbStorypackReader) reader = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < stories->len; i++)
    {
      amb_storypack_writer_add_story (writer, g_ptr_array_index (stories, i), &error);
      g_assert_no_error (error);
    }
  amb_storypack_writer_finish (writer, &error);
  g_assert_no_error (error);

  reader = open_bytes (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), NULL, &error);
  again = read_stories (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, stories->len);
}

/* Any bytes are a pack or one error of the formats layer; and the checker is of the same mind. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) check_error = NULL;
  g_autoptr (GPtrArray) problems = amb_storypack_problems_new ();
  g_autoptr (AmbStorypackReader) reader = open_bytes (data, size, NULL, &error);
  g_autoptr (GPtrArray) stories = read_stories (reader, &error);
  g_autoptr (AmbStorypackReader) checking = open_bytes (data, size, problems, &check_error);
  g_autoptr (GPtrArray) usable = read_stories (checking, &check_error);

  g_assert_true (error == NULL || error->domain == AMB_FORMAT_ERROR);
  g_assert_true ((error == NULL) == (problems->len == 0));
  if (error == NULL)
    {
      g_assert_cmpuint (usable->len, ==, stories->len);
      read_media (reader);
      write_and_read (amb_storypack_reader_get_pack (reader), stories);
    }

  return 0;
}

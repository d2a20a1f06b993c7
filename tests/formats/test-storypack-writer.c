/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-error.h"
#include "amb-storypack-writer.h"
#include "storypack-fixture.h"

#define N_PACKS 40
#define N_STORIES 12

static const char photo[] = "\xff\xd8\xff\xe0 no real photo, but bytes \0 with everything";

static GBytes *
write_pack (AmbPack   *pack,
            GPtrArray *stories,
            gboolean   zip)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStorypackWriter) writer = amb_storypack_writer_new (stream, pack, zip, &error);
  g_autoptr (GBytes) media = g_bytes_new_static (photo, sizeof photo);

  g_assert_no_error (error);
  for (guint i = 0; i < stories->len; i++)
    {
      amb_storypack_writer_add_story (writer, g_ptr_array_index (stories, i), &error);
      g_assert_no_error (error);
    }
  if (zip)
    amb_storypack_writer_add_media (writer, "media/foto-1_a.JPG", media, &error);
  g_assert_no_error (error);
  amb_storypack_writer_finish (writer, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_reads_as (GBytes    *bytes,
                 AmbPack   *pack,
                 GPtrArray *stories,
                 gboolean   zip)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  g_autoptr (AmbStorypackReader) reader = fixture_open (data, length, &error);
  g_autoptr (AmbStory) end = NULL;
  gboolean names_photo = FALSE;

  g_assert_no_error (error);
  fixture_assert_same_pack (amb_storypack_reader_get_pack (reader), pack);
  for (guint i = 0; i < stories->len; i++)
    {
      g_autoptr (AmbStory) story = NULL;
      g_autoptr (GListModel) media = NULL;

      amb_storypack_reader_next (reader, &story, &error);
      g_assert_no_error (error);
      fixture_assert_same_story (story, g_ptr_array_index (stories, i));
      media = amb_story_list_parts (story, AMB_STORY_PART_MEDIA);
      names_photo = names_photo || g_list_model_get_n_items (media) > 0;
    }
  g_assert_true (amb_storypack_reader_next (reader, &end, &error));
  g_assert_null (end);

  if (zip && names_photo)
    {
      g_autofree char *file = NULL;
      g_autofree char *type = NULL;
      g_autoptr (GBytes) content = NULL;

      g_assert_true (amb_storypack_reader_next_media (reader, &file, &content, &type, &error));
      g_assert_cmpstr (file, ==, "media/foto-1_a.JPG");
      g_assert_cmpstr (type, ==, "image/jpeg");
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), photo, sizeof photo);
    }
}

static void
test_same (gconstpointer zip)
{
  for (guint seed = 0; seed < N_PACKS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (AmbPack) pack = fixture_random_pack (random);
      g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GBytes) bytes = NULL;

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < seed % N_STORIES; i++)
        g_ptr_array_add (stories, fixture_random_story (random, i));

      bytes = write_pack (pack, stories, GPOINTER_TO_INT (zip));
      assert_reads_as (bytes, pack, stories, GPOINTER_TO_INT (zip));
    }
}

static AmbStory *
make_story (const char *title,
            const char *message)
{
  AmbStory *story = amb_story_new ();

  amb_story_set_text (story, AMB_STORY_UID, "s");
  amb_story_set_text (story, AMB_STORY_TITLE, title);
  amb_story_set_text (story, AMB_STORY_MESSAGE, message);

  return story;
}

static AmbPack *
make_pack (void)
{
  AmbPack *pack = amb_pack_new ();

  amb_pack_set_text (pack, AMB_PACK_UID, "p");
  amb_pack_set_text (pack, AMB_PACK_LANGUAGE, "nl");
  amb_pack_set_text (pack, AMB_PACK_TITLE, "T");
  amb_pack_set_text (pack, AMB_PACK_ORGANISATION, "O");

  return pack;
}

static void
test_control_characters (void)
{
  g_autoptr (AmbPack) pack = make_pack ();
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AmbStory) read = NULL;
  g_autofree char *xml = NULL;

  g_ptr_array_add (stories, make_story ("a\x01" "b\x1f" "c", "one\r\ntwo\rthree\x0b\xef\xbf\xbf"));
  bytes = write_pack (pack, stories, FALSE);
  xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  read = fixture_read_one (xml);

  g_assert_cmpstr (amb_story_get_text (read, AMB_STORY_TITLE), ==, "abc");
  g_assert_cmpstr (amb_story_get_text (read, AMB_STORY_MESSAGE), ==, "one\ntwo\nthree");
}

static void
assert_refused (AmbStory   *story,
                const char *word)
{
  g_autoptr (AmbPack) pack = make_pack ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStorypackWriter) writer = amb_storypack_writer_new (stream, pack, FALSE, &error);
  g_autoptr (AmbStory) good = make_story ("Goed", "Boodschap");
  g_autofree char *xml = NULL;
  gsize size;
  guint n_stories;

  g_assert_no_error (error);
  g_assert_false (amb_storypack_writer_add_story (writer, story, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, word));
  g_clear_error (&error);

  /* The pack goes on without it. */
  g_assert_true (amb_storypack_writer_add_story (writer, good, &error));
  g_assert_true (amb_storypack_writer_finish (writer, &error));
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  xml = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), size);
  g_assert_true (fixture_read_all (xml, size, &n_stories, &error));
  g_assert_cmpuint (n_stories, ==, 1);
}

static void
test_refused (void)
{
  g_autoptr (AmbStory) no_title = make_story (NULL, "M");
  g_autoptr (AmbStory) no_message = make_story ("T", NULL);
  g_autoptr (AmbStory) only_controls = make_story ("T", "\x01\x02");
  g_autoptr (AmbStory) odd_tag = make_story ("T", "M");
  g_autoptr (AmbStory) bad_link = make_story ("T", "M");
  g_autoptr (AmbStory) long_title = NULL;
  g_autofree char *line = g_strnfill (501, 'x');
  AmbStoryPart *link = amb_story_part_new (AMB_STORY_PART_LINK);

  long_title = make_story (line, "M");
  amb_story_add_label (odd_tag, AMB_STORY_LABEL_HASHTAG, "#zorg");
  amb_record_set_text (AMB_RECORD (link), AMB_STORY_PART_NAME, "N");
  amb_record_set_text (AMB_RECORD (link), AMB_STORY_PART_ADDRESS, "javascript:alert(1)");
  amb_story_add_part (bad_link, link);

  assert_refused (no_title, "title");
  assert_refused (no_message, "message");
  assert_refused (only_controls, "message");
  assert_refused (odd_tag, "hashtag");
  assert_refused (bad_link, "href");
  assert_refused (long_title, "title");
}

static void
test_own_story (void)
{
  g_autoptr (AmbPack) pack = make_pack ();
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AmbStory) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *xml = NULL;
  AmbStory *story = make_story ("T", "M");

  amb_story_set_text (story, AMB_STORY_UID, NULL);
  amb_story_set_text (story, AMB_STORY_NOTE, "SECRET");
  amb_story_set_text (story, AMB_STORY_MY_ROLE, "SECRET");
  amb_record_set_id (AMB_RECORD (story), 4711);
  g_ptr_array_add (stories, story);
  bytes = write_pack (pack, stories, FALSE);
  xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  read = fixture_read_one (xml);

  g_assert_cmpstr (amb_story_get_text (read, AMB_STORY_UID), ==, "4711");
  g_assert_null (strstr (xml, "SECRET"));
}

static void
test_heading_refused (void)
{
  g_autoptr (AmbPack) pack = amb_pack_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_null (amb_storypack_writer_new (stream, pack, FALSE, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
}

static void
test_media_name (void)
{
  g_autoptr (AmbPack) pack = make_pack ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStorypackWriter) writer = amb_storypack_writer_new (stream, pack, TRUE, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  g_assert_no_error (error);
  g_assert_false (amb_storypack_writer_add_media (writer, "media/../x", bytes, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/storypack-writer/same/xml", GINT_TO_POINTER (FALSE), test_same);
  g_test_add_data_func ("/storypack-writer/same/zip", GINT_TO_POINTER (TRUE), test_same);
  g_test_add_func ("/storypack-writer/control-characters", test_control_characters);
  g_test_add_func ("/storypack-writer/refused", test_refused);
  g_test_add_func ("/storypack-writer/own-story", test_own_story);
  g_test_add_func ("/storypack-writer/heading-refused", test_heading_refused);
  g_test_add_func ("/storypack-writer/media-name", test_media_name);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-importer.h"
#include "amb-library.h"
#include "amb-log-export.h"
#include "amb-pack-export.h"
#include "amb-storypack-reader.h"
#include "amb-storypack-type.h"
#include "amb-storypack-writer.h"
#include "amb-test-context.h"

#define DUTCH "data/packs/zonneveld-nl.storypack.xml"

typedef struct
{
  GFile  *file;
  char  **themes;
  gint64  n_stories;
} Job;

static gpointer
export (AmbConnection  *connection,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  Job *job = data;

  job->n_stories = amb_pack_export_to_file (connection, job->file, job->themes, cancellable, error);

  return NULL;
}

static gint64
export_pack (AmbTestContext  *test,
             const char      *path,
             const char      *theme,
             GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *themes[] = { (char *) theme, NULL };
  Job job = { file, theme == NULL ? NULL : themes, -1 };

  amb_database_run (test->database, AMB_ACCESS_READ, export, &job, NULL, error);

  return job.n_stories;
}

static gpointer
add_story (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (AmbStory) stored = amb_library_add_story (connection, data, error);

  return NULL;
}

static AmbStory *
make_story (const char *title,
            const char *picture)
{
  AmbStory *story = amb_story_new ();

  amb_story_set_text (story, AMB_STORY_UID, title);
  amb_story_set_text (story, AMB_STORY_TITLE, title);
  amb_story_set_text (story, AMB_STORY_MESSAGE, "The message");
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "en");
  amb_story_set_version (story, 1);
  amb_story_set_kind (story, AMB_STORY_KIND_STORY);
  if (picture != NULL)
    {
      AmbStoryPart *part = amb_story_part_new (AMB_STORY_PART_MEDIA);

      amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_NAME, picture);
      amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_TEXT, "What it shows");
      amb_story_add_part (story, part);
    }

  return story;
}

static void
store_story (AmbTestContext *test,
             AmbStory       *story)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, add_story, story, NULL, &error);
  g_assert_no_error (error);
}

/* A story that the person wrote can hold what no pack can. That shows when the pack is half written. */
static void
test_fails_half_way (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "out.storypack.xml", NULL);
  g_autofree char *title = g_strnfill (600, 'x');
  g_autofree char *contents = NULL;
  g_autoptr (AmbStory) story = make_story (title, NULL);
  g_autoptr (GError) error = NULL;

  amb_story_set_text (story, AMB_STORY_UID, "own");
  amb_test_context_import (test, DUTCH);
  store_story (test, story);

  g_assert_cmpint (export_pack (test, path, NULL, &error), ==, -1);
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "What was there", -1, NULL));
  g_assert_cmpint (export_pack (test, path, NULL, &error), ==, -1);
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "What was there");
}

/* What is missing in a newer edition is withdrawn; a part of a pack is no edition of it. */
static void
test_theme (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "out.storypack.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AmbImporter) importer = amb_importer_new (test->context, file);
  g_autoptr (AmbImportResult) again = NULL;
  g_autoptr (AmbImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_stories;

  amb_test_context_import (test, DUTCH);
  n_stories = export_pack (test, path, "Water", &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_stories, >, 0);
  g_assert_cmpint (n_stories, <, 15);

  result = amb_importer_run (importer, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->withdrawn, ==, 0);
  g_assert_cmpint (result->added, ==, n_stories);
  again = amb_importer_run (importer, FALSE, NULL, &error);
  g_assert_cmpint (again->unchanged, ==, n_stories);
}

/* The id of the pack that a library exports. */
static AmbStorypackReader *
open_pack (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  AmbStorypackReader *reader;

  g_assert_no_error (error);
  reader = amb_storypack_reader_new (G_INPUT_STREAM (stream), path, &error);
  g_assert_no_error (error);

  return reader;
}

static char *
export_uid (AmbTestContext *test,
            const char     *theme)
{
  g_autofree char *path = g_build_filename (test->folder, "uid.storypack.xml", NULL);
  g_autoptr (AmbStorypackReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (export_pack (test, path, theme, &error), >, 0);
  g_assert_no_error (error);
  reader = open_pack (path);

  return g_strdup (amb_pack_get_text (amb_storypack_reader_get_pack (reader), AMB_PACK_UID));
}

static void
store_with_theme (AmbTestContext *test,
                  const char     *uid,
                  const char     *theme)
{
  g_autoptr (AmbStory) story = make_story (uid, NULL);

  amb_story_add_label (story, AMB_STORY_LABEL_THEME, theme);
  store_story (test, story);
}

/* A colleague who gets the next edition of what a person writes has those stories already. */
static void
test_editions (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbTestContext) other = amb_test_context_new ();
  g_autofree char *whole = NULL;
  g_autofree char *again = NULL;
  g_autofree char *water = NULL;
  g_autofree char *water_again = NULL;
  g_autofree char *air = NULL;
  g_autofree char *elsewhere = NULL;

  store_with_theme (test, "one", "Water");
  store_with_theme (test, "two", "Air");
  whole = export_uid (test, NULL);
  water = export_uid (test, "Water");
  air = export_uid (test, "Air");
  store_with_theme (test, "three", "water");
  amb_test_context_import (test, DUTCH);
  again = export_uid (test, NULL);
  water_again = export_uid (test, "WATER");

  g_assert_cmpstr (whole, ==, again);
  g_assert_cmpstr (water, ==, water_again);
  g_assert_cmpstr (water, !=, whole);
  g_assert_cmpstr (water, !=, air);
  g_assert_cmpstr (air, !=, whole);

  amb_clock_advance (other->clock, 1000);
  store_with_theme (other, "one", "Water");
  elsewhere = export_uid (other, NULL);
  g_assert_cmpstr (elsewhere, !=, whole);
}

static void
import_picture (AmbTestContext *test,
                const char     *pack_uid,
                const char     *uid,
                const char     *name,
                const char     *bytes)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.storypack", test->folder, pack_uid);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr (AmbStory) story = make_story (pack_uid, name);
  g_autoptr (GBytes) picture = g_bytes_new (bytes, strlen (bytes));
  g_autoptr (AmbPack) pack = amb_pack_new ();
  g_autoptr (AmbStorypackWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  amb_story_set_text (story, AMB_STORY_UID, uid);
  amb_pack_set_text (pack, AMB_PACK_UID, pack_uid);
  amb_pack_set_text (pack, AMB_PACK_TITLE, pack_uid);
  amb_pack_set_text (pack, AMB_PACK_ORGANISATION, pack_uid);
  amb_pack_set_text (pack, AMB_PACK_LANGUAGE, "en");
  writer = amb_storypack_writer_new (stream, pack, TRUE, &error);
  amb_storypack_writer_add_story (writer, story, &error);
  amb_storypack_writer_add_media (writer, name, picture, &error);
  amb_storypack_writer_finish (writer, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  amb_test_context_import (test, path);
}

/* The picture that a story of the pack names, by its title: what is in it. */
static GHashTable *
read_pictures (const char *path)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStorypackReader) reader = open_pack (path);
  AmbStory *story;
  char *name;

  g_assert_no_error (error);
  while (amb_storypack_reader_next (reader, &story, &error) && story != NULL)
    {
      for (guint i = 0; i < amb_story_get_n_parts (story); i++)
        g_hash_table_insert (titles, g_strdup (amb_record_get_text (AMB_RECORD (amb_story_get_part (story, i)), AMB_STORY_PART_NAME)),
                             g_strdup (amb_story_get_text (story, AMB_STORY_TITLE)));
      g_object_unref (story);
    }
  g_assert_no_error (error);

  do
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *type = NULL;

      g_assert_true (amb_storypack_reader_next_media (reader, &name, &bytes, &type, &error));
      if (name != NULL)
        g_hash_table_insert (pictures, g_strdup (g_hash_table_lookup (titles, name)),
                             g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
      g_free (name);
    }
  while (name != NULL);

  return pictures;
}

/* Two packs that have the same name for different pictures: each story keeps its own. */
static void
test_same_names (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "out.storypack", NULL);
  g_autoptr (GHashTable) pictures = NULL;
  g_autoptr (AmbStory) own = make_story ("own", NULL);
  g_autoptr (GError) error = NULL;

  import_picture (test, "first", "one", "media/a.png", "The first picture");
  import_picture (test, "second", "two", "media/a.png", "Another picture");
  /* One that has no name at all is in no pack. */
  amb_story_add_part (own, amb_story_part_new (AMB_STORY_PART_MEDIA));
  store_story (test, own);

  g_assert_cmpint (export_pack (test, path, NULL, &error), ==, 3);
  g_assert_no_error (error);
  pictures = read_pictures (path);
  g_assert_cmpuint (g_hash_table_size (pictures), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (pictures, "first"), ==, "The first picture");
  g_assert_cmpstr (g_hash_table_lookup (pictures, "second"), ==, "Another picture");
}

/* Two packs whose names are the same and as long as names may be. */
static void
test_long_names (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "out.storypack", NULL);
  g_autofree char *uid = g_strnfill (AMB_STORYPACK_MAX_IDENTIFIER, 'u');
  g_autofree char *start = g_strnfill (AMB_STORYPACK_MAX_FILE - strlen (".png"), 'a');
  g_autofree char *name = g_strdup_printf (AMB_STORYPACK_MEDIA_FOLDER "%s.png", start);
  g_autoptr (GHashTable) pictures = NULL;
  g_autoptr (GError) error = NULL;

  import_picture (test, "first", uid, name, "The first picture");
  import_picture (test, "second", uid, name, "Another picture");

  g_assert_cmpint (export_pack (test, path, NULL, &error), ==, 2);
  g_assert_no_error (error);
  pictures = read_pictures (path);
  g_assert_cmpstr (g_hash_table_lookup (pictures, "first"), ==, "The first picture");
  g_assert_cmpstr (g_hash_table_lookup (pictures, "second"), ==, "Another picture");
}

static gpointer
write_log (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  const char *format = data;
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_at (entry, AMB_TEST_NOW);
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "=cmd|' /C calc'!A0");
  g_assert_true (amb_entry_store_save (connection, entry, error));
  g_assert_cmpint (amb_log_export_to_stream (connection, stream, format, cancellable, error), ==, 1);
  g_output_stream_close (stream, NULL, NULL);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
assert_log (const char *format,
            const char *expected)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = amb_database_run (test->database, AMB_ACCESS_WRITE, write_log, (gpointer) format, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, expected));
}

static void
test_log (void)
{
  assert_log ("csv", ",'=cmd|' /C calc'!A0,");
  assert_log ("json", "\"text\":\"=cmd|' /C calc'!A0\"");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/exports/fails-half-way", test_fails_half_way);
  g_test_add_func ("/services/exports/theme", test_theme);
  g_test_add_func ("/services/exports/editions", test_editions);
  g_test_add_func ("/services/exports/same-names", test_same_names);
  g_test_add_func ("/services/exports/long-names", test_long_names);
  g_test_add_func ("/services/exports/log", test_log);

  return g_test_run ();
}

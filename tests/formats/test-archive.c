/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-archive.h"
#include "amb-error.h"
#include "endless-stream.h"
#include "storypack-fixture.h"
#include "zip-fixture.h"

#define PACK STORY_WITH ("<media file='media/a.png'>alt</media>")
#define MEGABYTE (1024 * 1024)

static gboolean
read_pack (GBytes  *bytes,
           guint   *n_media,
           GError **error)
{
  g_autoptr (AmbStorypackReader) reader = fixture_open (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  guint n_read = 0;

  while (reader != NULL)
    {
      g_autoptr (AmbStory) story = NULL;

      if (!amb_storypack_reader_next (reader, &story, error))
        return FALSE;
      if (story == NULL)
        break;
    }
  while (reader != NULL)
    {
      g_autofree char *file = NULL;
      g_autofree char *type = NULL;
      g_autoptr (GBytes) content = NULL;

      if (!amb_storypack_reader_next_media (reader, &file, &content, &type, error))
        return FALSE;
      if (file == NULL)
        break;
      n_read++;
    }
  if (n_media != NULL)
    *n_media = n_read;

  return reader != NULL;
}

static void
assert_refused (const ZipEntry *entries,
                gsize           n_entries,
                AmbFormatError  code,
                const char     *word)
{
  g_autoptr (GBytes) bytes = zip_fixture_make (entries, n_entries);
  g_autoptr (GError) error = NULL;

  g_assert_false (read_pack (bytes, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "“pack”"));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

#define ASSERT_REFUSED(entries, code, word) assert_refused (entries, G_N_ELEMENTS (entries), code, word)

static void
assert_read (const ZipEntry *entries,
             gsize           n_entries,
             guint           n_expected_media)
{
  g_autoptr (GBytes) bytes = zip_fixture_make (entries, n_entries);
  g_autoptr (GError) error = NULL;
  guint n_media = 0;

  read_pack (bytes, &n_media, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_media, ==, n_expected_media);
}

static void
test_order (void)
{
  static const ZipEntry first[] = { { "pack.xml", PACK }, { "media/", NULL, ZIP_FOLDER }, { "media/a.png", "png" } };
  static const ZipEntry last[] = { { "media/a.png", "png" }, { "media/b.png", "png" }, { "pack.xml", PACK } };
  static const ZipEntry alone[] = { { "pack.xml", PACK } };
  static const ZipEntry with_others[] = { { ".DS_Store", "x" }, { "__MACOSX/._pack.xml", "x" }, { "pack.xml", PACK }, { "media/a.png", "" } };

  assert_read (first, G_N_ELEMENTS (first), 1);
  assert_read (last, G_N_ELEMENTS (last), 1);
  assert_read (alone, G_N_ELEMENTS (alone), 0);
  assert_read (with_others, G_N_ELEMENTS (with_others), 1);
}

static void
test_paths (void)
{
  static const char * const paths[] = { "../evil", "media/../../evil", "/etc/passwd", "C:/evil", "..", "a/..", "media/.." };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const ZipEntry entries[] = { { "pack.xml", PACK }, { paths[i], "evil" } };

      ASSERT_REFUSED (entries, AMB_FORMAT_ERROR_UNSAFE, "path");
    }
}

static void
test_links (void)
{
  static const ZipEntry media[] = { { "pack.xml", PACK }, { "media/a.png", "/etc/passwd", ZIP_SYMLINK } };
  static const ZipEntry pack[] = { { "pack.xml", "/etc/passwd", ZIP_SYMLINK } };
  static const ZipEntry folder[] = { { "pack.xml", PACK }, { "media", "/tmp", ZIP_SYMLINK } };

  ASSERT_REFUSED (media, AMB_FORMAT_ERROR_UNSAFE, "link");
  ASSERT_REFUSED (pack, AMB_FORMAT_ERROR_UNSAFE, "link");
  ASSERT_REFUSED (folder, AMB_FORMAT_ERROR_UNSAFE, "link");
}

static void
test_locked (void)
{
  static const ZipEntry entries[] = { { "pack.xml", PACK, ZIP_LOCKED } };

  ASSERT_REFUSED (entries, AMB_FORMAT_ERROR_UNSUPPORTED, "password");
}

static void
test_twice (void)
{
  static const ZipEntry pack[] = { { "pack.xml", PACK }, { "pack.xml", PACK } };
  static const ZipEntry media[] = { { "pack.xml", PACK }, { "media/a.png", "1" }, { "media/a.png", "2" } };

  ASSERT_REFUSED (pack, AMB_FORMAT_ERROR_MALFORMED, "twice");
  ASSERT_REFUSED (media, AMB_FORMAT_ERROR_MALFORMED, "twice");
}

static void
test_no_pack (void)
{
  static const ZipEntry other[] = { { "Posts.csv", "a,b" } };
  static const ZipEntry folder[] = { { "pack.xml/", NULL, ZIP_FOLDER } };
  static const ZipEntry deeper[] = { { "folder/pack.xml", PACK } };
  static const ZipEntry nothing[] = { { NULL } };

  ASSERT_REFUSED (other, AMB_FORMAT_ERROR_UNKNOWN, "pack.xml");
  ASSERT_REFUSED (folder, AMB_FORMAT_ERROR_UNKNOWN, "pack.xml");
  ASSERT_REFUSED (deeper, AMB_FORMAT_ERROR_UNKNOWN, "pack.xml");
  assert_refused (nothing, 0, AMB_FORMAT_ERROR_MALFORMED, "incomplete or damaged");
}

/* A zip within the zip stays what it is: bytes that nobody opens. */
static void
test_nested (void)
{
  static const ZipEntry inner[] = { { "pack.xml", PACK } };
  g_autoptr (GBytes) bytes = zip_fixture_make (inner, G_N_ELEMENTS (inner));
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const ZipEntry beside[] = { { "pack.xml", PACK }, { "media/a.png", text }, { "inner.zip", text } };
  const ZipEntry instead[] = { { "pack.xml", text } };

  assert_read (beside, G_N_ELEMENTS (beside), 1);
  ASSERT_REFUSED (instead, AMB_FORMAT_ERROR_UNKNOWN, "not a story pack. Choose");
}

/* The highest that the memory of this process ever was, in kB; what getrusage() tells includes that of its parent. */
static glong
get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);

  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10);
}

/* 200 MB of next to nothing in 200 kB: as media, and as the pack itself. */
static void
test_bomb (void)
{
  g_autofree char *zeros = g_strnfill (MEGABYTE, '0');
  const ZipEntry media[] = { { "pack.xml", PACK }, { "media/a.png", zeros, ZIP_FILE, 200 } };
  const ZipEntry unnamed[] = { { "pack.xml", PACK }, { "media/z.png", zeros, ZIP_FILE, 200 } };
  const ZipEntry pack[] = { { "pack.xml", zeros, ZIP_FILE, 200 } };
  glong before = get_peak_memory ();

  ASSERT_REFUSED (media, AMB_FORMAT_ERROR_TOO_LARGE, "pack");
  assert_read (unnamed, G_N_ELEMENTS (unnamed), 0);
  ASSERT_REFUSED (pack, AMB_FORMAT_ERROR_UNKNOWN, "not a story pack. Choose");
  if (g_getenv ("ASAN_OPTIONS") == NULL)
    g_assert_cmpint (get_peak_memory () - before, <, 128 * 1024);
}

/* Each of the pictures is small enough not to be looked at; together they are not. */
static void
test_many_small_bombs (void)
{
  g_autofree char *zeros = g_strnfill (MEGABYTE, '0');
  const ZipEntry entries[] = {
    { "pack.xml", STORY_WITH ("<media file='media/a.png'>a</media><media file='media/b.png'>b</media>"
                              "<media file='media/c.png'>c</media><media file='media/d.png'>d</media>") },
    { "media/a.png", zeros, ZIP_FILE, 15 },
    { "media/b.png", zeros, ZIP_FILE, 15 },
    { "media/c.png", zeros, ZIP_FILE, 15 },
    { "media/d.png", zeros, ZIP_FILE, 15 },
  };

  ASSERT_REFUSED (entries, AMB_FORMAT_ERROR_TOO_LARGE, "unpacks");
}

/* 40 MB of stories that are next to nothing but spaces: within every limit of the XML, beyond that of the ratio. */
static void
test_ratio (void)
{
  g_autoptr (GString) xml = g_string_new (PACK_START PACK_TITLES);
  g_autofree char *blank = g_strnfill (100000, ' ');
  g_autoptr (GError) error = NULL;
  guint n_stories;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (xml, "%s<story id='s%u' version='1' kind='fact'>" STORY_TITLES STORY_END, blank, i);
  g_string_append (xml, PACK_END);

  {
    const ZipEntry entries[] = { { "pack.xml", xml->str } };

    ASSERT_REFUSED (entries, AMB_FORMAT_ERROR_TOO_LARGE, "unpacks");
  }
  fixture_read_all (xml->str, xml->len, &n_stories, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_stories, ==, 400);
}

static void
test_too_large (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *noise = g_malloc (MEGABYTE + 1);
  const ZipEntry entries[] = { { "pack.xml", PACK }, { "media/a.png", noise, ZIP_FILE, 33 } };

  for (gsize i = 0; i < MEGABYTE; i++)
    noise[i] = 'a' + (g_rand_int (random) & 15);
  noise[MEGABYTE] = '\0';

  ASSERT_REFUSED (entries, AMB_FORMAT_ERROR_TOO_LARGE, "media/a.png");
}

static void
test_count (void)
{
  g_autofree ZipEntry *entries = g_new0 (ZipEntry, 120001);
  g_autoptr (GStringChunk) paths = g_string_chunk_new (MEGABYTE);

  entries[0].path = "pack.xml";
  entries[0].content = PACK;
  for (guint i = 1; i <= 120000; i++)
    {
      char path[32];

      g_snprintf (path, sizeof path, "%u", i);
      entries[i].path = g_string_chunk_insert (paths, path);
    }

  assert_refused (entries, 120001, AMB_FORMAT_ERROR_TOO_LARGE, "more files");
}

/* Cut off or changed at every byte: read, or one clear error. */
static void
test_damaged (void)
{
  static const ZipEntry entries[] = { { "pack.xml", PACK }, { "media/a.png", "0123456789" } };
  g_autoptr (GBytes) bytes = zip_fixture_make (entries, G_N_ELEMENTS (entries));
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (read_pack (cut, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, AMB_FORMAT_ERROR);
      g_clear_error (&error);

      copy[i] ^= 0x5a;
      changed = g_bytes_new (copy, size);
      if (!read_pack (changed, NULL, &error))
        g_assert_cmpuint (error->domain, ==, AMB_FORMAT_ERROR);
    }
}

static void
test_not_seekable (void)
{
  g_autoptr (GInputStream) stream = endless_stream_new ("PK\x03\x04", "x", 100, "");
  g_autoptr (GError) error = NULL;

  g_assert_null (amb_storypack_reader_new (stream, "pack", &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSUPPORTED);
}

static void
test_paths_listed (void)
{
  static const ZipEntry entries[] = { { "b", "1" }, { "a/", NULL, ZIP_FOLDER }, { "a/c", "22" } };
  g_autoptr (GBytes) bytes = zip_fixture_make (entries, G_N_ELEMENTS (entries));
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbArchive) archive = amb_archive_new (stream, "zip", &error);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GBytes) content = NULL;

  g_assert_no_error (error);
  paths = amb_archive_list_paths (archive);
  g_assert_cmpuint (paths->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (paths, 0), ==, "a/");
  g_assert_cmpstr (g_ptr_array_index (paths, 2), ==, "b");
  g_assert_true (amb_archive_find (archive, "a/c", &error));
  content = amb_archive_read_entry (archive, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "22", 2);
  g_assert_false (amb_archive_find (archive, "d", &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/order", test_order);
  g_test_add_func ("/archive/paths", test_paths);
  g_test_add_func ("/archive/links", test_links);
  g_test_add_func ("/archive/locked", test_locked);
  g_test_add_func ("/archive/twice", test_twice);
  g_test_add_func ("/archive/no-pack", test_no_pack);
  g_test_add_func ("/archive/nested", test_nested);
  g_test_add_func ("/archive/bomb", test_bomb);
  g_test_add_func ("/archive/many-small-bombs", test_many_small_bombs);
  g_test_add_func ("/archive/ratio", test_ratio);
  g_test_add_func ("/archive/too-large", test_too_large);
  g_test_add_func ("/archive/count", test_count);
  g_test_add_func ("/archive/damaged", test_damaged);
  g_test_add_func ("/archive/not-seekable", test_not_seekable);
  g_test_add_func ("/archive/paths-listed", test_paths_listed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-error.h"
#include "amb-file-format.h"
#include "storypack-fixture.h"
#include "zip-fixture.h"

static const AmbFileFormat *
detect (gconstpointer   bytes,
        gsize           length,
        GError        **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  const AmbFileFormat *format = amb_file_format_detect (stream, "file", error);

  g_assert_cmpint (g_seekable_tell (G_SEEKABLE (stream)), ==, 0);

  return format;
}

static void
assert_storypack (gconstpointer bytes,
                  gsize         length)
{
  g_autoptr (GError) error = NULL;
  const AmbFileFormat *format = detect (bytes, length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (format->id, ==, "storypack");
  g_assert_true (amb_file_format_lookup ("storypack") == format);
}

static void
assert_unknown (gconstpointer bytes,
                gsize         length)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (detect (bytes, length, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "“file”"));
}

static void
test_xml (void)
{
  const char *broken = PACK_START "<title>T</titel>";
  const char *other = "<rss version='2.0'/>";
  gsize length;
  g_autofree char *utf16 = g_convert (STORY_WITH (""), -1, "UTF-16BE", "UTF-8", NULL, &length, NULL);

  assert_storypack (STORY_WITH (""), strlen (STORY_WITH ("")));
  assert_storypack (utf16, length);
  /* Wrong, but wrong as a pack: that is what the person should hear of. */
  assert_storypack (broken, strlen (broken));
  assert_unknown (other, strlen (other));
  assert_unknown ("", 0);
  assert_unknown ("\0\0\0", 3);
}

static void
test_zip (void)
{
  static const ZipEntry pack[] = { { "media/a", "x" }, { "pack.xml", "x" } };
  static const ZipEntry other[] = { { "Comments.csv", "x" } };
  g_autoptr (GBytes) pack_bytes = zip_fixture_make (pack, G_N_ELEMENTS (pack));
  g_autoptr (GBytes) other_bytes = zip_fixture_make (other, G_N_ELEMENTS (other));

  assert_storypack (g_bytes_get_data (pack_bytes, NULL), g_bytes_get_size (pack_bytes));
  assert_unknown (g_bytes_get_data (other_bytes, NULL), g_bytes_get_size (other_bytes));
  assert_unknown ("PK\x03\x04", 4);
}

static void
test_file (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data/packs/zonneveld-nl.storypack.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere");
  g_autoptr (GError) error = NULL;

  g_assert_true (amb_file_format_detect_in_file (file, NULL, &error) == amb_file_format_lookup ("storypack"));
  g_assert_no_error (error);
  g_assert_null (amb_file_format_detect_in_file (nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_lookup (void)
{
  g_assert_null (amb_file_format_lookup ("papyrus"));
  g_assert_null (amb_file_format_lookup (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-format/xml", test_xml);
  g_test_add_func ("/file-format/zip", test_zip);
  g_test_add_func ("/file-format/file", test_file);
  g_test_add_func ("/file-format/lookup", test_lookup);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-storypack-checker.h"
#include "storypack-fixture.h"
#include "zip-fixture.h"

static GPtrArray *
check_bytes (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = amb_storypack_check_stream (stream, "pack", NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      AmbStorypackProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%d: %s", problem->line, problem->message);
      g_assert_true (g_str_has_suffix (problem->message, "."));
    }

  return problems;
}

static GPtrArray *
check_xml (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  return check_bytes (bytes);
}

static void
assert_problem (GPtrArray  *problems,
                guint       position,
                int         line,
                const char *word)
{
  AmbStorypackProblem *problem;

  g_assert_cmpuint (position, <, problems->len);
  problem = g_ptr_array_index (problems, position);
  g_assert_cmpint (problem->line, ==, line);
  g_assert_nonnull (strstr (problem->message, word));
}

static void
test_samples (void)
{
  static const char * const names[] = { "zonneveld-nl.storypack.xml", "zonneveld-en.storypack.xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data/packs", names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = amb_storypack_check (file, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_all (void)
{
  g_autoptr (GPtrArray) problems = check_xml (
    PACK_START PACK_TITLES "\n"
    "<story id='a' version='0' kind='rumour'>\n"
    "<title></title>\n"
    "<message>M</message>\n"
    "<link href='x'>L</link></story>\n"
    "<story id='b' version='1' kind='fact'>" STORY_TITLES "</story>\n"
    "<story id='b' version='1' kind='fact' from='2026-02-01' until='2026-01-31'>\n"
    STORY_TITLES "<hashtag>zorg-van-morgen</hashtag><hashtag>2026</hashtag><hashtag>Zorg_2026</hashtag></story>\n"
    "<story id='c' version='1' kind='fact' x='y'>\n"
    "text" STORY_TITLES "<b/></story>" PACK_END);

  assert_problem (problems, 0, 2, "“version”");
  assert_problem (problems, 1, 2, "“kind”");
  assert_problem (problems, 2, 3, "“title”");
  assert_problem (problems, 3, 5, "“href”");
  assert_problem (problems, 4, 7, "“b”");
  assert_problem (problems, 5, 9, "“x”");
  assert_problem (problems, 6, 10, "text");
  assert_problem (problems, 7, 10, "“b”");
  g_assert_cmpuint (problems->len, ==, 8);
}

static void
test_beyond_schema (void)
{
  g_autoptr (GPtrArray) problems = check_xml (
    PACK_START PACK_TITLES "\n"
    "<story id='a' version='1' kind='fact' from='2026-02-01' until='2026-01-31'>" STORY_TITLES "</story>\n"
    "<story id='b' version='1' kind='fact' from='2026-02-01' until='2026-02-01'>" STORY_TITLES
    "<hashtag>zorg-van-morgen</hashtag><hashtag>2026</hashtag><hashtag>Zorg_2026</hashtag><hashtag>Één日本</hashtag></story>\n"
    "<story id='c' version='1' kind='fact' from='2026-02-01T10:00:00Z' until='2026-02-01T10:00:00Z'>" STORY_TITLES "</story>" PACK_END);

  assert_problem (problems, 0, 2, "“a”");
  assert_problem (problems, 1, 3, "“zorg-van-morgen”");
  assert_problem (problems, 2, 3, "“2026”");
  assert_problem (problems, 3, 4, "“c”");
  g_assert_cmpuint (problems->len, ==, 4);
}

static void
test_media (void)
{
  static const ZipEntry entries[] = {
    { "pack.xml", PACK_START PACK_TITLES "\n" STORY_START STORY_TITLES
      "<media file='media/a.png'>a</media><media file='media/b.png'>b</media>" STORY_END PACK_END },
    { "media/", NULL, ZIP_FOLDER },
    { "media/a.png", "a" },
    { "media/c.png", "c" },
    { "notes.txt", "n" },
  };
  g_autoptr (GBytes) bytes = zip_fixture_make (entries, G_N_ELEMENTS (entries));
  g_autoptr (GPtrArray) problems = check_bytes (bytes);
  g_autoptr (GPtrArray) alone = check_xml (STORY_WITH ("<media file='media/a.png'>a</media>"));

  assert_problem (problems, 0, 0, "“media/c.png”");
  assert_problem (problems, 1, 0, "“notes.txt”");
  assert_problem (problems, 2, 2, "“media/b.png”");
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpuint (alone->len, ==, 0);
}

static void
test_damaged_media (void)
{
  static const ZipEntry entries[] = {
    { "pack.xml", STORY_WITH ("<media file='media/a.png'>a</media>") },
    { "media/a.png", "0123456789012345678901234567890123456789012345678901234567890123456789" },
  };
  g_autoptr (GBytes) bytes = zip_fixture_make (entries, G_N_ELEMENTS (entries));
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &size);
  guint8 *content = memmem (data, size, "media/a.png", strlen ("media/a.png"));
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  /* Behind the name stand the packed bytes, perhaps after a few of an extra field. */
  for (gsize i = 0; i < 40; i++)
    content[strlen ("media/a.png") + i] ^= 0xff;
  damaged = g_bytes_new_take (data, size);
  problems = check_bytes (damaged);

  assert_problem (problems, 0, 0, "damaged");
  g_assert_cmpuint (problems->len, ==, 1);
}

/* What cannot be read on is one of the problems, not a failure of the check. */
static void
test_unreadable (void)
{
  g_autoptr (GPtrArray) cut = check_xml (PACK_START PACK_TITLES "\n" STORY_START "<title/><message>M</message>" STORY_END "\n" STORY_START);
  g_autoptr (GPtrArray) other = check_xml ("<rss/>");
  g_autoptr (GPtrArray) type = check_xml ("<!DOCTYPE x>" STORY_WITH (""));
  g_autoptr (GPtrArray) zip = check_xml ("PK\x03\x04 no more");

  assert_problem (cut, 0, 2, "“title”");
  assert_problem (cut, 1, 3, "“pack”");
  g_assert_cmpuint (cut->len, ==, 2);
  assert_problem (other, 0, 0, "not a story pack");
  assert_problem (type, 0, 0, "DOCTYPE");
  assert_problem (zip, 0, 0, "incomplete or damaged");
}

static void
test_failure (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/pack");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (STORY_WITH (""), -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (amb_storypack_check (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (amb_storypack_check_stream (stream, "pack", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storypack-checker/samples", test_samples);
  g_test_add_func ("/storypack-checker/all", test_all);
  g_test_add_func ("/storypack-checker/beyond-schema", test_beyond_schema);
  g_test_add_func ("/storypack-checker/media", test_media);
  g_test_add_func ("/storypack-checker/damaged-media", test_damaged_media);
  g_test_add_func ("/storypack-checker/unreadable", test_unreadable);
  g_test_add_func ("/storypack-checker/failure", test_failure);

  return g_test_run ();
}

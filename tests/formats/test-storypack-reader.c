/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-error.h"
#include "amb-time.h"
#include "amb-story-obstacle.h"
#include "amb-storypack-vocabulary.h"
#include "storypack-fixture.h"
#include "zip-fixture.h"

static char *
sample_path (const char *name)
{
  return g_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data/packs", name, NULL);
}

static gboolean
recognizes (gconstpointer bytes,
            gsize         length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);

  return amb_storypack_reader_recognizes (bytes, length, stream);
}

static gboolean
recognizes_text (const char *text)
{
  return recognizes (text, strlen (text));
}

static void
test_recognizes (void)
{
  static const ZipEntry pack[] = { { "media/a", "x" }, { "pack.xml", "x" } };
  static const ZipEntry other[] = { { "Comments.csv", "x" } };
  g_autoptr (GBytes) pack_bytes = zip_fixture_make (pack, G_N_ELEMENTS (pack));
  g_autoptr (GBytes) other_bytes = zip_fixture_make (other, G_N_ELEMENTS (other));
  gsize length;
  g_autofree char *utf16 = g_convert (STORY_WITH (""), -1, "UTF-16", "UTF-8", NULL, &length, NULL);

  g_assert_true (recognizes_text (STORY_WITH ("")));
  g_assert_true (recognizes_text ("\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a > b -->" STORY_WITH ("")));
  g_assert_true (recognizes_text ("<p:storypack xmlns:p='" AMB_STORYPACK_NAMESPACE "'/>"));
  g_assert_true (recognizes (utf16, length));
  /* Wrong, but wrong as a pack: that is what the person should hear of. */
  g_assert_true (recognizes_text (PACK_START "<title>T</titel>"));
  g_assert_true (recognizes (g_bytes_get_data (pack_bytes, NULL), g_bytes_get_size (pack_bytes)));

  /* These only speak of packs. */
  g_assert_false (recognizes_text ("See " AMB_STORYPACK_NAMESPACE));
  g_assert_false (recognizes_text ("<grammar ns='" AMB_STORYPACK_NAMESPACE "'/>"));
  g_assert_false (recognizes_text ("<rss version='2.0'>" STORY_WITH ("") "</rss>"));
  g_assert_false (recognizes (g_bytes_get_data (other_bytes, NULL), g_bytes_get_size (other_bytes)));
  g_assert_false (recognizes ("PK\x03\x04", 4));
  g_assert_false (recognizes ("", 0));
  g_assert_false (recognizes ("\0\0\0", 3));
}

static void
test_sample (gconstpointer name)
{
  g_autofree char *path = sample_path (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (AmbStorypackReader) reader = amb_storypack_reader_new (G_INPUT_STREAM (stream), name, &error);
  gint64 position = 0;
  guint kinds = 0;
  guint n_stories = 0;

  g_assert_no_error (error);
  g_assert_nonnull (amb_pack_get_text (amb_storypack_reader_get_pack (reader), AMB_PACK_TITLE));
  for (;;)
    {
      g_autoptr (AmbStory) story = NULL;

      g_assert_true (amb_storypack_reader_next (reader, &story, &error));
      if (story == NULL)
        break;
      n_stories++;
      kinds |= 1u << amb_story_get_kind (story);
      g_assert_cmpint (amb_storypack_reader_get_position (reader), >=, position);
      position = amb_storypack_reader_get_position (reader);
    }

  g_assert_cmpuint (n_stories, ==, 15);
  g_assert_cmphex (kinds, ==, 0x1fe);
}

static void
assert_zone_of_dates (AmbStory *story)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  g_assert_cmpint (amb_story_get_usable_from (story), ==, amb_time_from_iso8601 ("2026-03-29", zone));
  /* The whole last day counts, which is one with 23 hours: summer time begins. */
  g_assert_cmpint (amb_story_get_usable_until (story), ==, amb_time_from_iso8601 ("2026-03-30", zone));
  g_assert_cmpint (amb_story_get_usable_until (story) - amb_story_get_usable_from (story), ==, 23 * 60 * 60 * 1000);
}

static void
test_dates (void)
{
  g_autoptr (AmbStory) dates = fixture_read_one (PACK_WITH ("<story id='s' version='1' kind='fact' from='2026-03-29' until=' 2026-03-29 '>" STORY_TITLES STORY_END));
  g_autoptr (AmbStory) times = fixture_read_one (PACK_WITH ("<story id='s' version='1' kind='fact' from='2026-01-01T12:00:00.250Z' until='2026-01-01T12:00:00'>" STORY_TITLES STORY_END));
  g_autoptr (AmbStory) zoned = fixture_read_one (PACK_WITH ("<story id='s' version='1' kind='fact' from='2026-01-01Z' until='2026-01-01-05:00'>" STORY_TITLES STORY_END));
  g_autoptr (AmbStory) none = fixture_read_one (STORY_WITH (""));

  assert_zone_of_dates (dates);
  g_assert_cmpint (amb_story_get_usable_from (times), ==, G_GINT64_CONSTANT (1767268800250));
  g_assert_cmpint (amb_story_get_usable_until (times), ==, G_GINT64_CONSTANT (1767265200000));
  g_assert_cmpint (amb_story_get_usable_from (zoned), ==, G_GINT64_CONSTANT (1767225600000));
  g_assert_cmpint (amb_story_get_usable_until (zoned), ==, G_GINT64_CONSTANT (1767225600000) + AMB_TIME_DAY + 5 * 60 * 60 * 1000);
  g_assert_cmpint (amb_story_get_usable_from (none), ==, AMB_TIME_UNSET);
  g_assert_cmpint (amb_story_get_usable_until (none), ==, AMB_TIME_UNSET);
}

static void
test_last_day (void)
{
  g_autoptr (AmbStory) story = fixture_read_one (PACK_WITH ("<story id='s' version='1' kind='fact' from='1900-01-01' until='9999-12-31'>" STORY_TITLES STORY_END));

  g_autoptr (AmbStory) beyond = fixture_read_one (PACK_WITH ("<story id='s' version='1' kind='fact' until='9999-12-31T23:59:59-14:00'>" STORY_TITLES STORY_END));

  g_assert_cmpint (amb_story_get_usable_until (beyond), ==, amb_story_get_usable_until (story));
  g_assert_cmpint (amb_story_obstacle_find (story, G_GINT64_CONSTANT (253399622400000)), ==, AMB_STORY_OBSTACLE_NONE);
}

static void
test_defaults (void)
{
  g_autoptr (AmbStory) story = fixture_read_one (STORY_WITH (""));
  g_autoptr (AmbStory) other = fixture_read_one (PACK_WITH ("<story id='s' version=' 2147483647 ' kind=' quote ' status='withdrawn' language='en' cleared='0'>" STORY_TITLES STORY_END));

  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_LANGUAGE), ==, "nl");
  g_assert_cmpint (amb_story_get_status (story), ==, AMB_STORY_STATUS_CURRENT);
  g_assert_true (amb_story_get_cleared (story));
  g_assert_cmpstr (amb_story_get_text (other, AMB_STORY_LANGUAGE), ==, "en");
  g_assert_cmpint (amb_story_get_status (other), ==, AMB_STORY_STATUS_WITHDRAWN);
  g_assert_cmpint (amb_story_get_version (other), ==, G_MAXINT32);
  g_assert_cmpint (amb_story_get_kind (other), ==, AMB_STORY_KIND_QUOTE);
  g_assert_false (amb_story_get_cleared (other));
}

static void
test_white_space (void)
{
  g_autoptr (AmbStory) story = fixture_read_one (PACK_WITH (STORY_START
    "<title>\n  A \t title\n  of two lines </title>\n"
    "<message>\n    First line\t\n      second line.\n \n    New paragraph.\n  </message>" STORY_END));

  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_TITLE), ==, "A title of two lines");
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_MESSAGE), ==, "First line\nsecond line.\n\nNew paragraph.");
}

static void
test_pieces (void)
{
  g_autoptr (AmbStory) story = fixture_read_one ("<?xml version='1.0'?><!-- by hand --><?editor x?>\n" PACK_START PACK_TITLES
    "<!-- c --><?p i?>" STORY_START "<title>R<!-- c -->&amp;<![CDATA[<D>]]><?p i?> &#x1F469;</title><!-- c -->"
    "<message><![CDATA[]]>M</message>" STORY_END "<!-- c -->" PACK_END "<!-- end -->\n");

  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_TITLE), ==, "R&<D> 👩");
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_MESSAGE), ==, "M");
}

static void
test_prefix (void)
{
  g_autoptr (AmbStory) story = fixture_read_one (
    "<p:storypack xmlns:p='https://ambassadortoolkit.github.io/ns/storypack/1' version='1' id='p' language='nl'>"
    "<p:title>T</p:title><p:organisation>O</p:organisation>"
    "<p:story id='s' version='1' kind='fact'><p:title>T</p:title><p:message>M</p:message></p:story></p:storypack>");

  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_MESSAGE), ==, "M");
}

static void
test_no_stories (void)
{
  g_autoptr (GError) error = NULL;
  guint n_stories = 1;

  g_assert_true (fixture_read_all (PACK_START PACK_TITLES PACK_END, -1, &n_stories, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_stories, ==, 0);
}

static char *
convert (const char *xml,
         const char *encoding,
         const char *mark,
         gsize       mark_length,
         gsize      *length)
{
  gsize n_bytes;
  g_autofree char *bytes = g_convert (xml, -1, encoding, "UTF-8", NULL, &n_bytes, NULL);
  char *result = g_malloc (n_bytes + mark_length);

  memcpy (result, mark, mark_length);
  memcpy (result + mark_length, bytes, n_bytes);
  *length = n_bytes + mark_length;

  return result;
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *declaration;
    const char *mark;
    gsize       mark_length;
  } cases[] = {
    { "UTF-8", "", "", 0 },
    { "UTF-8", "<?xml version='1.0' encoding='utf-8'?>", "\xef\xbb\xbf", 3 },
    { "UTF-16LE", "", "\xff\xfe", 2 },
    { "UTF-16BE", "<?xml version='1.0' encoding='UTF-16'?>", "\xfe\xff", 2 },
    { "UTF-16LE", "<?xml version='1.0' encoding='UTF-16LE'?>", "", 0 },
    { "UTF-16BE", "<?xml version='1.0'?>", "", 0 },
    { "ISO-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?>", "", 0 },
    { "ISO-8859-15", "<?xml version=\"1.0\" encoding = \"iso-8859-15\" standalone=\"yes\"?>", "", 0 },
    { "WINDOWS-1252", "<?xml version='1.0' encoding='windows-1252'?>", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strconcat (cases[i].declaration, PACK_WITH (STORY_START "<title>Één café</title><message>M</message>" STORY_END), NULL);
      gsize length;
      g_autofree char *bytes = convert (xml, cases[i].encoding, cases[i].mark, cases[i].mark_length, &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (AmbStorypackReader) reader = fixture_open (bytes, length, &error);
      g_autoptr (AmbStory) story = NULL;

      g_test_message ("%s %s", cases[i].encoding, cases[i].declaration);
      g_assert_no_error (error);
      amb_storypack_reader_next (reader, &story, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_TITLE), ==, "Één café");
    }
}

static void
test_large (void)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version='1.0' encoding='ISO-8859-1'?>" PACK_START PACK_TITLES);
  g_autoptr (GError) error = NULL;
  guint n_stories;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (xml, "<story id='s%u' version='1' kind='fact'>\n<title>caf\xe9</title>\n<message>caf\xe9</message></story>\n", i);
  g_string_append (xml, PACK_END);

  g_assert_true (fixture_read_all (xml->str, xml->len, &n_stories, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_stories, ==, 3000);
}

/* Lines beyond 65535 are more than libxml2 keeps with an element by itself. */
static void
test_far_line (void)
{
  g_autoptr (GString) xml = g_string_new (PACK_START PACK_TITLES);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (xml, "\n<story id='s%u' version='1' kind='fact'><title>T</title>\n<message>M</message></story>", i);
  g_string_append (xml, "\n<story id='last' version='1' kind='fact'><title>T</title>\n<message></message></story>" PACK_END);

  g_assert_false (fixture_read_all (xml->str, xml->len, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "100003"));
}

static void
test_after_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStorypackReader) reader = fixture_open (PACK_WITH ("<story/>"), -1, &error);
  g_autofree char *message = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      AmbStory *story = NULL;

      g_assert_false (amb_storypack_reader_next (reader, &story, &error));
      g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
      g_assert_null (story);
      if (message == NULL)
        message = g_strdup (error->message);
      g_assert_cmpstr (error->message, ==, message);
      g_clear_error (&error);
    }
}

static gpointer
read_in_thread (gpointer xml)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      guint n_stories = 0;

      g_assert_true (fixture_read_all (xml, -1, &n_stories, &error));
      g_assert_cmpuint (n_stories, ==, 1);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];
  char xml[] = STORY_WITH ("<hashtag>Zorg</hashtag><link href='https://example.org'>L</link>");

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, xml);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* The examples of the page that explains the format are what it says they are. */
static void
test_documentation (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data/storypack/storypack.md", NULL);
  g_autofree char *page = NULL;
  g_auto (GStrv) pieces = NULL;
  guint n_examples = 0;

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  pieces = g_strsplit (page, "```", -1);
  for (guint i = 1; pieces[i] != NULL; i += 2)
    {
      g_autofree char *xml = NULL;
      g_autoptr (AmbStory) story = NULL;

      if (!g_str_has_prefix (pieces[i], "xml\n"))
        continue;

      xml = g_str_has_prefix (pieces[i] + 4, "<story ") ? g_strconcat (PACK_START PACK_TITLES, pieces[i] + 4, PACK_END, NULL) : g_strdup (pieces[i] + 4);
      story = fixture_read_one (xml);
      n_examples++;
    }
  g_assert_cmpuint (n_examples, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/storypack-reader/sample/nl", "zonneveld-nl.storypack.xml", test_sample);
  g_test_add_data_func ("/storypack-reader/sample/en", "zonneveld-en.storypack.xml", test_sample);
  g_test_add_func ("/storypack-reader/recognizes", test_recognizes);
  g_test_add_func ("/storypack-reader/dates", test_dates);
  g_test_add_func ("/storypack-reader/last-day", test_last_day);
  g_test_add_func ("/storypack-reader/defaults", test_defaults);
  g_test_add_func ("/storypack-reader/white-space", test_white_space);
  g_test_add_func ("/storypack-reader/pieces", test_pieces);
  g_test_add_func ("/storypack-reader/prefix", test_prefix);
  g_test_add_func ("/storypack-reader/no-stories", test_no_stories);
  g_test_add_func ("/storypack-reader/encodings", test_encodings);
  g_test_add_func ("/storypack-reader/large", test_large);
  g_test_add_func ("/storypack-reader/far-line", test_far_line);
  g_test_add_func ("/storypack-reader/after-error", test_after_error);
  g_test_add_func ("/storypack-reader/threads", test_threads);
  g_test_add_func ("/storypack-reader/documentation", test_documentation);

  return g_test_run ();
}

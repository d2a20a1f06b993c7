/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "amb-error.h"
#include "endless-stream.h"
#include "storypack-fixture.h"

#define GIGABYTE (G_GINT64_CONSTANT (1024) * 1024 * 1024)
#define MEGABYTE (1024 * 1024)

/* One sentence for people: it names the file, it ends as a sentence does, it holds no line end. */
static void
assert_sentence (GError *error)
{
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "“pack”"));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), <, 500);
}

static void
assert_refused (const char     *xml,
                AmbFormatError  code,
                const char     *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_read_all (xml, -1, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, (int) code);
  assert_sentence (error);
  if (word != NULL)
    g_assert_nonnull (strstr (error->message, word));
}

static void
test_broken (void)
{
  assert_refused ("", AMB_FORMAT_ERROR_MALFORMED, "empty");
  assert_refused ("   \n", AMB_FORMAT_ERROR_MALFORMED, "empty");
  assert_refused ("Hello", AMB_FORMAT_ERROR_UNKNOWN, "not a story pack. Choose");
  assert_refused ("<", AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("</b>"), AMB_FORMAT_ERROR_MALFORMED, "line 1");
  assert_refused (PACK_START "\n" PACK_TITLES "\n" STORY_START "\n<title>T</titel>" STORY_END PACK_END, AMB_FORMAT_ERROR_MALFORMED, "line 4");
  assert_refused (STORY_WITH ("<why>a & b</why>"), AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("<why>&eacute;</why>"), AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("<why>\x01</why>"), AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("<why>&#1;</why>"), AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("<why a='1' a='2'>x</why>"), AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("<x:why>x</x:why>"), AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("") "<more/>", AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused (STORY_WITH ("") "more", AMB_FORMAT_ERROR_MALFORMED, NULL);
}

/* The XML library speaks English, and to programmers. */
static void
test_own_words (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_read_all (STORY_WITH ("") "more", -1, NULL, &error));
  g_assert_null (strstr (error->message, "Extra content"));
}

/* Read to the end, or one clear error: at every length. */
static void
test_truncated (gconstpointer data)
{
  const char *xml = data;
  gsize length = strlen (xml);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fixture_read_all (xml, i, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, AMB_FORMAT_ERROR);
      g_assert_nonnull (strstr (error->message, "“pack”"));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
  g_assert_true (fixture_read_all (xml, length, NULL, NULL));
}

static void
test_encoding (void)
{
  assert_refused (STORY_WITH ("<why>caf\xe9</why>"), AMB_FORMAT_ERROR_MALFORMED, "UTF-8");
  assert_refused ("<?xml version='1.0' encoding='UTF-8'?>" STORY_WITH ("<why>caf\xe9 au lait</why>"), AMB_FORMAT_ERROR_MALFORMED, "UTF-8");
  assert_refused ("<?xml version='1.0' encoding='US-ASCII'?>" STORY_WITH ("<why>café</why>"), AMB_FORMAT_ERROR_MALFORMED, "UTF-8");
  assert_refused ("<?xml version='1.0' encoding='UTF-16'?>" STORY_WITH (""), AMB_FORMAT_ERROR_MALFORMED, "UTF-8");
  assert_refused ("<?xml version='1.0' encoding='UTF-32'?>" STORY_WITH (""), AMB_FORMAT_ERROR_MALFORMED, "UTF-8");
  assert_refused ("<?xml version='1.0' encoding='ISO-2022-CN-EXT'?>" STORY_WITH (""), AMB_FORMAT_ERROR_UNSUPPORTED, "UTF-8");
  assert_refused ("<?xml version='1.0' encoding='../../x'?>" STORY_WITH (""), AMB_FORMAT_ERROR_UNSUPPORTED, "UTF-8");
  assert_refused ("<?xml version='1.0' encoding=''?>" STORY_WITH (""), AMB_FORMAT_ERROR_UNSUPPORTED, "UTF-8");
  assert_refused ("\xff\xfe<", AMB_FORMAT_ERROR_MALFORMED, "UTF-8");
}

static void
test_schema (void)
{
  assert_refused ("<rss version='2.0'><channel/></rss>", AMB_FORMAT_ERROR_UNKNOWN, "not a story pack");
  assert_refused ("<storypack version='1'/>", AMB_FORMAT_ERROR_UNKNOWN, "not a story pack");
  assert_refused ("<storypack xmlns='https://ambassadortoolkit.github.io/ns/storypack/2' version='2'/>", AMB_FORMAT_ERROR_UNSUPPORTED, "newer");
  assert_refused ("<storypack xmlns='https://ambassadortoolkit.github.io/ns/storypack/1' version='1'/>", AMB_FORMAT_ERROR_INVALID, "“id”");
  assert_refused (PACK_START PACK_END, AMB_FORMAT_ERROR_INVALID, "“title”");
  assert_refused (PACK_START "<title>T</title>" PACK_END, AMB_FORMAT_ERROR_INVALID, "“organisation”");
  assert_refused (PACK_START PACK_TITLES "text" PACK_END, AMB_FORMAT_ERROR_INVALID, "“storypack”");
  assert_refused (PACK_WITH ("<story/>"), AMB_FORMAT_ERROR_INVALID, "“id”");
  assert_refused (PACK_WITH (STORY_START STORY_END), AMB_FORMAT_ERROR_INVALID, "“title”");
  assert_refused (PACK_WITH (STORY_START "<title>T</title>" STORY_END), AMB_FORMAT_ERROR_INVALID, "“message”");
  assert_refused (PACK_WITH (STORY_START "<message>M</message><title>T</title>" STORY_END), AMB_FORMAT_ERROR_INVALID, "too late");
  assert_refused (STORY_WITH ("<message>again</message>"), AMB_FORMAT_ERROR_INVALID, "is there twice");
  assert_refused (STORY_WITH ("<body> \n </body>"), AMB_FORMAT_ERROR_INVALID, "empty");
  assert_refused (STORY_WITH ("<bodyy>x</bodyy>"), AMB_FORMAT_ERROR_INVALID, "“bodyy”");
  assert_refused (STORY_WITH ("<x:body xmlns:x='urn:x'>x</x:body>"), AMB_FORMAT_ERROR_INVALID, "“body”");
  assert_refused (STORY_WITH ("<body>x <b>y</b></body>"), AMB_FORMAT_ERROR_INVALID, "“b”");
  assert_refused (STORY_WITH ("<body lang='nl'>x</body>"), AMB_FORMAT_ERROR_INVALID, "“lang”");
  assert_refused (STORY_WITH ("<body xml:lang='nl'>x</body>"), AMB_FORMAT_ERROR_INVALID, "“lang”");
  assert_refused (STORY_WITH ("text"), AMB_FORMAT_ERROR_INVALID, "text");
  assert_refused (STORY_WITH ("<hashtag>#zorg</hashtag>"), AMB_FORMAT_ERROR_INVALID, "“hashtag”");
  assert_refused (STORY_WITH ("<link href='javascript:alert(1)'>x</link>"), AMB_FORMAT_ERROR_INVALID, "https://");
  assert_refused (STORY_WITH ("<link href='file:///etc/passwd'>x</link>"), AMB_FORMAT_ERROR_INVALID, "https://");
  assert_refused (STORY_WITH ("<media file='media/../x.jpg'>x</media>"), AMB_FORMAT_ERROR_INVALID, "“file”");
  assert_refused (STORY_WITH ("<media file='/etc/passwd'>x</media>"), AMB_FORMAT_ERROR_INVALID, "“file”");
  assert_refused (STORY_WITH ("<talk><question><ask>a</ask><answer>b</answer></question></talk>"), AMB_FORMAT_ERROR_INVALID, "“spoken”");
  assert_refused (STORY_WITH ("<talk><spoken>a</spoken><question><answer>b</answer></question></talk>"), AMB_FORMAT_ERROR_INVALID, "“ask”");
  assert_refused (STORY_WITH ("<proof date='soon'>x</proof>"), AMB_FORMAT_ERROR_INVALID, "“date”");
  assert_refused (STORY_WITH ("<role>x</role>"), AMB_FORMAT_ERROR_INVALID, "“name”");
  assert_refused (PACK_WITH ("<story id='s' version='0' kind='fact'>" STORY_TITLES STORY_END), AMB_FORMAT_ERROR_INVALID, "“version”");
  assert_refused (PACK_WITH ("<story id='s' version='2147483648' kind='fact'>" STORY_TITLES STORY_END), AMB_FORMAT_ERROR_INVALID, "“version”");
  assert_refused (PACK_WITH ("<story id='s' version='1' kind='rumour'>" STORY_TITLES STORY_END), AMB_FORMAT_ERROR_INVALID, "“kind”");
  assert_refused (PACK_WITH ("<story id='s' version='1' kind='fact' until='2026-02-30'>" STORY_TITLES STORY_END), AMB_FORMAT_ERROR_INVALID, "“until”");
  assert_refused (PACK_WITH ("<story id='s' version='1' kind='fact' from='-0005-01-01'>" STORY_TITLES STORY_END), AMB_FORMAT_ERROR_INVALID, "“from”");
  assert_refused (PACK_WITH ("<story id='s' version='1' kind='fact' from='12026-01-01'>" STORY_TITLES STORY_END), AMB_FORMAT_ERROR_INVALID, "“from”");
  /* Found by the fuzzer: years that GLib reads and writes otherwise. */
  assert_refused (STORY_WITH ("<proof date='0226-01-01'>x</proof>"), AMB_FORMAT_ERROR_INVALID, "“date”");
}

static void
test_duplicate (void)
{
  assert_refused (PACK_WITH (STORY_START STORY_TITLES STORY_END "\n" STORY_START STORY_TITLES STORY_END), AMB_FORMAT_ERROR_INVALID, "line 2");
  assert_refused (PACK_WITH (STORY_START STORY_TITLES STORY_END "<story id=' s ' version='2' kind='fact'>" STORY_TITLES STORY_END),
                  AMB_FORMAT_ERROR_INVALID, "“s”");
}

static void
test_too_long (void)
{
  g_autofree char *long_line = g_strnfill (501, 'x');
  g_autofree char *long_prose = g_strnfill (100001, 'x');
  g_autofree char *most_line = g_strnfill (500, 'x');
  g_autofree char *most_prose = g_strnfill (100000, 'x');
  g_autofree char *bad_theme = g_strdup_printf (STORY_WITH ("<theme>%s</theme>"), long_line);
  g_autofree char *bad_body = g_strdup_printf (STORY_WITH ("<body>%s</body>"), long_prose);
  g_autofree char *good = g_strdup_printf (STORY_WITH ("<body>%s</body><theme> %s </theme>"), most_prose, most_line);
  g_autoptr (GError) error = NULL;

  assert_refused (bad_theme, AMB_FORMAT_ERROR_INVALID, "500");
  assert_refused (bad_body, AMB_FORMAT_ERROR_INVALID, "100,000");
  fixture_read_all (good, -1, NULL, &error);
  g_assert_no_error (error);
}

static char *
nest (const char *before,
      guint       depth,
      const char *after)
{
  g_autoptr (GString) xml = g_string_new (before);

  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "<a>");
  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "</a>");
  g_string_append (xml, after);

  return g_string_free (g_steal_pointer (&xml), FALSE);
}

static void
test_deep (void)
{
  static const guint depths[] = { 2, 15, 16, 17, 200, 255, 256, 257, 5000, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char *root = nest ("", depths[i], "");
      g_autofree char *in_pack = nest (PACK_START PACK_TITLES, depths[i], PACK_END);
      g_autofree char *in_story = nest (PACK_START PACK_TITLES STORY_START STORY_TITLES, depths[i], STORY_END PACK_END);
      g_autofree char *in_text = nest (PACK_START PACK_TITLES STORY_START "<title>", depths[i], "</title><message>M</message>" STORY_END PACK_END);
      const char *documents[] = { root, in_pack, in_story, in_text };

      for (gsize j = 0; j < G_N_ELEMENTS (documents); j++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (fixture_read_all (documents[j], -1, NULL, &error));
          g_assert_nonnull (error);
          g_assert_cmpuint (error->domain, ==, AMB_FORMAT_ERROR);
          assert_sentence (error);
        }
    }
}

#define LAUGHS \
  "<!DOCTYPE storypack [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>" \
  "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>" \
  "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>]>"

static void
test_document_type (void)
{
  g_autofree char *utf16 = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  assert_refused (LAUGHS STORY_WITH ("<why>&f;</why>"), AMB_FORMAT_ERROR_UNSAFE, "DOCTYPE");
  assert_refused ("<?xml version='1.0'?>\n<!-- x -->\n<?x y?>" LAUGHS STORY_WITH (""), AMB_FORMAT_ERROR_UNSAFE, "DOCTYPE");
  assert_refused ("<!DOCTYPE storypack>" STORY_WITH (""), AMB_FORMAT_ERROR_UNSAFE, "DOCTYPE");
  assert_refused ("\xef\xbb\xbf<!DOCTYPE storypack SYSTEM 'http://127.0.0.1:1/x.dtd'>" STORY_WITH (""), AMB_FORMAT_ERROR_UNSAFE, "DOCTYPE");
  assert_refused ("<!-- <!DOCTYPE storypack> --><!--><!DOCTYPE x>-->" "<!DOCTYPE storypack>" STORY_WITH (""), AMB_FORMAT_ERROR_UNSAFE, "DOCTYPE");
  assert_refused (PACK_START "<!DOCTYPE storypack>" PACK_TITLES PACK_END, AMB_FORMAT_ERROR_MALFORMED, NULL);
  assert_refused ("<!doctype storypack>" STORY_WITH (""), AMB_FORMAT_ERROR_MALFORMED, NULL);

  utf16 = g_convert ("<!DOCTYPE storypack>" STORY_WITH (""), -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_assert_false (fixture_read_all (utf16, length, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSAFE);

  /* What only looks like one is text. */
  g_clear_error (&error);
  fixture_read_all ("<!-- <!DOCTYPE x> -->" STORY_WITH ("<why><![CDATA[<!DOCTYPE x>]]></why>"), -1, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
note_connection (GSocketService    *service,
                 GSocketConnection *connection,
                 GObject           *source,
                 gpointer           n_connections)
{
  (*(guint *) n_connections)++;

  return TRUE;
}

/* Neither a file nor a neighbour on the network may hear of the pack. */
static void
test_external_entity (void)
{
  g_autoptr (GSocketService) service = g_socket_service_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "amb-canary-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  guint n_connections = 0;
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, &error);
  int canary = g_mkstemp (path);
  const char *forms[] = {
    "<!DOCTYPE storypack [<!ENTITY e SYSTEM '%s'>]>" STORY_WITH ("<why>&e;</why>"),
    "<!DOCTYPE storypack SYSTEM '%s'>" STORY_WITH (""),
    "<!DOCTYPE storypack [<!ENTITY %% e SYSTEM '%s'>%%e;]>" STORY_WITH (""),
    "<?xml-stylesheet href='%s'?><?xml-model href='%s'?>" STORY_WITH (""),
    STORY_WITH ("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='%s' parse='text'/>"),
  };

  g_assert_no_error (error);
  g_assert_cmpint (canary, >=, 0);
  g_assert_true (g_file_set_contents (path, "CANARY", -1, NULL));
  g_signal_connect (service, "incoming", G_CALLBACK (note_connection), &n_connections);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/x", port);
      g_autofree char *uri = g_strconcat ("file://", path, NULL);
      const char *targets[] = { address, uri, path };

      for (gsize j = 0; j < G_N_ELEMENTS (targets); j++)
        {
          g_auto (GStrv) parts = g_strsplit (forms[i], "%s", -1);
          g_autofree char *joined = g_strjoinv (targets[j], parts);
          g_auto (GStrv) percents = g_strsplit (joined, "%%", -1);
          g_autofree char *xml = g_strjoinv ("%", percents);
          g_autoptr (GError) refusal = NULL;

          fixture_read_all (xml, -1, NULL, &refusal);
          if (i != 3)
            g_assert_nonnull (refusal);
          if (refusal != NULL)
            g_assert_null (strstr (refusal->message, "CANARY"));
        }
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (n_connections, ==, 0);
  g_unlink (path);
  close (canary);
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

static void
assert_endless_refused (const char *head,
                        const char *piece,
                        const char *tail)
{
  g_autoptr (GInputStream) stream = endless_stream_new (head, piece, GIGABYTE, tail);
  g_autoptr (GError) error = NULL;
  glong before = get_peak_memory ();
  g_autoptr (AmbStorypackReader) reader = amb_storypack_reader_new (stream, "pack", &error);

  while (reader != NULL && error == NULL)
    {
      g_autoptr (AmbStory) story = NULL;

      if (!amb_storypack_reader_next (reader, &story, &error))
        break;
      g_assert_nonnull (story);
    }
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE);
  assert_sentence (error);

  /* It is noticed long before the end, and without the memory that it asks for. */
  g_assert_cmpint (endless_stream_get_consumed (ENDLESS_STREAM (stream)), <, 4 * MEGABYTE);
  g_test_message ("%ld kB more at the peak", get_peak_memory () - before);
  if (g_getenv ("ASAN_OPTIONS") == NULL)
    g_assert_cmpint (get_peak_memory () - before, <, 128 * 1024);
}

static void
test_endless (void)
{
  assert_endless_refused (PACK_START PACK_TITLES "<story id=\"", "a", "\"/>" PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES "<story ", "a=\"\" ", "/>" PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES "<", "a", "/>" PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES "<!--", " ", "-->" PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES "<?p", " ", "?>" PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES, " ", PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES "<![CDATA[", "a", "]]>" PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES STORY_START "<title>", "a", "</title>" STORY_END PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES STORY_START "<title>", "&#65;", "</title>" STORY_END PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES STORY_START, "<a/>", STORY_END PACK_END);
  assert_endless_refused (PACK_START PACK_TITLES STORY_START STORY_TITLES, "<theme>t</theme>", STORY_END PACK_END);
  assert_endless_refused ("<storypack xmlns=\"", "a", "\"/>");
  assert_endless_refused ("<!--", "a", "-->" PACK_START);
  assert_endless_refused ("", " ", PACK_START);
}

static void
test_gzip (void)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  char compressed[1024];
  gsize n_read;
  gsize n_written;
  g_autoptr (GError) error = NULL;
  const char *xml = STORY_WITH ("");

  g_converter_convert (G_CONVERTER (compressor), xml, strlen (xml), compressed, sizeof compressed, G_CONVERTER_INPUT_AT_END,
                       &n_read, &n_written, &error);
  g_assert_no_error (error);
  g_assert_false (fixture_read_all (compressed, n_written, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSUPPORTED);
  assert_sentence (error);
}

/* Bytes of every kind, where a pack should be. */
static void
test_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 3000; i++)
    {
      guint8 bytes[256];
      gsize length = g_rand_int_range (random, 0, sizeof bytes);
      g_autoptr (GError) error = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = g_rand_int_range (random, 0, i % 2 == 0 ? 256 : 128);
      if (i % 3 == 0 && length > 0)
        bytes[0] = '<';
      g_assert_false (fixture_read_all (bytes, length, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, AMB_FORMAT_ERROR);
    }
}

#define EVERYTHING \
  "<?xml version='1.0' encoding='UTF-8'?>\n<!-- é --><storypack xmlns='https://ambassadortoolkit.github.io/ns/storypack/1' " \
  "version='1' id='p' language='nl' updated='2026-01-01T00:00:00Z'><title>T</title><organisation>O</organisation>" \
  "<description>D</description><contact address='mailto:a@b.c'>C</contact><desired-value><name>N</name><meaning>M</meaning>" \
  "<behaviour>B</behaviour></desired-value><story id='s' version='1' kind='fact' from='2026-01-01' until='2026-02-01'>" \
  "<title>É<![CDATA[x]]></title><message>&lt;&#233;</message><theme>t</theme><hashtag>h</hashtag>" \
  "<proof date='2026-01-01' href='https://a.b'>p</proof><role name='r'>x</role><prompt>p</prompt>" \
  "<variant channel='x' language='en'>v</variant><talk><spoken>s</spoken><question><ask>a</ask><answer>b</answer></question></talk>" \
  "<link href='http://a.b'>l</link><media file='media/a.jpg' credit='c'>alt</media></story></storypack>"

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, while the peak of the memory is still low. */
  g_test_add_func ("/storypack-hostile/endless", test_endless);
  g_test_add_func ("/storypack-hostile/broken", test_broken);
  g_test_add_func ("/storypack-hostile/own-words", test_own_words);
  g_test_add_data_func ("/storypack-hostile/truncated", EVERYTHING, test_truncated);
  g_test_add_func ("/storypack-hostile/encoding", test_encoding);
  g_test_add_func ("/storypack-hostile/schema", test_schema);
  g_test_add_func ("/storypack-hostile/duplicate", test_duplicate);
  g_test_add_func ("/storypack-hostile/too-long", test_too_long);
  g_test_add_func ("/storypack-hostile/deep", test_deep);
  g_test_add_func ("/storypack-hostile/document-type", test_document_type);
  g_test_add_func ("/storypack-hostile/external-entity", test_external_entity);
  g_test_add_func ("/storypack-hostile/gzip", test_gzip);
  g_test_add_func ("/storypack-hostile/noise", test_noise);

  return g_test_run ();
}

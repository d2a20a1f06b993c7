/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-length.h"

#include <string.h>

#include "random-text.h"
#include "unicode-test-file.h"

#define FAMILY "👨‍👩‍👧‍👦"

static gint64
count (AmbLengthUnit  unit,
       const char    *text)
{
  return amb_length_count (unit, text, -1);
}

static void
test_units (void)
{
  static const struct
  {
    const char *text;
    gint64 code_points, utf16, bytes, graphemes, weight;
  } cases[] = {
    { "", 0, 0, 0, 0, 0 },
    { "Hello", 5, 5, 5, 5, 5 },
    { "𝗯𝗼𝗹𝗱", 4, 8, 16, 4, 8 },
    { FAMILY, 7, 11, 25, 1, 2 },
    { "e\xcc\x81", 2, 2, 3, 1, 1 },
    { "🇳🇱", 2, 4, 8, 1, 2 },
    { "1️⃣", 3, 3, 7, 1, 2 },
    { "…", 1, 1, 3, 1, 2 },
    { "€", 1, 1, 3, 1, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (count (AMB_LENGTH_UNIT_CODE_POINTS, cases[i].text), ==, cases[i].code_points);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_UTF16, cases[i].text), ==, cases[i].utf16);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_BYTES, cases[i].text), ==, cases[i].bytes);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_GRAPHEMES, cases[i].text), ==, cases[i].graphemes);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_X_WEIGHT, cases[i].text), ==, cases[i].weight);
    }
}

static void
test_names (void)
{
  AmbLengthUnit unit;

  for (AmbLengthUnit i = AMB_LENGTH_UNIT_CODE_POINTS; i <= AMB_LENGTH_UNIT_MASTODON; i++)
    {
      g_assert_true (amb_length_unit_from_name (amb_length_unit_get_name (i), &unit));
      g_assert_cmpint (unit, ==, i);
    }

  g_assert_cmpstr (amb_length_unit_get_name (AMB_LENGTH_UNIT_UTF16), ==, "utf-16");
  g_assert_false (amb_length_unit_from_name ("ells", &unit));
}

static void
test_line_ends (void)
{
  for (AmbLengthUnit unit = AMB_LENGTH_UNIT_CODE_POINTS; unit <= AMB_LENGTH_UNIT_MASTODON; unit++)
    {
      g_assert_cmpint (count (unit, "a\nb"), ==, 3);
      g_assert_cmpint (count (unit, "a\r\nb"), ==, 3);
      g_assert_cmpint (count (unit, "a\rb"), ==, 3);
      g_assert_cmpint (count (unit, "é\r\n\r\né"), ==, unit == AMB_LENGTH_UNIT_BYTES ? 6 : 4);
    }
}

/* Measured with npm twitter-text 3.1.0. */
static void
test_x (void)
{
  static const struct
  {
    const char *text;
    gint64 weight;
  } cases[] = {
    { "see https://example.com/a/long/path?with=query#and-more now", 31 },
    { "http://a.nl", 23 },
    { "foo.amsterdam", 23 },
    { "http://x.y", 10 },
    { "@alice@example.com", 18 },
    { "user@example.com", 16 },
    { "example.com.", 24 },
    { "(https://example.com/a_(b))", 25 },
    { "https://example.com/a,", 24 },
    { "example.com?x=1", 27 },
    { "日本.foo.com", 28 },
    { "https://日本.jp/a", 23 },
    { "“quoted” – and —", 16 },
    { "©", 1 },
    { "©️", 2 },
    { "⚽️", 2 },
    { "👍🏽👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿", 6 },
    { "☺︎", 4 },
    { "日本語", 6 },
    { "https://t.co/abc/def", 27 },
    { "a.-b.nl", 7 },
    { "-example.com", 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_X_WEIGHT, cases[i].text), ==, cases[i].weight);
    }
}

static void
test_x_long_label (void)
{
  g_autoptr (GString) text = g_string_new ("https://");

  for (guint i = 0; i < 63; i++)
    g_string_append_c (text, 'a');
  g_string_append (text, ".com");
  g_assert_cmpint (count (AMB_LENGTH_UNIT_X_WEIGHT, text->str), ==, 23);

  g_string_insert_c (text, 8, 'a');
  g_assert_cmpint (count (AMB_LENGTH_UNIT_X_WEIGHT, text->str), ==, text->len);
}

static void
test_mastodon (void)
{
  static const struct
  {
    const char *text;
    gint64 length;
  } cases[] = {
    { "https://example.com/a/very/long/path/that/counts/as/twenty-three", 23 },
    { "example.com/a", 13 },
    { "@alice@example.social hello", 12 },
    { "@alice hello", 12 },
    { "mail@example.com", 16 },
    { "/@alice@example.social", 22 },
    { "@alice@example.social.", 7 },
    { "http://localhost/a", 18 },
    { FAMILY "é", 2 },
    { "hi @a@b.nl and @c@d.nl: https://e.nl/é?f", 37 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_MASTODON, cases[i].text), ==, cases[i].length);
    }
}

static void
test_grapheme_break_test (void)
{
  g_auto (GStrv) lines = read_unicode_lines ("auxiliary/GraphemeBreakTest.txt");
  guint n_cases = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_autofree char *text = NULL;

      if (!g_str_has_prefix (lines[i], "÷"))
        continue;

      text = decode_unicode_line (lines[i], breaks);
      n_cases++;
      g_assert_cmpint (count (AMB_LENGTH_UNIT_GRAPHEMES, text), ==, breaks->len - 1);
    }

  /* As many as Unicode 15.0 has; later versions have more. */
  g_assert_cmpuint (n_cases, >=, 602);
}

/* X takes a sequence for one emoji only when it is fully qualified. */
static void
test_emoji_test (void)
{
  g_auto (GStrv) lines = read_unicode_lines ("emoji/emoji-test.txt");
  guint n_sequences = 0, n_qualified = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_autofree char *text = NULL;

      if (!g_ascii_isxdigit (lines[i][0]))
        continue;

      text = decode_unicode_line (lines[i], breaks);
      n_sequences++;
      g_assert_cmpint (count (AMB_LENGTH_UNIT_GRAPHEMES, text), ==, 1);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_MASTODON, text), ==, 1);

      if (strstr (lines[i], "; fully-qualified") == NULL && strstr (lines[i], "; component") == NULL)
        continue;

      n_qualified++;
      g_assert_cmpint (count (AMB_LENGTH_UNIT_X_WEIGHT, text), ==, 2);
    }

  g_assert_cmpuint (n_sequences, >=, 4733);
  g_assert_cmpuint (n_qualified, >, 3600);
}

static void
test_measure (void)
{
  const AmbChannelRules *x = amb_channel_rules_lookup ("x");
  const AmbChannelRules *mastodon = amb_channel_rules_lookup ("mastodon");
  const AmbChannelRules *website = amb_channel_rules_lookup ("website");
  g_autofree char *long_text = g_strnfill (281, 'a');
  AmbLength length;

  amb_length_measure (x, 0, "Hello…", &length);
  g_assert_cmpint (length.length, ==, 7);
  g_assert_cmpint (length.limit, ==, 280);
  g_assert_cmpint (length.remaining, ==, 273);
  g_assert_false (length.over);
  g_assert_cmpint (length.unit, ==, AMB_LENGTH_UNIT_X_WEIGHT);

  amb_length_measure (x, 0, long_text, &length);
  g_assert_cmpint (length.remaining, ==, -1);
  g_assert_true (length.over);

  amb_length_measure (mastodon, 5000, long_text, &length);
  g_assert_cmpint (length.limit, ==, 5000);
  g_assert_false (length.over);

  amb_length_measure (website, 0, long_text, &length);
  g_assert_cmpint (length.length, ==, 281);
  g_assert_cmpint (length.limit, ==, 0);
  g_assert_cmpint (length.remaining, ==, 0);
  g_assert_false (length.over);
}

static char *
repeat (const char *text,
        guint       times)
{
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

/* What a Bluesky server accepts and refuses, measured on one. */
static void
test_bluesky (void)
{
  const AmbChannelRules *bluesky = amb_channel_rules_lookup ("bluesky");
  g_autofree char *letters = g_strnfill (301, 'a');
  g_autofree char *families = repeat (FAMILY, 120);
  g_autofree char *more_families = repeat (FAMILY, 121);
  g_autofree char *accents = repeat ("e\xcc\x81", 300);
  AmbLength length;

  amb_length_measure (bluesky, 0, letters, &length);
  g_assert_true (length.over);
  g_assert_cmpint (length.unit, ==, AMB_LENGTH_UNIT_GRAPHEMES);
  g_assert_cmpint (length.remaining, ==, -1);

  amb_length_measure (bluesky, 0, families, &length);
  g_assert_false (length.over);
  g_assert_cmpint (length.unit, ==, AMB_LENGTH_UNIT_BYTES);
  g_assert_cmpint (length.remaining, ==, 0);

  amb_length_measure (bluesky, 0, more_families, &length);
  g_assert_true (length.over);
  g_assert_cmpint (length.length, ==, 3025);

  amb_length_measure (bluesky, 0, accents, &length);
  g_assert_false (length.over);
  g_assert_cmpint (length.length, ==, 300);
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = make_random_text (random, g_rand_int_range (random, 0, 30));
      g_autofree char *twice = g_strdup_printf ("%s\n\n%s", text, text);

      g_assert_cmpint (count (AMB_LENGTH_UNIT_GRAPHEMES, text), <=, count (AMB_LENGTH_UNIT_CODE_POINTS, text));
      g_assert_cmpint (count (AMB_LENGTH_UNIT_CODE_POINTS, text), <=, count (AMB_LENGTH_UNIT_UTF16, text));
      g_assert_cmpint (count (AMB_LENGTH_UNIT_UTF16, text), <=, count (AMB_LENGTH_UNIT_BYTES, text));

      if (!g_str_has_suffix (text, "\r"))
        for (AmbLengthUnit unit = AMB_LENGTH_UNIT_CODE_POINTS; unit <= AMB_LENGTH_UNIT_BYTES; unit++)
          g_assert_cmpint (count (unit, twice), >=, 2 * count (unit, text));
    }
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < 2000; i++)
    {
      gsize size = g_rand_int_range (random, 0, 200);
      g_autofree char *bytes = make_random_bytes (random, size);

      for (AmbLengthUnit unit = AMB_LENGTH_UNIT_CODE_POINTS; unit <= AMB_LENGTH_UNIT_MASTODON; unit++)
        g_assert_cmpint (count (unit, bytes), >=, 0);
    }
}

/* A text without spaces, of which each character could be the begin of an address. */
static void
test_long_texts (void)
{
  static const char * const parts[] = { "日", "日.", "a_", "-a", "a.", ".", "((a", "/a)", "日a_b.", "@a", "日_a.nl_", "))" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = repeat (parts[i], 20000);
      g_autofree char *address = g_strconcat ("https://example.com/", text, NULL);

      g_assert_cmpint (count (AMB_LENGTH_UNIT_X_WEIGHT, text), >, 0);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_X_WEIGHT, address), >, 0);
      g_assert_cmpint (count (AMB_LENGTH_UNIT_MASTODON, address), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/length/units", test_units);
  g_test_add_func ("/text/length/names", test_names);
  g_test_add_func ("/text/length/line-ends", test_line_ends);
  g_test_add_func ("/text/length/x", test_x);
  g_test_add_func ("/text/length/x-long-label", test_x_long_label);
  g_test_add_func ("/text/length/mastodon", test_mastodon);
  g_test_add_func ("/text/length/grapheme-break-test", test_grapheme_break_test);
  g_test_add_func ("/text/length/emoji-test", test_emoji_test);
  g_test_add_func ("/text/length/measure", test_measure);
  g_test_add_func ("/text/length/bluesky", test_bluesky);
  g_test_add_func ("/text/length/properties", test_properties);
  g_test_add_func ("/text/length/any-bytes", test_any_bytes);
  g_test_add_func ("/text/length/long-texts", test_long_texts);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-words.h"

#include <unicode/uchar.h>

#include "random-text.h"
#include "unicode-test-file.h"

static char *
split (const char *text)
{
  g_autoptr (GArray) words = amb_words_split (text, -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      AmbRange range = g_array_index (words, AmbWord, i).range;

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text + range.start, range.end - range.start);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_split (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { "  \n", "" },
    { "One two, three.", "One|two|three" },
    { "don't and don’t", "don't|and|don’t" },
    { "e-mail – or e—mail", "e|mail|or|e|mail" },
    { "3.14 and 1,000 and a.b", "3.14|and|1,000|and|a.b" },
    { "snake_case _ __", "snake_case" },
    { "Zürich, naïef", "Zürich|naïef" },
    { "😀 👍🏽 ok", "ok" },
    { "日本語", "日本語" },
    { "read https://example.com/a-b?c=d now", "read|now" },
    { "see (https://example.com/a). End", "see|End" },
    { "www.example.com is it", "is|it" },
    { "example.com/news too", "too" },
    { "thanks @alice and @bob@example.social!", "thanks|and" },
    { "#OpenDay at #Zorg2026 yes", "at|yes" },
    { "number #1 #", "number|1" },
    { "mail user@example.com", "mail|user|example.com" },
    { "einde.Volgende", "einde.Volgende" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = split (cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

static guint64
hash_of (const char *text)
{
  g_autoptr (GArray) words = amb_words_split (text, -1);

  g_assert_cmpuint (words->len, ==, 1);

  return g_array_index (words, AmbWord, 0).hash;
}

static void
test_same (void)
{
  static const char * const pairs[][2] = {
    { "Nurse", "nurse" },   { "NURSE", "nurse" },         { "don't", "don’t" },     { "DON‘T", "don't" },
    { "bold", "𝗯𝗼𝗹𝗱" },     { "é", "e\xcc\x81" },         { "É", "é" },             { "Straße", "STRASSE" },
    { "ﬁne", "fine" },      { "ｗｉｄｅ", "wide" },       { "co\xc2\xadop", "coop" }, { "ΟΔΟΣ", "οδος" },
    { "2026", "𝟮𝟬𝟮𝟲" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s %s", pairs[i][0], pairs[i][1]);
      g_assert_cmpuint (hash_of (pairs[i][0]), ==, hash_of (pairs[i][1]));
    }
}

static void
test_different (void)
{
  g_assert_cmpuint (hash_of ("nurse"), !=, hash_of ("nurses"));
  g_assert_cmpuint (hash_of ("resume"), !=, hash_of ("résumé"));
  g_assert_cmpuint (hash_of ("ab"), !=, hash_of ("ba"));
}

/* Hashes are stored: a change here means that every stored fingerprint has to be made anew. */
static void
test_stable (void)
{
  g_assert_cmpuint (hash_of ("ambassador"), ==, G_GUINT64_CONSTANT (0x880631a851c1c324));
  g_assert_cmpuint (hash_of ("Zürich"), ==, G_GUINT64_CONSTANT (0x9958acd16716f91c));
}

static void
assert_same_words (const char *text)
{
  g_autoptr (GArray) quick = amb_words_split (text, -1);
  g_autoptr (GArray) slow = amb_words_split_reference (text, -1);

  if (quick->len != slow->len)
    g_error ("“%s” has %u words, not %u", text, quick->len, slow->len);

  for (guint i = 0; i < quick->len; i++)
    {
      const AmbWord *a = &g_array_index (quick, AmbWord, i);
      const AmbWord *b = &g_array_index (slow, AmbWord, i);

      g_assert_cmpuint (a->range.start, ==, b->range.start);
      g_assert_cmpuint (a->range.end, ==, b->range.end);
      g_assert_cmpuint (a->hash, ==, b->hash);
    }
}

static void
test_reference (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = make_random_text (random, g_rand_int_range (random, 0, 40));

      assert_same_words (text);
    }
}

static gboolean
has_letter_or_digit (const char *text,
                     gsize       start,
                     gsize       end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (u_hasBinaryProperty (g_utf8_get_char (p), UCHAR_ALPHABETIC) || u_isdigit (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Unicode's own cases, less those with a colon, which ICU does not join words with. */
static void
test_word_break_test (void)
{
  g_auto (GStrv) lines = read_unicode_lines ("auxiliary/WordBreakTest.txt");
  guint n_cases = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_autoptr (GArray) words = NULL;
      g_autofree char *text = NULL;
      guint next = 0;

      if (!g_str_has_prefix (lines[i], "÷") || strstr (lines[i], "003A") != NULL)
        continue;

      text = decode_unicode_line (lines[i], breaks);
      words = amb_words_split (text, -1);
      n_cases++;

      for (guint j = 0; j + 1 < breaks->len; j++)
        {
          gsize start = g_array_index (breaks, gsize, j);
          gsize end = g_array_index (breaks, gsize, j + 1);

          if (!has_letter_or_digit (text, start, end))
            continue;

          g_test_message ("%s", lines[i]);
          g_assert_cmpuint (next, <, words->len);
          g_assert_cmpuint (g_array_index (words, AmbWord, next).range.start, ==, start);
          g_assert_cmpuint (g_array_index (words, AmbWord, next).range.end, ==, end);
          next++;
        }

      g_assert_cmpuint (next, ==, words->len);
    }

  g_assert_cmpuint (n_cases, >, 1400);
}

static void
assert_same_round (gunichar character)
{
  static const char * const around[] = { "a", "1", "_", "'", "’", ".", " ", "é", "\xef\xb8\x8f", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (around); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (around); j++)
      {
        char bytes[7] = { 0 };
        g_autofree char *text = NULL;

        g_unichar_to_utf8 (character, bytes);
        text = g_strconcat ("x", around[i], bytes, around[j], "y", NULL);
        assert_same_words (text);
      }
}

/* Every character that the quick way knows, between letters, digits and marks. */
static void
test_reference_characters (void)
{
  for (gunichar character = 1; character < 0x800; character++)
    assert_same_round (character);
  for (gunichar character = 0x2000; character < 0x2070; character++)
    assert_same_round (character);
  for (gunichar character = 0x2190; character < 0x2400; character += 3)
    assert_same_round (character);
  for (gunichar character = 0x2500; character < 0x27C0; character += 3)
    assert_same_round (character);
  for (gunichar character = 0x1F300; character < 0x1FB00; character += 3)
    assert_same_round (character);
  for (gunichar character = 0x1F3F9; character < 0x1F403; character++)
    assert_same_round (character);
}

static void
test_ranges (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = make_random_text (random, 30);
      g_autoptr (GArray) words = amb_words_split (text, -1);
      gsize end = 0;

      g_assert_cmpuint (amb_words_count (text), ==, words->len);

      for (guint j = 0; j < words->len; j++)
        {
          AmbRange range = g_array_index (words, AmbWord, j).range;

          g_assert_cmpuint (range.start, >=, end);
          g_assert_cmpuint (range.start, <, range.end);
          g_assert_cmpuint (range.end, <=, strlen (text));
          g_assert_true (g_utf8_validate (text + range.start, range.end - range.start, NULL));
          end = range.end;
        }
    }
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 2000; i++)
    {
      gsize size = g_rand_int_range (random, 1, 100);
      g_autofree char *bytes = make_random_bytes (random, size);
      g_autofree char *exact = g_memdup2 (bytes, size);
      g_autoptr (GArray) words = amb_words_split (exact, size);

      g_assert_cmpuint (words->len, <=, size);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/words/split", test_split);
  g_test_add_func ("/text/words/same", test_same);
  g_test_add_func ("/text/words/different", test_different);
  g_test_add_func ("/text/words/stable", test_stable);
  g_test_add_func ("/text/words/word-break-test", test_word_break_test);
  g_test_add_func ("/text/words/reference", test_reference);
  g_test_add_func ("/text/words/reference-characters", test_reference_characters);
  g_test_add_func ("/text/words/ranges", test_ranges);
  g_test_add_func ("/text/words/any-bytes", test_any_bytes);

  return g_test_run ();
}

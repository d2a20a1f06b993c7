/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-difference.h"

/* What stands between brackets is of one kind: [-removed-], {+added+}. */
static char *
describe (const char *before,
          const char *after)
{
  g_autoptr (GArray) parts = amb_difference_find (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const AmbDifference *part = &g_array_index (parts, AmbDifference, i);
      const char *source = part->kind == AMB_DIFFERENCE_REMOVED ? before : after;
      g_autofree char *words = g_strndup (source + part->range.start, part->range.end - part->range.start);

      if (part->kind == AMB_DIFFERENCE_REMOVED)
        g_string_append_printf (text, "[-%s-]", words);
      else if (part->kind == AMB_DIFFERENCE_ADDED)
        g_string_append_printf (text, "{+%s+}", words);
      else
        g_string_append (text, words);
    }

  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
  } cases[] = {
    { "", "", "" },
    { "one two", "one two", "one two" },
    { "", "one", "{+one+}" },
    { "one", "", "[-one-]" },
    { "one two three", "one three", "one [-two -]three" },
    { "one three", "one two three", "one {+two +}three" },
    { "one two three", "one 2 three", "one [-two -]{+2 +}three" },
    { "a b c d", "b x d", "[-a -]b [-c -]{+x +}d" },
    { "één twee", "één\ntwee", "[-één -]{+één\n+}twee" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].before, cases[i].after);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static char *
collect (GArray            *parts,
         const char        *before,
         const char        *after,
         AmbDifferenceKind  without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const AmbDifference *part = &g_array_index (parts, AmbDifference, i);
      const char *source = part->kind == AMB_DIFFERENCE_REMOVED ? before : after;

      if (part->kind != without)
        g_string_append_len (text, source + part->range.start, part->range.end - part->range.start);
    }

  return g_string_free (text, FALSE);
}

static char *
make_random_text (GRand *random)
{
  static const char * const words[] = { "de ", "eend ", "zwemt\n", "é ", "  ", "naar", "huis. " };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 40); n > 0; n--)
    g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

/* Whatever the texts: what is not removed makes up the text after, what is not added the text before. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *before = make_random_text (random);
      g_autofree char *after = make_random_text (random);
      g_autoptr (GArray) parts = amb_difference_find (before, after);
      g_autofree char *rebuilt_before = collect (parts, before, after, AMB_DIFFERENCE_ADDED);
      g_autofree char *rebuilt_after = collect (parts, before, after, AMB_DIFFERENCE_REMOVED);

      g_assert_cmpstr (rebuilt_before, ==, before);
      g_assert_cmpstr (rebuilt_after, ==, after);
    }
}

static char *
make_long_text (const char *word)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s%d ", word, i);

  return g_string_free (text, FALSE);
}

static void
test_long (void)
{
  g_autofree char *before = make_long_text ("a");
  g_autofree char *after = make_long_text ("b");
  g_autoptr (GArray) parts = amb_difference_find (before, after);

  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpint (g_array_index (parts, AmbDifference, 0).kind, ==, AMB_DIFFERENCE_REMOVED);
  g_assert_cmpint (g_array_index (parts, AmbDifference, 1).kind, ==, AMB_DIFFERENCE_ADDED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/difference/words", test_words);
  g_test_add_func ("/text/difference/random", test_random);
  g_test_add_func ("/text/difference/long", test_long);

  return g_test_run ();
}

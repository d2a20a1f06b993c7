/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-reuse.h"

#include <string.h>

#include "amb-words.h"
#include "random-text.h"

static AmbReuse *
measure (const char         *draft,
         const char * const *sources)
{
  AmbReuse *reuse = amb_reuse_new (draft);

  for (gsize i = 0; sources[i] != NULL; i++)
    amb_reuse_add_source (reuse, i + 1, sources[i]);
  amb_reuse_finish (reuse);

  return reuse;
}

static void
test_all_and_nothing (void)
{
  const char *text = "We are proud that our hospital opens a new ward for children this spring.";
  const char * const same[] = { text, NULL };
  const char * const other[] = { "Nothing here was ever said by anybody else but me.", NULL };
  const char * const none[] = { NULL };
  g_autoptr (AmbReuse) copied = measure (text, same);
  g_autoptr (AmbReuse) own = measure (text, other);
  g_autoptr (AmbReuse) alone = measure (text, none);
  g_autoptr (AmbReuse) empty = measure ("", same);

  g_assert_cmpfloat (amb_reuse_get_share (copied), ==, 0.0);
  g_assert_cmpuint (amb_reuse_get_copied (copied), ==, 14);
  g_assert_cmpuint (amb_reuse_get_passages (copied)->len, ==, 1);
  g_assert_cmpfloat (amb_reuse_get_share (own), ==, 1.0);
  g_assert_cmpuint (amb_reuse_get_words (own), ==, 14);
  g_assert_cmpfloat (amb_reuse_get_share (alone), ==, 1.0);
  g_assert_cmpfloat (amb_reuse_get_share (empty), ==, 1.0);
  g_assert_cmpuint (amb_reuse_get_words (empty), ==, 0);
}

static void
test_minimum (void)
{
  const char * const source[] = { "one two three four five six", NULL };
  g_autoptr (AmbReuse) four = measure ("alpha two three four five beta", source);
  g_autoptr (AmbReuse) five = measure ("alpha one two three four five beta", source);

  g_assert_cmpuint (amb_reuse_get_copied (four), ==, 0);
  g_assert_cmpuint (amb_reuse_get_copied (five), ==, 5);
}

static void
test_passage (void)
{
  const char *draft = "I say: “One two, THREE four—five six!” and more.";
  const char * const source[] = { "zero one two three four five six seven", NULL };
  g_autoptr (AmbReuse) reuse = measure (draft, source);
  const AmbReusePassage *passage;
  g_autofree char *found = NULL;

  g_assert_cmpuint (amb_reuse_get_passages (reuse)->len, ==, 1);
  passage = &g_array_index (amb_reuse_get_passages (reuse), AmbReusePassage, 0);
  found = g_strndup (draft + passage->range.start, passage->range.end - passage->range.start);
  g_assert_cmpstr (found, ==, "One two, THREE four—five six");
  g_assert_cmpint (passage->source, ==, 1);
  g_assert_cmpuint (passage->words, ==, 6);
}

static void
test_moved (void)
{
  const char * const source[] = { "a1 a2 a3 a4 a5 a6 a7 b1 b2 b3 b4 b5 b6 b7", NULL };
  g_autoptr (AmbReuse) reuse = measure ("b1 b2 b3 b4 b5 b6 b7 own words a1 a2 a3 a4 a5 a6 a7", source);

  g_assert_cmpuint (amb_reuse_get_copied (reuse), ==, 14);
  g_assert_cmpuint (amb_reuse_get_passages (reuse)->len, ==, 2);
}

static void
test_disguised (void)
{
  const char * const source[] = { "Don't wait until it's too late: see https://example.com/story for more", NULL };
  g_autoptr (AmbReuse) reuse = measure ("DON’T 𝘄𝗮𝗶𝘁 until it’s too late see https://lnkd.in/abc for more", source);

  g_assert_cmpfloat (amb_reuse_get_share (reuse), ==, 0.0);
}

static void
test_longest_source (void)
{
  const char * const sources[] = { "x one two three four five y", "one two three four five six", "one two three four five six", NULL };
  g_autoptr (AmbReuse) reuse = measure ("one two three four five six", sources);

  g_assert_cmpuint (amb_reuse_get_passages (reuse)->len, ==, 1);
  g_assert_cmpint (g_array_index (amb_reuse_get_passages (reuse), AmbReusePassage, 0).source, ==, 2);
}

static void
test_fingerprints (void)
{
  g_autoptr (GArray) none = amb_reuse_fingerprints ("one two three four", -1);
  g_autoptr (GArray) one = amb_reuse_fingerprints ("one two three four five", -1);
  g_autoptr (GArray) repeated = amb_reuse_fingerprints ("a a a a a a a a a a a a", -1);
  g_autoptr (AmbReuse) reuse = amb_reuse_new ("ONE two, three four five");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (repeated->len, ==, 1);
  g_assert_cmpuint (amb_reuse_get_fingerprints (reuse)->len, ==, 1);
  g_assert_cmpint (g_array_index (amb_reuse_get_fingerprints (reuse), gint64, 0), ==, g_array_index (one, gint64, 0));
}

static char *
make_words (GRand *random,
            guint  n_words,
            guint  n_different)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "w%d ", g_rand_int_range (random, 0, n_different));

  return g_string_free (text, FALSE);
}

static void
test_fingerprint_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint n_words = 0; n_words < 3000; n_words += 1 + n_words / 10)
    {
      g_autofree char *text = make_words (random, n_words, 50);
      g_autoptr (GArray) fingerprints = amb_reuse_fingerprints (text, -1);

      g_assert_cmpuint (fingerprints->len, <=, n_words);
      for (guint i = 0; i < fingerprints->len; i++)
        {
          gint64 fingerprint = g_array_index (fingerprints, gint64, i);

          g_assert_cmpint (fingerprint, >, i == 0 ? 0 : g_array_index (fingerprints, gint64, i - 1));
          g_assert_cmpint (fingerprint, <, G_GINT64_CONSTANT (1) << 48);
        }
    }
}

/* Fingerprints are stored: see test-words.c. */
static void
test_stable (void)
{
  g_autoptr (GArray) fingerprints = amb_reuse_fingerprints ("in my own words, always", -1);

  g_assert_cmpuint (fingerprints->len, ==, 1);
  g_assert_cmpint (g_array_index (fingerprints, gint64, 0), ==, G_GINT64_CONSTANT (157501574714576));
}

/* The definition, word for word: again and again the longest run that is nowhere taken yet. */
static guint
tile_by_hand (const GArray  *draft,
              GArray       **sources,
              guint          n_sources,
              gboolean      *taken)
{
  guint best = 0, best_at = 0;

  for (guint i = 0; i < draft->len; i++)
    for (guint s = 0; s < n_sources; s++)
      for (guint j = 0; j < sources[s]->len; j++)
        {
          guint length = 0;

          while (i + length < draft->len && j + length < sources[s]->len && !taken[i + length] &&
                 g_array_index (draft, AmbWord, i + length).hash == g_array_index (sources[s], AmbWord, j + length).hash)
            length++;

          if (length > best)
            {
              best = length;
              best_at = i;
            }
        }

  if (best < AMB_REUSE_MINIMUM_RUN)
    return 0;

  for (guint i = best_at; i < best_at + best; i++)
    taken[i] = TRUE;

  return best;
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint round = 0; round < 500; round++)
    {
      guint n_different = g_rand_int_range (random, 1, 4);
      g_autofree char *draft = make_words (random, g_rand_int_range (random, 0, 40), n_different);
      g_autoptr (AmbReuse) reuse = amb_reuse_new (draft);
      g_autoptr (GArray) words = amb_words_split (draft, -1);
      g_autofree gboolean *taken = g_new0 (gboolean, words->len + 1);
      GArray *sources[3];
      guint copied = 0, n_tiles = 0, tile;

      for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
        {
          g_autofree char *source = make_words (random, g_rand_int_range (random, 0, 30), n_different);

          sources[i] = amb_words_split (source, -1);
          amb_reuse_add_source (reuse, i, source);
        }
      amb_reuse_finish (reuse);

      while ((tile = tile_by_hand (words, sources, G_N_ELEMENTS (sources), taken)) > 0)
        {
          copied += tile;
          n_tiles++;
        }

      g_assert_cmpuint (amb_reuse_get_copied (reuse), ==, copied);
      g_assert_cmpuint (amb_reuse_get_passages (reuse)->len, ==, n_tiles);

      for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
        g_array_unref (sources[i]);
    }
}

/* What is spliced in comes out: k words of a source among own ones. */
static void
test_known_share (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (13);

  for (guint n_copied = AMB_REUSE_MINIMUM_RUN; n_copied < 60; n_copied++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (GString) draft = g_string_new (NULL);
      guint n_own = g_rand_int_range (random, 1, 60);
      const char *sources[2] = { NULL, NULL };
      g_autoptr (AmbReuse) reuse = NULL;

      for (guint i = 0; i < 80; i++)
        g_string_append_printf (source, "theirs%u ", i);
      for (guint i = 0; i < n_own; i++)
        {
          g_string_append_printf (draft, "mine%u ", i);
          if (i == n_own / 2)
            for (guint j = 10; j < 10 + n_copied; j++)
              g_string_append_printf (draft, "Theirs%u, ", j);
        }

      sources[0] = source->str;
      reuse = measure (draft->str, sources);
      g_assert_cmpuint (amb_reuse_get_copied (reuse), ==, n_copied);
      g_assert_cmpfloat_with_epsilon (amb_reuse_get_share (reuse), (double) n_own / (n_own + n_copied), 1e-12);
    }
}

static void
test_passages_in_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (14);

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *draft = make_random_text (random, 60);
      g_autofree char *source = make_random_text (random, 30);
      g_autofree char *both = g_strconcat (draft, " ", source, " ", draft, NULL);
      const char * const sources[] = { source, draft, NULL };
      g_autoptr (AmbReuse) reuse = measure (both, sources);
      const GArray *passages = amb_reuse_get_passages (reuse);
      gsize end = 0;
      guint words = 0;

      for (guint i = 0; i < passages->len; i++)
        {
          const AmbReusePassage *passage = &g_array_index (passages, AmbReusePassage, i);

          g_assert_cmpuint (passage->range.start, >=, end);
          g_assert_cmpuint (passage->range.end, <=, strlen (both));
          g_assert_cmpuint (passage->words, >=, AMB_REUSE_MINIMUM_RUN);
          end = passage->range.end;
          words += passage->words;
        }

      g_assert_cmpuint (words, ==, amb_reuse_get_copied (reuse));
      g_assert_cmpfloat (amb_reuse_get_share (reuse), >=, 0.0);
      g_assert_cmpfloat (amb_reuse_get_share (reuse), <=, 1.0);
    }
}

static void
test_symmetric (void)
{
  const char *a = "first own part. One two three four five six seven. And then again mine";
  const char *b = "somebody else: one two three four five six seven";
  const char * const from_a[] = { a, NULL };
  const char * const from_b[] = { b, NULL };
  g_autoptr (AmbReuse) a_in_b = measure (b, from_a);
  g_autoptr (AmbReuse) b_in_a = measure (a, from_b);

  g_assert_cmpuint (amb_reuse_get_copied (a_in_b), ==, amb_reuse_get_copied (b_in_a));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/reuse/all-and-nothing", test_all_and_nothing);
  g_test_add_func ("/text/reuse/minimum", test_minimum);
  g_test_add_func ("/text/reuse/passage", test_passage);
  g_test_add_func ("/text/reuse/moved", test_moved);
  g_test_add_func ("/text/reuse/disguised", test_disguised);
  g_test_add_func ("/text/reuse/longest-source", test_longest_source);
  g_test_add_func ("/text/reuse/fingerprints", test_fingerprints);
  g_test_add_func ("/text/reuse/fingerprint-order", test_fingerprint_order);
  g_test_add_func ("/text/reuse/stable", test_stable);
  g_test_add_func ("/text/reuse/brute-force", test_brute_force);
  g_test_add_func ("/text/reuse/known-share", test_known_share);
  g_test_add_func ("/text/reuse/passages-in-order", test_passages_in_order);
  g_test_add_func ("/text/reuse/symmetric", test_symmetric);

  return g_test_run ();
}

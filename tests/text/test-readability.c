/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-readability.h"

#include "random-text.h"

/* Five sentences of four words of one syllable. */
#define ENGLISH "The cat sat down. The dog ran off. We all like cake. You may have some. I will eat mine."

static void
test_english (void)
{
  AmbReadability readability;

  amb_readability_measure (ENGLISH, "en", &readability);
  g_assert_cmpstr (readability.formula, ==, "flesch");
  g_assert_cmpuint (readability.words, ==, 20);
  g_assert_cmpuint (readability.sentences, ==, 5);
  g_assert_cmpuint (readability.syllables, ==, 20);
  g_assert_true (readability.enough);
  g_assert_cmpfloat_with_epsilon (readability.score, 206.835 - 1.015 * 4 - 84.6, 1e-9);
  g_assert_cmpint (readability.grade, ==, AMB_READABILITY_GRADE_VERY_EASY);
}

/* Five sentences; the formula of each language on its own counts. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *language, *formula;
    double highest, per_sentence_word, per_word_syllable;
  } cases[] = {
    { "nl", "flesch-douma", 206.835, 0.93, 77 },
    { "en-GB", "flesch", 206.835, 1.015, 84.6 },
    { "de", "amstad", 180, 1, 58.5 },
    { "fr", "kandel-moles", 209, 1.15, 68 },
  };
  const char *text = "Een dag in de zorg. Ik help mensen. Dat is mooi werk. Soms is het zwaar. Morgen ga ik weer naar zaal.";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AmbReadability readability;

      amb_readability_measure (text, cases[i].language, &readability);
      g_assert_cmpstr (readability.formula, ==, cases[i].formula);
      g_assert_cmpuint (readability.words, ==, 22);
      g_assert_cmpfloat_with_epsilon (readability.score,
                                      cases[i].highest - cases[i].per_sentence_word * readability.words / readability.sentences -
                                      cases[i].per_word_syllable * readability.syllables / readability.words,
                                      1e-9);
    }
}

static void
test_lix (void)
{
  AmbReadability readability;

  amb_readability_measure ("Aa bb cc. Dd ee ff. Gg hh ii. Jj kk ll. Mm nn lengthy.", "fy", &readability);
  g_assert_cmpstr (readability.formula, ==, "lix");
  g_assert_cmpuint (readability.syllables, ==, 0);
  g_assert_cmpfloat_with_epsilon (readability.score, 3 + 100.0 / 15, 1e-9);
  g_assert_cmpint (readability.grade, ==, AMB_READABILITY_GRADE_VERY_EASY);
}

static void
test_too_short (void)
{
  AmbReadability readability;

  amb_readability_measure ("", "nl", &readability);
  g_assert_false (readability.enough);
  g_assert_cmpint (readability.grade, ==, AMB_READABILITY_GRADE_NONE);

  amb_readability_measure ("One. Two. Three. Four.", "en", &readability);
  g_assert_cmpuint (readability.sentences, ==, 4);
  g_assert_false (readability.enough);
  g_assert_cmpfloat (readability.score, ==, 0.0);

  /* What is no sentence does not make a text longer. */
  amb_readability_measure ("One. Two. Three. Four.\n#five #six\nhttps://example.com/seven", "en", &readability);
  g_assert_cmpuint (readability.sentences, ==, 4);
  g_assert_cmpuint (readability.words, ==, 4);
}

static void
test_grades (void)
{
  for (AmbReadabilityGrade grade = AMB_READABILITY_GRADE_NONE; grade <= AMB_READABILITY_GRADE_VERY_EASY; grade++)
    g_assert_nonnull (amb_readability_grade_get_name (grade));
}

static void
test_long_sentences (void)
{
  const char *text = "Short one. This one has six words altogether.\n#tags https://example.com/do not count.";
  g_autoptr (GArray) five = amb_readability_find_long_sentences (text, "en", 5);
  g_autoptr (GArray) seven = amb_readability_find_long_sentences (text, "en", 7);

  g_assert_cmpuint (five->len, ==, 1);
  g_assert_cmpuint (g_array_index (five, AmbRange, 0).start, ==, 11);
  g_assert_cmpuint (seven->len, ==, 0);
}

static void
test_any_text (void)
{
  static const char * const languages[] = { "nl", "en", "de", "fr", "fy" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = i % 2 == 0 ? make_random_text (random, 150) : make_broken_text (random, 150);
      AmbReadability readability;

      amb_readability_measure (text, languages[i % G_N_ELEMENTS (languages)], &readability);
      g_assert_cmpuint (readability.sentences, <=, readability.words);
      g_assert_false (readability.score != readability.score);
      g_assert_true (readability.enough == (readability.grade != AMB_READABILITY_GRADE_NONE));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/readability/english", test_english);
  g_test_add_func ("/text/readability/formulas", test_formulas);
  g_test_add_func ("/text/readability/lix", test_lix);
  g_test_add_func ("/text/readability/too-short", test_too_short);
  g_test_add_func ("/text/readability/grades", test_grades);
  g_test_add_func ("/text/readability/long-sentences", test_long_sentences);
  g_test_add_func ("/text/readability/any-text", test_any_text);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-readability.h"

#include <glib/gi18n-lib.h>

#include "amb-language.h"
#include "amb-sentences.h"
#include "amb-syllables.h"
#include "amb-words.h"

/* A score of fewer swings wildly: “aids, not infallible instruments”, as Douma said of them. */
#define ENOUGH_SENTENCES 5
#define ENOUGH_WORDS 100

/* LIX calls a word long that has more letters than this. */
#define LONG_WORD 6

/* A score of Flesch's kind is this less so much for each word in a sentence and syllable in a word. */
typedef struct
{
  const char *language;
  const char *formula;
  double highest;
  double per_sentence_word;
  double per_word_syllable;
} Formula;

static const Formula formulas[] = {
  /* Douma, De leesbaarheid van landbouwbladen, 1960; Onze Taal 1977. */
  { "nl", "flesch-douma", 206.835, 0.93, 77.0 },
  /* Flesch, A new readability yardstick, 1948. */
  { "en", "flesch", 206.835, 1.015, 84.6 },
  /* Amstad, Wie verständlich sind unsere Zeitungen?, 1978. */
  { "de", "amstad", 180.0, 1.0, 58.5 },
  /* Kandel and Moles, Application de l'indice de Flesch à la langue française, 1958. */
  { "fr", "kandel-moles", 209.0, 1.15, 68.0 },
};

static const Formula *
find_formula (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (amb_language_is (language, formulas[i].language))
      return &formulas[i];

  return NULL;
}

static AmbReadabilityGrade
grade_flesch (double score)
{
  static const double lowest[] = { 30, 45, 60, 70, 80, 90 };
  AmbReadabilityGrade grade = AMB_READABILITY_GRADE_VERY_HARD;

  for (gsize i = 0; i < G_N_ELEMENTS (lowest); i++)
    if (score >= lowest[i])
      grade++;

  return grade;
}

/* The five classes of Björnsson (Läsbarhet, 1968), with “hard” and “easy” halved to make seven. */
static AmbReadabilityGrade
grade_lix (double score)
{
  static const double highest[] = { 55, 50, 45, 35, 30, 25 };
  AmbReadabilityGrade grade = AMB_READABILITY_GRADE_VERY_HARD;

  for (gsize i = 0; i < G_N_ELEMENTS (highest); i++)
    if (score < highest[i])
      grade++;

  return grade;
}

static guint
count_syllables (const char   *text,
                 const GArray *words,
                 const char   *language)
{
  guint n_syllables = 0;

  for (guint i = 0; i < words->len; i++)
    {
      AmbRange range = g_array_index (words, AmbWord, i).range;

      n_syllables += amb_syllables_count (text + range.start, range.end - range.start, language);
    }

  return n_syllables;
}

static guint
count_long_words (const char   *text,
                  const GArray *words)
{
  guint n_long = 0;

  for (guint i = 0; i < words->len; i++)
    {
      AmbRange range = g_array_index (words, AmbWord, i).range;

      n_long += g_utf8_strlen (text + range.start, range.end - range.start) > LONG_WORD ? 1 : 0;
    }

  return n_long;
}

/* The words between two places of the text; @next is moved on. */
static guint
count_words_before (const GArray *words,
                    guint        *next,
                    gsize         end)
{
  guint first = *next;

  while (*next < words->len && g_array_index (words, AmbWord, *next).range.start < end)
    *next += 1;

  return *next - first;
}

/* A line with nothing but hashtags or a link is no sentence. */
static guint
count_sentences (const char   *text,
                 const GArray *words,
                 const char   *language)
{
  g_autoptr (GArray) sentences = amb_sentences_split (text, language);
  guint n_sentences = 0;
  guint next = 0;

  for (guint i = 0; i < sentences->len; i++)
    if (count_words_before (words, &next, g_array_index (sentences, AmbRange, i).end) > 0)
      n_sentences++;

  return n_sentences;
}

/**
 * amb_readability_measure:
 * @text: UTF-8
 * @language: (nullable): the language of the text, such as `nl`
 * @out: (out caller-allocates): how easily it is read
 *
 * Measures how easily a text is read: by a formula of Flesch's kind for Dutch, English, German and
 * French, by LIX (words in a sentence, and hundred times the share of words of more than six letters)
 * for others. A text of fewer than 5 sentences and 100 words gets no score. Links, mentions and
 * hashtags are no words. Thread-safe.
 */
void
amb_readability_measure (const char     *text,
                         const char     *language,
                         AmbReadability *out)
{
  const Formula *formula = find_formula (language);
  g_autoptr (GArray) words = NULL;
  double words_per_sentence;

  g_return_if_fail (text != NULL);
  g_return_if_fail (out != NULL);

  words = amb_words_split (text, -1);
  *out = (AmbReadability) { .formula = formula == NULL ? "lix" : formula->formula, .words = words->len };
  out->sentences = count_sentences (text, words, language);
  out->syllables = formula == NULL ? 0 : count_syllables (text, words, language);
  out->enough = out->sentences >= ENOUGH_SENTENCES || out->words >= ENOUGH_WORDS;

  if (!out->enough)
    return;

  words_per_sentence = (double) out->words / MAX (out->sentences, 1);

  if (formula == NULL)
    {
      out->score = words_per_sentence + 100.0 * count_long_words (text, words) / out->words;
      out->grade = grade_lix (out->score);
    }
  else
    {
      out->score = formula->highest - formula->per_sentence_word * words_per_sentence -
                   formula->per_word_syllable * out->syllables / out->words;
      out->grade = grade_flesch (out->score);
    }
}

/**
 * amb_readability_grade_get_name:
 * @grade: a grade
 *
 * Gives the translated words for a grade. Thread-safe.
 *
 * Returns: (transfer none): the words, to stand behind a colon
 */
const char *
amb_readability_grade_get_name (AmbReadabilityGrade grade)
{
  switch (grade)
    {
    case AMB_READABILITY_GRADE_NONE:
      return _("too short to tell");

    case AMB_READABILITY_GRADE_VERY_HARD:
      /* Translators: how a text reads */
      return _("very hard");

    case AMB_READABILITY_GRADE_HARD:
      /* Translators: how a text reads */
      return _("hard");

    case AMB_READABILITY_GRADE_RATHER_HARD:
      /* Translators: how a text reads */
      return _("rather hard");

    case AMB_READABILITY_GRADE_NORMAL:
      /* Translators: how a text reads */
      return _("normal");

    case AMB_READABILITY_GRADE_RATHER_EASY:
      /* Translators: how a text reads */
      return _("rather easy");

    case AMB_READABILITY_GRADE_EASY:
      /* Translators: how a text reads */
      return _("easy");

    case AMB_READABILITY_GRADE_VERY_EASY:
      /* Translators: how a text reads */
      return _("very easy");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * amb_readability_find_long_sentences:
 * @text: UTF-8
 * @language: (nullable): the language of the text, such as `nl`
 * @max_words: the greatest number of words of a sentence that is not long
 *
 * Finds the sentences that have too many words. Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbRange): the sentences, in the order of the text
 */
GArray *
amb_readability_find_long_sentences (const char *text,
                                     const char *language,
                                     guint       max_words)
{
  GArray *found = amb_range_array_new ();
  g_autoptr (GArray) sentences = NULL;
  g_autoptr (GArray) words = NULL;
  guint next = 0;

  g_return_val_if_fail (text != NULL, found);

  sentences = amb_sentences_split (text, language);
  words = amb_words_split (text, -1);

  for (guint i = 0; i < sentences->len; i++)
    {
      AmbRange sentence = g_array_index (sentences, AmbRange, i);

      if (count_words_before (words, &next, sentence.end) > max_words)
        g_array_append_val (found, sentence);
    }

  return found;
}

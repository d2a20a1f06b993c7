/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

/**
 * AmbReadabilityGrade:
 * @AMB_READABILITY_GRADE_NONE: the text is too short to tell
 * @AMB_READABILITY_GRADE_VERY_HARD: very hard, below 30
 * @AMB_READABILITY_GRADE_HARD: hard, from 30
 * @AMB_READABILITY_GRADE_RATHER_HARD: rather hard, from 45
 * @AMB_READABILITY_GRADE_NORMAL: normal, from 60
 * @AMB_READABILITY_GRADE_RATHER_EASY: rather easy, from 70
 * @AMB_READABILITY_GRADE_EASY: easy, from 80
 * @AMB_READABILITY_GRADE_VERY_EASY: very easy, from 90
 *
 * How easily a text is read, by the norms of Douma (1960) for a score of Flesch's kind.
 */
typedef enum
{
  AMB_READABILITY_GRADE_NONE = 0,
  AMB_READABILITY_GRADE_VERY_HARD = 1,
  AMB_READABILITY_GRADE_HARD = 2,
  AMB_READABILITY_GRADE_RATHER_HARD = 3,
  AMB_READABILITY_GRADE_NORMAL = 4,
  AMB_READABILITY_GRADE_RATHER_EASY = 5,
  AMB_READABILITY_GRADE_EASY = 6,
  AMB_READABILITY_GRADE_VERY_EASY = 7,
} AmbReadabilityGrade;

/**
 * AmbReadability:
 * @formula: the stable name of the formula: `flesch-douma` (nl), `flesch` (en), `amstad` (de),
 *   `kandel-moles` (fr) or `lix` (others)
 * @score: the score, higher is easier but for `lix`; 0 when not @enough
 * @grade: what the score means
 * @words: the number of words
 * @sentences: the number of sentences
 * @syllables: the number of syllables; 0 for `lix`
 * @enough: whether the text is long enough for a score
 *
 * How easily a text is read.
 */
typedef struct
{
  const char *formula;
  double score;
  AmbReadabilityGrade grade;
  guint words;
  guint sentences;
  guint syllables;
  gboolean enough;
} AmbReadability;

void        amb_readability_measure             (const char *text, const char *language,
                                                 AmbReadability *out);
const char *amb_readability_grade_get_name      (AmbReadabilityGrade grade);
GArray     *amb_readability_find_long_sentences (const char *text, const char *language,
                                                 guint max_words);

G_END_DECLS

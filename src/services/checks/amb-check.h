/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-check-report.h"
#include "amb-profile.h"
#include "amb-reuse.h"
#include "amb-story.h"

G_BEGIN_DECLS

/**
 * AmbCheckInput:
 * @text: UTF-8, never %NULL
 * @language: (nullable): BCP 47
 * @now: milliseconds since 1970, UTC
 * @stories: (element-type AmbStory): the stories that the text was written about, and those it copies from
 * @prompts: (element-type utf8): the prompts of the stories it was written about
 * @profile: the person
 * @reuse: the text compared with the library
 *
 * What a check knows of a text. Nobody writes to it while checks run.
 */
typedef struct
{
  const char *text;
  const char *language;
  gint64      now;
  GPtrArray  *stories;
  GPtrArray  *prompts;
  AmbProfile *profile;
  AmbReuse   *reuse;
} AmbCheckInput;

typedef void (*AmbCheckFunc) (const AmbCheckInput *input, AmbCheckReport *report);

/* One function per check, each in a file of its own; the table stands in amb-checker.c. */
void amb_check_length     (const AmbCheckInput *input, AmbCheckReport *report);
void amb_check_own_words  (const AmbCheckInput *input, AmbCheckReport *report);
void amb_check_disclosure (const AmbCheckInput *input, AmbCheckReport *report);
void amb_check_validity   (const AmbCheckInput *input, AmbCheckReport *report);
void amb_check_prompts    (const AmbCheckInput *input, AmbCheckReport *report);
void amb_check_boundaries (const AmbCheckInput *input, AmbCheckReport *report);

/* For checks that look for words. */
GArray *amb_check_find (const AmbCheckInput *input, const char *words);

G_END_DECLS

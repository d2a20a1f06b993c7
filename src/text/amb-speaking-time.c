/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-speaking-time.h"

#include "amb-language.h"
#include "amb-words.h"

/* Words in a minute of calm speech before a public, in English. */
#define WORDS_PER_MINUTE 130

/* Other languages need fewer or more words for the same: how fast the same texts are read aloud by
 * their speakers, against 228 words a minute in English. */
static const struct
{
  const char *language;
  guint words_per_minute;
} reading_speeds[] = {
  { "de", 179 },
  { "es", 218 },
  { "fi", 161 },
  { "fr", 195 },
  { "it", 188 },
  { "nl", 202 },
  { "pl", 166 },
  { "pt", 181 },
  { "sv", 199 },
};

#define ENGLISH_READING_SPEED 228

static guint
get_reading_speed (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reading_speeds); i++)
    if (amb_language_is (language, reading_speeds[i].language))
      return reading_speeds[i].words_per_minute;

  return ENGLISH_READING_SPEED;
}

/**
 * amb_speaking_time:
 * @text: UTF-8
 * @language: (nullable): the language of the text, such as `nl`
 *
 * Estimates how long it takes to say a text: 130 words of English a minute, the calm end of what
 * speakers are advised, and other languages in proportion to the reading speeds of Trauzettel-Klosinski
 * and Dietz, “Standardized Assessment of Reading Performance: The New International Reading Speed Texts
 * IReST”, IOVS 53 (2012). Thread-safe.
 *
 * Returns: seconds, rounded up; 0 for a text without words
 */
guint
amb_speaking_time (const char *text,
                   const char *language)
{
  guint64 n_words;
  guint64 per_minute;

  g_return_val_if_fail (text != NULL, 0);

  n_words = amb_words_count (text);
  per_minute = (guint64) WORDS_PER_MINUTE * get_reading_speed (language);

  return (n_words * 60 * ENGLISH_READING_SPEED + per_minute - 1) / per_minute;
}

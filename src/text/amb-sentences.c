/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-sentences.h"

#include <string.h>

#include <unicode/uchar.h>

#include "amb-abbreviations.h"
#include "amb-icu.h"
#include "amb-language.h"

typedef struct
{
  const char *text;
  const char *language;
  GArray *sentences;
} Splitter;

static gboolean
is_space (char byte)
{
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static AmbRange
trim (const char *text,
      AmbRange    range)
{
  while (range.start < range.end && is_space (text[range.start]))
    range.start++;
  while (range.end > range.start && is_space (text[range.end - 1]))
    range.end--;

  return range;
}

static gboolean
has_word (const char *text,
          AmbRange    range)
{
  gsize position = range.start;

  while (position < range.end)
    {
      UChar32 character;

      U8_NEXT_OR_FFFD (text, position, range.end, character);
      if (u_hasBinaryProperty (character, UCHAR_ALPHABETIC) || u_isdigit (character))
        return TRUE;
    }

  return FALSE;
}

/* The last word, with its full stop, without the bracket or the quotation mark before it. */
static AmbRange
find_last_word (const char *text,
                AmbRange    sentence)
{
  AmbRange word = { sentence.end, sentence.end };
  gsize position;

  while (word.start > sentence.start && !is_space (text[word.start - 1]))
    word.start--;

  position = word.start;
  while (position < word.end)
    {
      UChar32 character;

      U8_NEXT_OR_FFFD (text, position, word.end, character);
      if (!u_ispunct (character))
        break;

      word.start = position;
    }

  return word;
}

/* „am 3. Oktober“: a day in German. */
static gboolean
is_ordinal (const char *word,
            gsize       length,
            const char *language)
{
  return amb_language_is (language, "de") && (length == 2 || length == 3) && g_ascii_isdigit (word[0]) &&
         (length == 2 || g_ascii_isdigit (word[1]));
}

/* “1. Come by.”: the number of a point in a list, at the begin of its line. */
static gboolean
is_list_number (const char *text,
                AmbRange    sentence)
{
  gsize line = sentence.start;

  for (gsize i = sentence.start; i + 1 < sentence.end; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  while (line > 0 && is_space (text[line - 1]) && text[line - 1] != '\n')
    line--;

  return line == 0 || text[line - 1] == '\n';
}

/* Words of one letter that a sentence may end with: “so did I”, “dat is aan u”, « il y en a ». */
static gboolean
is_word (gunichar    letter,
         const char *language)
{
  static const struct
  {
    const char *language;
    const char *letters;
  } words[] = {
    { "en", "I" },
    { "fr", "aày" },
    { "nl", "u" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (amb_language_is (language, words[i].language))
      return g_utf8_strchr (words[i].letters, -1, letter) != NULL;

  return FALSE;
}

/* “J. Jansen” and „z. B.“ */
static gboolean
is_initial (const char *word,
            gsize       length,
            const char *language)
{
  gunichar letter = g_utf8_get_char (word);

  return g_utf8_strlen (word, length) == 2 && g_unichar_isalpha (letter) && !is_word (letter, language);
}

/* Whether the sentence goes on behind a full stop that ICU, which knows no words, took for its end. */
static gboolean
goes_on (const Splitter *self,
         AmbRange        sentence)
{
  AmbRange trimmed = trim (self->text, sentence);
  AmbRange last = find_last_word (self->text, trimmed);
  const char *word = self->text + last.start;
  gsize length = last.end - last.start;

  if (length < 2 || word[length - 1] != '.' ||
      memchr (self->text + trimmed.end, '\n', sentence.end - trimmed.end) != NULL)
    return FALSE;

  return is_initial (word, length, self->language) || is_ordinal (word, length, self->language) ||
         is_list_number (self->text, trimmed) ||
         amb_abbreviations_contain (self->language, word, length, g_ascii_isdigit (self->text[sentence.end]));
}

static void
add_sentence (Splitter *self,
              AmbRange  range)
{
  AmbRange trimmed = trim (self->text, range);

  if (has_word (self->text, trimmed))
    g_array_append_val (self->sentences, trimmed);
}

/**
 * amb_sentences_split:
 * @text: UTF-8
 * @language: (nullable): the language of the text, such as `nl`
 *
 * Splits a text into sentences: by UAX 29, and not behind the abbreviations that the language has
 * (data/text/abbreviations.ini), the initials of a name or the number of a point in a list. The end
 * of a line ends a sentence. White space round a sentence is left out, and so is what has neither
 * letter nor digit. Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbRange): the sentences, in the order of the text
 */
GArray *
amb_sentences_split (const char *text,
                     const char *language)
{
  Splitter self = { text, language, amb_range_array_new () };
  UBreakIterator *iterator = amb_icu_get_break_iterator (UBRK_SENTENCE);
  g_autofree UChar *units = NULL;
  UErrorCode status = U_ZERO_ERROR;
  AmbRange sentence = { 0, 0 };
  int32_t n_units, start, stop;
  gsize length;

  g_return_val_if_fail (text != NULL, self.sentences);

  length = strlen (text);
  units = amb_icu_from_utf8 (text, length, &n_units);
  ubrk_setText (iterator, units, n_units, &status);
  if (U_FAILURE (status))
    return self.sentences;

  start = ubrk_first (iterator);
  while ((stop = ubrk_next (iterator)) != UBRK_DONE)
    {
      sentence.end = amb_icu_skip_units (text, length, sentence.end, stop - start);
      start = stop;

      if (goes_on (&self, sentence))
        continue;

      add_sentence (&self, sentence);
      sentence.start = sentence.end;
    }

  add_sentence (&self, sentence);

  return self.sentences;
}

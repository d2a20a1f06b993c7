/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-word-breaker.h"

#include <string.h>

#include <unicode/uchar.h>

#include "amb-icu.h"
#include "amb-word-hash.h"
#include "amb-words.h"

/**
 * amb_word_breaker_fold:
 * @word: UTF-8
 * @length: bytes
 *
 * Makes words that are the same to a reader the same: NFKC_Casefold, and one apostrophe for all.
 *
 * Returns: (transfer full): the folded word
 */
char *
amb_word_breaker_fold (const char *word,
                       gsize       length)
{
  int32_t n_units, n_folded;
  g_autofree UChar *units = amb_icu_from_utf8 (word, length, &n_units);
  g_autofree UChar *folded = amb_icu_normalize (amb_icu_get_nfkc_casefold (), units, n_units, &n_folded);

  for (int32_t i = 0; i < n_folded; i++)
    if (folded[i] == 0x2018 || folded[i] == 0x2019 || folded[i] == 0x02BC)
      folded[i] = '\'';

  return amb_icu_to_utf8 (folded, n_folded);
}

static gboolean
has_letter_or_digit (const UChar *units,
                     int32_t      start,
                     int32_t      end)
{
  while (start < end)
    {
      UChar32 character;

      U16_NEXT (units, start, end, character);
      if (u_hasBinaryProperty (character, UCHAR_ALPHABETIC) || u_isdigit (character))
        return TRUE;
    }

  return FALSE;
}

/* Versions of ICU differ over these two: by the plain rules of UAX 29, less the colon in a word, they
 * stand between words, as a space does. */
static void
part_at_signs (UChar   *units,
               int32_t  n_units)
{
  for (int32_t i = 0; i < n_units; i++)
    if (units[i] == '@' || units[i] == ':')
      units[i] = ' ';
}

static void
append_word (GArray     *words,
             const char *text,
             gsize       start,
             gsize       end)
{
  g_autofree char *folded = amb_word_breaker_fold (text + start, end - start);
  AmbWord word = { { start, end }, AMB_WORD_HASH_START };

  if (folded[0] == '\0')
    return;

  for (const char *p = folded; *p != '\0'; p++)
    word.hash = amb_word_hash_add (word.hash, *p);

  word.hash = amb_word_hash_finish (word.hash);
  g_array_append_val (words, word);
}

/**
 * amb_word_breaker_split:
 * @words: (element-type AmbWord): where the words are added
 * @text: UTF-8
 * @offset: the byte to begin at
 * @length: bytes from there
 *
 * Splits a part of a text into words by the rules of ICU (UAX 29, and a dictionary for the scripts
 * that write no spaces). Thread-safe.
 */
void
amb_word_breaker_split (GArray     *words,
                        const char *text,
                        gsize       offset,
                        gsize       length)
{
  UBreakIterator *iterator = amb_icu_get_break_iterator (UBRK_WORD);
  g_autofree UChar *units = NULL;
  UErrorCode status = U_ZERO_ERROR;
  gsize end = offset + length;
  gsize position = offset;
  int32_t n_units, start, stop;

  units = amb_icu_from_utf8 (text + offset, length, &n_units);
  part_at_signs (units, n_units);
  ubrk_setText (iterator, units, n_units, &status);
  if (U_FAILURE (status))
    return;

  start = ubrk_first (iterator);
  while ((stop = ubrk_next (iterator)) != UBRK_DONE)
    {
      gsize next = amb_icu_skip_units (text, end, position, stop - start);

      if (has_letter_or_digit (units, start, stop))
        append_word (words, text, position, next);

      position = next;
      start = stop;
    }
}

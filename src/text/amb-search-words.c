/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-search-words.h"

/**
 * amb_search_words_is_word_character:
 * @character: a character
 *
 * Tells whether SQLite's `unicode61` makes a character part of a word: letters, numbers and private
 * characters (FTS5 documentation, 4.3.1), and the marks that it reads over.
 *
 * Returns: whether it does
 */
gboolean
amb_search_words_is_word_character (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum (character);

  return g_unichar_isalnum (character) || g_unichar_ismark (character) ||
         g_unichar_type (character) == G_UNICODE_OTHER_NUMBER ||
         g_unichar_type (character) == G_UNICODE_LETTER_NUMBER ||
         g_unichar_type (character) == G_UNICODE_PRIVATE_USE;
}

static gunichar
read_character (const char *text,
                gsize       length,
                gsize      *position)
{
  gunichar character = g_utf8_get_char_validated (text + *position, length - *position);

  if (character == (gunichar) -1 || character == (gunichar) -2)
    {
      *position += 1;
      return 0xFFFD;
    }

  *position = g_utf8_next_char (text + *position) - text;

  return character;
}

/**
 * amb_search_words_next:
 * @text: UTF-8
 * @length: bytes
 * @position: (inout): where to begin, and afterwards the byte behind the word
 * @word: (out): the word
 *
 * Finds the next word as SQLite's full-text search tells words apart. Thread-safe.
 *
 * Returns: whether there is one
 */
gboolean
amb_search_words_next (const char *text,
                       gsize       length,
                       gsize      *position,
                       AmbRange   *word)
{
  gboolean inside = FALSE;

  while (*position < length)
    {
      gsize start = *position;

      if (amb_search_words_is_word_character (read_character (text, length, position)))
        {
          if (!inside)
            word->start = start;
          word->end = *position;
          inside = TRUE;
        }
      else if (inside)
        {
          break;
        }
    }

  return inside;
}

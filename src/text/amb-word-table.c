/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-word-table.h"

#include <string.h>

#include <unicode/uchar.h>

#include "amb-word-breaker.h"

static AmbWordClass
find_class (gunichar character)
{
  /* Newer rules of ICU than UAX 29 let a colon end a word. */
  if (character == ':')
    return AMB_WORD_CLASS_OTHER;

  if (character == ' ' || (character >= '\t' && character <= '\r'))
    return AMB_WORD_CLASS_SPACE;

  switch (u_getIntPropertyValue (character, UCHAR_WORD_BREAK))
    {
    case U_WB_ALETTER:
      return AMB_WORD_CLASS_LETTER;

    case U_WB_NUMERIC:
      return AMB_WORD_CLASS_DIGIT;

    case U_WB_EXTENDNUMLET:
      return AMB_WORD_CLASS_CONNECTOR;

    case U_WB_MIDLETTER:
      return AMB_WORD_CLASS_BETWEEN_LETTERS;

    case U_WB_MIDNUM:
      return AMB_WORD_CLASS_BETWEEN_DIGITS;

    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return AMB_WORD_CLASS_BETWEEN_BOTH;

    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
      return AMB_WORD_CLASS_OTHER;

    default:
      return AMB_WORD_CLASS_COMPLEX;
    }
}

static void
describe (AmbWordCharacter *entry,
          gunichar          character)
{
  char bytes[6];
  gsize length = g_unichar_to_utf8 (character, bytes);
  g_autofree char *folded = amb_word_breaker_fold (bytes, length);
  gsize n_bytes = strlen (folded);

  entry->word_class = find_class (character);

  if (character < 0x80 && strchr ("@#.:", character) != NULL)
    entry->flags |= AMB_WORD_FLAG_LINK_SIGN;
  if (u_hasBinaryProperty (character, UCHAR_ALPHABETIC) || u_isdigit (character))
    entry->flags |= AMB_WORD_FLAG_LETTER_OR_DIGIT;

  if (n_bytes > sizeof entry->bytes)
    {
      entry->word_class = AMB_WORD_CLASS_COMPLEX;
      return;
    }

  entry->n_bytes = n_bytes;
  memcpy (entry->bytes, folded, n_bytes);
}

static gpointer
make_table (gpointer data)
{
  AmbWordTable *table = g_new0 (AmbWordTable, 1);

  /* A character of its own that folds to nothing, or NUL, would read as the end of a word. */
  for (gunichar character = 1; character < AMB_WORD_TABLE_SHORT; character++)
    describe (&table->short_ones[character], character);

  for (gunichar character = AMB_WORD_TABLE_PUNCTUATION; character < AMB_WORD_TABLE_PUNCTUATION_END; character++)
    describe (&table->punctuation[character - AMB_WORD_TABLE_PUNCTUATION], character);

  for (guint byte = 0; byte < 0x80; byte++)
    table->ascii_letters[byte] = g_ascii_isalpha (byte) ? g_ascii_tolower (byte) : 0;

  table->sign.word_class = AMB_WORD_CLASS_OTHER;
  table->complex.word_class = AMB_WORD_CLASS_COMPLEX;

  return table;
}

/**
 * amb_word_table_get:
 *
 * Gives the table by which most texts are split into words without asking ICU about each character.
 * Made once from ICU's own properties. Thread-safe.
 *
 * Returns: (transfer none): the table
 */
const AmbWordTable *
amb_word_table_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_table, NULL);
}

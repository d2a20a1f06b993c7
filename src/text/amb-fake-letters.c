/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-fake-letters.h"

#include <string.h>

/* Letters of mathematics that were in Unicode before the block for them: they fill its holes, as the
 * h of an imitation italic. By themselves they are what they say. */
static gboolean
fills_hole (gunichar character)
{
  return character == 0x2102 || character == 0x210A || (character >= 0x210B && character <= 0x210E) ||
         (character >= 0x2110 && character <= 0x2113) || character == 0x2115 ||
         (character >= 0x2119 && character <= 0x211D) || character == 0x2124 || character == 0x2128 ||
         (character >= 0x212C && character <= 0x2131 && character != 0x212E) || character == 0x2133 ||
         character == 0x2134;
}

/* Mathematical Alphanumeric Symbols, and letters in circles and squares. */
static gboolean
is_fake (gunichar character)
{
  return (character >= 0x1D400 && character <= 0x1D7FF) || (character >= 0x24B6 && character <= 0x24E9) ||
         (character >= 0x1F130 && character <= 0x1F149) || (character >= 0x1F150 && character <= 0x1F169);
}

static gunichar
read_character (const char  *text,
                const char **next)
{
  gunichar character = g_utf8_get_char_validated (text, -1);

  if (character == (gunichar) -1 || character == (gunichar) -2)
    {
      *next = text + 1;
      return 0xFFFD;
    }

  *next = g_utf8_next_char (text);

  return character;
}

/**
 * amb_fake_letters_find:
 * @text: UTF-8
 *
 * Finds letters that imitate bold, italic or another type by being other characters: a screen reader
 * spells them or skips them, search does not find them, and they count double. Words next to each
 * other are found as one. Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbRange): the ranges, in the order of the text
 */
GArray *
amb_fake_letters_find (const char *text)
{
  GArray *found = amb_range_array_new ();
  AmbRange range = { 0, 0 };
  gboolean has_fake = FALSE;

  g_return_val_if_fail (text != NULL, found);

  for (const char *p = text, *next; *p != '\0'; p = next)
    {
      gunichar character = read_character (p, &next);

      if (is_fake (character) || fills_hole (character))
        {
          if (range.end == 0)
            range.start = p - text;
          range.end = next - text;
          has_fake = has_fake || is_fake (character);
        }
      else if (character != ' ')
        {
          if (has_fake)
            g_array_append_val (found, range);
          range.end = 0;
          has_fake = FALSE;
        }
    }

  if (has_fake)
    g_array_append_val (found, range);

  return found;
}

static void
append_plain (GString    *plain,
              const char *text,
              AmbRange    range)
{
  for (const char *p = text + range.start; p < text + range.end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      g_autofree char *normalized = NULL;

      /* These have no compatibility decomposition. */
      if (character >= 0x1F150 && character <= 0x1F169)
        {
          g_string_append_c (plain, 'A' + (character - 0x1F150));
          continue;
        }

      normalized = g_utf8_normalize (p, g_utf8_next_char (p) - p, G_NORMALIZE_NFKC);
      g_string_append (plain, normalized);
    }
}

/**
 * amb_fake_letters_replace:
 * @text: UTF-8
 *
 * Writes the letters of [func@fake_letters_find] plainly. Thread-safe.
 *
 * Returns: (transfer full): the text
 */
char *
amb_fake_letters_replace (const char *text)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GString) plain = NULL;
  gsize position = 0;

  g_return_val_if_fail (text != NULL, NULL);

  found = amb_fake_letters_find (text);
  plain = g_string_sized_new (strlen (text));

  for (guint i = 0; i < found->len; i++)
    {
      AmbRange range = g_array_index (found, AmbRange, i);

      g_string_append_len (plain, text + position, range.start - position);
      append_plain (plain, text, range);
      position = range.end;
    }

  g_string_append (plain, text + position);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

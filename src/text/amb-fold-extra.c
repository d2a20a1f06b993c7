/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-fold.h"

#include <string.h>

#include <unicode/uchar.h>

#include "amb-icu.h"
#include "amb-search-words.h"

/* The characters of one and two bytes. */
#define N_TABLE 0x800

/* What `unicode61 remove_diacritics 2` does to a character: simple case folding, then the ASCII
 * letter it is composed of, and nothing for an accent of its own. */
static UChar32
fold_like_sqlite (UChar32 character)
{
  UChar decomposition[8];
  UErrorCode status = U_ZERO_ERROR;
  UChar32 folded = u_foldCase (character, U_FOLD_CASE_DEFAULT);
  int32_t n_units;

  if (folded >= 0x300 && folded <= 0x331)
    return 0;

  /* Its table leaves out ǡ. */
  if (folded < 0xC0 || folded > 0x1EFF || folded == 0x01E1)
    return folded;

  n_units = unorm2_getDecomposition (amb_icu_get_nfd (), folded, decomposition,
                                     G_N_ELEMENTS (decomposition), &status);
  if (U_SUCCESS (status) && n_units > 1 && decomposition[0] < 0x80)
    return decomposition[0];

  return folded;
}

static gboolean
is_folded_by_sqlite (const char *word,
                     gsize       length,
                     const char *key)
{
  g_autoptr (GString) folded = g_string_sized_new (length + 4);
  const char *end = word + length;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      UChar32 character = fold_like_sqlite (g_utf8_get_char (p));

      if (character != 0)
        g_string_append_unichar (folded, character);
    }

  return g_str_equal (folded->str, key);
}

static gpointer
make_table (gpointer data)
{
  gboolean *is_plain = g_new0 (gboolean, N_TABLE);

  for (gunichar character = 0; character < N_TABLE; character++)
    {
      char bytes[6];
      gsize length = g_unichar_to_utf8 (character, bytes);
      g_autofree char *key = amb_fold (bytes, length);

      is_plain[character] = !amb_search_words_is_word_character (character) ||
                            is_folded_by_sqlite (bytes, length, key);
    }

  return is_plain;
}

static const gboolean *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_table, NULL);
}

/* Finds the next character that may need the extra column; general punctuation, the signs of
 * currencies and emoji, which every text has, are no part of a word. */
static gsize
find_special (const char *text,
              gsize       length,
              gsize       position)
{
  const gboolean *is_plain = get_table ();

  while (position < length)
    {
      const guchar *p = (const guchar *) text + position;

      if (p[0] < 0x80)
        position += 1;
      else if (p[0] >= 0xC2 && p[0] <= 0xDF && is_plain[(p[0] & 0x1F) << 6 | (p[1] & 0x3F)])
        position += 2;
      else if (p[0] == 0xE2 && (p[1] == 0x80 || (p[1] == 0x82 && p[2] >= 0xA0) || (p[1] >= 0x98 && p[1] <= 0x9C)))
        position += 3;
      else if (p[0] == 0xF0 && p[1] == 0x9F && p[2] >= 0x8C && p[2] <= 0xAB)
        position += 4;
      else
        break;
    }

  return MIN (position, length);
}

static gsize
find_word_start (const char *text,
                 gsize       position)
{
  while (position > 0)
    {
      const char *previous = g_utf8_find_prev_char (text, text + position);

      if (previous == NULL || !amb_search_words_is_word_character (g_utf8_get_char (previous)))
        break;

      position = previous - text;
    }

  return position;
}

/**
 * amb_fold_extra:
 * @text: UTF-8
 *
 * Gives the words that SQLite's `unicode61 remove_diacritics 2` would not find by their plain
 * letters (Łódź, Straße, imitation bold), as [func@fold] folds them, with a space between: they go
 * into a hidden column of the full-text index. Thread-safe.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when there are none
 */
char *
amb_fold_extra (const char *text)
{
  GString *extra = NULL;
  gsize length;
  gsize position = 0;
  gsize read = 0;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  while ((position = find_special (text, length, position)) < length)
    {
      g_autofree char *key = NULL;
      AmbRange word = { 0, 0 };

      /* In bytes that are no UTF-8 a word may seem to begin before the one that was read last. */
      position = MAX (find_word_start (text, position), read);
      if (!amb_search_words_next (text, length, &position, &word))
        break;

      read = position = MAX (position, read + 1);
      key = amb_fold (text + word.start, word.end - word.start);
      if (key[0] == '\0' || is_folded_by_sqlite (text + word.start, word.end - word.start, key))
        continue;

      if (extra == NULL)
        extra = g_string_new (NULL);
      else
        g_string_append_c (extra, ' ');
      g_string_append (extra, key);
    }

  return extra == NULL ? NULL : g_string_free (extra, FALSE);
}

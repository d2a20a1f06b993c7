/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-words.h"

#include <string.h>

#include "amb-link-scanner.h"
#include "amb-word-breaker.h"
#include "amb-word-hash.h"
#include "amb-word-table.h"

#define BYTES_PER_WORD 6

typedef struct
{
  const AmbWordTable *table;
  const char *text;
  gsize length;
  GArray *words;
} Splitter;

/* Most emoji, U+1F300 to U+1FAFF, but for the skin tones, which belong to what stands before them;
 * arrows, mathematical and technical signs, U+2190 to U+23FF; and boxes, shapes and dingbats, U+2500
 * to U+27BF. */
static inline gsize
measure_sign (const guchar *p,
              gsize         left)
{
  if (left >= 3 && p[0] == 0xE2 && ((p[1] >= 0x86 && p[1] <= 0x8F) || (p[1] >= 0x94 && p[1] <= 0x9E)) &&
      (p[2] & 0xC0) == 0x80)
    return 3;

  if (left >= 4 && p[0] == 0xF0 && p[1] == 0x9F && p[2] >= 0x8C && p[2] <= 0xAB && (p[3] & 0xC0) == 0x80 &&
      !(p[2] == 0x8F && p[3] >= 0xBB))
    return 4;

  return 0;
}

/* How many bytes of selectors, joiners and skin tones follow: UAX 29 makes them part of the sign. */
static gsize
measure_sign_tail (const guchar *p,
                    gsize         left)
{
  gsize size = 0;

  while (TRUE)
    {
      const guchar *tail = p + size;

      if (left - size >= 3 && (memcmp (tail, "\xEF\xB8\x8F", 3) == 0 || memcmp (tail, "\xE2\x80\x8D", 3) == 0))
        size += 3;
      else if (left - size >= 4 && memcmp (tail, "\xF0\x9F\x8F", 3) == 0 && tail[3] >= 0xBB && tail[3] <= 0xBF)
        size += 4;
      else
        return size;
    }
}

/* Reads a character; a broken or a rare one is complex, and its chunk is left to ICU. */
static inline const AmbWordCharacter *
read_character (const Splitter *self,
                gsize           position,
                gsize          *size)
{
  const guchar *p = (const guchar *) self->text + position;
  gsize left = self->length - position;
  gsize sign;

  if (p[0] < 0x80)
    {
      *size = 1;
      return &self->table->short_ones[p[0]];
    }

  if (p[0] >= 0xC2 && p[0] <= 0xDF && left >= 2 && (p[1] & 0xC0) == 0x80)
    {
      *size = 2;
      return &self->table->short_ones[(gsize) (p[0] & 0x1F) << 6 | (p[1] & 0x3F)];
    }

  if (p[0] == 0xE2 && left >= 3 && (p[1] == 0x80 || (p[1] == 0x81 && p[2] < 0xB0)) && (p[2] & 0xC0) == 0x80)
    {
      *size = 3;
      return &self->table->punctuation[(gsize) (p[1] & 0x01) << 6 | (p[2] & 0x3F)];
    }

  sign = measure_sign (p, left);
  if (sign > 0)
    {
      *size = sign + measure_sign_tail (p + sign, left - sign);
      return &self->table->sign;
    }

  *size = 1;
  return &self->table->complex;
}

static inline guint64
add_to_hash (guint64                 hash,
             const AmbWordCharacter *character)
{
  for (gsize i = 0; i < character->n_bytes; i++)
    hash = amb_word_hash_add (hash, character->bytes[i]);

  return hash;
}

static inline gboolean
is_word_class (AmbWordClass word_class)
{
  return word_class == AMB_WORD_CLASS_LETTER || word_class == AMB_WORD_CLASS_DIGIT ||
         word_class == AMB_WORD_CLASS_CONNECTOR;
}

/* Whether a mark such as an apostrophe joins what stands before and behind it: rules WB6, WB7, WB11
 * and WB12 of UAX 29. */
static inline gboolean
joins (AmbWordClass mark,
       AmbWordClass before,
       AmbWordClass behind)
{
  if (before != behind)
    return FALSE;

  if (before == AMB_WORD_CLASS_LETTER)
    return mark == AMB_WORD_CLASS_BETWEEN_LETTERS || mark == AMB_WORD_CLASS_BETWEEN_BOTH;

  return before == AMB_WORD_CLASS_DIGIT &&
         (mark == AMB_WORD_CLASS_BETWEEN_DIGITS || mark == AMB_WORD_CLASS_BETWEEN_BOTH);
}

/* Nearly all of nearly every text. */
static inline gsize
read_ascii_letters (const Splitter *self,
                    gsize           position,
                    guint64        *hash)
{
  guint8 letter;

  while (position < self->length && (letter = self->table->ascii_letters[(guchar) self->text[position]]) != 0)
    {
      *hash = amb_word_hash_add (*hash, letter);
      position++;
    }

  return position;
}

/* Whether a word goes on with the character at a position that is no part of one by itself. Sets
 * @is_complex when ICU has to tell. */
static gboolean
goes_on (const Splitter         *self,
         const AmbWordCharacter *mark,
         gsize                   behind,
         AmbWordClass            before,
         gboolean               *is_complex)
{
  const AmbWordCharacter *next;
  gsize size;

  if (behind >= self->length)
    return FALSE;

  next = read_character (self, behind, &size);
  *is_complex = next->word_class == AMB_WORD_CLASS_COMPLEX;

  return !*is_complex && joins (mark->word_class, before, next->word_class);
}

/* Reads the word that begins at a position. Returns %FALSE when a complex character touches it. */
static gboolean
read_word (Splitter *self,
           gsize    *position,
           guint    *flags)
{
  AmbWord word = { { *position, *position }, AMB_WORD_HASH_START };
  AmbWordClass before = AMB_WORD_CLASS_OTHER;
  guint word_flags = 0;
  gsize at = *position;

  while (at < self->length)
    {
      gboolean is_complex = FALSE;
      gsize start = at;
      gsize size;
      const AmbWordCharacter *character;

      at = read_ascii_letters (self, at, &word.hash);
      if (at > start)
        {
          before = AMB_WORD_CLASS_LETTER;
          word_flags |= AMB_WORD_FLAG_LETTER_OR_DIGIT;
          continue;
        }

      character = read_character (self, at, &size);
      if (character->word_class == AMB_WORD_CLASS_COMPLEX)
        return FALSE;

      if (!is_word_class (character->word_class) && !goes_on (self, character, at + size, before, &is_complex))
        {
          if (is_complex)
            return FALSE;
          break;
        }

      word.hash = add_to_hash (word.hash, character);
      word_flags |= character->flags;
      before = character->word_class;
      at += size;
    }

  *position = at;
  *flags |= word_flags;

  if (word_flags & AMB_WORD_FLAG_LETTER_OR_DIGIT)
    {
      word.range.end = at;
      word.hash = amb_word_hash_finish (word.hash);
      g_array_append_val (self->words, word);
    }

  return TRUE;
}

static gboolean
is_space (char byte)
{
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Reads the words up to white space. Returns %FALSE when ICU has to. */
static gboolean
read_chunk (Splitter *self,
            gsize    *position,
            guint    *flags)
{
  while (*position < self->length)
    {
      gsize size;
      const AmbWordCharacter *character = read_character (self, *position, &size);

      switch ((AmbWordClass) character->word_class)
        {
        case AMB_WORD_CLASS_SPACE:
          return TRUE;

        case AMB_WORD_CLASS_COMPLEX:
          return FALSE;

        case AMB_WORD_CLASS_LETTER:
        case AMB_WORD_CLASS_DIGIT:
        case AMB_WORD_CLASS_CONNECTOR:
          if (!read_word (self, position, flags))
            return FALSE;
          break;

        case AMB_WORD_CLASS_OTHER:
        case AMB_WORD_CLASS_BETWEEN_LETTERS:
        case AMB_WORD_CLASS_BETWEEN_DIGITS:
        case AMB_WORD_CLASS_BETWEEN_BOTH:
        default:
          *position += size;
          if (*position < self->length && !is_space (self->text[*position]))
            *flags |= character->flags;
          break;
        }
    }

  return TRUE;
}

static gsize
find_chunk_end (const Splitter *self,
                gsize           position)
{
  while (position < self->length && !is_space (self->text[position]))
    position++;

  return position;
}

/* Leaves out the words that stand in an address, a mention or a hashtag. */
static void
drop_links (Splitter *self,
            guint     first_word,
            gsize     start,
            gsize     end)
{
  AmbLink link;
  gsize position = 0;
  guint kept = first_word;
  guint next = first_word;

  while (amb_link_scanner_next (self->text + start, end - start, &position, &link))
    {
      for (; next < self->words->len; next++)
        {
          AmbWord word = g_array_index (self->words, AmbWord, next);

          if (word.range.start >= start + link.range.end)
            break;

          if (word.range.end <= start + link.range.start)
            g_array_index (self->words, AmbWord, kept++) = word;
        }
    }

  for (; next < self->words->len; next++)
    g_array_index (self->words, AmbWord, kept++) = g_array_index (self->words, AmbWord, next);

  g_array_set_size (self->words, kept);
}

static GArray *
split (const char *text,
       gssize      length,
       gboolean    always_with_icu)
{
  Splitter self = { amb_word_table_get (), text, length < 0 ? strlen (text) : (gsize) length, NULL };
  gsize position = 0;

  self.words = g_array_sized_new (FALSE, FALSE, sizeof (AmbWord), self.length / BYTES_PER_WORD + 1);

  while (position < self.length)
    {
      guint flags = 0;
      guint first_word = self.words->len;
      gsize start = position;

      if (is_space (text[position]))
        {
          position++;
          continue;
        }

      if (always_with_icu || !read_chunk (&self, &position, &flags))
        {
          g_array_set_size (self.words, first_word);
          position = find_chunk_end (&self, start);
          amb_word_breaker_split (self.words, text, start, position - start);
          flags = AMB_WORD_FLAG_LINK_SIGN;
        }

      if (flags & AMB_WORD_FLAG_LINK_SIGN)
        drop_links (&self, first_word, start, position);
    }

  return self.words;
}

/**
 * amb_words_split:
 * @text: UTF-8
 * @length: bytes, or -1 when @text ends in NUL
 *
 * Splits a text into the words by which it is compared with other texts: words by UAX 29, folded by
 * NFKC_Casefold, one apostrophe for all; punctuation, dashes, emoji, addresses, mentions and
 * hashtags are left out. So case, curly quotes and imitation bold letters make no difference, and
 * neither does a link that a channel shortened. The hashes are the same on every machine and are
 * stored: see [func@reuse_fingerprints]. Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbWord): the words, in the order of the text
 */
GArray *
amb_words_split (const char *text,
                 gssize      length)
{
  g_return_val_if_fail (text != NULL, NULL);

  return split (text, length, FALSE);
}

/**
 * amb_words_split_reference:
 * @text: UTF-8
 * @length: bytes, or -1 when @text ends in NUL
 *
 * Does what [func@words_split] does, slowly, with ICU for every word: what the quick way is held to.
 * Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbWord): the words, in the order of the text
 */
GArray *
amb_words_split_reference (const char *text,
                           gssize      length)
{
  g_return_val_if_fail (text != NULL, NULL);

  return split (text, length, TRUE);
}

/**
 * amb_words_count:
 * @text: UTF-8
 *
 * Counts the words of [func@words_split]. Thread-safe.
 *
 * Returns: the number of words
 */
guint
amb_words_count (const char *text)
{
  g_autoptr (GArray) words = NULL;

  g_return_val_if_fail (text != NULL, 0);

  words = amb_words_split (text, -1);

  return words->len;
}

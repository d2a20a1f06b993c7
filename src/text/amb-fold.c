/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-fold.h"

#include <string.h>

#include <unicode/uchar.h>

#include "amb-icu.h"

/* Letters that no decomposition takes apart, beside what people type for them. Lower case only:
 * the case is folded before. */
static const struct
{
  UChar letter;
  char plain[3];
} plain_letters[] = {
  { 0x00E6, "ae" }, /* æ */
  { 0x00F0, "d" },  /* ð */
  { 0x00F8, "o" },  /* ø */
  { 0x00FE, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0138, "k" },  /* ĸ */
  { 0x0142, "l" },  /* ł */
  { 0x014B, "ng" }, /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x0180, "b" },  /* ƀ */
  { 0x0192, "f" },  /* ƒ */
  { 0x019A, "l" },  /* ƚ */
  { 0x01B6, "z" },  /* ƶ */
  { 0x01E5, "g" },  /* ǥ */
  { 0x0247, "e" },  /* ɇ */
  { 0x0249, "j" },  /* ɉ */
  { 0x024D, "r" },  /* ɍ */
  { 0x024F, "y" },  /* ɏ */
  { 0x0253, "b" },  /* ɓ */
  { 0x0257, "d" },  /* ɗ */
  { 0x0268, "i" },  /* ɨ */
  { 0x0289, "u" },  /* ʉ */
};

/* An accent goes, a vowel sign stays: marks written over, under and through a letter, and the
 * points of Hebrew, Arabic and Syriac, told apart by their canonical combining class. */
static gboolean
is_diacritic (UChar32 character)
{
  uint8_t combining_class = u_getCombiningClass (character);

  return combining_class == 1 || (combining_class >= 10 && combining_class <= 36) || combining_class >= 200;
}

static const char *
find_plain (UChar32 character)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (plain_letters);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (plain_letters[middle].letter == character)
        return plain_letters[middle].plain;

      if ((UChar32) plain_letters[middle].letter < character)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* Replaces a decomposed text by its plain letters; there is room for two units for each one. */
static int32_t
make_plain (const UChar *units,
            int32_t      n_units,
            UChar       *plain)
{
  int32_t n_plain = 0;

  for (int32_t i = 0; i < n_units;)
    {
      UChar32 character;
      const char *letters;

      U16_NEXT (units, i, n_units, character);
      if (is_diacritic (character))
        continue;

      letters = find_plain (character);
      if (letters == NULL)
        U16_APPEND_UNSAFE (plain, n_plain, character);
      else
        for (; *letters != '\0'; letters++)
          plain[n_plain++] = *letters;
    }

  return n_plain;
}

static char *
fold_with_icu (const char *text,
               gsize       length)
{
  int32_t n_units, n_folded, n_decomposed, n_plain, n_composed;
  g_autofree UChar *units = amb_icu_from_utf8 (text, length, &n_units);
  g_autofree UChar *folded = amb_icu_normalize (amb_icu_get_nfkc_casefold (), units, n_units, &n_folded);
  g_autofree UChar *decomposed = amb_icu_normalize (amb_icu_get_nfd (), folded, n_folded, &n_decomposed);
  g_autofree UChar *plain = g_new (UChar, 2 * (gsize) n_decomposed + 1);
  g_autofree UChar *composed = NULL;

  n_plain = make_plain (decomposed, n_decomposed, plain);
  composed = amb_icu_normalize (amb_icu_get_nfc (), plain, n_plain, &n_composed);

  return amb_icu_to_utf8 (composed, n_composed);
}

/**
 * amb_fold:
 * @text: UTF-8
 * @length: bytes, or -1 when @text ends in NUL
 *
 * Makes the key by which texts are compared and searched: NFKC_Casefold (Unicode 15, R5), without
 * diacritics, and with the letters that have none but are typed plainly (đ, ł, ø, æ, ß, þ …) as
 * ASCII. Folding a key changes nothing. Thread-safe.
 *
 * Returns: (transfer full): the key
 */
char *
amb_fold (const char *text,
          gssize      length)
{
  gsize size;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  for (gsize i = 0; i < size; i++)
    if ((guchar) text[i] >= 0x80)
      return fold_with_icu (text, size);

  return g_ascii_strdown (text, size);
}

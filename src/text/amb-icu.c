/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-icu.h"

#include <string.h>

/* ICU counts in int32_t; a text is cut to what it can count and what fits when a character grows. */
#define MAXIMUM_BYTES (G_MAXINT32 / 8)
#define REPLACEMENT_CHARACTER 0xFFFD

typedef struct
{
  UBreakIterator *iterators[UBRK_SENTENCE + 1];
} BreakIterators;

static void
break_iterators_free (gpointer data)
{
  BreakIterators *cache = data;

  for (gsize i = 0; i < G_N_ELEMENTS (cache->iterators); i++)
    g_clear_pointer (&cache->iterators[i], ubrk_close);

  g_free (cache);
}

static GPrivate break_iterators = G_PRIVATE_INIT (break_iterators_free);

/**
 * amb_icu_get_break_iterator:
 * @type: what to look for
 *
 * Gives this thread's iterator for a kind of boundaries, by the rules of the root locale (UAX 29).
 * Making one is dear, so a thread keeps it: set the text before every use and don't nest two uses.
 *
 * Returns: (transfer none): the iterator
 */
UBreakIterator *
amb_icu_get_break_iterator (UBreakIteratorType type)
{
  BreakIterators *cache = g_private_get (&break_iterators);
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (type <= UBRK_SENTENCE, NULL);

  if (cache == NULL)
    {
      cache = g_new0 (BreakIterators, 1);
      g_private_set (&break_iterators, cache);
    }

  if (cache->iterators[type] == NULL)
    cache->iterators[type] = ubrk_open (type, "", NULL, 0, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no rules for text boundaries: %s", u_errorName (status));

  return cache->iterators[type];
}

static const UNormalizer2 *
check_normalizer (const UNormalizer2 *normalizer,
                  UErrorCode          status)
{
  if (U_FAILURE (status))
    g_error ("ICU has no normalization data: %s", u_errorName (status));

  return normalizer;
}

/**
 * amb_icu_get_nfc:
 *
 * Returns: (transfer none): the normalizer to Normalization Form C
 */
const UNormalizer2 *
amb_icu_get_nfc (void)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFCInstance (&status);

  return check_normalizer (normalizer, status);
}

/**
 * amb_icu_get_nfd:
 *
 * Returns: (transfer none): the normalizer to Normalization Form D
 */
const UNormalizer2 *
amb_icu_get_nfd (void)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFDInstance (&status);

  return check_normalizer (normalizer, status);
}

/**
 * amb_icu_get_nfkc_casefold:
 *
 * Returns: (transfer none): the normalizer to NFKC_Casefold (Unicode 15.0, section 3.13, R5)
 */
const UNormalizer2 *
amb_icu_get_nfkc_casefold (void)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance (&status);

  return check_normalizer (normalizer, status);
}

/**
 * amb_icu_from_utf8:
 * @text: UTF-8; what is not, becomes U+FFFD
 * @length: bytes, or -1 when @text ends in NUL
 * @n_units: (out): the number of UTF-16 units
 *
 * Converts to UTF-16.
 *
 * Returns: (transfer full): the units
 */
UChar *
amb_icu_from_utf8 (const char *text,
                   gssize      length,
                   int32_t    *n_units)
{
  gsize size = MIN (length < 0 ? strlen (text) : (gsize) length, MAXIMUM_BYTES);
  UChar *units = g_new (UChar, size + 1);
  UErrorCode status = U_ZERO_ERROR;

  *n_units = 0;
  u_strFromUTF8WithSub (units, size + 1, n_units, text, size, REPLACEMENT_CHARACTER, NULL, &status);
  units[*n_units] = 0;

  return units;
}

/**
 * amb_icu_to_utf8:
 * @units: UTF-16
 * @n_units: the number of units
 *
 * Converts to UTF-8; an unpaired surrogate becomes U+FFFD.
 *
 * Returns: (transfer full): the text
 */
char *
amb_icu_to_utf8 (const UChar *units,
                 int32_t      n_units)
{
  gsize capacity = (gsize) n_units * 3 + 1;
  char *text = g_malloc (capacity);
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = 0;

  u_strToUTF8WithSub (text, capacity, &size, units, n_units, REPLACEMENT_CHARACTER, NULL, &status);
  text[size] = '\0';

  return text;
}

/**
 * amb_icu_normalize:
 * @normalizer: a form
 * @units: UTF-16
 * @n_units: the number of units
 * @n_normalized: (out): the number of units of the result
 *
 * Brings a text into a normalization form.
 *
 * Returns: (transfer full): the units
 */
UChar *
amb_icu_normalize (const UNormalizer2 *normalizer,
                   const UChar        *units,
                   int32_t             n_units,
                   int32_t            *n_normalized)
{
  int32_t capacity = n_units + n_units / 2 + 16;
  UChar *result = g_new (UChar, capacity);
  UErrorCode status = U_ZERO_ERROR;

  *n_normalized = unorm2_normalize (normalizer, units, n_units, result, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      capacity = *n_normalized + 1;
      result = g_renew (UChar, result, capacity);
      status = U_ZERO_ERROR;
      *n_normalized = unorm2_normalize (normalizer, units, n_units, result, capacity, &status);
    }

  if (U_FAILURE (status))
    *n_normalized = 0;

  return result;
}

/**
 * amb_icu_skip_units:
 * @text: UTF-8, which may be broken
 * @length: its length in bytes
 * @position: where to begin
 * @n_units: how many UTF-16 units ICU made of it
 *
 * Finds the place in a text that is some number of ICU's units further on.
 *
 * Returns: where they end, in bytes; at most @length
 */
gsize
amb_icu_skip_units (const char *text,
                    gsize       length,
                    gsize       position,
                    int32_t     n_units)
{
  while (n_units > 0 && position < length)
    {
      UChar32 character;

      U8_NEXT_OR_FFFD (text, position, length, character);
      n_units -= U16_LENGTH (character);
    }

  return position;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-length-x.h"

#include <unicode/uchar.h>

#include "amb-icu.h"
#include "amb-platform-address.h"

/* twitter-text, config/v3.json; the weights there are hundredths. */
#define ADDRESS_WEIGHT 23
#define EMOJI_WEIGHT 2

/* The longest sequence of Unicode: a kiss of two people with skin tones. */
#define LONGEST_EMOJI 10

#define KEYCAP 0x20E3
#define VARIATION_SELECTOR_16 0xFE0F
#define ZERO_WIDTH_JOINER 0x200D

/* Characters that are a picture by themselves, and still have a registered sequence with the selector
 * for it, which the keyboards of Apple write (StandardizedVariants.txt, Unicode 6.1 and 6.2). */
static const UChar32 pictures_with_selector[] = {
  0x231A, 0x231B, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2649, 0x264A, 0x264B, 0x264C,
  0x264D, 0x264E, 0x264F, 0x2650, 0x2651, 0x2652, 0x2653, 0x267F, 0x2693, 0x26A1, 0x26AA,
  0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26D4, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26FA,
  0x26FD, 0x2757, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55, 0x1F004, 0x1F21A, 0x1F22F,
};

static gboolean
takes_selector (UChar32 character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pictures_with_selector); i++)
    if (pictures_with_selector[i] == character)
      return TRUE;

  return FALSE;
}

static gint64
weigh_character (UChar32 character)
{
  gboolean is_light = character <= 4351 || (character >= 8192 && character <= 8205) ||
                      (character >= 8208 && character <= 8223) || (character >= 8242 && character <= 8247);

  return is_light ? 1 : 2;
}

static gboolean
continues_emoji (UChar32 character)
{
  return character == VARIATION_SELECTOR_16 || character == ZERO_WIDTH_JOINER || character == KEYCAP ||
         (character >= 0xE0020 && character <= 0xE007F) ||
         u_hasBinaryProperty (character, UCHAR_EMOJI_MODIFIER) ||
         u_hasBinaryProperty (character, UCHAR_REGIONAL_INDICATOR);
}

/* The end of the sequence that begins here and that Unicode recommends for interchange, or @start
 * when there is none. X has no such list of its own: it draws these as one picture. */
static int32_t
read_emoji (const UChar *text,
            int32_t      length,
            int32_t      start)
{
  int32_t ends[LONGEST_EMOJI + 1];
  int32_t position = start;
  guint n_ends = 0;
  UChar32 character;

  U16_NEXT (text, position, length, character);
  if (!u_hasBinaryProperty (character, UCHAR_EMOJI))
    return start;

  if (character < 0x80 && position < length && text[position] == KEYCAP)
    return position + 1;

  if (position < length && text[position] == VARIATION_SELECTOR_16 && takes_selector (character))
    return position + 1;

  while (position < length && n_ends < LONGEST_EMOJI)
    {
      UChar32 previous = character;

      U16_NEXT (text, position, length, character);
      if (!continues_emoji (character) && previous != ZERO_WIDTH_JOINER)
        break;

      ends[n_ends++] = position;
    }

  while (n_ends > 0)
    {
      n_ends--;
      if (u_stringHasBinaryProperty (text + start, ends[n_ends] - start, UCHAR_RGI_EMOJI))
        return ends[n_ends];
    }

  return start;
}

static gint64
weigh (const UChar  *text,
       int32_t       length,
       const GArray *addresses)
{
  gint64 weight = 0;
  guint next_address = 0;

  for (int32_t i = 0; i < length;)
    {
      int32_t end;
      UChar32 character;

      while (next_address < addresses->len &&
             g_array_index (addresses, AmbPlatformAddress, next_address).start < i)
        next_address++;

      if (next_address < addresses->len && g_array_index (addresses, AmbPlatformAddress, next_address).start == i)
        {
          i = g_array_index (addresses, AmbPlatformAddress, next_address).end;
          weight += ADDRESS_WEIGHT;
          continue;
        }

      end = read_emoji (text, length, i);
      if (end > i)
        {
          i = end;
          weight += EMOJI_WEIGHT;
          continue;
        }

      U16_NEXT (text, i, length, character);
      weight += weigh_character (character);
    }

  return weight;
}

/**
 * amb_length_x_count:
 * @text: UTF-8, lines ending in LF
 * @length: bytes
 *
 * Weighs a text as X does (twitter-text 3.1.0, config v3): composed by NFC, an address counts 23, an
 * emoji that Unicode recommends for interchange 2 as a whole, other characters 1 or 2. Thread-safe.
 *
 * Returns: the weight
 */
gint64
amb_length_x_count (const char *text,
                    gsize       length)
{
  int32_t n_units, n_composed;
  g_autofree UChar *units = amb_icu_from_utf8 (text, length, &n_units);
  g_autofree UChar *composed = amb_icu_normalize (amb_icu_get_nfc (), units, n_units, &n_composed);
  g_autoptr (GArray) addresses = amb_platform_address_find (AMB_PLATFORM_X, composed, n_composed);

  return weigh (composed, n_composed, addresses);
}

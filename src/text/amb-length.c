/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-length.h"

#include <string.h>

#include "amb-icu.h"
#include "amb-length-mastodon.h"
#include "amb-length-x.h"

/* Every line end is one character, whoever typed the text. */
static char *
normalize_line_ends (const char *text,
                     gsize       length,
                     gsize      *n_bytes)
{
  char *lines = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n')
        continue;

      lines[n++] = text[i] == '\r' ? '\n' : text[i];
    }

  lines[n] = '\0';
  *n_bytes = n;

  return lines;
}

static gint64
count_code_points (const char *text,
                   gsize       length)
{
  gint64 n = 0;

  for (gsize i = 0; i < length; i++)
    n += ((guchar) text[i] & 0xC0) != 0x80;

  return n;
}

static gint64
count_utf16 (const char *text,
             gsize       length)
{
  gint64 n = count_code_points (text, length);

  for (gsize i = 0; i < length; i++)
    n += (guchar) text[i] >= 0xF0;

  return n;
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

static gint64
count_graphemes (const char *text,
                 gsize       length)
{
  UBreakIterator *iterator;
  g_autofree UChar *units = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t n_units;
  gint64 n = 0;

  if (is_ascii (text, length))
    return length;

  iterator = amb_icu_get_break_iterator (UBRK_CHARACTER);
  units = amb_icu_from_utf8 (text, length, &n_units);
  ubrk_setText (iterator, units, n_units, &status);
  if (U_FAILURE (status))
    return count_code_points (text, length);

  while (ubrk_next (iterator) != UBRK_DONE)
    n++;

  return n;
}

static gint64
count_mastodon (const char *text,
                gsize       length)
{
  g_autofree char *shortened = amb_length_mastodon_shorten (text, length);

  return count_graphemes (shortened, strlen (shortened));
}

/**
 * amb_length_count:
 * @unit: what to count
 * @text: UTF-8
 * @length: bytes, or -1 when @text ends in NUL
 *
 * Measures a text. CR LF and CR count as LF. Thread-safe.
 *
 * Returns: the length, in @unit
 */
gint64
amb_length_count (AmbLengthUnit  unit,
                  const char    *text,
                  gssize         length)
{
  g_autofree char *lines = NULL;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, 0);

  lines = normalize_line_ends (text, length < 0 ? strlen (text) : (gsize) length, &n_bytes);

  switch (unit)
    {
    case AMB_LENGTH_UNIT_CODE_POINTS:
      return count_code_points (lines, n_bytes);

    case AMB_LENGTH_UNIT_UTF16:
      return count_utf16 (lines, n_bytes);

    case AMB_LENGTH_UNIT_GRAPHEMES:
      return count_graphemes (lines, n_bytes);

    case AMB_LENGTH_UNIT_BYTES:
      return n_bytes;

    case AMB_LENGTH_UNIT_X_WEIGHT:
      return amb_length_x_count (lines, n_bytes);

    case AMB_LENGTH_UNIT_MASTODON:
      return count_mastodon (lines, n_bytes);

    default:
      g_return_val_if_reached (0);
    }
}

static AmbLength
measure (AmbLengthUnit  unit,
         gint64         limit,
         const char    *text)
{
  AmbLength length = { amb_length_count (unit, text, -1), limit, 0, FALSE, unit };

  if (limit > 0)
    {
      length.remaining = limit - length.length;
      length.over = length.remaining < 0;
    }

  return length;
}

/* The greater part of its limit a text takes, the nearer it is. */
static gboolean
is_nearer (const AmbLength *a,
           const AmbLength *b)
{
  return (double) a->length * b->limit > (double) b->length * a->limit;
}

/**
 * amb_length_measure:
 * @rules: the rules of a channel
 * @own_limit: a limit of the person's own, such as that of their Mastodon instance, or 0 for the
 *   channel's
 * @text: UTF-8
 * @out: (out caller-allocates): the length
 *
 * Measures a text as a channel does. Where the channel has two limits, as Bluesky has (graphemes and
 * bytes), the one is told that the text is nearest to, or farthest above. Thread-safe.
 */
void
amb_length_measure (const AmbChannelRules *rules,
                    gint64                 own_limit,
                    const char            *text,
                    AmbLength             *out)
{
  gint64 limit, byte_limit;

  g_return_if_fail (rules != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (out != NULL);

  limit = own_limit > 0 ? own_limit : amb_channel_rules_get_limit (rules);
  byte_limit = amb_channel_rules_get_byte_limit (rules);
  *out = measure (amb_channel_rules_get_unit (rules), limit, text);

  if (byte_limit > 0)
    {
      AmbLength in_bytes = measure (AMB_LENGTH_UNIT_BYTES, byte_limit, text);

      if (limit == 0 || is_nearer (&in_bytes, out))
        *out = in_bytes;
    }
}

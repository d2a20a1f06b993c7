/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-punycode.h"

#include <unicode/utf16.h>

/* The parameters of RFC 3492, section 5. */
#define BASE 36
#define LOWEST_THRESHOLD 1
#define HIGHEST_THRESHOLD 26
#define SKEW 38
#define DAMP 700
#define INITIAL_BIAS 72
#define INITIAL_CODE_POINT 0x80

#define PREFIX_LENGTH 4
#define LONGEST 256

/* RFC 3492, section 6.1. */
static guint
adapt (guint    delta,
       guint    n_points,
       gboolean is_first)
{
  guint k = 0;

  delta = is_first ? delta / DAMP : delta / 2;
  delta += delta / n_points;

  for (; delta > ((BASE - LOWEST_THRESHOLD) * HIGHEST_THRESHOLD) / 2; k += BASE)
    delta /= BASE - LOWEST_THRESHOLD;

  return k + (BASE - LOWEST_THRESHOLD + 1) * delta / (delta + SKEW);
}

/* How many digits a delta takes: RFC 3492, section 6.3, the innermost loop. */
static guint
count_digits (guint delta,
              guint bias)
{
  guint n_digits = 1;

  for (guint k = BASE;; k += BASE, n_digits++)
    {
      guint threshold = k <= bias ? LOWEST_THRESHOLD : MIN (k - bias, HIGHEST_THRESHOLD);

      if (delta < threshold)
        return n_digits;

      delta = (delta - threshold) / (BASE - threshold);
    }
}

static guint
measure_points (const UChar32 *points,
                guint          n_points,
                guint          n_basic)
{
  guint length = n_basic > 0 ? n_basic + 1 : 0;
  guint handled = n_basic;
  guint delta = 0;
  guint bias = INITIAL_BIAS;
  UChar32 current = INITIAL_CODE_POINT;

  while (handled < n_points)
    {
      UChar32 next = G_MAXINT32;

      for (guint i = 0; i < n_points; i++)
        if (points[i] >= current)
          next = MIN (next, points[i]);

      delta += (guint) (next - current) * (handled + 1);
      current = next;

      for (guint i = 0; i < n_points; i++)
        {
          if (points[i] < current)
            delta++;

          if (points[i] == current)
            {
              length += count_digits (delta, bias);
              bias = adapt (delta, handled + 1, handled == n_basic);
              delta = 0;
              handled++;
            }
        }

      delta++;
      current++;
    }

  return length;
}

/**
 * amb_punycode_measure:
 * @label: UTF-16, a label of a domain
 * @length: units
 *
 * Tells how many characters a label takes when it is written in ASCII: as it is, or as `xn--` and
 * Punycode (RFC 3492). A label that takes more than the greatest one of DNS gives any number above
 * that. Thread-safe.
 *
 * Returns: the number of characters
 */
guint
amb_punycode_measure (const UChar *label,
                      int32_t      length)
{
  UChar32 points[LONGEST];
  guint n_points = 0;
  guint n_basic = 0;

  for (int32_t i = 0; i < length;)
    {
      UChar32 point;

      if (n_points == LONGEST)
        return G_MAXUINT;

      U16_NEXT (label, i, length, point);
      n_basic += point < 0x80 ? 1 : 0;
      points[n_points++] = point;
    }

  if (n_basic == n_points)
    return n_points;

  return PREFIX_LENGTH + measure_points (points, n_points, n_basic);
}

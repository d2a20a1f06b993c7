/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-core"

#include "config.h"

#include "amb-range.h"

/**
 * amb_range_array_new:
 *
 * Makes an empty array of [struct@Range].
 *
 * Returns: (transfer full) (element-type AmbRange): the array
 */
GArray *
amb_range_array_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AmbRange));
}

/**
 * amb_range_array_add:
 * @ranges: (element-type AmbRange): an array
 * @start: first byte
 * @end: the byte after the last one
 *
 * Appends a range.
 */
void
amb_range_array_add (GArray *ranges,
                     gsize   start,
                     gsize   end)
{
  AmbRange range = { start, end };

  g_return_if_fail (ranges != NULL);
  g_return_if_fail (start <= end);

  g_array_append_val (ranges, range);
}

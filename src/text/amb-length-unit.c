/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-length-unit.h"

/* These words stand in JSON that others read and in data/channels.ini: they are never changed. */
static const char * const names[] = {
  [AMB_LENGTH_UNIT_CODE_POINTS] = "code-points",
  [AMB_LENGTH_UNIT_UTF16] = "utf-16",
  [AMB_LENGTH_UNIT_GRAPHEMES] = "graphemes",
  [AMB_LENGTH_UNIT_BYTES] = "bytes",
  [AMB_LENGTH_UNIT_X_WEIGHT] = "x-weight",
  [AMB_LENGTH_UNIT_MASTODON] = "mastodon",
};

/**
 * amb_length_unit_get_name:
 * @unit: a unit
 *
 * Gives the stable word for a unit, as `ambassador-cli` prints it. Thread-safe.
 *
 * Returns: (transfer none): the word
 */
const char *
amb_length_unit_get_name (AmbLengthUnit unit)
{
  g_return_val_if_fail (unit < G_N_ELEMENTS (names), NULL);

  return names[unit];
}

/**
 * amb_length_unit_from_name:
 * @name: a word of [func@LengthUnit.get_name]
 * @unit: (out): the unit
 *
 * Finds the unit of a word. Thread-safe.
 *
 * Returns: whether there is one
 */
gboolean
amb_length_unit_from_name (const char    *name,
                           AmbLengthUnit *unit)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (unit != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *unit = i;
        return TRUE;
      }

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbLengthUnit:
 * @AMB_LENGTH_UNIT_CODE_POINTS: Unicode code points
 * @AMB_LENGTH_UNIT_UTF16: UTF-16 code units
 * @AMB_LENGTH_UNIT_GRAPHEMES: grapheme clusters (UAX 29), what a reader sees as one character
 * @AMB_LENGTH_UNIT_BYTES: bytes of UTF-8
 * @AMB_LENGTH_UNIT_X_WEIGHT: the weighted length of X (twitter-text, config v3)
 * @AMB_LENGTH_UNIT_MASTODON: grapheme clusters, an address counting 23 and a mention without its host
 *
 * What a channel counts.
 */
typedef enum
{
  AMB_LENGTH_UNIT_CODE_POINTS,
  AMB_LENGTH_UNIT_UTF16,
  AMB_LENGTH_UNIT_GRAPHEMES,
  AMB_LENGTH_UNIT_BYTES,
  AMB_LENGTH_UNIT_X_WEIGHT,
  AMB_LENGTH_UNIT_MASTODON,
} AmbLengthUnit;

const char *amb_length_unit_get_name  (AmbLengthUnit unit);
gboolean    amb_length_unit_from_name (const char *name, AmbLengthUnit *unit);

G_END_DECLS

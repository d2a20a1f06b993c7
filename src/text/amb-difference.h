/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

/**
 * AmbDifferenceKind:
 * @AMB_DIFFERENCE_SAME: stands in both texts
 * @AMB_DIFFERENCE_REMOVED: stands in the text before only
 * @AMB_DIFFERENCE_ADDED: stands in the text after only
 *
 * What became of a passage.
 */
typedef enum
{
  AMB_DIFFERENCE_SAME,
  AMB_DIFFERENCE_REMOVED,
  AMB_DIFFERENCE_ADDED,
} AmbDifferenceKind;

/**
 * AmbDifference:
 * @kind: what became of it
 * @range: where it stands: in the text before when it was removed, else in the text after
 *
 * A passage of two texts that are compared.
 */
typedef struct
{
  AmbDifferenceKind kind;
  AmbRange range;
} AmbDifference;

GArray *amb_difference_find (const char *before, const char *after);

G_END_DECLS

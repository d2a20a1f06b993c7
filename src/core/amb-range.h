/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbRange:
 * @start: first byte
 * @end: the byte after the last one
 *
 * A part of a UTF-8 text, in bytes; both ends lie between characters.
 */
typedef struct
{
  gsize start;
  gsize end;
} AmbRange;

GArray *amb_range_array_new (void);
void    amb_range_array_add (GArray *ranges, gsize start, gsize end);

G_END_DECLS

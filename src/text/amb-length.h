/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-channel-rules.h"
#include "amb-length-unit.h"

G_BEGIN_DECLS

/**
 * AmbLength:
 * @length: how long the text is, in @unit
 * @limit: the greatest length, or 0 when there is none
 * @remaining: what is left, negative when the text is too long; 0 when there is no limit
 * @over: whether the text is too long
 * @unit: what is counted
 *
 * The length of a text as a channel counts it.
 */
typedef struct
{
  gint64 length;
  gint64 limit;
  gint64 remaining;
  gboolean over;
  AmbLengthUnit unit;
} AmbLength;

gint64 amb_length_count   (AmbLengthUnit unit, const char *text, gssize length);
void   amb_length_measure (const AmbChannelRules *rules, gint64 own_limit, const char *text,
                           AmbLength *out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record-enums.h"

G_BEGIN_DECLS

/**
 * AmbEntryFilter:
 * @search: (nullable): what the person typed: words, "a phrase", word*, -word
 * @partial: whether the last word may still grow (search as one types)
 * @channel: (nullable): the id of a channel
 * @kind: a kind, or 0
 * @since: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment that counts
 * @until: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment that counts no more
 *
 * Which entries of the log to show. All that is set must hold.
 */
typedef struct
{
  char        *search;
  gboolean     partial;
  char        *channel;
  AmbEntryKind kind;
  gint64       since;
  gint64       until;
} AmbEntryFilter;

AmbEntryFilter *amb_entry_filter_new  (void);
AmbEntryFilter *amb_entry_filter_copy (const AmbEntryFilter *self);
void            amb_entry_filter_free (AmbEntryFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbEntryFilter, amb_entry_filter_free)

G_END_DECLS

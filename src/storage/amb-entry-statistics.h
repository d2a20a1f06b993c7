/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-record-enums.h"

G_BEGIN_DECLS

/**
 * AmbEntryFigures:
 * @at: milliseconds since 1970, UTC
 * @zone_offset: minutes east of UTC on the clock where it happened
 * @kind: its kind
 * @online: whether it was online
 * @channel: (nullable): the id of a channel
 * @audience: (nullable): for whom it was
 * @own_words: the share of own words, from 0 to 1; negative when it was not measured
 * @views: how often it was seen, by the newest result that tells; −1 when none does
 * @n_heard: how many things were heard
 * @labels: (element-type utf8): the labels of its stories that were asked for, each once
 *
 * What there is to count of an entry of the log.
 */
typedef struct
{
  gint64       at;
  int          zone_offset;
  AmbEntryKind kind;
  gboolean     online;
  const char  *channel;
  const char  *audience;
  double       own_words;
  gint64       views;
  gint64       n_heard;
  GPtrArray   *labels;
} AmbEntryFigures;

typedef void (*AmbEntryFiguresFunc) (const AmbEntryFigures *figures, gpointer data);

gboolean amb_entry_statistics_foreach (AmbConnection *connection, gint64 since, gint64 until, AmbStoryLabelKind labels,
                                       AmbEntryFiguresFunc func, gpointer data, GError **error);

G_END_DECLS

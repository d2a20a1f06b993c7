/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

/**
 * AmbLogGrouping:
 *
 * By what the entries of the log are counted. Days are those of the clock where it happened; weeks begin on Monday
 * (ISO 8601). Themes are those of the stories that were used; so are audiences, where the entry itself names none.
 */
typedef enum
{
  AMB_LOG_BY_DAY,
  AMB_LOG_BY_WEEK,
  AMB_LOG_BY_MONTH,
  AMB_LOG_BY_YEAR,
  AMB_LOG_BY_CHANNEL,
  AMB_LOG_BY_KIND,
  AMB_LOG_BY_THEME,
  AMB_LOG_BY_AUDIENCE,
  AMB_LOG_N_GROUPINGS
} AmbLogGrouping;

/**
 * AmbLogStatistic:
 * @key: the day (2026-11-23), week (2026-W48), month (2026-11), year, channel, kind, theme or audience; "" for entries
 *   without one
 * @n_entries: how many entries
 * @n_online: how many of them were online
 * @n_heard: how many things were heard
 * @n_views: of how many entries the views are known
 * @views_median: their median; meaningless when none is known
 * @n_own_words: of how many entries the share of own words was measured
 * @own_words_median: its median, from 0 to 1; meaningless when none was
 *
 * One group of entries. A median is the middle one of the sorted values, and the mean of the two in the middle when
 * their number is even.
 */
typedef struct
{
  char   *key;
  gint64  n_entries;
  gint64  n_online;
  gint64  n_heard;
  gint64  n_views;
  double  views_median;
  gint64  n_own_words;
  double  own_words_median;
} AmbLogStatistic;

gboolean   amb_log_grouping_from_nick (const char *nick, AmbLogGrouping *grouping);
const char *amb_log_grouping_get_nick (AmbLogGrouping grouping);
GPtrArray *amb_log_statistics_make    (AmbConnection *connection, AmbLogGrouping grouping, gint64 since, gint64 until,
                                       GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbPeriod:
 * @AMB_PERIOD_ALWAYS: no bounds
 * @AMB_PERIOD_WEEK: the week of today, from Monday
 * @AMB_PERIOD_MONTH: the month of today
 * @AMB_PERIOD_YEAR: the year of today
 * @AMB_PERIOD_LAST_YEAR: the year before
 * @AMB_PERIOD_CUSTOM: from one day to another, as the person says
 *
 * Which part of the history to show.
 */
typedef enum
{
  AMB_PERIOD_ALWAYS,
  AMB_PERIOD_WEEK,
  AMB_PERIOD_MONTH,
  AMB_PERIOD_YEAR,
  AMB_PERIOD_LAST_YEAR,
  AMB_PERIOD_CUSTOM,
  AMB_N_PERIODS
} AmbPeriod;

const char *amb_period_get_label (AmbPeriod period);
void        amb_period_get_range (AmbPeriod period, gint64 now, GTimeZone *zone, gint64 *since, gint64 *until);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-period.h"

#include <glib/gi18n-lib.h>

#include "amb-time.h"

static gint64
make_time (GTimeZone *zone,
           int        year,
           int        month)
{
  g_autoptr (GDateTime) moment = g_date_time_new (zone, year, month, 1, 0, 0, 0);

  return moment == NULL ? AMB_TIME_UNSET : g_date_time_to_unix (moment) * 1000;
}

/* A week may have an hour more or less than seven days: its end is a day in the calendar. */
static gint64
find_next_week (gint64     since,
                GTimeZone *zone)
{
  return amb_time_start_of_week (since + 8 * AMB_TIME_DAY, zone);
}

/**
 * amb_period_get_label:
 * @period: a period
 *
 * Names a period in the person's language.
 *
 * Returns: the name
 */
const char *
amb_period_get_label (AmbPeriod period)
{
  switch (period)
    {
    case AMB_PERIOD_ALWAYS: return _("Any time");
    case AMB_PERIOD_WEEK: return _("This week");
    case AMB_PERIOD_MONTH: return _("This month");
    case AMB_PERIOD_YEAR: return _("This year");
    case AMB_PERIOD_LAST_YEAR: return _("Last year");
    /* Translators: a period; the person chooses its first and last day */
    case AMB_PERIOD_CUSTOM: return _("Choose days…");
    case AMB_N_PERIODS: break;
    }
  return "";
}

/**
 * amb_period_get_range:
 * @period: a period
 * @now: milliseconds since 1970, UTC
 * @zone: the zone whose days count
 * @since: (out): milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment of the period
 * @until: (out): milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment after it
 *
 * Works out where a period begins and ends. %AMB_PERIOD_CUSTOM has no bounds of its own.
 */
void
amb_period_get_range (AmbPeriod  period,
                      gint64     now,
                      GTimeZone *zone,
                      gint64    *since,
                      gint64    *until)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) today = utc == NULL ? NULL : g_date_time_to_timezone (utc, zone);
  int year;
  int month;

  g_return_if_fail (since != NULL && until != NULL);
  g_return_if_fail (today != NULL);

  *since = *until = AMB_TIME_UNSET;
  year = g_date_time_get_year (today);
  month = g_date_time_get_month (today);

  switch (period)
    {
    case AMB_PERIOD_WEEK:
      *since = amb_time_start_of_week (now, zone);
      *until = find_next_week (*since, zone);
      break;
    case AMB_PERIOD_MONTH:
      *since = make_time (zone, year, month);
      *until = month == 12 ? make_time (zone, year + 1, 1) : make_time (zone, year, month + 1);
      break;
    case AMB_PERIOD_YEAR:
      *since = make_time (zone, year, 1);
      *until = make_time (zone, year + 1, 1);
      break;
    case AMB_PERIOD_LAST_YEAR:
      *since = make_time (zone, year - 1, 1);
      *until = make_time (zone, year, 1);
      break;
    case AMB_PERIOD_ALWAYS:
    case AMB_PERIOD_CUSTOM:
    case AMB_N_PERIODS:
      break;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-core"

#include "config.h"

#include "amb-time.h"

#include <string.h>

/* NULL outside the years 1 to 9999, and so for AMB_TIME_UNSET. */
static GDateTime *
make_date_time (gint64     time,
                GTimeZone *zone)
{
  gint64 seconds = time / 1000 - (time % 1000 < 0 ? 1 : 0);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GTimeZone) local = zone == NULL ? g_time_zone_new_local () : g_time_zone_ref (zone);

  return utc == NULL ? NULL : g_date_time_to_timezone (utc, local);
}

static GDateTime *
parse_date (const char *text,
            GTimeZone  *zone)
{
  g_autofree char *padded = NULL;

  if (strlen (text) != strlen ("YYYY-MM-DD"))
    return NULL;

  padded = g_strconcat (text, "T00:00:00", NULL);

  return g_date_time_new_from_iso8601 (padded, zone);
}

static gint64
find_midnight (gint64     time,
               GTimeZone *zone,
               gboolean   of_monday)
{
  g_autoptr (GDateTime) moment = make_date_time (time, zone);
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) midnight = NULL;

  if (moment == NULL)
    return time;

  /* The day first, its midnight then: where the clock is put forward at midnight, a day begins later. */
  day = g_date_time_add_days (moment, of_monday ? 1 - g_date_time_get_day_of_week (moment) : 0);
  midnight = g_date_time_new (g_date_time_get_timezone (day),
                              g_date_time_get_year (day),
                              g_date_time_get_month (day),
                              g_date_time_get_day_of_month (day), 0, 0, 0);

  return g_date_time_to_unix (midnight) * 1000;
}

/**
 * amb_time_from_iso8601:
 * @text: a date (`2026-11-23`) or a date and time (`2026-11-23T14:02:00+01:00`)
 * @zone: (nullable): the zone of a text that names none, or %NULL for the local one
 *
 * Reads a time as ISO 8601 and RFC 3339 write it; a date alone is its midnight.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET when @text is no time
 */
gint64
amb_time_from_iso8601 (const char *text,
                       GTimeZone  *zone)
{
  g_autoptr (GTimeZone) local = zone == NULL ? g_time_zone_new_local () : g_time_zone_ref (zone);
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (text != NULL, AMB_TIME_UNSET);

  moment = parse_date (text, local);
  if (moment == NULL)
    moment = g_date_time_new_from_iso8601 (text, local);
  if (moment == NULL)
    return AMB_TIME_UNSET;

  return g_date_time_to_unix (moment) * 1000 + g_date_time_get_microsecond (moment) / 1000;
}

/**
 * amb_time_to_rfc3339:
 * @time: milliseconds since 1970, UTC
 * @zone: (nullable): the zone to write it in, or %NULL for the local one
 *
 * Writes a time as RFC 3339 section 5.6 does, with its offset and to the second.
 *
 * Returns: (transfer full): the text, empty when @time is unset or outside the years 1 to 9999
 */
char *
amb_time_to_rfc3339 (gint64     time,
                     GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = make_date_time (time, zone);

  return moment == NULL ? g_strdup ("") : g_date_time_format (moment, "%C%y-%m-%dT%H:%M:%S%:z");
}

/**
 * amb_time_to_date:
 * @time: milliseconds since 1970, UTC
 * @zone: (nullable): the zone whose day is meant, or %NULL for the local one
 *
 * Writes the day of a time as `YYYY-MM-DD`.
 *
 * Returns: (transfer full): the text, empty when @time is unset or outside the years 1 to 9999
 */
char *
amb_time_to_date (gint64     time,
                  GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = make_date_time (time, zone);

  return moment == NULL ? g_strdup ("") : g_date_time_format (moment, "%C%y-%m-%d");
}

/**
 * amb_time_start_of_day:
 * @time: milliseconds since 1970, UTC
 * @zone: (nullable): the zone whose day is meant, or %NULL for the local one
 *
 * Finds the midnight that began the day.
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64
amb_time_start_of_day (gint64     time,
                       GTimeZone *zone)
{
  return find_midnight (time, zone, FALSE);
}

/**
 * amb_time_start_of_week:
 * @time: milliseconds since 1970, UTC
 * @zone: (nullable): the zone whose week is meant, or %NULL for the local one
 *
 * Finds the midnight that began the week; weeks begin on Monday (ISO 8601).
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64
amb_time_start_of_week (gint64     time,
                        GTimeZone *zone)
{
  return find_midnight (time, zone, TRUE);
}

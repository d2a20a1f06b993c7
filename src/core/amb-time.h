/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMB_TIME_UNSET:
 *
 * Stands for "no time given" wherever a time in milliseconds is optional.
 */
#define AMB_TIME_UNSET G_MININT64

#define AMB_TIME_DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

gint64   amb_time_from_iso8601  (const char *text, GTimeZone *zone);
char    *amb_time_to_rfc3339    (gint64 time, GTimeZone *zone);
char    *amb_time_to_date       (gint64 time, GTimeZone *zone);
gint64   amb_time_start_of_day  (gint64 time, GTimeZone *zone);
gint64   amb_time_start_of_week (gint64 time, GTimeZone *zone);

G_END_DECLS

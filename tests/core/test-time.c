/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-time.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define HOUR (60 * 60 * SECOND)

/* The suite runs in the zone of Amsterdam; these tests name it, to tell it from the local one. */
static GTimeZone *
open_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);

  return zone;
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    gint64 time;
  } cases[] = {
    { "1970-01-01T00:00:00Z", 0 },
    { "1970-01-01", -1 * HOUR },
    { "1970-01-01T00:00:00", -1 * HOUR },
    { "1970-01-01 02:00:00", HOUR },
    { "1970-01-01T00:00:00+05:30", -(5 * HOUR + HOUR / 2) },
    { "1970-01-01T00:00:00.250Z", 250 },
    { "1969-12-31T23:59:59.250Z", -750 },
    { "2026-07-01", G_GINT64_CONSTANT (1782856800000) },
    { "2026-11-23T14:02:00+01:00", G_GINT64_CONSTANT (1795438920000) },
    { "2024-02-29T00:00:00Z", G_GINT64_CONSTANT (1709164800000) },
  };
  g_autoptr (GTimeZone) zone = open_zone ("Europe/Amsterdam");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (amb_time_from_iso8601 (cases[i].text, zone), ==, cases[i].time);
      g_assert_cmpint (amb_time_from_iso8601 (cases[i].text, NULL), ==, cases[i].time);
    }
}

static void
test_read_bad (void)
{
  static const char * const cases[] = {
    "", "now", "2026", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-01", "2026-11-23T", "2026-11-23T25:00:00Z",
    "2026-11-23T10:61:00Z", "2026-11-23T10:00:00Zx", " 2026-11-23", "2026-11-23 ", "23-11-2026", "2026/11/23",
    "99999-01-01T00:00:00Z", "\xff\xff\xff\xff-\xff\xff-\xff\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (amb_time_from_iso8601 (cases[i], NULL), ==, AMB_TIME_UNSET);
}

static void
assert_written (gint64      time,
                GTimeZone  *zone,
                const char *moment,
                const char *day)
{
  g_autofree char *written_moment = amb_time_to_rfc3339 (time, zone);
  g_autofree char *written_day = amb_time_to_date (time, zone);

  g_assert_cmpstr (written_moment, ==, moment);
  g_assert_cmpstr (written_day, ==, day);
}

static void
test_write (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) amsterdam = open_zone ("Europe/Amsterdam");
  g_autoptr (GTimeZone) new_york = open_zone ("America/New_York");

  assert_written (0, utc, "1970-01-01T00:00:00+00:00", "1970-01-01");
  assert_written (0, amsterdam, "1970-01-01T01:00:00+01:00", "1970-01-01");
  assert_written (0, NULL, "1970-01-01T01:00:00+01:00", "1970-01-01");
  assert_written (0, new_york, "1969-12-31T19:00:00-05:00", "1969-12-31");
  assert_written (999, utc, "1970-01-01T00:00:00+00:00", "1970-01-01");
  assert_written (-1, utc, "1969-12-31T23:59:59+00:00", "1969-12-31");
  assert_written (-1000, utc, "1969-12-31T23:59:59+00:00", "1969-12-31");
  assert_written (-1001, utc, "1969-12-31T23:59:58+00:00", "1969-12-31");
}

/* Years of four digits, as RFC 3339 asks; nothing where there is no such year, least of all when no time is given. */
static void
test_write_far (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  assert_written (amb_time_from_iso8601 ("0987-06-05T00:00:00Z", utc), utc, "0987-06-05T00:00:00+00:00", "0987-06-05");
  assert_written (amb_time_from_iso8601 ("9999-12-31T23:59:59Z", utc), utc, "9999-12-31T23:59:59+00:00", "9999-12-31");
  assert_written (AMB_TIME_UNSET, utc, "", "");
  assert_written (AMB_TIME_UNSET + 1, NULL, "", "");
  assert_written (G_MAXINT64, utc, "", "");
  g_assert_cmpint (amb_time_start_of_day (AMB_TIME_UNSET, utc), ==, AMB_TIME_UNSET);
  g_assert_cmpint (amb_time_start_of_week (G_MAXINT64, NULL), ==, G_MAXINT64);
}

/* What is written is read again as the same second, in any zone. */
static void
test_round_trip (void)
{
  static const char * const names[] = { "UTC", "Europe/Amsterdam", "Asia/Kolkata", "America/St_Johns" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GTimeZone) zone = open_zone (names[i % G_N_ELEMENTS (names)]);
      gint64 time = SECOND * g_rand_int_range (random, 0, G_MAXINT32);
      g_autofree char *text = amb_time_to_rfc3339 (time, zone);

      g_assert_cmpint (amb_time_from_iso8601 (text, NULL), ==, time);
    }
}

static void
assert_start (const char *zone_name,
              const char *moment,
              const char *day,
              const char *week)
{
  g_autoptr (GTimeZone) zone = open_zone (zone_name);
  gint64 time = amb_time_from_iso8601 (moment, zone);

  g_test_message ("%s", moment);
  g_assert_cmpint (amb_time_start_of_day (time, zone), ==, amb_time_from_iso8601 (day, zone));
  g_assert_cmpint (amb_time_start_of_week (time, zone), ==, amb_time_from_iso8601 (week, zone));
}

static void
test_start (void)
{
  const char *amsterdam = "Europe/Amsterdam";

  assert_start (amsterdam, "2026-11-23T00:00:00+01:00", "2026-11-23T00:00:00+01:00", "2026-11-23T00:00:00+01:00");
  assert_start (amsterdam, "2026-11-22T23:59:59+01:00", "2026-11-22T00:00:00+01:00", "2026-11-16T00:00:00+01:00");
  assert_start (amsterdam, "2026-11-22T23:30:00Z", "2026-11-23T00:00:00+01:00", "2026-11-23T00:00:00+01:00");
  assert_start (amsterdam, "2027-01-01T12:00:00+01:00", "2027-01-01T00:00:00+01:00", "2026-12-28T00:00:00+01:00");
  assert_start (amsterdam, "1969-12-31T12:00:00+01:00", "1969-12-31T00:00:00+01:00", "1969-12-29T00:00:00+01:00");
  assert_start ("America/New_York", "2026-11-23T02:00:00Z", "2026-11-22T00:00:00-05:00", "2026-11-16T00:00:00-05:00");
}

/* The clock is put forward and back: a day has 23 or 25 hours, and begins at its midnight all the same. */
static void
test_start_summer_time (void)
{
  const char *amsterdam = "Europe/Amsterdam";

  assert_start (amsterdam, "2026-03-29T12:00:00+02:00", "2026-03-29T00:00:00+01:00", "2026-03-23T00:00:00+01:00");
  assert_start (amsterdam, "2026-04-01T12:00:00+02:00", "2026-04-01T00:00:00+02:00", "2026-03-30T00:00:00+02:00");
  assert_start (amsterdam, "2026-10-25T12:00:00+01:00", "2026-10-25T00:00:00+02:00", "2026-10-19T00:00:00+02:00");
  assert_start (amsterdam, "2026-10-25T02:30:00+01:00", "2026-10-25T00:00:00+02:00", "2026-10-19T00:00:00+02:00");

  /* A day that had no midnight. */
  assert_start ("America/Sao_Paulo", "2018-11-04T12:00:00-02:00", "2018-11-04T01:00:00-02:00",
                "2018-10-29T00:00:00-03:00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time/read", test_read);
  g_test_add_func ("/core/time/read-bad", test_read_bad);
  g_test_add_func ("/core/time/write", test_write);
  g_test_add_func ("/core/time/write-far", test_write_far);
  g_test_add_func ("/core/time/round-trip", test_round_trip);
  g_test_add_func ("/core/time/start", test_start);
  g_test_add_func ("/core/time/start-summer-time", test_start_summer_time);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-format.h"
#include "amb-gui-test.h"
#include "amb-time.h"

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR (60 * MINUTE)

static void
assert_when (gint64      distance,
             const char *expected)
{
  g_autofree char *text = amb_format_when (AMB_TEST_NOW + distance, AMB_TEST_NOW);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_when (void)
{
  assert_when (0, "just now");
  assert_when (-59000, "just now");
  assert_when (-MINUTE, "1 minute ago");
  assert_when (-59 * MINUTE, "59 minutes ago");
  assert_when (-HOUR, "1 hour ago");
  assert_when (-24 * HOUR + 1, "23 hours ago");
  assert_when (30000, "now");
  assert_when (2 * HOUR, "in 2 hours");
}

static void
test_when_days (void)
{
  assert_when (-24 * HOUR, "22 November");
  assert_when (24 * HOUR, "24 November");
  assert_when (-365 * 24 * HOUR, "23 November 2025");
}

static void
test_day (void)
{
  g_autofree char *today = amb_format_day (AMB_TEST_NOW, AMB_TEST_NOW);
  g_autofree char *year_ago = amb_format_day (AMB_TEST_NOW - 365 * 24 * HOUR, AMB_TEST_NOW);

  g_assert_cmpstr (today, ==, "23 November");
  g_assert_cmpstr (year_ago, ==, "23 November 2025");
}

static void
test_unset (void)
{
  g_autofree char *date = amb_format_date (AMB_TIME_UNSET);
  g_autofree char *day = amb_format_day (AMB_TIME_UNSET, AMB_TEST_NOW);
  g_autofree char *time = amb_format_time (AMB_TIME_UNSET);
  g_autofree char *when = amb_format_when (AMB_TIME_UNSET, AMB_TEST_NOW);

  g_assert_cmpstr (date, ==, "");
  g_assert_cmpstr (day, ==, "");
  g_assert_cmpstr (time, ==, "");
  g_assert_cmpstr (when, ==, "");
}

static void
test_date_and_time (void)
{
  g_autofree char *date = amb_format_date (AMB_TEST_NOW);
  g_autofree char *time = amb_format_time (AMB_TEST_NOW + 5 * MINUTE);

  g_assert_cmpstr (date, ==, "23 November 2026");
  g_assert_cmpstr (time, ==, "14:07");
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/format/when", test_when);
  g_test_add_func ("/format/when/days", test_when_days);
  g_test_add_func ("/format/day", test_day);
  g_test_add_func ("/format/unset", test_unset);
  g_test_add_func ("/format/date-and-time", test_date_and_time);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-clock.h"

static void
test_system (void)
{
  g_autoptr (AmbClock) clock = amb_clock_new ();
  gint64 before = g_get_real_time () / 1000;
  gint64 now = amb_clock_now (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
}

static void
test_fixed (void)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (-5);

  g_assert_cmpint (amb_clock_now (clock), ==, -5);
  g_assert_cmpint (amb_clock_now (clock), ==, -5);
  amb_clock_advance (clock, 1000);
  g_assert_cmpint (amb_clock_now (clock), ==, 995);
  amb_clock_advance (clock, -995);
  g_assert_cmpint (amb_clock_now (clock), ==, 0);
}

static void
test_ids (void)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (1000);
  gint64 first = amb_clock_make_id (clock, 0);
  gint64 second = amb_clock_make_id (clock, 0);
  gint64 third;

  g_assert_cmpint (first >> 12, ==, 1000);
  g_assert_cmpint (second, ==, first + 1);
  g_assert_cmpint (amb_clock_make_id (clock, second + 10), ==, second + 11);

  amb_clock_advance (clock, 5);
  third = amb_clock_make_id (clock, 0);
  g_assert_cmpint (third >> 12, ==, 1005);

  /* A clock that was set back. */
  amb_clock_advance (clock, -500);
  g_assert_cmpint (amb_clock_make_id (clock, 0), ==, third + 1);
}

static gpointer
advance_often (gpointer data)
{
  for (guint i = 0; i < 10000; i++)
    amb_clock_advance (data, 1);

  return NULL;
}

/* The writer's thread reads the clock while a test moves it. */
static void
test_threads (void)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (0);
  GThread *other = g_thread_new ("advance", advance_often, clock);

  advance_often (clock);
  g_thread_join (other);

  g_assert_cmpint (amb_clock_now (clock), ==, 20000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/clock/system", test_system);
  g_test_add_func ("/core/clock/fixed", test_fixed);
  g_test_add_func ("/core/clock/ids", test_ids);
  g_test_add_func ("/core/clock/threads", test_threads);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-entry-facts.h"
#include "amb-entry-row.h"
#include "amb-entry-summary.h"
#include "amb-gui-test.h"
#include "amb-period.h"
#include "amb-time.h"
#include "amb-tone.h"

static AmbEntry *
make_entry (const char *date)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  AmbEntry *entry = amb_entry_new ();

  amb_entry_set_at (entry, amb_time_from_iso8601 (date, zone));
  amb_record_set_loaded (AMB_RECORD (entry), TRUE);

  return entry;
}

static void
assert_range (AmbPeriod   period,
              const char *now,
              const char *since,
              const char *until)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 first = 0;
  gint64 end = 0;

  amb_period_get_range (period, amb_time_from_iso8601 (now, zone), zone, &first, &end);
  g_assert_cmpint (first, ==, amb_time_from_iso8601 (since, zone));
  g_assert_cmpint (end, ==, amb_time_from_iso8601 (until, zone));
}

static void
test_period (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 since = 0;
  gint64 until = 0;

  assert_range (AMB_PERIOD_MONTH, "2026-11-23T14:00:00", "2026-11-01T00:00:00", "2026-12-01T00:00:00");
  assert_range (AMB_PERIOD_MONTH, "2026-12-31T23:59:00", "2026-12-01T00:00:00", "2027-01-01T00:00:00");
  assert_range (AMB_PERIOD_YEAR, "2026-11-23T14:00:00", "2026-01-01T00:00:00", "2027-01-01T00:00:00");
  assert_range (AMB_PERIOD_LAST_YEAR, "2026-11-23T14:00:00", "2025-01-01T00:00:00", "2026-01-01T00:00:00");
  assert_range (AMB_PERIOD_WEEK, "2026-11-25T14:00:00", "2026-11-23T00:00:00", "2026-11-30T00:00:00");
  /* The week in which the clock goes back has an hour more, the other one an hour less. */
  assert_range (AMB_PERIOD_WEEK, "2026-10-25T23:00:00", "2026-10-19T00:00:00", "2026-10-26T00:00:00");
  assert_range (AMB_PERIOD_WEEK, "2026-03-29T23:00:00", "2026-03-23T00:00:00", "2026-03-30T00:00:00");

  amb_period_get_range (AMB_PERIOD_ALWAYS, AMB_TEST_NOW, zone, &since, &until);
  g_assert_cmpint (since, ==, AMB_TIME_UNSET);
  g_assert_cmpint (until, ==, AMB_TIME_UNSET);
}

static void
test_title (void)
{
  g_autoptr (AmbEntry) entry = make_entry ("2026-11-23T14:02:00");
  g_autofree char *kind = amb_entry_summary_get_title (entry);
  g_autofree char *with = NULL;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpstr (kind, ==, "Post");
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Neighbours");
  with = amb_entry_summary_get_title (entry);
  g_assert_cmpstr (with, ==, "Neighbours");
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "\n  First line\nsecond line");
  words = amb_entry_summary_get_title (entry);
  g_assert_cmpstr (words, ==, "First line");
  amb_entry_set_text (entry, AMB_ENTRY_TITLE, "A night without power");
  title = amb_entry_summary_get_title (entry);
  g_assert_cmpstr (title, ==, "A night without power");
}

static void
test_result (void)
{
  const AmbResult result = { 1000, -1, 3, 1, -1, -1 };
  g_autoptr (AmbEntry) entry = make_entry ("2026-11-23T14:02:00");
  g_autofree char *none = amb_entry_summary_get_result (entry);
  g_autofree char *people = NULL;
  g_autofree char *reactions = NULL;
  g_autofree char *numbers = amb_entry_summary_list_numbers (&result);

  g_assert_cmpstr (none, ==, "");
  amb_entry_set_reached (entry, 1);
  people = amb_entry_summary_get_result (entry);
  g_assert_cmpstr (people, ==, "1 person");
  amb_entry_add_result (entry, &result);
  reactions = amb_entry_summary_get_result (entry);
  g_assert_cmpstr (reactions, ==, "3 reactions");
  g_assert_cmpstr (numbers, ==, "3 reactions · 1 comment");
}

/* As beside the text: what is copied shows. */
static void
test_own_words (void)
{
  g_autoptr (AmbEntry) entry = make_entry ("2026-11-23T14:02:00");
  GtkWidget *facts = g_object_new (AMB_TYPE_ENTRY_FACTS, NULL);
  GtkWidget *window = amb_gui_test_show (facts, 360, 200);

  amb_entry_set_own_words (entry, 0.999);
  g_object_set (facts, "entry", entry, NULL);
  g_assert_nonnull (amb_gui_test_find (facts, GTK_TYPE_LABEL, "99%"));
  amb_entry_set_own_words (entry, 0.29);
  g_assert_nonnull (amb_gui_test_find (facts, GTK_TYPE_LABEL, "29%"));

  amb_gui_test_hide (window);
}

static void
test_tone (void)
{
  for (int tone = AMB_TONE_LOWEST; tone < AMB_TONE_HIGHEST; tone++)
    {
      g_assert_cmpstr (amb_tone_get_label (tone), !=, amb_tone_get_label (tone + 1));
      g_assert_cmpstr (amb_tone_get_symbol (tone), !=, amb_tone_get_symbol (tone + 1));
    }
  g_assert_cmpstr (amb_tone_get_label (-99), ==, amb_tone_get_label (AMB_TONE_LOWEST));
}

static void
test_heading (void)
{
  g_autoptr (AmbEntry) entry = make_entry ("2026-10-30T10:00:00");
  g_autoptr (AmbEntry) other = make_entry ("2026-11-02T10:00:00");
  g_autoptr (AmbEntry) empty = amb_entry_new ();
  GtkWidget *row = amb_entry_row_new ();
  GtkWidget *window = amb_gui_test_show (row, 360, 200);

  amb_entry_row_set_entry (AMB_ENTRY_ROW (row), entry);
  g_assert_nonnull (amb_gui_test_find (row, GTK_TYPE_LABEL, "October 2026"));

  /* Nothing is known yet of the row above: no heading, until it is. */
  amb_entry_row_set_previous (AMB_ENTRY_ROW (row), empty);
  g_assert_null (amb_gui_test_find (row, GTK_TYPE_LABEL, "October 2026"));
  amb_record_assign (AMB_RECORD (empty), AMB_RECORD (other));
  amb_gui_test_settle ();
  g_assert_nonnull (amb_gui_test_find (row, GTK_TYPE_LABEL, "October 2026"));

  amb_entry_set_at (empty, amb_entry_get_at (entry) + 1000);
  amb_gui_test_settle ();
  g_assert_null (amb_gui_test_find (row, GTK_TYPE_LABEL, "October 2026"));

  amb_gui_test_hide (window);
}

static void
test_late (void)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) full = make_entry ("2026-10-30T10:00:00");
  g_autofree char *loading = NULL;
  g_autofree char *loaded = NULL;
  GtkWidget *row = amb_entry_row_new ();
  GtkWidget *window = amb_gui_test_show (row, 360, 200);

  amb_entry_set_text (full, AMB_ENTRY_TEXT, "Hello");
  amb_entry_set_text (full, AMB_ENTRY_CHANNEL, "linkedin");
  amb_entry_set_confirmed (full, FALSE);

  amb_entry_row_set_entry (AMB_ENTRY_ROW (row), entry);
  loading = amb_entry_row_describe (AMB_ENTRY_ROW (row));
  g_assert_cmpstr (loading, ==, "Loading…");

  amb_record_assign (AMB_RECORD (entry), AMB_RECORD (full));
  amb_gui_test_settle ();
  loaded = amb_entry_row_describe (AMB_ENTRY_ROW (row));
  g_assert_true (g_str_has_prefix (loaded, "Post, Hello, LinkedIn, "));
  g_assert_true (g_str_has_suffix (loaded, "Not confirmed"));

  amb_gui_test_hide (window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/history/period", test_period);
  g_test_add_func ("/history/summary/title", test_title);
  g_test_add_func ("/history/summary/result", test_result);
  g_test_add_func ("/history/facts/own-words", test_own_words);
  g_test_add_func ("/history/tone", test_tone);
  g_test_add_func ("/history/row/heading", test_heading);
  g_test_add_func ("/history/row/late", test_late);

  return g_test_run ();
}

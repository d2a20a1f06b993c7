/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-entry.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_stories (void)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  guint n_notified = 0;

  g_signal_connect_swapped (entry, "notify::stories", G_CALLBACK (count_cb), &n_notified);
  amb_entry_add_story (entry, 7, 1);
  amb_entry_add_story (entry, 8, 1);
  g_assert_cmpuint (n_notified, ==, 2);

  amb_entry_remove_story (entry, 9);
  g_assert_cmpuint (n_notified, ==, 2);
  amb_entry_remove_story (entry, 7);
  g_assert_cmpuint (n_notified, ==, 3);
  g_assert_cmpuint (amb_entry_get_stories (entry)->len, ==, 1);
  g_assert_cmpint (g_array_index (amb_entry_get_stories (entry), AmbStoryUse, 0).story_id, ==, 8);
}

static void
test_results (void)
{
  const AmbResult first = { 1000, 10, -1, -1, -1, -1 };
  const AmbResult second = { 2000, 20, 3, -1, -1, -1 };
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) other = amb_entry_new ();
  guint n_notified = 0;

  amb_entry_add_result (entry, &first);
  amb_entry_add_result (entry, &second);

  g_signal_connect_swapped (other, "notify::results", G_CALLBACK (count_cb), &n_notified);
  amb_record_assign (AMB_RECORD (other), AMB_RECORD (entry));
  amb_record_assign (AMB_RECORD (other), AMB_RECORD (entry));
  g_assert_cmpuint (n_notified, ==, 1);

  amb_entry_remove_result (other, 0);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (amb_entry_get_results (other)->len, ==, 1);
  g_assert_cmpint (g_array_index (amb_entry_get_results (other), AmbResult, 0).views, ==, 20);
  g_assert_cmpuint (amb_entry_get_results (entry)->len, ==, 2);
}

static void
test_copy (void)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  g_autoptr (AmbHeard) copied = NULL;
  g_autoptr (AmbEntry) copy = NULL;

  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "They listen");
  g_list_store_append (amb_entry_get_heard (entry), heard);
  amb_entry_set_text (entry, AMB_ENTRY_PLACE, "Market square");
  amb_entry_add_story (entry, 7, 2);

  copy = amb_entry_copy (entry);
  g_assert_cmpstr (amb_entry_get_text (copy, AMB_ENTRY_PLACE), ==, "Market square");
  g_assert_cmpuint (amb_entry_get_stories (copy)->len, ==, 1);

  copied = g_list_model_get_item (G_LIST_MODEL (amb_entry_get_heard (copy)), 0);
  amb_heard_set_text (copied, AMB_HEARD_QUOTE, "They do not listen");
  g_assert_cmpstr (amb_heard_get_text (heard, AMB_HEARD_QUOTE), ==, "They listen");
}

/* Two people, or two programs, change an entry at the same time. */
static void
test_merge (void)
{
  static const char * const tags[] = { "care", NULL };
  const AmbResult result = { 1000, 10, -1, -1, -1, -1 };
  g_autoptr (AmbEntry) before = amb_entry_new ();
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  g_autoptr (AmbEntry) theirs = NULL;
  g_autoptr (AmbEntry) ours = NULL;
  g_autoptr (AmbHeard) ours_heard = NULL;
  g_autoptr (AmbHeard) merged = NULL;

  amb_record_set_id (AMB_RECORD (before), 5);
  amb_entry_set_text (before, AMB_ENTRY_TITLE, "Before");
  amb_entry_set_text (before, AMB_ENTRY_PLACE, "Here");
  amb_entry_set_reached (before, 3);
  amb_entry_add_story (before, 7, 1);
  g_list_store_append (amb_entry_get_heard (before), heard);
  theirs = amb_entry_copy (before);
  ours = amb_entry_copy (before);

  amb_entry_set_text (theirs, AMB_ENTRY_TITLE, "Theirs");
  amb_entry_set_text (theirs, AMB_ENTRY_OUTCOME, "A visit");
  amb_entry_add_result (theirs, &result);
  amb_entry_add_story (theirs, 8, 1);

  amb_entry_set_text (ours, AMB_ENTRY_TITLE, "Ours");
  amb_entry_set_text (ours, AMB_ENTRY_PLACE, NULL);
  amb_entry_set_tags (ours, tags);
  amb_entry_set_reached (ours, -1);
  ours_heard = g_list_model_get_item (G_LIST_MODEL (amb_entry_get_heard (ours)), 0);
  amb_heard_set_text (ours_heard, AMB_HEARD_QUOTE, "You never call back");

  amb_entry_merge (theirs, before, ours);
  g_assert_cmpstr (amb_entry_get_text (theirs, AMB_ENTRY_TITLE), ==, "Ours");
  g_assert_cmpstr (amb_entry_get_text (theirs, AMB_ENTRY_OUTCOME), ==, "A visit");
  g_assert_null (amb_entry_get_text (theirs, AMB_ENTRY_PLACE));
  g_assert_cmpstrv (amb_entry_get_tags (theirs), tags);
  g_assert_cmpint (amb_entry_get_reached (theirs), ==, -1);
  g_assert_cmpuint (amb_entry_get_results (theirs)->len, ==, 1);
  g_assert_cmpuint (amb_entry_get_stories (theirs)->len, ==, 2);
  merged = g_list_model_get_item (G_LIST_MODEL (amb_entry_get_heard (theirs)), 0);
  g_assert_cmpstr (amb_heard_get_text (merged, AMB_HEARD_QUOTE), ==, "You never call back");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry/stories", test_stories);
  g_test_add_func ("/entry/results", test_results);
  g_test_add_func ("/entry/copy", test_copy);
  g_test_add_func ("/entry/merge", test_merge);

  return g_test_run ();
}

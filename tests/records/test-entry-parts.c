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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry/stories", test_stories);
  g_test_add_func ("/entry/results", test_results);
  g_test_add_func ("/entry/copy", test_copy);

  return g_test_run ();
}

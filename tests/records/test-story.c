/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-story-obstacle.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static AmbStory *
make_story (void)
{
  AmbStory *story = amb_story_new ();
  AmbStoryPart *proof = amb_story_part_new (AMB_STORY_PART_PROOF);
  AmbStoryPart *prompt = amb_story_part_new (AMB_STORY_PART_PROMPT);

  amb_record_set_text (AMB_RECORD (proof), AMB_STORY_PART_TEXT, "The yearly report");
  amb_record_set_text (AMB_RECORD (prompt), AMB_STORY_PART_TEXT, "What did you see?");
  amb_story_add_part (story, proof);
  amb_story_add_part (story, prompt);
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "care");
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "learning");

  return story;
}

static void
test_labels (void)
{
  g_autoptr (AmbStory) story = make_story ();
  const char * const *themes = amb_story_get_labels (story, AMB_STORY_LABEL_THEME);
  g_auto (GStrv) shown = NULL;

  g_assert_cmpstr (themes[0], ==, "care");
  g_assert_cmpstr (themes[1], ==, "learning");
  g_assert_null (themes[2]);
  g_assert_null (amb_story_get_labels (story, AMB_STORY_LABEL_HASHTAG)[0]);

  amb_story_add_label (story, AMB_STORY_LABEL_HASHTAG, "#OpenDay");
  g_object_get (story, "hashtags", &shown, NULL);
  g_assert_cmpstr (shown[0], ==, "#OpenDay");
}

static void
test_parts (void)
{
  g_autoptr (AmbStory) story = make_story ();
  g_autoptr (GListModel) prompts = amb_story_list_parts (story, AMB_STORY_PART_PROMPT);

  g_assert_cmpuint (g_list_model_get_n_items (prompts), ==, 1);
  amb_story_remove_part (story, 0);
  g_assert_cmpuint (amb_story_get_n_parts (story), ==, 1);
  g_assert_cmpint (amb_story_part_get_kind (amb_story_get_part (story, 0)), ==, AMB_STORY_PART_PROMPT);
}

/* Two stories that held the same stay two: what is added to one is not added to the other. */
static void
test_assign (void)
{
  g_autoptr (AmbStory) story = make_story ();
  g_autoptr (AmbStory) other = amb_story_new ();

  amb_story_set_favourite (story, TRUE);
  amb_story_set_usable_until (story, 1000);
  amb_record_assign (AMB_RECORD (other), AMB_RECORD (story));
  g_assert_true (amb_story_get_favourite (other));
  g_assert_cmpint (amb_story_get_usable_until (other), ==, 1000);
  g_assert_cmpstr (amb_story_get_labels (other, AMB_STORY_LABEL_THEME)[1], ==, "learning");
  g_assert_cmpuint (amb_story_get_n_parts (other), ==, 2);

  amb_story_add_label (other, AMB_STORY_LABEL_THEME, "pride");
  amb_story_remove_part (other, 0);
  g_assert_null (amb_story_get_labels (story, AMB_STORY_LABEL_THEME)[2]);
  g_assert_cmpuint (amb_story_get_n_parts (story), ==, 2);
}

/* A row that is loaded again and says the same makes no new chips. */
static void
test_assign_same (void)
{
  g_autoptr (AmbStory) story = make_story ();
  g_autoptr (AmbStory) again = make_story ();
  guint n_notified = 0;

  g_signal_connect_swapped (story, "notify", G_CALLBACK (count_cb), &n_notified);
  amb_record_assign (AMB_RECORD (story), AMB_RECORD (again));
  g_assert_cmpuint (n_notified, ==, 0);

  amb_story_add_label (again, AMB_STORY_LABEL_VALUE, "honest");
  amb_record_assign (AMB_RECORD (story), AMB_RECORD (again));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (amb_story_get_labels (story, AMB_STORY_LABEL_VALUE)[0], ==, "honest");
}

static void
test_obstacle (void)
{
  g_autoptr (AmbStory) story = amb_story_new ();

  g_assert_cmpint (amb_story_obstacle_find (story, 0), ==, AMB_STORY_OBSTACLE_NONE);

  amb_story_set_usable_from (story, 1000);
  amb_story_set_usable_until (story, 2000);
  g_assert_cmpint (amb_story_obstacle_find (story, 999), ==, AMB_STORY_OBSTACLE_EMBARGOED);
  g_assert_cmpint (amb_story_obstacle_find (story, 1000), ==, AMB_STORY_OBSTACLE_NONE);
  g_assert_cmpint (amb_story_obstacle_find (story, 1999), ==, AMB_STORY_OBSTACLE_NONE);
  g_assert_cmpint (amb_story_obstacle_find (story, 2000), ==, AMB_STORY_OBSTACLE_EXPIRED);

  /* Of two the first is told. */
  amb_story_set_cleared (story, FALSE);
  g_assert_cmpint (amb_story_obstacle_find (story, 999), ==, AMB_STORY_OBSTACLE_INTERNAL);
  g_assert_cmpint (amb_story_obstacle_find (story, 1500), ==, AMB_STORY_OBSTACLE_INTERNAL);
  g_assert_cmpint (amb_story_obstacle_find (story, 2000), ==, AMB_STORY_OBSTACLE_EXPIRED);
  amb_story_set_cleared (story, TRUE);
  amb_story_set_status (story, AMB_STORY_STATUS_WITHDRAWN);
  g_assert_cmpint (amb_story_obstacle_find (story, 2000), ==, AMB_STORY_OBSTACLE_WITHDRAWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story/labels", test_labels);
  g_test_add_func ("/story/parts", test_parts);
  g_test_add_func ("/story/assign", test_assign);
  g_test_add_func ("/story/assign-same", test_assign_same);
  g_test_add_func ("/story/obstacle", test_obstacle);

  return g_test_run ();
}

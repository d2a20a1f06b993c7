/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-story-mark.h"
#include "amb-story-obstacle.h"
#include "amb-time.h"

#define NOW AMB_TEST_NOW

typedef struct
{
  AmbStoryMark    mark;
  const char     *words;
  AmbStoryStatus  status;
  gboolean        cleared;
  gint64          from;
  gint64          until;
} Case;

/* Now is 23 November 2026; a story that ends on a day may be used on that day. */
static const Case cases[] = {
  { AMB_STORY_MARK_NONE, NULL, AMB_STORY_STATUS_CURRENT, TRUE, AMB_TIME_UNSET, AMB_TIME_UNSET },
  { AMB_STORY_MARK_NONE, NULL, AMB_STORY_STATUS_CURRENT, TRUE, NOW, NOW + 31 * AMB_TIME_DAY },
  { AMB_STORY_MARK_RUNS_OUT, "Until 23 December", AMB_STORY_STATUS_CURRENT, TRUE, NOW, NOW + 30 * AMB_TIME_DAY },
  { AMB_STORY_MARK_RUNS_OUT, "Until 23 November 2026", AMB_STORY_STATUS_CURRENT, TRUE, NOW, NOW + 1 },
  { AMB_STORY_MARK_EXPIRED, "Expired", AMB_STORY_STATUS_CURRENT, TRUE, AMB_TIME_UNSET, NOW },
  { AMB_STORY_MARK_EMBARGOED, "From 22 January 2027", AMB_STORY_STATUS_CURRENT, TRUE, NOW + 60 * AMB_TIME_DAY,
    AMB_TIME_UNSET },
  { AMB_STORY_MARK_INTERNAL, "Not public", AMB_STORY_STATUS_CURRENT, FALSE, NOW + 60 * AMB_TIME_DAY, AMB_TIME_UNSET },
  { AMB_STORY_MARK_WITHDRAWN, "Withdrawn", AMB_STORY_STATUS_WITHDRAWN, FALSE, AMB_TIME_UNSET, NOW - 1 },
};

static AmbStory *
make_story (const Case *expected)
{
  AmbStory *story = amb_story_new ();

  amb_story_set_status (story, expected->status);
  amb_story_set_cleared (story, expected->cleared);
  amb_story_set_usable_from (story, expected->from);
  amb_story_set_usable_until (story, expected->until);

  return story;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AmbStory) story = make_story (&cases[i]);
      g_autofree char *words = amb_story_mark_describe (story, NOW);

      g_assert_cmpint (amb_story_mark_get (story, NOW), ==, cases[i].mark);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What is greyed is what may not be shared now, and every mark has a symbol besides its words. */
static void
test_greyed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AmbStory) story = make_story (&cases[i]);

      g_assert_cmpint (amb_story_mark_is_greyed (cases[i].mark), ==, amb_story_obstacle_find (story, NOW) != AMB_STORY_OBSTACLE_NONE);
      g_assert_true ((amb_story_mark_get_symbol (cases[i].mark) != NULL) == (cases[i].words != NULL));
    }
}

static void
test_explained (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AmbStory) story = make_story (&cases[i]);
      g_autofree char *sentence = amb_story_mark_explain (story, NOW);
      gboolean cleared = g_str_has_prefix (sentence, "Cleared for public use");

      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_cmpint (cleared, ==, amb_story_obstacle_find (story, NOW) == AMB_STORY_OBSTACLE_NONE);
    }
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/gui/story-mark/cases", test_cases);
  g_test_add_func ("/gui/story-mark/greyed", test_greyed);
  g_test_add_func ("/gui/story-mark/explained", test_explained);

  return g_test_run ();
}

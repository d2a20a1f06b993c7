/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-gui-test.h"
#include "amb-lazy-row.h"
#include "amb-story-row.h"
#include "amb-time.h"

typedef struct
{
  AmbTestContext *test;
  GtkWidget      *parent;
  AmbStoryRow    *row;
  AmbStory       *story;
  GtkWidget      *window;
} Fixture;

/* The parent stands in for the row that a list view makes around its child. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  fixture->parent = adw_bin_new ();
  fixture->row = AMB_STORY_ROW (amb_story_row_new (fixture->test->context));
  fixture->story = amb_story_new ();
  adw_bin_set_child (ADW_BIN (fixture->parent), GTK_WIDGET (fixture->row));
  fixture->window = amb_gui_test_show (fixture->parent, 360, 200);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_gui_test_hide (fixture->window);
  g_object_unref (fixture->story);
  amb_test_context_free (fixture->test);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return amb_gui_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_LABEL, text) != NULL;
}

static void
fill (AmbStory *story)
{
  amb_story_set_text (story, AMB_STORY_TITLE, "The wet wall");
  amb_story_set_text (story, AMB_STORY_MESSAGE, "A nurse saw a <b>wet</b> wall & called.");
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "Care");
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "Homes");
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "Working together");
}

/* A list gives an empty story first and fills it in later. */
static void
test_filled_later (Fixture       *fixture,
                   gconstpointer  data)
{
  amb_story_row_set_story (fixture->row, fixture->story);
  fill (fixture->story);

  g_assert_true (shows (fixture, "The wet wall"));
  g_assert_true (shows (fixture, "A nurse saw a <b>wet</b> wall & called."));
  g_assert_true (shows (fixture, "Care"));
  g_assert_true (shows (fixture, "Homes"));
  g_assert_true (shows (fixture, "+1"));
  g_assert_false (shows (fixture, "Used"));
  amb_gui_test_assert_label (fixture->parent, "The wet wall, A nurse saw a <b>wet</b> wall & called.");
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  fill (fixture->story);
  amb_story_set_used_at (fixture->story, AMB_TEST_NOW - AMB_TIME_DAY);
  amb_story_set_favourite (fixture->story, TRUE);
  amb_story_set_usable_until (fixture->story, AMB_TEST_NOW + 10 * AMB_TIME_DAY);
  amb_story_row_set_story (fixture->row, fixture->story);

  g_assert_true (shows (fixture, "Used"));
  g_assert_true (shows (fixture, "Until 3 December"));
  amb_gui_test_assert_label (fixture->parent, "The wet wall, A nurse saw a <b>wet</b> wall & called., "
                                              "Until 3 December, Favourite, Used");

  amb_story_set_status (fixture->story, AMB_STORY_STATUS_WITHDRAWN);
  g_assert_true (shows (fixture, "Withdrawn"));
  g_assert_false (shows (fixture, "Until 3 December"));
}

/* Of text that is four fifths black, on the darkest background of a row, a third may go. */
static void
assert_readable (Fixture *fixture)
{
  double opacity = gtk_widget_get_opacity (adw_bin_get_child (ADW_BIN (fixture->row)));

  g_assert_cmpfloat (opacity, <, 1);
  g_assert_cmpfloat (opacity, >=, 0.7);
}

static void
test_dismissed (Fixture       *fixture,
                gconstpointer  data)
{
  amb_story_row_set_story (fixture->row, fixture->story);
  g_assert_false (shows (fixture, "Not for me"));

  amb_story_set_text (fixture->story, AMB_STORY_DISMISSED, "It is not my subject");
  g_assert_true (shows (fixture, "Not for me"));
  assert_readable (fixture);

  amb_story_set_text (fixture->story, AMB_STORY_DISMISSED, NULL);
  g_assert_false (shows (fixture, "Not for me"));
}

/* The same row shows one story after the other. */
static void
test_recycled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (AmbStory) other = amb_story_new ();

  fill (fixture->story);
  amb_story_set_text (other, AMB_STORY_TITLE, "The duck stairs");
  amb_story_row_set_story (fixture->row, fixture->story);
  amb_story_row_set_story (fixture->row, NULL);
  amb_story_row_set_story (fixture->row, other);

  g_assert_true (shows (fixture, "The duck stairs"));
  g_assert_false (shows (fixture, "Care"));
  g_assert_false (shows (fixture, "+1"));
  amb_gui_test_assert_label (fixture->parent, "The duck stairs");
}

/* Only what fits two lines is laid out, with the found word in it. */
static void
test_long_message (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *filler = g_strnfill (50000, 'x');
  g_autofree char *message = g_strconcat ("Begin ", filler, " needle ", filler, NULL);
  g_autoptr (AmbSearchQuery) query = amb_search_query_parse_partial ("needle");
  GtkWidget *label = NULL;

  amb_story_set_text (fixture->story, AMB_STORY_MESSAGE, message);
  amb_story_row_set_story (fixture->row, fixture->story);
  amb_story_row_set_query (fixture->row, query);

  for (GtkWidget *child = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (fixture->row))); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child))
        label = child;
    }

  g_assert_nonnull (label);
  g_assert_cmpint (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1), <=, 240);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "needle"));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  fill (fixture->story);
  amb_story_set_text (fixture->story, AMB_STORY_TITLE, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunternehmen");
  amb_story_set_used_at (fixture->story, AMB_TEST_NOW);
  amb_story_set_usable_from (fixture->story, AMB_TEST_NOW + 300 * AMB_TIME_DAY);
  amb_story_row_set_story (fixture->row, fixture->story);

  gtk_widget_measure (GTK_WIDGET (fixture->row), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 330);
}

static GtkWidget *
make_nothing (gpointer data)
{
  return gtk_label_new (NULL);
}

static void
show_nothing (GtkWidget *content,
              gpointer   item)
{
}

/* A list gives each row the same height, which a row with everything must fit. */
static void
test_height (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *given = amb_lazy_row_new (AMB_STORY_ROW_LINES, AMB_STORY_ROW_SPACING, make_nothing, show_nothing, NULL);
  int needed, height;

  g_object_ref_sink (given);
  fill (fixture->story);
  amb_story_set_text (fixture->story, AMB_STORY_MESSAGE, "A nurse came for a wound, saw a wet wall and called. Two days "
                      "later there was a new drain, and in three other houses as well.");
  amb_story_set_used_at (fixture->story, AMB_TEST_NOW);
  amb_story_set_favourite (fixture->story, TRUE);
  amb_story_set_usable_until (fixture->story, AMB_TEST_NOW + AMB_TIME_DAY);
  amb_story_row_set_story (fixture->row, fixture->story);

  gtk_widget_measure (GTK_WIDGET (fixture->row), GTK_ORIENTATION_VERTICAL, 330, NULL, &needed, NULL, NULL);
  gtk_widget_measure (given, GTK_ORIENTATION_VERTICAL, 330, NULL, &height, NULL, NULL);
  g_assert_cmpint (needed, <=, height);
  g_object_unref (given);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/gui/story-row/filled-later", Fixture, NULL, set_up, test_filled_later, tear_down);
  g_test_add ("/gui/story-row/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/gui/story-row/dismissed", Fixture, NULL, set_up, test_dismissed, tear_down);
  g_test_add ("/gui/story-row/recycled", Fixture, NULL, set_up, test_recycled, tear_down);
  g_test_add ("/gui/story-row/long-message", Fixture, NULL, set_up, test_long_message, tear_down);
  g_test_add ("/gui/story-row/height", Fixture, NULL, set_up, test_height, tear_down);
  g_test_add ("/gui/story-row/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}

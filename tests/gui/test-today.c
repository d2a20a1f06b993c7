/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-confirm-dialog.h"
#include "amb-drafting.h"
#include "amb-gui-test.h"
#include "amb-library.h"
#include "amb-logbook.h"
#include "amb-page.h"
#include "amb-suggestion-row.h"
#include "amb-time.h"
#include "amb-today-page.h"

typedef struct
{
  AmbTestContext *test;
  AmbContext     *context;
  GtkWidget      *page;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  fixture->context = fixture->test->context;
  fixture->page = amb_today_page_new (fixture->context);
  fixture->window = amb_gui_test_show (fixture->page, 360, 640);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_gui_test_hide (fixture->window);
  amb_test_context_free (fixture->test);
}

static gint64
save_entry (Fixture  *fixture,
            AmbEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AmbEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  amb_logbook_save_async (fixture->context, entry, NULL, amb_gui_test_store_result, &result);
  saved = amb_logbook_save_finish (fixture->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (saved);

  return amb_record_get_id (AMB_RECORD (saved));
}

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  return amb_gui_test_find (widget, GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
is_calm (gpointer data)
{
  return shows (data, "You are all caught up.");
}

static gboolean
has_one_waiting (gpointer data)
{
  return shows (data, "You have 1 thing to do.");
}

static gboolean
has_suggestion (gpointer data)
{
  return amb_gui_test_find (data, AMB_TYPE_SUGGESTION_ROW, NULL) != NULL;
}

static GtkAccessibleRole
get_role (Fixture    *fixture,
          const char *text)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (amb_gui_test_find (fixture->page, GTK_TYPE_LABEL, text)));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  amb_page_activate (AMB_PAGE (fixture->page));
  amb_gui_test_wait (is_calm, fixture->page);

  g_assert_true (shows (fixture->page, "Monday 23 November"));
  g_assert_cmpint (get_role (fixture, "Monday 23 November"), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (shows (fixture->page, "This Week"));
  g_assert_true (shows (fixture->page, "No story to suggest now"));
  g_assert_true (shows (fixture->page, "Try the Sample Pack"));
  g_assert_false (shows (fixture->page, "Due Today"));
  g_assert_false (shows (fixture->page, "Did It Go Out?"));
  amb_gui_test_assert_named (fixture->page);
}

static gboolean
is_tuesday (gpointer data)
{
  return shows (data, "Tuesday 24 November") && shows (data, "You have 1 thing to do.");
}

/* A window that stood open overnight shows the new day to whoever comes back to it. */
static void
test_next_day (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_at (entry, AMB_TEST_NOW);
  amb_entry_set_confirmed (entry, TRUE);
  amb_entry_set_follow_up_at (entry, AMB_TEST_NOW + AMB_TIME_DAY);
  save_entry (fixture, entry);
  amb_page_activate (AMB_PAGE (fixture->page));
  amb_gui_test_wait (is_calm, fixture->page);

  amb_clock_advance (fixture->test->clock, AMB_TIME_DAY);
  g_object_notify (G_OBJECT (fixture->window), "is-active");
  amb_gui_test_wait (is_tuesday, fixture->page);
}

static AdwPreferencesRow *
find_row (Fixture *fixture)
{
  GtkWidget *label = amb_gui_test_find (fixture->page, GTK_TYPE_LABEL, "Send <the> leaflet");

  g_assert_nonnull (label);

  return ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW));
}

/* A symbol beside words is for the eyes only. */
static void
assert_silent_symbol (GtkWidget *row)
{
  GtkWidget *symbol = amb_gui_test_find (row, GTK_TYPE_IMAGE, NULL);

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (symbol)), ==, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
test_follow_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  amb_page_activate (AMB_PAGE (fixture->page));
  amb_gui_test_wait (is_calm, fixture->page);

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_at (entry, AMB_TEST_NOW - AMB_TIME_DAY / 24);
  amb_entry_set_confirmed (entry, TRUE);
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "<b>a nurse</b> & a doctor");
  amb_entry_set_text (entry, AMB_ENTRY_FOLLOW_UP, "Send <the> leaflet");
  amb_entry_set_follow_up_at (entry, AMB_TEST_NOW);
  save_entry (fixture, entry);

  /* The page hears of it by itself. */
  amb_gui_test_wait (has_one_waiting, fixture->page);
  g_assert_true (shows (fixture->page, "To Follow Up"));
  g_assert_true (shows (fixture->page, "Send <the> leaflet"));
  g_assert_cmpstr (adw_preferences_row_get_title (find_row (fixture)), ==, "Send <the> leaflet");
  assert_silent_symbol (GTK_WIDGET (find_row (fixture)));
  amb_gui_test_assert_named (fixture->page);
}

static GtkWidget *
find_confirm_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      /* GTK keeps it alive: a reference of ours would outlive its parent. */
      if (AMB_IS_CONFIRM_DIALOG (toplevel))
        return toplevel;
    }

  return NULL;
}

static void
assert_link (Fixture    *fixture,
             gint64      entry_id,
             const char *link)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AmbEntry) entry = NULL;

  amb_logbook_load_async (fixture->context, entry_id, NULL, amb_gui_test_store_result, &result);
  entry = amb_logbook_load_finish (fixture->context, amb_gui_test_wait_result (&result), NULL);
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_LINK), ==, link);
}

/* Yes asks for the link, as it does after sharing; the person may leave it empty. */
static void
test_confirm (Fixture       *fixture,
              gconstpointer  link)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  GtkWidget *dialog;
  gint64 entry_id;

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_POST);
  amb_entry_set_online (entry, TRUE);
  amb_entry_set_at (entry, AMB_TEST_NOW - AMB_TIME_DAY / 24);
  amb_entry_set_confirmed (entry, FALSE);
  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, "mastodon");
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "Proud of my team");
  entry_id = save_entry (fixture, entry);

  amb_page_activate (AMB_PAGE (fixture->page));
  amb_gui_test_wait (has_one_waiting, fixture->page);
  g_assert_true (shows (fixture->page, "Did It Go Out?"));
  g_assert_true (shows (fixture->page, "Proud of my team"));

  amb_gui_test_click (amb_gui_test_find (fixture->page, GTK_TYPE_BUTTON, "Yes, It Did"));
  dialog = find_confirm_dialog ();
  g_assert_nonnull (dialog);
  amb_gui_test_assert_named (dialog);
  g_assert_true (shows (dialog, "Proud of my team"));
  g_assert_false (shows (dialog, "Your text is copied: paste it if it is not in your post yet."));
  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), link);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Yes, It Did"));
  amb_gui_test_wait (is_calm, fixture->page);
  g_assert_null (find_confirm_dialog ());
  assert_link (fixture, entry_id, *(const char *) link == '\0' ? NULL : link);
  g_assert_false (shows (fixture->page, "Proud of my team"));
}

static guint
count_suggestions (GtkWidget *page)
{
  GtkWidget *row = amb_gui_test_find (page, AMB_TYPE_SUGGESTION_ROW, NULL);
  guint count = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    count++;

  return count;
}

static gboolean
is_gone (gpointer data)
{
  gpointer *place = data;

  return *place == NULL;
}

static void
test_skip (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row;
  gint64 id;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AmbStory) story = NULL;

  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  amb_page_activate (AMB_PAGE (fixture->page));
  amb_gui_test_wait (has_suggestion, fixture->page);
  g_assert_cmpuint (count_suggestions (fixture->page), ==, 3);
  g_assert_false (shows (fixture->page, "No story to suggest now"));
  amb_gui_test_assert_named (fixture->page);

  row = amb_gui_test_find (fixture->page, AMB_TYPE_SUGGESTION_ROW, NULL);
  id = amb_today_item_get_id (amb_suggestion_row_get_item (AMB_SUGGESTION_ROW (row)));
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  amb_gui_test_click (amb_gui_test_find (row, GTK_TYPE_BUTTON, "Skip"));
  amb_gui_test_wait (is_gone, &row);

  amb_library_load_story_async (fixture->context, id, NULL, amb_gui_test_store_result, &result);
  story = amb_library_load_story_finish (fixture->context, amb_gui_test_wait_result (&result), NULL);
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_DISMISSED), ==, "Skipped");
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/today/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/today/next-day", Fixture, NULL, set_up, test_next_day, tear_down);
  g_test_add ("/today/follow-up", Fixture, NULL, set_up, test_follow_up, tear_down);
  g_test_add ("/today/confirm", Fixture, "", set_up, test_confirm, tear_down);
  g_test_add ("/today/confirm/link", Fixture, "https://mastodon.nl/@anna/113", set_up, test_confirm, tear_down);
  g_test_add ("/today/skip", Fixture, NULL, set_up, test_skip, tear_down);

  return g_test_run ();
}

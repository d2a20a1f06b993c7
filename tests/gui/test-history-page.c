/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-entry-filter-bar.h"
#include "amb-entry-row.h"
#include "amb-entry-view.h"
#include "amb-gui-test.h"
#include "amb-history-page.h"
#include "amb-logbook.h"
#include "amb-page.h"
#include "amb-period.h"
#include "amb-presenter.h"

typedef struct
{
  AmbTestContext *test;
  GtkWidget      *page;
  GtkWidget      *window;
  const char     *text;
} Fixture;

static gint64
save_entry (AmbTestContext *test,
            const char     *text,
            gboolean        confirmed)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const AmbResult numbers = { AMB_TEST_NOW, 1204, 35, -1, -1, -1 };

  amb_entry_set_at (entry, AMB_TEST_NOW);
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, text);
  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, "linkedin");
  amb_entry_set_confirmed (entry, confirmed);
  amb_entry_add_result (entry, &numbers);
  amb_logbook_save_async (test->context, entry, NULL, amb_gui_test_store_result, &result);
  saved = amb_logbook_save_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return amb_record_get_id (AMB_RECORD (saved));
}

static void
set_up (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->page = amb_history_page_new (fixture->test->context);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  fixture->window = amb_gui_test_show (overlay, 1000, 700);
  amb_presenter_set_overlay (GTK_WINDOW (fixture->window), ADW_TOAST_OVERLAY (overlay));
}

static void
tear_down (Fixture *fixture)
{
  amb_gui_test_hide (fixture->window);
  amb_test_context_free (fixture->test);
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, fixture->text) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !is_shown (data);
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  fixture->text = text;
  amb_gui_test_wait (is_shown, fixture);
}

static void
wait_without (Fixture    *fixture,
              const char *text)
{
  fixture->text = text;
  amb_gui_test_wait (is_gone, fixture);
}

static void
test_empty (void)
{
  Fixture fixture = { .test = amb_test_context_new () };

  set_up (&fixture);
  wait_for (&fixture, "Your History Starts Here");
  amb_gui_test_assert_named (fixture.window);

  /* What is logged elsewhere comes in by itself. */
  save_entry (fixture.test, "Out and about", TRUE);
  wait_for (&fixture, "Out and about");
  wait_for (&fixture, "1 entry");
  tear_down (&fixture);
}

static void
test_list (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *row;

  save_entry (fixture.test, "Night shift", TRUE);
  set_up (&fixture);
  wait_for (&fixture, "Night shift");
  wait_for (&fixture, "November 2026");
  wait_for (&fixture, "1204 views");

  row = amb_gui_test_find (fixture.window, AMB_TYPE_ENTRY_ROW, NULL);
  amb_gui_test_assert_named (fixture.window);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  tear_down (&fixture);
}

static void
test_search (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *search;

  save_entry (fixture.test, "Night shift", TRUE);
  save_entry (fixture.test, "Open day", TRUE);
  set_up (&fixture);
  wait_for (&fixture, "2 entries");

  search = amb_gui_test_find (fixture.window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "nig");
  wait_without (&fixture, "Open day");
  wait_for (&fixture, "Night shift");
  wait_for (&fixture, "1 entry");

  gtk_editable_set_text (GTK_EDITABLE (search), "zebra");
  wait_for (&fixture, "Nothing Found");
  gtk_widget_activate_action (fixture.page, "history.clear", NULL);
  wait_for (&fixture, "2 entries");
  tear_down (&fixture);
}

static void
choose (GtkWidget  *bar,
        const char *name,
        guint       position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (bar, AMB_TYPE_ENTRY_FILTER_BAR, name)),
                              position);
}

static void
test_filter (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *bar;

  save_entry (fixture.test, "Night shift", TRUE);
  set_up (&fixture);
  wait_for (&fixture, "1 entry");
  bar = amb_gui_test_find (fixture.window, AMB_TYPE_ENTRY_FILTER_BAR, NULL);
  g_assert_false (amb_entry_filter_bar_get_active (AMB_ENTRY_FILTER_BAR (bar)));

  /* A post of this week stays, and what holds is said. */
  choose (bar, "kind", AMB_ENTRY_KIND_POST);
  choose (bar, "period", AMB_PERIOD_WEEK);
  wait_for (&fixture, "Post · This week");
  wait_for (&fixture, "1 entry");
  g_assert_true (amb_entry_filter_bar_get_active (AMB_ENTRY_FILTER_BAR (bar)));

  choose (bar, "period", AMB_PERIOD_LAST_YEAR);
  wait_for (&fixture, "Nothing Found");
  amb_gui_test_click (amb_gui_test_find (bar, GTK_TYPE_BUTTON, "Clear filters"));
  wait_for (&fixture, "Night shift");
  g_assert_false (amb_entry_filter_bar_get_active (AMB_ENTRY_FILTER_BAR (bar)));
  tear_down (&fixture);
}

static void
test_open (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *view;
  gint64 entry_id = save_entry (fixture.test, "Night shift", FALSE);

  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "Opened on LinkedIn, not confirmed");
  wait_for (&fixture, "1204 views · 35 reactions");
  view = amb_gui_test_find (fixture.window, AMB_TYPE_ENTRY_VIEW, NULL);
  amb_gui_test_assert_named (view);

  amb_gui_test_click (amb_gui_test_find (view, GTK_TYPE_BUTTON, "It Went Out"));
  wait_without (&fixture, "Opened on LinkedIn, not confirmed");
  g_assert_true (amb_entry_get_confirmed (amb_entry_view_get_entry (AMB_ENTRY_VIEW (view))));
  tear_down (&fixture);
}

static void
test_delete (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id = save_entry (fixture.test, "Night shift", TRUE);

  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "1204 views · 35 reactions");
  gtk_widget_activate_action (fixture.page, "history.delete", NULL);
  wait_for (&fixture, "Your History Starts Here");
  wait_for (&fixture, "Entry deleted");

  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));
  wait_for (&fixture, "Night shift");
  tear_down (&fixture);
}

static void
test_numbers (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id = save_entry (fixture.test, "Night shift", TRUE);

  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "1204 views · 35 reactions");
  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Remove the numbers of 23 November 2026"));
  wait_without (&fixture, "1204 views · 35 reactions");
  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));
  wait_for (&fixture, "1204 views · 35 reactions");
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/history/page/empty", test_empty);
  g_test_add_func ("/history/page/list", test_list);
  g_test_add_func ("/history/page/search", test_search);
  g_test_add_func ("/history/page/filter", test_filter);
  g_test_add_func ("/history/page/open", test_open);
  g_test_add_func ("/history/page/delete", test_delete);
  g_test_add_func ("/history/page/numbers", test_numbers);

  return g_test_run ();
}

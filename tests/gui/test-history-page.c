/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-date-row.h"
#include "amb-entry-editor.h"
#include "amb-entry-filter-bar.h"
#include "amb-entry-row.h"
#include "amb-entry-confirm.h"
#include "amb-entry-view.h"
#include "amb-gui-test.h"
#include "amb-history-page.h"
#include "amb-logbook.h"
#include "amb-page.h"
#include "amb-period-dialog.h"
#include "amb-period.h"
#include "amb-presenter.h"
#include "amb-time.h"

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

static AmbEntry *
load_entry (AmbTestContext *test,
            gint64          entry_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbEntry *entry;

  amb_logbook_load_async (test->context, entry_id, NULL, amb_gui_test_store_result, &result);
  entry = amb_logbook_load_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return entry;
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

/* What nothing is there yet for can be begun with the keyboard at once. */
static void
assert_focus_on_button (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "_Log a Conversation");
}

static gboolean
is_mapped (Fixture    *fixture,
           const char *text)
{
  GtkWidget *label = amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkAccessibleRole
get_role (Fixture    *fixture,
          const char *text)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, text)));
}

static gboolean
is_empty (gpointer data)
{
  return is_mapped (data, "Your History Starts Here");
}

static gint64
get_shown (Fixture *fixture)
{
  GtkWidget *view = amb_gui_test_find (fixture->window, AMB_TYPE_ENTRY_VIEW, NULL);
  AmbEntry *entry = view == NULL ? NULL : amb_entry_view_get_entry (AMB_ENTRY_VIEW (view));

  return entry == NULL ? 0 : amb_record_get_id (AMB_RECORD (entry));
}

typedef struct
{
  Fixture *fixture;
  gint64   entry_id;
} Wanted;

static gboolean
is_wanted (gpointer data)
{
  Wanted *wanted = data;

  return get_shown (wanted->fixture) == wanted->entry_id;
}

static void
wait_for_entry (Fixture *fixture,
                gint64   entry_id)
{
  amb_gui_test_wait (is_wanted, &(Wanted) { fixture, entry_id });
}

static void
assert_in_entry (Fixture *fixture)
{
  GtkWidget *view = amb_gui_test_find (fixture->window, AMB_TYPE_ENTRY_VIEW, NULL);

  amb_gui_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), view));
}

static void
test_empty (void)
{
  Fixture fixture = { .test = amb_test_context_new () };

  set_up (&fixture);
  amb_gui_test_wait (is_empty, &fixture);
  amb_gui_test_assert_named (fixture.window);
  g_assert_false (is_mapped (&fixture, "Choose an Entry"));

  /* What is logged elsewhere comes in by itself. */
  save_entry (fixture.test, "Out and about", TRUE);
  wait_for (&fixture, "Out and about");
  wait_for (&fixture, "1 entry");
  g_assert_cmpint (get_role (&fixture, "1 entry"), ==, GTK_ACCESSIBLE_ROLE_STATUS);
  tear_down (&fixture);
}

/* Who comes to the page before it knows that it is empty finds the focus on the button as well. */
static void
test_empty_focus (void)
{
  Fixture fixture = { .test = amb_test_context_new () };

  fixture.window = amb_gui_test_show (NULL, 1000, 700);
  fixture.page = amb_history_page_new (fixture.test->context);
  gtk_window_set_child (GTK_WINDOW (fixture.window), fixture.page);
  amb_page_focus (AMB_PAGE (fixture.page));
  amb_gui_test_wait (is_empty, &fixture);
  assert_focus_on_button (&fixture);

  gtk_root_set_focus (GTK_ROOT (fixture.window), NULL);
  amb_page_focus (AMB_PAGE (fixture.page));
  assert_focus_on_button (&fixture);
  tear_down (&fixture);
}

/* Where nothing is chosen, there is nothing to press. */
static void
test_nothing_chosen (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id = save_entry (fixture.test, "Night shift", TRUE);

  set_up (&fixture);
  wait_for (&fixture, "Choose an Entry");
  g_assert_null (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Edit"));
  g_assert_null (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Delete"));
  g_assert_null (amb_gui_test_find (fixture.window, GTK_TYPE_LABEL, "Entry"));

  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "Entry");
  g_assert_nonnull (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Edit"));
  g_assert_nonnull (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Delete"));
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
  amb_gui_test_click (amb_gui_test_find (bar, GTK_TYPE_BUTTON, "Clear"));
  wait_for (&fixture, "Night shift");
  g_assert_false (amb_entry_filter_bar_get_active (AMB_ENTRY_FILTER_BAR (bar)));
  tear_down (&fixture);
}

static GtkWidget *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      /* GTK keeps it alive: a reference of ours would outlive its parent. */
      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
        return toplevel;
    }

  return NULL;
}

static void
choose_first_day (GtkWidget *dialog,
                  gint64     time)
{
  g_assert_nonnull (dialog);
  amb_date_row_set_time (AMB_DATE_ROW (gtk_widget_get_template_child (dialog, AMB_TYPE_PERIOD_DIALOG, "first")), time);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Show"));
}

/* Days that were chosen are a period like the others, and “Choose days…” asks for others, beginning with those. */
static void
test_filter_days (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *bar;
  GtkWidget *dialog;

  save_entry (fixture.test, "Night shift", TRUE);
  set_up (&fixture);
  wait_for (&fixture, "1 entry");
  bar = amb_gui_test_find (fixture.window, AMB_TYPE_ENTRY_FILTER_BAR, NULL);

  choose (bar, "period", AMB_PERIOD_CUSTOM);
  choose_first_day (find_dialog (AMB_TYPE_PERIOD_DIALOG), AMB_TEST_NOW);
  wait_for (&fixture, "From 23 November 2026");
  wait_for (&fixture, "1 entry");

  choose (bar, "period", AMB_N_PERIODS);
  dialog = find_dialog (AMB_TYPE_PERIOD_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for (&fixture, "From 23 November 2026");

  choose (bar, "period", AMB_N_PERIODS);
  dialog = find_dialog (AMB_TYPE_PERIOD_DIALOG);
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "23 November 2026"));
  choose_first_day (dialog, AMB_TEST_NOW + AMB_TIME_DAY);
  wait_for (&fixture, "From 24 November 2026");
  wait_for (&fixture, "Nothing Found");

  choose (bar, "period", AMB_PERIOD_ALWAYS);
  wait_for (&fixture, "Night shift");
  choose (bar, "period", AMB_PERIOD_CUSTOM);
  g_assert_null (find_dialog (AMB_TYPE_PERIOD_DIALOG));
  wait_for (&fixture, "From 24 November 2026");
  tear_down (&fixture);
}

static void
test_open (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *view;
  GtkWidget *confirm;
  gint64 entry_id = save_entry (fixture.test, "Night shift", FALSE);

  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "Opened on LinkedIn, not confirmed");
  wait_for (&fixture, "1204 views · 35 reactions");
  view = amb_gui_test_find (fixture.window, AMB_TYPE_ENTRY_VIEW, NULL);
  amb_gui_test_assert_named (view);

  confirm = amb_gui_test_find (view, AMB_TYPE_ENTRY_CONFIRM, NULL);
  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (confirm, ADW_TYPE_ENTRY_ROW, NULL)),
                         "not a link at all");
  amb_gui_test_click (amb_gui_test_find (view, GTK_TYPE_BUTTON, "Yes, It Did"));
  wait_for (&fixture, "This is not a link. Copy the address of your post, or leave it empty.");
  amb_gui_test_wait_for_writes (fixture.test);
  g_assert_false (amb_entry_get_confirmed (amb_entry_view_get_entry (AMB_ENTRY_VIEW (view))));

  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (confirm, ADW_TYPE_ENTRY_ROW, NULL)), "");
  g_assert_true (gtk_widget_grab_focus (amb_gui_test_find (view, GTK_TYPE_BUTTON, "Yes, It Did")));
  amb_gui_test_click (amb_gui_test_find (view, GTK_TYPE_BUTTON, "Yes, It Did"));
  wait_without (&fixture, "Opened on LinkedIn, not confirmed");
  assert_in_entry (&fixture);
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture.window)), confirm));
  g_assert_true (amb_entry_get_confirmed (amb_entry_view_get_entry (AMB_ENTRY_VIEW (view))));
  tear_down (&fixture);
}

/* What stands behind another page of a stack is visible, too. */
static gboolean
is_text_mapped (gpointer data)
{
  Fixture *fixture = data;

  return is_mapped (fixture, fixture->text);
}

static void
wait_for_mapped (Fixture    *fixture,
                 const char *text)
{
  fixture->text = text;
  amb_gui_test_wait (is_text_mapped, fixture);
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
  wait_for_mapped (&fixture, "Your History Starts Here");
  wait_for (&fixture, "Entry deleted");

  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));
  wait_for (&fixture, "Night shift");
  wait_for_entry (&fixture, entry_id);
  tear_down (&fixture);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  GtkWidget *list = amb_gui_test_find (fixture->window, GTK_TYPE_LIST_VIEW, "Entries");

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* With the keyboard alone, what was deleted is back where it was, and has the keyboard. */
static void
test_delete_keys (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id = save_entry (fixture.test, "Night shift", TRUE);
  GtkWidget *list;

  set_up (&fixture);
  wait_for (&fixture, "1 entry");
  list = amb_gui_test_find (fixture.window, GTK_TYPE_LIST_VIEW, "Entries");
  g_assert_true (amb_gui_test_press (amb_gui_test_find (fixture.window, GTK_TYPE_SEARCH_ENTRY, NULL), GDK_KEY_Down, 0));
  wait_for_entry (&fixture, entry_id);
  g_assert_true (gtk_widget_activate_action (fixture.page, "history.delete-focused", NULL));
  wait_for_mapped (&fixture, "Your History Starts Here");
  wait_for (&fixture, "Entry deleted");

  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));
  wait_for_entry (&fixture, entry_id);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (&fixture)), ==, 0);
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  tear_down (&fixture);
}

/* The button that shows everything goes away: the keyboard goes to what it shows. */
static void
test_show_everything (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *list;

  save_entry (fixture.test, "Night shift", TRUE);
  set_up (&fixture);
  wait_for (&fixture, "1 entry");
  list = amb_gui_test_find (fixture.window, GTK_TYPE_LIST_VIEW, "Entries");
  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (fixture.window, GTK_TYPE_SEARCH_ENTRY, NULL)), "qqqq");
  wait_for_mapped (&fixture, "Nothing Found");
  g_assert_true (gtk_widget_grab_focus (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "_Show Everything")));
  gtk_widget_activate_action (fixture.page, "history.clear", NULL);
  wait_for_mapped (&fixture, "1 entry");
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  tear_down (&fixture);
}

static void
remove_elsewhere (AmbTestContext *test,
                  gint64          entry_id,
                  gboolean        remove)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  amb_logbook_remove_async (test->context, entry_id, remove, NULL, amb_gui_test_store_result, &result);
  amb_logbook_remove_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
}

static gboolean
shows_no_entry (gpointer data)
{
  return amb_entry_view_get_entry (data) == NULL;
}

/* What another program removed is not shown as if it were still there. */
static void
test_delete_elsewhere (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id = save_entry (fixture.test, "Night shift", TRUE);

  save_entry (fixture.test, "Open day", TRUE);
  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "1204 views · 35 reactions");

  remove_elsewhere (fixture.test, entry_id, TRUE);
  amb_gui_test_wait (shows_no_entry, amb_gui_test_find (fixture.window, AMB_TYPE_ENTRY_VIEW, NULL));
  wait_for (&fixture, "1 entry");

  remove_elsewhere (fixture.test, entry_id, FALSE);
  wait_for (&fixture, "2 entries");
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
  wait_for (&fixture, "Numbers removed");
  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));
  wait_for (&fixture, "1204 views · 35 reactions");
  tear_down (&fixture);
}

static void
write_text (AmbTestContext *test,
            gint64          entry_id,
            const char     *text)
{
  g_autoptr (AmbEntry) entry = load_entry (test, entry_id);
  g_autoptr (AmbEntry) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  amb_entry_set_text (entry, AMB_ENTRY_TEXT, text);
  amb_logbook_save_async (test->context, entry, NULL, amb_gui_test_store_result, &result);
  saved = amb_logbook_save_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
}

/* The numbers come back into the entry as it is by then: what was written in it meanwhile stays. */
static void
test_numbers_undo (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id = save_entry (fixture.test, "Night shift", TRUE);
  g_autoptr (AmbEntry) after = NULL;

  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "1204 views · 35 reactions");
  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Remove the numbers of 23 November 2026"));
  wait_for (&fixture, "Numbers removed");
  wait_without (&fixture, "1204 views · 35 reactions");
  write_text (fixture.test, entry_id, "Night shift, with the ducklings");

  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));
  wait_for (&fixture, "1204 views · 35 reactions");
  after = load_entry (fixture.test, entry_id);
  g_assert_cmpstr (amb_entry_get_text (after, AMB_ENTRY_TEXT), ==, "Night shift, with the ducklings");

  tear_down (&fixture);
}

/* Numbers that could not be taken away are still there: nothing can be undone. */
static void
test_numbers_fail (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id = save_entry (fixture.test, "Night shift", TRUE);

  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), entry_id);
  wait_for (&fixture, "1204 views · 35 reactions");
  amb_gui_test_set_read_only (fixture.test, TRUE);
  amb_gui_test_click (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Remove the numbers of 23 November 2026"));
  amb_gui_test_set_read_only (fixture.test, FALSE);
  g_assert_null (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));
  wait_for (&fixture, "Your data cannot be saved. Check that you may write to the file and its folder.");
  g_assert_null (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Undo"));

  tear_down (&fixture);
}

/* An entry that the list hides opens all the same; what the person chooses after that is what they chose last. */
static void
test_open_hidden (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 listed = save_entry (fixture.test, "Night shift", TRUE);
  gint64 hidden = save_entry (fixture.test, "Open day", TRUE);
  GtkSelectionModel *selection;

  set_up (&fixture);
  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (fixture.window, GTK_TYPE_SEARCH_ENTRY, NULL)), "nig");
  wait_for (&fixture, "1 entry");
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (amb_gui_test_find (fixture.window, GTK_TYPE_LIST_VIEW, "Entries")));
  gtk_selection_model_select_item (selection, 0, TRUE);
  wait_for_entry (&fixture, listed);

  amb_page_open (AMB_PAGE (fixture.page), hidden);
  wait_for_entry (&fixture, hidden);
  g_assert_false (gtk_selection_model_is_selected (selection, 0));
  gtk_selection_model_select_item (selection, 0, TRUE);
  wait_for_entry (&fixture, listed);

  gtk_widget_activate_action (fixture.page, "history.clear", NULL);
  wait_for (&fixture, "2 entries");
  amb_gui_test_settle ();
  g_assert_cmpint (get_shown (&fixture), ==, listed);

  tear_down (&fixture);
}

/* What is edited is what the person points at, also when it is not on the screen yet. */
static void
test_edit_early (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 first = save_entry (fixture.test, "Night shift", TRUE);
  gint64 second = save_entry (fixture.test, "Open day", TRUE);

  set_up (&fixture);
  amb_page_open (AMB_PAGE (fixture.page), first);
  wait_for_entry (&fixture, first);
  amb_page_open (AMB_PAGE (fixture.page), second);
  gtk_widget_activate_action (fixture.page, "history.edit", NULL);
  g_assert_null (find_dialog (AMB_TYPE_ENTRY_EDITOR));
  wait_for_entry (&fixture, second);

  tear_down (&fixture);
}

/* From the search the arrow leads into the list, to the entry that is shown then. */
static void
test_keys_enter (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 first = save_entry (fixture.test, "Night shift", TRUE);
  gint64 second = save_entry (fixture.test, "Open day", TRUE);
  GtkWidget *search;
  GtkWidget *list;

  set_up (&fixture);
  wait_for (&fixture, "2 entries");
  search = amb_gui_test_find (fixture.window, GTK_TYPE_SEARCH_ENTRY, NULL);
  list = amb_gui_test_find (fixture.window, GTK_TYPE_LIST_VIEW, "Entries");
  amb_page_search (AMB_PAGE (fixture.page));
  g_assert_true (amb_gui_test_press (search, GDK_KEY_Down, 0));
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  wait_for_entry (&fixture, second);

  /* What is activated is what is shown, and the keyboard goes into it. */
  gtk_widget_activate_action (list, "list.activate-item", "u", 1);
  wait_for_entry (&fixture, first);
  assert_in_entry (&fixture);
  g_assert_true (gtk_widget_grab_focus (list));
  gtk_widget_activate_action (list, "list.activate-item", "u", 1);
  assert_in_entry (&fixture);

  tear_down (&fixture);
}

/* Who comes to the page before the list has rows goes into it when it does. */
static void
test_keys_early (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gint64 entry_id;
  GtkWidget *list;

  save_entry (fixture.test, "Night shift", TRUE);
  entry_id = save_entry (fixture.test, "Open day", TRUE);
  set_up (&fixture);
  amb_page_focus (AMB_PAGE (fixture.page));
  wait_for (&fixture, "2 entries");

  /* GTK 4.18 has given the focus to the first row by then. */
  list = amb_gui_test_find (fixture.window, GTK_TYPE_LIST_VIEW, "Entries");
  if (gtk_widget_get_focus_child (list) == NULL)
    {
      g_assert_true (amb_gui_test_press (gtk_widget_get_parent (list), GDK_KEY_Down, 0));
      wait_for_entry (&fixture, entry_id);
    }
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  tear_down (&fixture);
}

/* In the list, Delete is for the entry that has the focus, and not for what was searched. */
static void
test_keys_delete (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  GtkWidget *search;
  GtkWidget *list;

  save_entry (fixture.test, "Night shift", TRUE);
  save_entry (fixture.test, "Open day", TRUE);
  set_up (&fixture);
  wait_for (&fixture, "2 entries");
  search = amb_gui_test_find (fixture.window, GTK_TYPE_SEARCH_ENTRY, NULL);
  list = amb_gui_test_find (fixture.window, GTK_TYPE_LIST_VIEW, "Entries");
  g_assert_true (amb_gui_test_press (search, GDK_KEY_Down, 0));
  g_assert_false (amb_gui_test_press (list, GDK_KEY_Delete, 0));
  g_assert_false (amb_gui_test_press (gtk_widget_get_parent (list), GDK_KEY_Delete, 0));
  g_assert_false (amb_gui_test_press (gtk_widget_get_parent (list), GDK_KEY_z, GDK_CONTROL_MASK));

  /* The mouse may have taken the selection elsewhere. */
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1, TRUE);
  g_assert_true (gtk_widget_activate_action (fixture.page, "history.delete-focused", NULL));
  wait_for (&fixture, "Entry deleted");
  wait_for (&fixture, "1 entry");
  wait_for (&fixture, "Night shift");
  g_assert_nonnull (gtk_widget_get_focus_child (list));

  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/history/page/empty", test_empty);
  g_test_add_func ("/history/page/empty/focus", test_empty_focus);
  g_test_add_func ("/history/page/nothing-chosen", test_nothing_chosen);
  g_test_add_func ("/history/page/list", test_list);
  g_test_add_func ("/history/page/search", test_search);
  g_test_add_func ("/history/page/filter", test_filter);
  g_test_add_func ("/history/page/filter/days", test_filter_days);
  g_test_add_func ("/history/page/open", test_open);
  g_test_add_func ("/history/page/delete", test_delete);
  g_test_add_func ("/history/page/delete/keys", test_delete_keys);
  g_test_add_func ("/history/page/show-everything", test_show_everything);
  g_test_add_func ("/history/page/delete/elsewhere", test_delete_elsewhere);
  g_test_add_func ("/history/page/numbers", test_numbers);
  g_test_add_func ("/history/page/numbers/undo", test_numbers_undo);
  g_test_add_func ("/history/page/numbers/fail", test_numbers_fail);
  g_test_add_func ("/history/page/open/hidden", test_open_hidden);
  g_test_add_func ("/history/page/edit/early", test_edit_early);
  g_test_add_func ("/history/page/keys/enter", test_keys_enter);
  g_test_add_func ("/history/page/keys/early", test_keys_early);
  g_test_add_func ("/history/page/keys/delete", test_keys_delete);

  return g_test_run ();
}

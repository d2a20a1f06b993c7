/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-composer.h"
#include "amb-database.h"
#include "amb-draft-row.h"
#include "amb-drafting.h"
#include "amb-drafts-page.h"
#include "amb-format.h"
#include "amb-gui-test.h"
#include "amb-page.h"
#include "amb-presenter.h"
#include "amb-test-context.h"

typedef struct
{
  AmbTestContext *test;
  GtkWidget      *page;
  GtkWidget      *overlay;
  GtkWidget      *window;
  const char     *text;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  fixture->page = amb_drafts_page_new (fixture->test->context);
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), fixture->page);
  fixture->window = amb_gui_test_show (fixture->overlay, 1200, 700);
  amb_presenter_set_overlay (GTK_WINDOW (fixture->window), ADW_TOAST_OVERLAY (fixture->overlay));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_gui_test_hide (fixture->window);
  amb_test_context_free (fixture->test);
}

static gint64
create_draft (Fixture    *fixture,
              const char *text)
{
  g_autoptr (GAsyncResult) created = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbDraft) draft = NULL;

  amb_drafting_create_async (fixture->test->context, 0, "linkedin", NULL, amb_gui_test_store_result, &created);
  draft = amb_drafting_create_finish (fixture->test->context, amb_gui_test_wait_result (&created), &error);
  g_assert_no_error (error);

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);
  amb_draft_set_state (draft, AMB_DRAFT_STATE_DRAFT);
  amb_clock_advance (fixture->test->clock, 60 * 1000);
  amb_test_context_save_draft (fixture->test, draft);

  return amb_record_get_id (AMB_RECORD (draft));
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return amb_gui_test_find (fixture->page, GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return shows (fixture, fixture->text);
}

static AmbComposer *
get_composer (Fixture *fixture)
{
  return AMB_COMPOSER (amb_gui_test_find (fixture->page, AMB_TYPE_COMPOSER, NULL));
}

static gboolean
is_empty (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "Say It Your Way") != NULL;
}

static gboolean
found_nothing (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "No Drafts Found") != NULL;
}

static guint
count_rows (GtkWidget *root)
{
  guint n_rows = AMB_IS_DRAFT_ROW (root) && amb_draft_row_get_draft (AMB_DRAFT_ROW (root)) != NULL &&
                 gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows += count_rows (child);

  return n_rows;
}

static gboolean
has_one_row (gpointer data)
{
  return count_rows (data) == 1;
}

static gboolean
has_two_rows (gpointer data)
{
  return count_rows (data) == 2 && amb_gui_test_find (data, GTK_TYPE_LABEL, "About bread") != NULL &&
         amb_gui_test_find (data, GTK_TYPE_LABEL, "About water") != NULL;
}

static gboolean
is_open (gpointer data)
{
  return amb_gui_test_find (data, AMB_TYPE_COMPOSER, NULL) != NULL &&
         amb_composer_get_draft (AMB_COMPOSER (amb_gui_test_find (data, AMB_TYPE_COMPOSER, NULL))) != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return !is_open (data);
}

static gboolean
is_settled (gpointer data)
{
  AmbDraftSession *session = amb_composer_get_session (data);

  return amb_draft_session_is_saved (session) &&
         amb_live_check_is_current (amb_draft_session_get_check (session));
}

static gboolean
offers_undo (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_BUTTON, "Undo") != NULL;
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *hint;

  amb_gui_test_wait (is_empty, fixture->page);
  g_assert_nonnull (amb_gui_test_find (fixture->page, GTK_TYPE_BUTTON, "_New Draft"));
  hint = amb_gui_test_find (fixture->page, GTK_TYPE_LABEL, "Choose a Draft");
  g_assert_true (hint == NULL || !gtk_widget_get_mapped (hint));
  amb_gui_test_assert_named (fixture->page);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row;

  create_draft (fixture, "\n  About water\nand what is in it");
  create_draft (fixture, "About bread");
  amb_gui_test_wait (has_two_rows, fixture->page);
  g_assert_true (shows (fixture, "LinkedIn"));

  row = amb_gui_test_find (fixture->page, AMB_TYPE_DRAFT_ROW, NULL);
  g_assert_nonnull (amb_gui_test_find (row, GTK_TYPE_LABEL, "About bread"));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  amb_gui_test_assert_named (fixture->page);
}

/* Of this year, nobody says the year. */
static void
test_planned (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (AmbDraft) draft = amb_draft_new ();
  gint64 now = g_get_real_time () / 1000;
  g_autofree char *day = amb_format_day (now, now);
  g_autofree char *time = amb_format_time (now);
  g_autofree char *expected = g_strdup_printf ("Planned for %s, %s", day, time);

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "About water");
  amb_draft_set_state (draft, AMB_DRAFT_STATE_PLANNED);
  amb_draft_set_planned_at (draft, now);
  amb_test_context_save_draft (fixture->test, draft);
  fixture->text = expected;
  amb_gui_test_wait (is_shown, fixture);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *search = amb_gui_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, "Search drafts");
  GtkWidget *filter = amb_gui_test_find (fixture->page, GTK_TYPE_DROP_DOWN, NULL);

  create_draft (fixture, "About water");
  create_draft (fixture, "About bread");
  amb_gui_test_wait (has_two_rows, fixture->page);

  amb_page_search (AMB_PAGE (fixture->page));
  gtk_editable_set_text (GTK_EDITABLE (search), "wat");
  amb_gui_test_wait (has_one_row, fixture->page);
  g_assert_true (shows (fixture, "About water"));
  gtk_editable_set_text (GTK_EDITABLE (search), "wine");
  amb_gui_test_wait (found_nothing, fixture->page);

  gtk_editable_set_text (GTK_EDITABLE (search), "");
  amb_gui_test_wait (has_two_rows, fixture->page);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), AMB_DRAFT_STATE_ARCHIVED);
  amb_gui_test_wait (found_nothing, fixture->page);
  gtk_editable_set_text (GTK_EDITABLE (search), "wine");
  amb_gui_test_click (amb_gui_test_find (fixture->page, GTK_TYPE_BUTTON, "_Show Everything"));
  amb_gui_test_wait (has_two_rows, fixture->page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), AMB_DRAFT_STATE_DRAFT);
  amb_gui_test_wait (has_two_rows, fixture->page);
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id;

  create_draft (fixture, "About bread");
  id = create_draft (fixture, "About water");
  amb_gui_test_wait (has_two_rows, fixture->page);
  amb_page_open (AMB_PAGE (fixture->page), id);
  amb_gui_test_wait (is_open, fixture->page);

  gtk_widget_activate_action (fixture->page, "draft.discard", NULL);
  amb_gui_test_wait (has_one_row, fixture->page);
  g_assert_true (is_closed (fixture->page));
  g_assert_true (shows (fixture, "About bread"));

  amb_gui_test_wait (offers_undo, fixture->overlay);
  amb_gui_test_click (amb_gui_test_find (fixture->overlay, GTK_TYPE_BUTTON, "Undo"));
  amb_gui_test_wait (has_two_rows, fixture->page);
  amb_gui_test_wait (is_open, fixture->page);
  g_assert_cmpint (amb_record_get_id (AMB_RECORD (amb_composer_get_draft (get_composer (fixture)))), ==, id);
  amb_gui_test_wait (is_settled, get_composer (fixture));
}

/* The toast is gone after a few seconds; Ctrl+Z is not. */
static void
test_undo_discard (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 id;

  create_draft (fixture, "About bread");
  id = create_draft (fixture, "About water");
  amb_gui_test_wait (has_two_rows, fixture->page);
  amb_page_open (AMB_PAGE (fixture->page), id);
  amb_gui_test_wait (is_open, fixture->page);
  gtk_widget_activate_action (fixture->page, "draft.discard", NULL);
  amb_gui_test_wait (has_one_row, fixture->page);
  amb_gui_test_wait (offers_undo, fixture->overlay);

  g_assert_true (gtk_widget_activate_action (fixture->page, "draft.undo-discard", NULL));
  amb_gui_test_wait (has_two_rows, fixture->page);
  amb_gui_test_wait (is_open, fixture->page);
  g_assert_cmpint (amb_record_get_id (AMB_RECORD (amb_composer_get_draft (get_composer (fixture)))), ==, id);
  amb_gui_test_wait (is_settled, get_composer (fixture));
}

static gboolean
is_offered_back (gpointer data)
{
  GtkWidget *button = amb_gui_test_find (data, GTK_TYPE_BUTTON, "_Bring It Back");

  return button != NULL && gtk_widget_get_mapped (button);
}

static gboolean
has_two_rows_and_no_offer (gpointer data)
{
  return has_two_rows (data) && !is_offered_back (data);
}

/* What was discarded long ago can be found, read and brought back. */
static void
test_discarded (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *filter = amb_gui_test_find (fixture->page, GTK_TYPE_DROP_DOWN, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  create_draft (fixture, "About bread");
  id = create_draft (fixture, "About water");
  amb_gui_test_wait (has_two_rows, fixture->page);
  amb_drafting_discard_async (fixture->test->context, id, TRUE, NULL, amb_gui_test_store_result, &result);
  amb_drafting_discard_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
  amb_gui_test_wait (has_one_row, fixture->page);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), AMB_DRAFT_STATE_ARCHIVED + 1);
  amb_page_open (AMB_PAGE (fixture->page), id);
  amb_gui_test_wait (is_offered_back, fixture->page);
  g_assert_true (shows (fixture, "About water"));
  amb_gui_test_click (amb_gui_test_find (fixture->page, GTK_TYPE_BUTTON, "_Bring It Back"));
  amb_gui_test_wait (has_two_rows_and_no_offer, fixture->page);
  amb_gui_test_wait (is_settled, get_composer (fixture));
}

/* The command line may remove the draft that is open: who typed on in it would not find it back. */
static void
test_discarded_elsewhere (Fixture       *fixture,
                          gconstpointer  data)
{
  gint64 id = create_draft (fixture, "About water");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  amb_page_open (AMB_PAGE (fixture->page), id);
  amb_gui_test_wait (is_open, fixture->page);
  amb_drafting_discard_async (fixture->test->context, id, TRUE, NULL, amb_gui_test_store_result, &result);
  amb_drafting_discard_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
  amb_gui_test_wait (is_closed, fixture->page);

  amb_gui_test_wait (offers_undo, fixture->overlay);
  amb_gui_test_click (amb_gui_test_find (fixture->overlay, GTK_TYPE_BUTTON, "Undo"));
  amb_gui_test_wait (is_open, fixture->page);
  g_assert_cmpint (amb_record_get_id (AMB_RECORD (amb_composer_get_draft (get_composer (fixture)))), ==, id);
  amb_gui_test_wait (is_settled, get_composer (fixture));
}

static gboolean
tells_of_trouble (gpointer data)
{
  GtkWidget *title = amb_gui_test_find (data, GTK_TYPE_LABEL, "Your Drafts Cannot Be Shown");

  return title != NULL && gtk_widget_get_mapped (title);
}

/* Drafts that can't be read are not the same as no drafts. */
static void
test_trouble (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *filter = amb_gui_test_find (fixture->page, GTK_TYPE_DROP_DOWN, NULL);

  amb_gui_test_wait (is_empty, fixture->page);
  amb_database_close (fixture->test->database);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), AMB_DRAFT_STATE_DRAFT);
  amb_gui_test_wait (tells_of_trouble, fixture->page);
}

static gboolean
is_open_and_settled (gpointer data)
{
  return is_open (data) && is_settled (amb_gui_test_find (data, AMB_TYPE_COMPOSER, NULL));
}

static gboolean
shows_bread (gpointer data)
{
  GtkWidget *composer = amb_gui_test_find (data, AMB_TYPE_COMPOSER, NULL);

  return composer != NULL &&
         g_strcmp0 (amb_draft_get_text (amb_composer_get_draft (AMB_COMPOSER (composer)), AMB_DRAFT_TEXT),
                    "About bread") == 0;
}

/* Going through the list opens one draft after the other, and leaves the focus in the list. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSelectionModel *selection;
  GtkWidget *list;

  create_draft (fixture, "About bread");
  create_draft (fixture, "About water");
  amb_gui_test_wait (has_two_rows, fixture->page);
  list = amb_gui_test_find (fixture->page, GTK_TYPE_LIST_VIEW, "Drafts");
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  gtk_widget_grab_focus (list);
  gtk_selection_model_select_item (selection, 0, TRUE);
  amb_gui_test_wait (is_open_and_settled, fixture->page);
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  gtk_selection_model_select_item (selection, 1, TRUE);
  amb_gui_test_wait (shows_bread, fixture->page);
  g_assert_nonnull (gtk_widget_get_focus_child (list));

  amb_gui_test_wait (is_open_and_settled, fixture->page);
  gtk_widget_activate_action (list, "list.activate-item", "u", 1);
  g_assert_null (gtk_widget_get_focus_child (list));
}

/* What went out says so, and does not ask to be shared. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = create_draft (fixture, "About water");
  gint64 other_id = create_draft (fixture, "About bread");
  GtkWidget *button;
  GtkWidget *header;

  amb_page_open (AMB_PAGE (fixture->page), id);
  amb_gui_test_wait (is_open_and_settled, fixture->page);
  button = amb_gui_test_find (fixture->page, GTK_TYPE_BUTTON, "_Share");
  header = gtk_widget_get_ancestor (button, ADW_TYPE_HEADER_BAR);
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  g_assert_null (amb_gui_test_find (header, GTK_TYPE_LABEL, "Shared"));

  amb_draft_set_state (amb_composer_get_draft (get_composer (fixture)), AMB_DRAFT_STATE_SHARED);
  g_assert_false (gtk_widget_has_css_class (button, "suggested-action"));
  g_assert_nonnull (amb_gui_test_find (header, GTK_TYPE_LABEL, "Shared"));

  amb_page_open (AMB_PAGE (fixture->page), other_id);
  amb_gui_test_wait (shows_bread, fixture->page);
  amb_gui_test_wait (is_open_and_settled, fixture->page);
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  g_assert_null (amb_gui_test_find (header, GTK_TYPE_LABEL, "Shared"));
}

/* A row that merely has the focus can be discarded, and the focus stays in the list. */
static void
test_discard_focused (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *list;

  create_draft (fixture, "About bread");
  create_draft (fixture, "About water");
  amb_gui_test_wait (has_two_rows, fixture->page);
  list = amb_gui_test_find (fixture->page, GTK_TYPE_LIST_VIEW, "Drafts");
  gtk_widget_grab_focus (list);
  g_assert_false (is_open (fixture->page));

  gtk_widget_activate_action (fixture->page, "draft.discard", NULL);
  amb_gui_test_wait (has_one_row, fixture->page);
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  amb_gui_test_wait (is_open_and_settled, fixture->page);
}

static gboolean
is_writing (gpointer data)
{
  return is_open (data) && GTK_IS_TEXT_VIEW (gtk_root_get_focus (gtk_widget_get_root (data)));
}

/* Who clicks on a draft writes in it: the gesture of the list comes after that of the row, which has selected it. */
static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *list;
  g_autoptr (GListModel) controllers = NULL;

  create_draft (fixture, "About bread");
  create_draft (fixture, "About water");
  amb_gui_test_wait (has_two_rows, fixture->page);
  list = amb_gui_test_find (fixture->page, GTK_TYPE_LIST_VIEW, "Drafts");
  controllers = gtk_widget_observe_controllers (list);
  gtk_widget_grab_focus (list);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, 10.0, 10.0);
    }
  amb_gui_test_wait (is_writing, fixture->page);
  amb_gui_test_wait (is_open_and_settled, fixture->page);
}

static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = create_draft (fixture, "About water");

  amb_page_open (AMB_PAGE (fixture->page), id);
  amb_gui_test_wait (is_open, fixture->page);
  gtk_widget_activate_action (fixture->page, "draft.state", "s", "archived");
  g_assert_cmpint (amb_draft_get_state (amb_composer_get_draft (get_composer (fixture))), ==,
                   AMB_DRAFT_STATE_ARCHIVED);

  amb_page_flush (AMB_PAGE (fixture->page));
  amb_gui_test_wait (is_settled, get_composer (fixture));
  g_assert_true (shows (fixture, "Archived"));
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/gui/drafts/page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("rows", test_rows);
  ADD ("planned", test_planned);
  ADD ("search", test_search);
  ADD ("discard", test_discard);
  ADD ("undo-discard", test_undo_discard);
  ADD ("discarded", test_discarded);
  ADD ("click", test_click);
  ADD ("discarded-elsewhere", test_discarded_elsewhere);
  ADD ("switch", test_switch);
  ADD ("trouble", test_trouble);
  ADD ("discard/focused", test_discard_focused);
  ADD ("shared", test_shared);
  ADD ("state", test_state);

  return g_test_run ();
}

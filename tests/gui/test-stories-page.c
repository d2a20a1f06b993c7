/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-lazy-row.h"
#include "amb-library.h"
#include "amb-page.h"
#include "amb-record-list.h"
#include "amb-split-view.h"
#include "amb-stories-page.h"
#include "amb-story-dismiss-dialog.h"
#include "amb-story-filters.h"
#include "amb-story-row.h"
#include "amb-story-view.h"
#include "amb-time.h"

#define PACK "data/packs/zonneveld-en.storypack.xml"

typedef struct
{
  AmbTestContext *test;
  AmbContext     *context;
  GtkWidget      *page;
  GtkWidget      *window;
} Fixture;

static void
show_page (Fixture *fixture,
           int      width)
{
  fixture->context = fixture->test->context;
  fixture->page = amb_stories_page_new (fixture->context);
  fixture->window = amb_gui_test_show (fixture->page, width, 700);
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  show_page (fixture, 1000);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  amb_test_context_import (fixture->test, PACK);
  show_page (fixture, data == NULL ? 1000 : GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_gui_test_hide (fixture->window);
  amb_test_context_free (fixture->test);
}

/* What stands behind another page of a stack is not there for the person. */
static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  GtkWidget *found = amb_gui_test_find (fixture->window, type, text);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

/* Something that the test waits for: a label with a text. */
typedef struct
{
  Fixture    *fixture;
  const char *text;
} Expected;

static gboolean
is_shown (gpointer data)
{
  Expected *expected = data;

  return find (expected->fixture, GTK_TYPE_LABEL, expected->text) != NULL;
}

static void
wait_for_label (Fixture    *fixture,
                const char *text)
{
  amb_gui_test_wait (is_shown, &(Expected) { fixture, text });
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (find (fixture, GTK_TYPE_LIST_VIEW, NULL)));
}

static AmbStory *
get_shown (Fixture *fixture)
{
  GtkWidget *view = find (fixture, AMB_TYPE_STORY_VIEW, NULL);

  return view == NULL ? NULL : amb_story_view_get_story (AMB_STORY_VIEW (view));
}

static gboolean
has_story (gpointer data)
{
  return get_shown (data) != NULL;
}

/* The first story that has everything: the sample pack begins with it, so it is the last of the list. */
static gint64
select_last (Fixture *fixture)
{
  GtkSelectionModel *selection;

  wait_for_label (fixture, "15 stories");
  selection = get_selection (fixture);
  gtk_selection_model_select_item (selection, g_list_model_get_n_items (G_LIST_MODEL (selection)) - 1, TRUE);
  amb_gui_test_wait (has_story, fixture);

  return amb_record_get_id (AMB_RECORD (get_shown (fixture)));
}

static AmbStory *
load (Fixture *fixture,
      gint64   story_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbStory *story;

  amb_library_load_story_async (fixture->context, story_id, NULL, amb_gui_test_store_result, &result);
  story = amb_library_load_story_finish (fixture->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return story;
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  wait_for_label (fixture, "No Stories Yet");
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Open a Story Pack…"));

  amb_test_context_import (fixture->test, PACK);
  wait_for_label (fixture, "15 stories");
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "No Stories Yet"));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  wait_for_label (fixture, "15 stories");
  wait_for_label (fixture, "Choose a Story");
  wait_for_label (fixture, "Withdrawn");
  wait_for_label (fixture, "Not public");
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Draft a Post"));
  amb_gui_test_assert_named (fixture->page);
}

static gboolean
is_row_named (gpointer data)
{
  GtkWidget *row = find (data, AMB_TYPE_LAZY_ROW, NULL);
  AmbStory *story = row == NULL ? NULL : amb_lazy_row_get_item (AMB_LAZY_ROW (row));

  return story != NULL && amb_story_get_text (story, AMB_STORY_TITLE) != NULL &&
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
test_row_names (Fixture       *fixture,
                gconstpointer  data)
{
  amb_gui_test_wait (is_row_named, fixture);
}

static gboolean
is_row_marked (gpointer data)
{
  GtkWidget *row = find (data, AMB_TYPE_STORY_ROW, NULL);

  return row != NULL && amb_story_row_get_query (AMB_STORY_ROW (row)) != NULL;
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  wait_for_label (fixture, "15 stories");
  type (fixture, "wet wal");
  wait_for_label (fixture, "1 story");
  amb_gui_test_wait (is_row_marked, fixture);

  type (fixture, "qqqq");
  wait_for_label (fixture, "Nothing Found");
  amb_gui_test_click (find (fixture, GTK_TYPE_BUTTON, "Clear Search"));
  wait_for_label (fixture, "15 stories");
}

static gboolean
is_at_top (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *list = find (fixture, GTK_TYPE_LIST_VIEW, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) &&
         gtk_adjustment_get_value (adjustment) == 0;
}

/* Who ends a search is back at the beginning, and not at the place of what was found. */
static void
test_search_ended (Fixture       *fixture,
                   gconstpointer  data)
{
  wait_for_label (fixture, "15 stories");
  type (fixture, "wet");
  wait_for_label (fixture, "2 stories");
  amb_gui_test_settle ();

  type (fixture, "");
  wait_for_label (fixture, "15 stories");
  amb_gui_test_wait (is_at_top, fixture);
  amb_gui_test_settle ();
  g_assert_true (is_at_top (fixture));
}

static gboolean
is_in_story (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, find (fixture, AMB_TYPE_STORY_VIEW, NULL));
}

/* Enter in the list leads into the story beside it, also when that is still being read. */
static void
test_enter (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *list;

  select_last (fixture);
  list = find (fixture, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_true (gtk_widget_grab_focus (list));
  gtk_widget_activate_action (list, "list.activate-item", "u", 14);
  amb_gui_test_settle ();
  g_assert_true (is_in_story (fixture));

  g_assert_true (gtk_widget_grab_focus (list));
  g_assert_false (is_in_story (fixture));
  gtk_widget_activate_action (list, "list.activate-item", "u", 3);
  amb_gui_test_wait (is_in_story, fixture);
}

/* Enter opens what answers the words, also for somebody who is quicker than the search. */
static void
test_search_enter (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 story_id = select_last (fixture);

  amb_gui_test_hide (fixture->window);
  show_page (fixture, 1000);
  wait_for_label (fixture, "15 stories");
  type (fixture, "wet wal");
  g_signal_emit_by_name (find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  amb_gui_test_wait (has_story, fixture);

  g_assert_cmpint (amb_record_get_id (AMB_RECORD (get_shown (fixture))), ==, story_id);
}

static gboolean
is_at_theme (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *filters = find (fixture, AMB_TYPE_STORY_FILTERS, NULL);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return filters != NULL && focus != NULL &&
         focus == GTK_WIDGET (gtk_widget_get_template_child (filters, AMB_TYPE_STORY_FILTERS, "theme"));
}

/* The first rows are there only when their labels have been read, and the keyboard begins with them. */
static void
test_filters_focus (Fixture       *fixture,
                    gconstpointer  data)
{
  wait_for_label (fixture, "15 stories");
  for (int i = 0; i < 2; i++)
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (find (fixture, GTK_TYPE_MENU_BUTTON, "Filter")));
      amb_gui_test_wait (is_at_theme, fixture);
      gtk_popover_popdown (GTK_POPOVER (find (fixture, AMB_TYPE_STORY_FILTERS, NULL)));
      amb_gui_test_settle ();
    }
}

/* Whatever is typed is a search, and nothing of it is a command. */
static void
test_odd_search (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const typed[] = { "\"", "* OR NOT", "title:wall", "-", "'; DROP TABLE story", "<b>", "%", "(" };

  wait_for_label (fixture, "15 stories");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      type (fixture, typed[i]);
      amb_gui_test_settle ();
    }
  type (fixture, "wet wal");
  wait_for_label (fixture, "1 story");
}

static void
test_story (Fixture       *fixture,
            gconstpointer  data)
{
  AmbStory *story;

  select_last (fixture);
  story = get_shown (fixture);

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, amb_story_get_text (story, AMB_STORY_MESSAGE)));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, amb_story_get_text (story, AMB_STORY_BODY)));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Why It Matters"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "What to Avoid"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "In Your Own Words"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Talk Card"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "As Your Organisation Would Write It"));
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Draft a Post"));
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Answer in a Draft"));
  amb_gui_test_assert_named (fixture->page);
}

/* What a story does not have is not there, and neither is its heading. */
static void
test_missing_fields (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const headings[] = {
    "Why It Matters", "What to Avoid", "In Your Own Words", "Talk Card", "How Each Role Can Tell It",
    "As Your Organisation Would Write It", "Pictures", "Links", "How to Say Where You Work", "Hashtags", "Whom to Ask",
  };
  g_autofree char *path = g_build_filename (fixture->test->folder, "small.storypack.xml", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "<storypack xmlns=\"https://ambassadortoolkit.github.io/ns/storypack/1\" version=\"1\" "
                       "id=\"small\" language=\"en\"><title>T</title><organisation>O</organisation><story id=\"a\" "
                       "version=\"1\" kind=\"fact\"><title>Small &amp; bare</title><message>Only this.</message></story>"
                       "</storypack>", -1, &error);
  g_assert_no_error (error);
  amb_test_context_import (fixture->test, path);
  wait_for_label (fixture, "16 stories");
  gtk_selection_model_select_item (get_selection (fixture), 0, TRUE);
  wait_for_label (fixture, "Fact · O");

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_assert_null (find (fixture, GTK_TYPE_LABEL, headings[i]));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "My Role in This Story"));
}

static gboolean
is_saved (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "Saved") != NULL;
}

static void
write_role (Fixture    *fixture,
            const char *text)
{
  GtkWidget *view = find (fixture, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_my_role (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 story_id = select_last (fixture);
  g_autoptr (AmbStory) story = NULL;

  write_role (fixture, "I answered the phone.");
  amb_gui_test_wait (is_saved, fixture);

  story = load (fixture, story_id);
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_MY_ROLE), ==, "I answered the phone.");
}

typedef struct
{
  Fixture *fixture;
  gint64   story_id;
} Other;

static gboolean
has_other_story (gpointer data)
{
  Other *other = data;

  return amb_record_get_id (AMB_RECORD (get_shown (other->fixture))) != other->story_id;
}

/* Neither the window that closes nor the next story waits for a moment of quiet. */
static void
test_my_role_flushed (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 story_id = select_last (fixture);
  g_autoptr (AmbStory) left = NULL;
  g_autoptr (AmbStory) closed = NULL;

  write_role (fixture, "Typed, and gone on.");
  gtk_selection_model_select_item (get_selection (fixture), 0, TRUE);
  amb_gui_test_wait (has_other_story, &(Other) { fixture, story_id });
  write_role (fixture, "Typed, and closed.");
  amb_page_flush (AMB_PAGE (fixture->page));
  amb_gui_test_wait (is_saved, fixture);

  left = load (fixture, story_id);
  g_assert_cmpstr (amb_story_get_text (left, AMB_STORY_MY_ROLE), ==, "Typed, and gone on.");
  closed = load (fixture, amb_record_get_id (AMB_RECORD (get_shown (fixture))));
  g_assert_cmpstr (amb_story_get_text (closed, AMB_STORY_MY_ROLE), ==, "Typed, and closed.");
}

static gboolean
is_unsaved (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "Not saved yet") != NULL;
}

static gboolean
has_first_story (gpointer data)
{
  return !has_other_story (data);
}

/* The text of a story that could not be stored is still there for who comes back to it, and is stored in the end. */
static void
test_my_role_unsaved (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 story_id = select_last (fixture);
  guint position = g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))) - 1;
  g_autoptr (AmbStory) story = NULL;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  amb_gui_test_set_read_only (fixture->test, TRUE);
  write_role (fixture, "Typed, and not stored.");
  amb_gui_test_wait (is_unsaved, fixture);
  gtk_selection_model_select_item (get_selection (fixture), 0, TRUE);
  amb_gui_test_wait (has_other_story, &(Other) { fixture, story_id });
  g_assert_false (is_unsaved (fixture));

  gtk_selection_model_select_item (get_selection (fixture), position, TRUE);
  amb_gui_test_wait (has_first_story, &(Other) { fixture, story_id });
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, NULL)));
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Typed, and not stored.");
  g_assert_true (is_unsaved (fixture));

  amb_gui_test_set_read_only (fixture->test, FALSE);
  amb_gui_test_wait (is_saved, fixture);
  story = load (fixture, story_id);
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_MY_ROLE), ==, "Typed, and not stored.");
}

static gboolean
is_favourite (gpointer data)
{
  Fixture *fixture = data;
  AmbRecordList *list = NULL;
  g_autoptr (AmbStory) story = NULL;
  GtkSelectionModel *selection = get_selection (fixture);

  list = AMB_RECORD_LIST (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection)));
  story = g_list_model_get_item (G_LIST_MODEL (list), g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);

  return amb_story_get_favourite (story);
}

static void
test_favourite (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 story_id = select_last (fixture);
  GtkWidget *button = find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Favourite");
  g_autoptr (AmbStory) story = NULL;

  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  amb_gui_test_wait (is_favourite, fixture);

  story = load (fixture, story_id);
  g_assert_true (amb_story_get_favourite (story));
}

static AmbStoryDismissDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (AMB_IS_STORY_DISMISS_DIALOG (window))
        return AMB_STORY_DISMISS_DIALOG (window);
    }

  return NULL;
}

static void
test_dismiss (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 story_id = select_last (fixture);
  AmbStoryDismissDialog *dialog;
  g_autoptr (AmbStory) story = NULL;

  gtk_widget_activate_action (fixture->page, "stories.dismiss", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (amb_story_dismiss_dialog_get_reason (dialog), ==, "It is not my subject");
  amb_gui_test_assert_named (GTK_WIDGET (dialog));
  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL)), "I was not there");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "dismiss");
  gtk_window_destroy (GTK_WINDOW (dialog));

  wait_for_label (fixture, "Not for me: I was not there");
  story = load (fixture, story_id);
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_DISMISSED), ==, "I was not there");
}

static gboolean
is_brought_back (gpointer data)
{
  return find (data, GTK_TYPE_BUTTON, "Bring Back") == NULL;
}

static void
test_bring_back (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 story_id;
  g_autoptr (AmbStory) story = NULL;

  test_dismiss (fixture, data);
  story_id = amb_record_get_id (AMB_RECORD (get_shown (fixture)));
  amb_gui_test_click (find (fixture, GTK_TYPE_BUTTON, "Bring Back"));
  amb_gui_test_wait (is_brought_back, fixture);

  story = load (fixture, story_id);
  g_assert_null (amb_story_get_text (story, AMB_STORY_DISMISSED));
}

/* Where the story would cover the list, coming by a row is not enough to show it. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  AmbSplitView *split_view = AMB_SPLIT_VIEW (find (fixture, AMB_TYPE_SPLIT_VIEW, NULL));
  gint64 story_id;

  wait_for_label (fixture, "15 stories");
  g_assert_true (amb_split_view_get_folded (split_view));
  gtk_selection_model_select_item (get_selection (fixture), 3, TRUE);
  amb_gui_test_settle ();
  g_assert_false (amb_split_view_get_show_content (split_view));

  story_id = amb_record_list_get_id (
    AMB_RECORD_LIST (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (get_selection (fixture)))), 3);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_LIST_VIEW, NULL), "activate", 3);
  amb_gui_test_wait (has_story, fixture);
  g_assert_true (amb_split_view_get_show_content (split_view));
  g_assert_cmpint (amb_record_get_id (AMB_RECORD (get_shown (fixture))), ==, story_id);
  amb_gui_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);

  amb_page_search (AMB_PAGE (fixture->page));
  g_assert_false (amb_split_view_get_show_content (split_view));
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 story_id;

  wait_for_label (fixture, "15 stories");
  story_id = amb_record_list_get_id (
    AMB_RECORD_LIST (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (get_selection (fixture)))), 5);
  amb_page_open (AMB_PAGE (fixture->page), story_id);
  amb_gui_test_wait (has_story, fixture);

  g_assert_cmpint (amb_record_get_id (AMB_RECORD (get_shown (fixture))), ==, story_id);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_selection (fixture))), ==, 5);
}

/* What was selected stays selected while the list is narrowed and widened, as long as the list has it. */
static void
test_selection_stays (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 story_id = select_last (fixture);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_selection (fixture));

  type (fixture, "wet wal");
  wait_for_label (fixture, "1 story");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);

  type (fixture, "qqqq");
  wait_for_label (fixture, "Nothing Found");
  type (fixture, "");
  wait_for_label (fixture, "15 stories");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 14);
  g_assert_cmpint (amb_record_get_id (AMB_RECORD (get_shown (fixture))), ==, story_id);
}

/* Another page asks for a story before this one has its list. */
static void
test_open_early (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 story_id = select_last (fixture);
  GtkSingleSelection *selection;

  amb_gui_test_hide (fixture->window);
  fixture->page = amb_stories_page_new (fixture->context);
  amb_page_open (AMB_PAGE (fixture->page), story_id);
  fixture->window = amb_gui_test_show (fixture->page, 1000, 700);
  amb_gui_test_wait (has_story, fixture);
  wait_for_label (fixture, "15 stories");

  selection = GTK_SINGLE_SELECTION (get_selection (fixture));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 14);
}

static gboolean
has_picture (gpointer data)
{
  return find (data, GTK_TYPE_PICTURE, NULL) != NULL;
}

static char *
get_alternative (Fixture *fixture)
{
  g_autoptr (GListModel) pictures = amb_story_list_parts (get_shown (fixture), AMB_STORY_PART_MEDIA);
  g_autoptr (AmbStoryPart) picture = g_list_model_get_item (pictures, 0);

  g_assert_nonnull (picture);

  return g_strdup (amb_record_get_text (AMB_RECORD (picture), AMB_STORY_PART_TEXT));
}

/* The pack is one file without its pictures: the alternative text stands in for them. */
static void
test_picture_missing (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *alternative = NULL;

  select_last (fixture);
  alternative = get_alternative (fixture);
  amb_gui_test_settle ();

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, alternative));
  g_assert_null (find (fixture, GTK_TYPE_PICTURE, NULL));
}

static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *pack = g_build_filename (g_getenv ("AMB_TEST_BUILDDIR"), "data", "packs", "zonneveld-en.storypack",
                                            NULL);
  g_autofree char *alternative = NULL;
  GtkPicture *picture;

  wait_for_label (fixture, "No Stories Yet");
  amb_test_context_import (fixture->test, pack);
  select_last (fixture);
  amb_gui_test_wait (has_picture, fixture);

  alternative = get_alternative (fixture);
  picture = GTK_PICTURE (find (fixture, GTK_TYPE_PICTURE, NULL));
  g_assert_nonnull (gtk_picture_get_paintable (picture));
  g_assert_cmpstr (gtk_picture_get_alternative_text (picture), ==, alternative);
  amb_gui_test_assert_label (GTK_WIDGET (picture), alternative);
  g_assert_null (find (fixture, GTK_TYPE_LABEL, alternative));
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/gui/stories-page/empty", Fixture, NULL, set_up_empty, test_empty, tear_down);
  g_test_add ("/gui/stories-page/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/gui/stories-page/row-names", Fixture, NULL, set_up, test_row_names, tear_down);
  g_test_add ("/gui/stories-page/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/gui/stories-page/search-ended", Fixture, NULL, set_up, test_search_ended, tear_down);
  g_test_add ("/gui/stories-page/enter", Fixture, NULL, set_up, test_enter, tear_down);
  g_test_add ("/gui/stories-page/search-enter", Fixture, NULL, set_up, test_search_enter, tear_down);
  g_test_add ("/gui/stories-page/filters-focus", Fixture, NULL, set_up, test_filters_focus, tear_down);
  g_test_add ("/gui/stories-page/odd-search", Fixture, NULL, set_up, test_odd_search, tear_down);
  g_test_add ("/gui/stories-page/story", Fixture, NULL, set_up, test_story, tear_down);
  g_test_add ("/gui/stories-page/missing-fields", Fixture, NULL, set_up, test_missing_fields, tear_down);
  g_test_add ("/gui/stories-page/my-role", Fixture, NULL, set_up, test_my_role, tear_down);
  g_test_add ("/gui/stories-page/my-role-flushed", Fixture, NULL, set_up, test_my_role_flushed, tear_down);
  g_test_add ("/gui/stories-page/my-role-unsaved", Fixture, NULL, set_up, test_my_role_unsaved, tear_down);
  g_test_add ("/gui/stories-page/favourite", Fixture, NULL, set_up, test_favourite, tear_down);
  g_test_add ("/gui/stories-page/dismiss", Fixture, NULL, set_up, test_dismiss, tear_down);
  g_test_add ("/gui/stories-page/bring-back", Fixture, NULL, set_up, test_bring_back, tear_down);
  g_test_add ("/gui/stories-page/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_narrow, tear_down);
  g_test_add ("/gui/stories-page/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/gui/stories-page/open-early", Fixture, NULL, set_up, test_open_early, tear_down);
  g_test_add ("/gui/stories-page/selection-stays", Fixture, NULL, set_up, test_selection_stays, tear_down);
  g_test_add ("/gui/stories-page/picture-missing", Fixture, NULL, set_up, test_picture_missing, tear_down);
  g_test_add ("/gui/stories-page/picture", Fixture, NULL, set_up_empty, test_picture, tear_down);

  return g_test_run ();
}

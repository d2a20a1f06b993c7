/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-conversation-dialog.h"
#include "amb-database.h"
#include "amb-date-row.h"
#include "amb-entry-editor.h"
#include "amb-entry-list.h"
#include "amb-entry-view.h"
#include "amb-gui-test.h"
#include "amb-heard-editor.h"
#include "amb-logbook.h"
#include "amb-number-row.h"
#include "amb-period-dialog.h"
#include "amb-results-dialog.h"
#include "amb-story-field.h"
#include "amb-story-picker.h"
#include "amb-test-hold.h"
#include "amb-time.h"
#include "amb-tone-picker.h"

static gboolean
has_items (gpointer data)
{
  g_autoptr (AmbRecord) first = g_list_model_get_item (data, 0);

  return first != NULL && amb_record_get_loaded (first);
}

static AmbEntry *
load_only_entry (AmbTestContext *test)
{
  g_autoptr (AmbEntryList) entries = amb_entry_list_new (test->context);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbEntry *entry;

  amb_gui_test_wait (has_items, entries);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 1);
  amb_logbook_load_async (test->context, amb_record_list_get_id (AMB_RECORD_LIST (entries), 0), NULL,
                          amb_gui_test_store_result, &result);
  entry = amb_logbook_load_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return entry;
}

static AmbEntry *
store_entry (AmbTestContext *test,
             AmbEntry       *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbEntry *stored;

  amb_logbook_save_async (test->context, entry, NULL, amb_gui_test_store_result, &result);
  stored = amb_logbook_save_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return stored;
}

static gboolean
is_closed (gpointer data)
{
  GtkWidget **window = data;

  return *window == NULL;
}

/* A window that closes gives up its last reference some time later. */
static void
wait_closed (GtkWidget **window)
{
  amb_gui_test_wait (is_closed, window);
}

static GtkWidget *
get_row (GtkWidget  *window,
         const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), name));
}

static GtkWidget *
find_answer (const char *answer)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *question = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && question == NULL; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      /* GTK keeps it alive: a reference of ours would outlive its parent. */
      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        question = window;
    }

  g_assert_nonnull (question);

  return amb_gui_test_find (GTK_WIDGET (question), GTK_TYPE_BUTTON, answer);
}

static void
give_answer (const char *answer)
{
  amb_gui_test_click (find_answer (answer));
  amb_gui_test_settle ();
}

static void
test_conversation (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *dialog = amb_conversation_dialog_new (NULL, test->context);
  g_autoptr (AmbEntry) entry = NULL;
  g_autoptr (AmbHeard) heard = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_show (dialog);
  amb_gui_test_settle ();
  amb_gui_test_assert_named (dialog);
  g_assert_false (gtk_widget_is_sensitive (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Save")));

  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "with")), "Neighbours");
  g_object_set (get_row (dialog, "text"), "text", "The new clinic", NULL);
  g_object_set (get_row (dialog, "quote"), "text", "You never call back", NULL);
  amb_tone_picker_set_tone (AMB_TONE_PICKER (amb_gui_test_find (dialog, AMB_TYPE_TONE_PICKER, NULL)), -2);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Save"));
  wait_closed (&dialog);

  entry = load_only_entry (test);
  g_assert_cmpint (amb_entry_get_kind (entry), ==, AMB_ENTRY_KIND_CONVERSATION);
  g_assert_false (amb_entry_get_online (entry));
  g_assert_cmpint (amb_entry_get_at (entry), ==, AMB_TEST_NOW);
  g_assert_cmpint (amb_entry_get_zone_offset (entry), ==, 60);
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_WITH), ==, "Neighbours");
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_TEXT), ==, "The new clinic");

  heard = g_list_model_get_item (G_LIST_MODEL (amb_entry_get_heard (entry)), 0);
  g_assert_cmpstr (amb_heard_get_text (heard, AMB_HEARD_QUOTE), ==, "You never call back");
  g_assert_cmpstr (amb_heard_get_text (heard, AMB_HEARD_GROUP), ==, "Neighbours");
  g_assert_cmpint (amb_heard_get_tone (heard), ==, -2);

  amb_test_context_free (test);
}

static gboolean
saves_with_control_return (GtkShortcutController *controller)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      g_autofree char *action = gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));

      if (strstr (trigger, "<Control>Return") != NULL && g_str_equal (action, "action(conversation.save)"))
        return TRUE;
    }

  return FALSE;
}

/* A text of several lines takes Return for itself, with any other key too: the dialog has to come first. */
static void
test_conversation_key (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *dialog = amb_conversation_dialog_new (NULL, test->context);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);
  gboolean is_first = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        is_first = is_first || saves_with_control_return (GTK_SHORTCUT_CONTROLLER (controller));
    }

  g_assert_true (is_first);
  gtk_window_destroy (GTK_WINDOW (dialog));
  amb_test_context_free (test);
}

static void
test_conversation_asks (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *dialog = amb_conversation_dialog_new (NULL, test->context);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_show (dialog);
  amb_gui_test_settle ();

  /* With something in it, it asks instead of closing. */
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "with")), "Neighbours");
  gtk_window_close (GTK_WINDOW (dialog));
  amb_gui_test_settle ();
  g_assert_nonnull (dialog);
  give_answer ("_Cancel");
  g_assert_nonnull (dialog);

  gtk_window_close (GTK_WINDOW (dialog));
  amb_gui_test_settle ();
  give_answer ("_Discard");
  wait_closed (&dialog);
  amb_test_context_free (test);
}

static void
test_editor (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *editor = amb_entry_editor_new (NULL, test->context, NULL);
  g_autoptr (AmbEntry) entry = NULL;

  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_widget_show (editor);
  amb_gui_test_settle ();
  amb_gui_test_assert_named (editor);

  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "title")), "Guest lecture");
  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "tags")), "care, , night ");
  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "reached")), "1.204");
  amb_gui_test_click (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "_Add"));
  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "reached_indirectly")), "many");
  g_assert_false (gtk_widget_is_sensitive (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "reached_indirectly")), "");
  amb_gui_test_click (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "_Save"));
  wait_closed (&editor);

  entry = load_only_entry (test);
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_TITLE), ==, "Guest lecture");
  g_assert_cmpstr (amb_entry_get_tags (entry)[0], ==, "care");
  g_assert_cmpstr (amb_entry_get_tags (entry)[1], ==, "night");
  g_assert_cmpint (amb_entry_get_reached (entry), ==, 1204);
  g_assert_cmpint (amb_entry_get_reached_indirectly (entry), ==, -1);

  amb_test_context_free (test);
}

static gboolean
shows_whole_text (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (data);

  return gtk_adjustment_get_page_size (adjustment) > 0 &&
         gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment);
}

/* A text is there as a whole, and the keyboard begins where one writes. */
static void
test_editor_text (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *editor;
  GtkWidget *view;

  for (int i = 0; i < 60; i++)
    g_string_append (text, "They told me about the bridge. ");
  amb_record_set_id (AMB_RECORD (entry), 1);
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, text->str);
  amb_entry_set_at (entry, AMB_TEST_NOW);
  editor = amb_entry_editor_new (NULL, test->context, entry);
  gtk_widget_show (editor);
  amb_gui_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (editor)), get_row (editor, "title")));

  view = amb_gui_test_find (get_row (editor, "text"), GTK_TYPE_TEXT_VIEW, NULL);
  amb_gui_test_wait (shows_whole_text, view);
  g_assert_cmpint (gtk_widget_get_height (view), >, 100);

  gtk_window_destroy (GTK_WINDOW (editor));
  amb_gui_test_settle ();
  amb_test_context_free (test);
}

/* Who was in another time zone then stays there when something else is changed, and nothing heard leaves no trace. */
static void
test_editor_again (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) stored = NULL;
  GtkWidget *editor;

  amb_entry_set_text (entry, AMB_ENTRY_TITLE, "Visit to Lisbon");
  amb_entry_set_at (entry, AMB_TEST_NOW);
  amb_entry_set_zone_offset (entry, 0);
  stored = store_entry (test, entry);

  editor = amb_entry_editor_new (NULL, test->context, stored);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_widget_show (editor);
  amb_gui_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "tags")), "travel");
  amb_gui_test_click (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "_Add"));
  amb_gui_test_click (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "_Save"));
  wait_closed (&editor);

  g_clear_object (&stored);
  stored = load_only_entry (test);
  g_assert_cmpstr (amb_entry_get_tags (stored)[0], ==, "travel");
  g_assert_cmpint (amb_entry_get_zone_offset (stored), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (amb_entry_get_heard (stored))), ==, 0);
  g_clear_object (&stored);
  amb_test_context_free (test);
}

static gboolean
tells_story_gone (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "A story that is no longer here") != NULL;
}

/* A story that is gone can still be taken away from an entry. */
static void
test_editor_story_gone (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  GtkWidget *editor;
  GtkWidget *button;

  amb_record_set_id (AMB_RECORD (entry), 1);
  amb_entry_add_story (entry, 999, 1);
  editor = amb_entry_editor_new (NULL, test->context, entry);
  gtk_widget_show (editor);
  amb_gui_test_wait (tells_story_gone, editor);
  button = amb_gui_test_find (editor, GTK_TYPE_BUTTON, "Remove “A story that is no longer here”");
  g_assert_true (gtk_widget_is_sensitive (button));
  amb_gui_test_click (button);
  g_assert_false (tells_story_gone (editor));

  gtk_window_destroy (GTK_WINDOW (editor));
  amb_gui_test_settle ();
  amb_test_context_free (test);
}

/* What is typed while it is being saved would be in nothing that is saved. */
static void
test_saving (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GAsyncQueue *held = amb_test_hold_writer (test->database);
  GtkWidget *parent = adw_window_new ();
  GtkWidget *dialog;
  GtkWidget *with;

  adw_window_set_content (ADW_WINDOW (parent), adw_toast_overlay_new ());
  gtk_widget_show (parent);
  dialog = amb_conversation_dialog_new (GTK_WINDOW (parent), test->context);
  with = get_row (dialog, "with");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_show (dialog);
  amb_gui_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (with), "Neighbours");
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Save"));
  g_assert_false (gtk_widget_is_sensitive (with));

  amb_test_release_writer (held);
  wait_closed (&dialog);
  /* The dialog is gone, and the window says that it is kept. */
  g_assert_nonnull (amb_gui_test_find (parent, GTK_TYPE_LABEL, "It is in your history"));
  gtk_window_destroy (GTK_WINDOW (parent));
  amb_gui_test_settle ();
  amb_test_context_free (test);
}

static gboolean
names_story (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_BUTTON, "Remove “Story”") != NULL;
}

static gpointer
hide_stories (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  amb_connection_execute (connection, "ALTER TABLE story RENAME TO elsewhere", error);

  return NULL;
}

/* Of a story that cannot be read, nobody says that it is gone. */
static void
test_editor_story_unread (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;

  amb_database_run (test->database, AMB_ACCESS_EXCLUSIVE, hide_stories, NULL, NULL, &error);
  g_assert_no_error (error);
  amb_record_set_id (AMB_RECORD (entry), 1);
  amb_entry_add_story (entry, 999, 1);
  editor = amb_entry_editor_new (NULL, test->context, entry);
  gtk_widget_show (editor);
  amb_gui_test_wait (names_story, editor);
  g_assert_false (tells_story_gone (editor));
  g_assert_nonnull (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "Close"));

  gtk_window_destroy (GTK_WINDOW (editor));
  amb_gui_test_settle ();
  amb_test_context_free (test);
}

/* A key or a screen reader presses the button for a moment; the question lives until it comes up again, and by then the
 * form is gone. */
static void
test_editor_discard (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *editor = amb_entry_editor_new (NULL, test->context, NULL);
  GtkWidget *button;

  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_widget_show (editor);
  amb_gui_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "title")), "Guest lecture");

  gtk_window_close (GTK_WINDOW (editor));
  amb_gui_test_settle ();
  button = find_answer ("_Discard");
  g_object_add_weak_pointer (G_OBJECT (button), (gpointer *) &button);
  g_assert_true (gtk_widget_activate (button));
  wait_closed (&editor);
  wait_closed (&button);
  amb_test_context_free (test);
}

/* Tab stops once, at the tone that is chosen, and the arrows choose another. */
static void
test_tone_keys (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picker = amb_tone_picker_new ();
  GtkWidget *after = gtk_button_new_with_label ("Next");
  GtkWidget *window;
  GtkWidget *chosen;
  GtkWidget *buttons;

  gtk_box_append (GTK_BOX (box), picker);
  gtk_box_append (GTK_BOX (box), after);
  window = amb_gui_test_show (box, 360, 200);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  chosen = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (chosen));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chosen)));
  amb_gui_test_assert_label (chosen, "Neutral");

  buttons = gtk_widget_get_parent (chosen);
  g_assert_true (amb_gui_test_press (buttons, GDK_KEY_Left, 0));
  g_assert_cmpint (amb_tone_picker_get_tone (AMB_TONE_PICKER (picker)), ==, -1);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_window_get_focus (GTK_WINDOW (window)))));
  for (int i = 0; i < 5; i++)
    g_assert_true (amb_gui_test_press (buttons, GDK_KEY_Right, 0));
  g_assert_cmpint (amb_tone_picker_get_tone (AMB_TONE_PICKER (picker)), ==, 2);
  g_assert_false (amb_gui_test_press (buttons, GDK_KEY_Tab, 0));

  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);

  amb_gui_test_hide (window);
}

static void
test_number_row (void)
{
  const struct
  {
    const char *text;
    gboolean    valid;
    gint64      number;
  } cases[] = {
    { "12", TRUE, 12 },
    { "1.204", TRUE, 1204 },
    { "1,204,000", TRUE, 1204000 },
    { "1 204", TRUE, 1204 },
    { "", TRUE, -1 },
    { "1,5", FALSE, -1 },
    { "12a", FALSE, -1 },
    { "-3", FALSE, -1 },
    { "99999999999999999999", FALSE, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = g_object_ref_sink (amb_number_row_new ());

      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].text);
      g_assert_cmpint (amb_number_row_get_valid (AMB_NUMBER_ROW (row)), ==, cases[i].valid);
      g_assert_cmpint (amb_number_row_get_number (AMB_NUMBER_ROW (row)), ==, cases[i].number);
      g_object_unref (row);
    }
}

static void
test_date_row (void)
{
  GtkWidget *row = g_object_new (AMB_TYPE_DATE_ROW, "title", "When", "show-clock", TRUE, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *window;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  window = amb_gui_test_show (group, 360, 100);
  g_assert_nonnull (amb_gui_test_find (row, GTK_TYPE_LABEL, "Not chosen"));
  amb_date_row_set_time (AMB_DATE_ROW (row), AMB_TEST_NOW);
  g_assert_nonnull (amb_gui_test_find (row, GTK_TYPE_LABEL, "23 November 2026, 14:02"));
  amb_gui_test_assert_label (amb_gui_test_find (row, GTK_TYPE_MENU_BUTTON, NULL), "When: 23 November 2026, 14:02");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (amb_gui_test_find (row, GTK_TYPE_MENU_BUTTON, NULL)),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  amb_date_row_set_time (AMB_DATE_ROW (row), AMB_TIME_UNSET);
  g_assert_nonnull (amb_gui_test_find (row, GTK_TYPE_LABEL, "Not chosen"));

  amb_gui_test_hide (window);
}

static void
take_period (gint64    *period,
             gboolean   chosen,
             gint64     since,
             gint64     until)
{
  period[0] = since;
  period[1] = until;
  period[2] = chosen;
}

static void
test_period_dialog (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 first = amb_time_from_iso8601 ("2026-10-01T00:00:00", zone);
  gint64 end = amb_time_from_iso8601 ("2026-10-26T00:00:00", zone);
  gint64 period[3] = { 0, 0, -1 };
  GtkWidget *dialog = amb_period_dialog_new (NULL, first, end);

  g_signal_connect_swapped (dialog, "response", G_CALLBACK (take_period), period);
  gtk_widget_show (dialog);
  amb_gui_test_settle ();
  amb_gui_test_assert_named (dialog);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Show"));

  /* The last day is the one on which the clock goes back: it ends all the same where the next begins. */
  g_assert_cmpint (period[0], ==, first);
  g_assert_cmpint (period[1], ==, end);
  g_assert_cmpint (period[2], ==, TRUE);
}

/* Views and clicks are for what was online; a conversation is not asked for them. */
static void
test_results_of_conversation (void)
{
  g_autoptr (AmbEntry) post = amb_entry_new ();
  g_autoptr (AmbEntry) conversation = amb_entry_new ();
  GtkWidget *view = amb_entry_view_new ();
  GtkWidget *window = amb_gui_test_show (view, 360, 600);
  const AmbResult numbers = { AMB_TEST_NOW, 12, -1, -1, -1, -1 };

  amb_entry_set_online (conversation, FALSE);
  amb_entry_view_set_entry (AMB_ENTRY_VIEW (view), post);
  g_assert_nonnull (amb_gui_test_find (view, GTK_TYPE_BUTTON, "_Add Numbers"));

  amb_entry_view_set_entry (AMB_ENTRY_VIEW (view), conversation);
  g_assert_null (amb_gui_test_find (view, GTK_TYPE_BUTTON, "_Add Numbers"));

  amb_entry_add_result (conversation, &numbers);
  amb_gui_test_settle ();
  g_assert_nonnull (amb_gui_test_find (view, GTK_TYPE_BUTTON, "_Add Numbers"));
  amb_gui_test_hide (window);
}

static void
test_results_dialog (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) stored = NULL;
  g_autoptr (AmbEntry) theirs = NULL;
  g_autoptr (AmbEntry) saved = NULL;
  GtkWidget *dialog;

  amb_entry_set_at (entry, AMB_TEST_NOW);
  stored = store_entry (test, entry);
  dialog = amb_results_dialog_new (NULL, test->context, stored);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_show (dialog);
  amb_gui_test_settle ();
  amb_gui_test_assert_named (dialog);
  g_assert_false (gtk_widget_is_sensitive (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Save")));

  /* What another program writes meanwhile stays. */
  amb_record_set_id (AMB_RECORD (entry), amb_record_get_id (AMB_RECORD (stored)));
  amb_entry_set_text (entry, AMB_ENTRY_OUTCOME, "They came to look");
  theirs = store_entry (test, entry);

  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "views")), "1204");
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Save"));
  wait_closed (&dialog);

  saved = load_only_entry (test);
  g_assert_cmpuint (amb_entry_get_results (saved)->len, ==, 1);
  g_assert_cmpint (g_array_index (amb_entry_get_results (saved), AmbResult, 0).views, ==, 1204);
  g_assert_cmpint (g_array_index (amb_entry_get_results (saved), AmbResult, 0).clicks, ==, -1);
  g_assert_cmpstr (amb_entry_get_text (saved, AMB_ENTRY_OUTCOME), ==, "They came to look");

  amb_test_context_free (test);
}

static gboolean
is_found (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "No Story Found") != NULL;
}

static void
test_story_picker (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *picker = amb_story_picker_new (NULL, test->context);

  gtk_widget_show (picker);
  amb_gui_test_wait (is_found, picker);
  amb_gui_test_assert_named (picker);
  gtk_window_destroy (GTK_WINDOW (picker));
  amb_gui_test_settle ();
  amb_test_context_free (test);
}

static void
take_story (gint64 *taken,
            gint64  story_id,
            int     version)
{
  *taken = story_id;
}

static gboolean
is_taken (gpointer data)
{
  return *(gint64 *) data != 0;
}

static gboolean
lists_stories (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "The letter nobody understood") != NULL;
}

/* Enter chooses from what was typed, not from what the list still showed at that moment. */
static void
test_story_picker_enter (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *picker = amb_story_picker_new (NULL, test->context);
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *search;
  gint64 expected = 0;
  gint64 taken = 0;

  amb_test_context_import (test, "data/packs/zonneveld-en.storypack.xml");
  connection = amb_test_context_open_own (test);
  amb_connection_get_integer (connection, "SELECT id FROM story WHERE uid = 'plain-letter'", &expected, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (picker, "chosen", G_CALLBACK (take_story), &taken);
  gtk_widget_show (picker);
  amb_gui_test_wait (lists_stories, picker);

  search = amb_gui_test_find (picker, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "letter nobody");
  g_signal_emit_by_name (search, "activate");
  amb_gui_test_wait (is_taken, &taken);
  g_assert_cmpint (taken, ==, expected);

  amb_gui_test_settle ();
  g_clear_pointer (&connection, amb_connection_close);
  amb_test_context_free (test);
}

/* Escape leaves the search, and then the picker. */
static void
test_story_picker_escape (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *picker = amb_story_picker_new (NULL, test->context);
  GtkWidget *search;

  g_object_add_weak_pointer (G_OBJECT (picker), (gpointer *) &picker);
  gtk_widget_show (picker);
  amb_gui_test_wait (is_found, picker);
  search = amb_gui_test_find (picker, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "letter");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_signal_emit_by_name (search, "stop-search");
  wait_closed (&picker);

  amb_test_context_free (test);
}

static gboolean
names_removal (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_BUTTON, "Remove “The letter nobody understood”") != NULL;
}

/* Of several stories, each button says which one it takes away. */
static void
test_story_removal (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbConnection) connection = NULL;
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *field = amb_story_field_new ();
  GtkWidget *window = amb_gui_test_show (field, 400, 300);
  gint64 story_id = 0;

  amb_test_context_import (test, "data/packs/zonneveld-en.storypack.xml");
  connection = amb_test_context_open_own (test);
  amb_connection_get_integer (connection, "SELECT id FROM story WHERE uid = 'plain-letter'", &story_id, &error);
  g_assert_no_error (error);
  amb_entry_add_story (entry, story_id, 1);
  amb_story_field_edit (AMB_STORY_FIELD (field), test->context, entry);
  amb_gui_test_wait (names_removal, field);
  amb_gui_test_click (amb_gui_test_find (field, GTK_TYPE_BUTTON, "Remove “The letter nobody understood”"));
  g_assert_cmpuint (amb_entry_get_stories (entry)->len, ==, 0);

  amb_gui_test_hide (window);
  g_clear_pointer (&connection, amb_connection_close);
  amb_test_context_free (test);
}

/* The same of what was heard, as it is typed. */
static void
test_heard_removal (void)
{
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  GtkWidget *editor = amb_heard_editor_new (heard, NULL, NULL);
  GtkWidget *window = amb_gui_test_show (editor, 400, 600);

  g_assert_nonnull (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "Remove “Something heard”"));
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "Nobody picks up the telephone");
  g_assert_nonnull (amb_gui_test_find (editor, GTK_TYPE_BUTTON, "Remove “Nobody picks up the telephone”"));

  amb_gui_test_hide (window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/history/conversation", test_conversation);
  g_test_add_func ("/history/conversation/key", test_conversation_key);
  g_test_add_func ("/history/conversation/asks", test_conversation_asks);
  g_test_add_func ("/history/editor", test_editor);
  g_test_add_func ("/history/editor/text", test_editor_text);
  g_test_add_func ("/history/editor/again", test_editor_again);
  g_test_add_func ("/history/editor/story-gone", test_editor_story_gone);
  g_test_add_func ("/history/conversation/saving", test_saving);
  g_test_add_func ("/history/editor/story-unread", test_editor_story_unread);
  g_test_add_func ("/history/editor/discard", test_editor_discard);
  g_test_add_func ("/history/tone-keys", test_tone_keys);
  g_test_add_func ("/history/number-row", test_number_row);
  g_test_add_func ("/history/date-row", test_date_row);
  g_test_add_func ("/history/period-dialog", test_period_dialog);
  g_test_add_func ("/history/results-dialog", test_results_dialog);
  g_test_add_func ("/history/conversation/no-results", test_results_of_conversation);
  g_test_add_func ("/history/story-removal", test_story_removal);
  g_test_add_func ("/history/heard-removal", test_heard_removal);
  g_test_add_func ("/history/story-picker", test_story_picker);
  g_test_add_func ("/history/story-picker/enter", test_story_picker_enter);
  g_test_add_func ("/history/story-picker/escape", test_story_picker_escape);

  return g_test_run ();
}

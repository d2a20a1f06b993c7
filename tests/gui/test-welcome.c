/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-gui-test.h"
#include "amb-import-bar.h"
#include "amb-persona.h"
#include "amb-presenter.h"
#include "amb-test-hold.h"
#include "amb-welcome-window.h"

typedef struct
{
  AmbTestContext *test;
  GtkWidget      *parent;
  GtkWidget      *window; /* %NULL when it closed */
} Fixture;

static void
open_window (Fixture *fixture)
{
  fixture->window = amb_welcome_window_new (GTK_WINDOW (fixture->parent), fixture->test->context);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->test = amb_test_context_new ();
  fixture->parent = amb_gui_test_show (overlay, 400, 400);
  amb_presenter_set_overlay (GTK_WINDOW (fixture->parent), ADW_TOAST_OVERLAY (overlay));
  open_window (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  amb_gui_test_hide (fixture->parent);
  amb_test_context_free (fixture->test);
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *label)
{
  return amb_gui_test_find (fixture->window, GTK_TYPE_BUTTON, label);
}

static gboolean
is_last_step (gpointer data)
{
  return find_button (data, "Start") != NULL;
}

static gboolean
is_closed (gpointer data)
{
  Fixture *fixture = data;

  return fixture->window == NULL;
}

static gboolean
is_second_step (gpointer data)
{
  Fixture *fixture = data;

  return amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, "Step 2 of 3") != NULL;
}

static AmbProfile *
load_profile (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  amb_persona_load_async (fixture->test->context, NULL, amb_gui_test_store_result, &result);

  return amb_persona_load_finish (fixture->test->context, amb_gui_test_wait_result (&result), NULL);
}

static GListStore *
load_channels (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  amb_persona_list_channels_async (fixture->test->context, NULL, amb_gui_test_store_result, &result);

  return amb_persona_list_channels_finish (fixture->test->context, amb_gui_test_wait_result (&result), NULL);
}

static gpointer
do_nothing (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  return NULL;
}

/* What was handed to the writer before is stored when this comes back. */
static void
wait_for_writer (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  amb_database_run_async (fixture->test->database, AMB_ACCESS_WRITE, do_nothing, NULL, NULL, NULL, NULL,
                          amb_gui_test_store_result, &result);
  amb_gui_test_wait_result (&result);
  amb_gui_test_settle ();
}

static GtkCheckButton *
find_channel (Fixture    *fixture,
              const char *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, name),
                                            ADW_TYPE_ACTION_ROW);

  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
test_filled_in (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *name = amb_gui_test_find (fixture->window, ADW_TYPE_ENTRY_ROW, NULL);
  g_autoptr (AmbProfile) profile = NULL;
  g_autoptr (GListStore) channels = NULL;
  g_autoptr (AmbChannel) channel = NULL;

  amb_gui_test_assert_named (fixture->window);
  gtk_editable_set_text (GTK_EDITABLE (name), "Sanne de Wit");
  amb_gui_test_click (find_button (fixture, "Next"));
  amb_gui_test_wait (is_second_step, fixture);
  amb_gui_test_assert_named (fixture->window);
  amb_gui_test_click (find_button (fixture, "Next"));
  amb_gui_test_wait (is_last_step, fixture);
  amb_gui_test_settle ();
  amb_gui_test_assert_named (fixture->window);

  gtk_check_button_set_active (find_channel (fixture, "Bluesky"), TRUE);
  amb_gui_test_click (find_button (fixture, "Start"));
  amb_gui_test_wait (is_closed, fixture);

  wait_for_writer (fixture);
  profile = load_profile (fixture);
  g_assert_cmpstr (amb_profile_get_text (profile, "name", NULL), ==, "Sanne de Wit");
  channels = load_channels (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 1);
  channel = g_list_model_get_item (G_LIST_MODEL (channels), 0);
  g_assert_cmpstr (amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL), ==, "bluesky");
}

static gboolean
has_stored_name (gpointer data)
{
  g_autoptr (AmbProfile) profile = load_profile (data);

  return g_strcmp0 (amb_profile_get_text (profile, "name", NULL), "Sanne de Wit") == 0;
}

/* Nobody has to press anything for what they typed to be kept. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *name = amb_gui_test_find (fixture->window, ADW_TYPE_ENTRY_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (name), "Sanne de Wit");
  amb_gui_test_wait (has_stored_name, fixture);
}

static gboolean
shows_name (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *name = amb_gui_test_find (fixture->window, ADW_TYPE_ENTRY_ROW, NULL);

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (name)), "Sanne de Wit");
}

static gboolean
shows_bluesky (gpointer data)
{
  return gtk_check_button_get_active (find_channel (data, "Bluesky"));
}

static void
finished_cb (GtkWidget *window,
             gboolean  *finished)
{
  *finished = TRUE;
}

/* Closed with Escape it is not done with, and shows what was filled in when it comes back. */
static void
test_closed_and_back (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *name = amb_gui_test_find (fixture->window, ADW_TYPE_ENTRY_ROW, NULL);
  g_autoptr (GListStore) channels = NULL;
  gboolean finished = FALSE;

  g_signal_connect (fixture->window, "finished", G_CALLBACK (finished_cb), &finished);
  gtk_editable_set_text (GTK_EDITABLE (name), "Sanne de Wit");
  gtk_check_button_set_active (find_channel (fixture, "Mastodon"), TRUE);
  gtk_check_button_set_active (find_channel (fixture, "Bluesky"), TRUE);
  gtk_check_button_set_active (find_channel (fixture, "Mastodon"), FALSE);
  amb_gui_test_settle ();
  gtk_window_close (GTK_WINDOW (fixture->window));
  amb_gui_test_wait (is_closed, fixture);
  g_assert_false (finished);
  wait_for_writer (fixture);
  wait_for_writer (fixture);

  open_window (fixture);
  amb_gui_test_wait (shows_name, fixture);
  amb_gui_test_wait (shows_bluesky, fixture);
  g_assert_false (gtk_check_button_get_active (find_channel (fixture, "Mastodon")));
  channels = load_channels (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 1);
}

/* What could not be stored yet is tried again; who comes back before that finds it all the same. */
static void
test_not_stored_yet (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GListStore) none = NULL;
  g_autoptr (GListStore) channels = NULL;

  amb_gui_test_set_read_only (fixture->test, TRUE);
  gtk_check_button_set_active (find_channel (fixture, "Bluesky"), TRUE);
  gtk_window_close (GTK_WINDOW (fixture->window));
  amb_gui_test_wait (is_closed, fixture);
  wait_for_writer (fixture);
  amb_gui_test_set_read_only (fixture->test, FALSE);
  none = load_channels (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);

  open_window (fixture);
  amb_gui_test_wait (shows_bluesky, fixture);
  gtk_check_button_set_active (find_channel (fixture, "Bluesky"), FALSE);
  gtk_check_button_set_active (find_channel (fixture, "Bluesky"), TRUE);
  wait_for_writer (fixture);
  channels = load_channels (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 1);
}

/* Tab stays with what the person sees. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *stack = amb_gui_test_find (fixture->window, GTK_TYPE_STACK, NULL);
  GtkWidget *step = gtk_stack_get_visible_child (GTK_STACK (stack));
  gboolean was_in_step = FALSE;

  for (guint i = 0; i < 30; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      if (focus == NULL)
        continue;

      g_assert_true (gtk_widget_get_mapped (focus));
      g_assert_true (gtk_widget_is_ancestor (focus, step) || !gtk_widget_is_ancestor (focus, stack));
      was_in_step = was_in_step || gtk_widget_is_ancestor (focus, step);
    }

  g_assert_true (was_in_step);
}

static gboolean
says_imported (gpointer data)
{
  Fixture *fixture = data;

  return amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, "15 new stories") != NULL;
}

/* What was read is said on the page, and not by a toast behind it. */
static void
test_imported (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = amb_test_context_get_source ("data/packs/zonneveld-en.storypack.xml");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  amb_gui_test_click (find_button (fixture, "Next"));
  amb_import_bar_add (AMB_IMPORT_BAR (amb_gui_test_find (fixture->window, AMB_TYPE_IMPORT_BAR, NULL)),
                      fixture->test->context, file);
  amb_gui_test_wait (says_imported, fixture);
  amb_gui_test_settle ();
  g_assert_null (amb_gui_test_find (fixture->parent, GTK_TYPE_LABEL, "15 new stories"));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "Skip This Step")));
}

static GtkWidget *
find_back (Fixture *fixture)
{
  GtkWidget *bar = amb_gui_test_find (fixture->window, ADW_TYPE_HEADER_BAR, NULL);

  return amb_gui_test_find (bar, GTK_TYPE_BUTTON, NULL);
}

static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_null (find_back (fixture));
  amb_gui_test_click (find_button (fixture, "Next"));
  amb_gui_test_wait (is_second_step, fixture);
  amb_gui_test_click (find_back (fixture));
  g_assert_nonnull (amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, "Step 1 of 3"));
}

/* Who skips leaves no trace; what somebody typed is not skipped. */
static void
test_skipped (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *name = amb_gui_test_find (fixture->window, ADW_TYPE_ENTRY_ROW, NULL);
  g_autoptr (AmbProfile) profile = NULL;
  g_autoptr (GListStore) channels = NULL;

  gboolean finished = FALSE;

  g_signal_connect (fixture->window, "finished", G_CALLBACK (finished_cb), &finished);
  gtk_editable_set_text (GTK_EDITABLE (name), "Sanne de Wit");
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "Skip This Step")));
  gtk_editable_set_text (GTK_EDITABLE (name), "");
  amb_gui_test_click (find_button (fixture, "Skip This Step"));
  amb_gui_test_wait (is_second_step, fixture);
  amb_gui_test_click (find_button (fixture, "Skip This Step"));
  amb_gui_test_wait (is_last_step, fixture);
  g_assert_false (finished);
  amb_gui_test_click (find_button (fixture, "Skip This Step"));
  amb_gui_test_wait (is_closed, fixture);
  g_assert_true (finished);

  wait_for_writer (fixture);
  profile = load_profile (fixture);
  g_assert_null (amb_profile_get_text (profile, "name", NULL));
  channels = load_channels (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 0);
}

static gpointer
count_stories (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  amb_connection_get_integer (connection, "SELECT count(*) FROM story", data, error);

  return NULL;
}

/* A pack that was chosen is read to its end, also by somebody who is quicker than the disk. */
static void
test_closed_while_reading (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = amb_test_context_get_source ("data/packs/zonneveld-en.storypack.xml");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) counted = NULL;
  GAsyncQueue *held = amb_test_hold_writer (fixture->test->database);
  gint64 n_stories = 0;

  amb_import_bar_add (AMB_IMPORT_BAR (amb_gui_test_find (fixture->window, AMB_TYPE_IMPORT_BAR, NULL)),
                      fixture->test->context, file);
  gtk_window_close (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();
  g_assert_false (gtk_widget_get_visible (fixture->window));

  amb_test_release_writer (held);
  amb_gui_test_wait (is_closed, fixture);

  amb_database_run_async (fixture->test->database, AMB_ACCESS_READ, count_stories, &n_stories, NULL, NULL, NULL,
                          amb_gui_test_store_result, &counted);
  amb_gui_test_wait_result (&counted);
  g_assert_cmpint (n_stories, ==, 15);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/welcome/filled-in", Fixture, NULL, set_up, test_filled_in, tear_down);
  g_test_add ("/welcome/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/welcome/closed-and-back", Fixture, NULL, set_up, test_closed_and_back, tear_down);
  g_test_add ("/welcome/not-stored-yet", Fixture, NULL, set_up, test_not_stored_yet, tear_down);
  g_test_add ("/welcome/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/welcome/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/welcome/imported", Fixture, NULL, set_up, test_imported, tear_down);
  g_test_add ("/welcome/closed-while-reading", Fixture, NULL, set_up, test_closed_while_reading, tear_down);
  g_test_add ("/welcome/skipped", Fixture, NULL, set_up, test_skipped, tear_down);

  return g_test_run ();
}

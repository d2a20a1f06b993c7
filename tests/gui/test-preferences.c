/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-gui-test.h"
#include "amb-persona.h"
#include "amb-preferences-window.h"
#include "amb-preferences.h"
#include "amb-text-row.h"

typedef struct
{
  AmbTestContext *test;
  AmbPreferences *stored; /* what another part of the program sees */
  GtkWidget      *parent;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  fixture->stored = amb_preferences_new (fixture->test->context);
  fixture->parent = amb_gui_test_show (gtk_label_new ("Window"), 400, 400);
  fixture->window = amb_preferences_window_new (GTK_WINDOW (fixture->parent), fixture->test->context, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  amb_gui_test_hide (fixture->parent);
  g_object_unref (fixture->stored);
  amb_test_context_free (fixture->test);
}

/* Finds the row of that title. */
static GtkWidget *
find_row (Fixture    *fixture,
          GType       type,
          const char *title)
{
  GtkWidget *label = amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, title);

  return label == NULL ? NULL : gtk_widget_get_ancestor (label, type);
}

static gboolean
has_languages (gpointer data)
{
  return find_row (data, AMB_TYPE_TEXT_ROW, "Nederlands") != NULL;
}

static gboolean
is_length_off (gpointer data)
{
  Fixture *fixture = data;

  return !amb_preferences_is_check_enabled (fixture->stored, "length");
}

static gboolean
is_channel_mastodon (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *channel = NULL;

  g_object_get (fixture->stored, "default-channel", &channel, NULL);

  return g_strcmp0 (channel, "mastodon") == 0;
}

static void
show_checks (Fixture *fixture)
{
  GtkWidget *row = find_row (fixture, ADW_TYPE_PREFERENCES_PAGE, "Language");

  g_assert_nonnull (row);
  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (fixture->window), ADW_PREFERENCES_PAGE (row));
  amb_gui_test_settle ();
}

static void
test_named (Fixture       *fixture,
            gconstpointer  data)
{
  amb_gui_test_wait (has_languages, fixture);
  amb_gui_test_assert_named (fixture->window);
  show_checks (fixture);
  amb_gui_test_assert_named (fixture->window);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;

  show_checks (fixture);
  row = find_row (fixture, ADW_TYPE_ACTION_ROW, "Length");
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), FALSE);
  amb_gui_test_wait (is_length_off, fixture);
  g_assert_true (amb_preferences_is_check_enabled (fixture->stored, "own-words"));
}

static gboolean
is_switch_off (gpointer data)
{
  return !gtk_switch_get_active (data);
}

/* What the command line changes meanwhile, the window shows. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row = find_row (fixture, ADW_TYPE_ACTION_ROW, "Length");

  amb_preferences_set_check_enabled (fixture->stored, "length", FALSE);
  amb_gui_test_wait (is_switch_off, adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
test_channel (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row = find_row (fixture, ADW_TYPE_COMBO_ROW, "Default Channel");
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);
      g_autofree char *id = NULL;

      g_object_get (choice, "id", &id, NULL);
      if (g_strcmp0 (id, "mastodon") == 0)
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
    }
  amb_gui_test_wait (is_channel_mastodon, fixture);
}

static AmbProfile *
load_profile (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  amb_persona_load_async (fixture->test->context, NULL, amb_gui_test_store_result, &result);

  return amb_persona_load_finish (fixture->test->context, amb_gui_test_wait_result (&result), NULL);
}

static char *
load_disclosure (Fixture    *fixture,
                 const char *language)
{
  g_autoptr (AmbProfile) profile = load_profile (fixture);

  return g_strdup (amb_profile_get_text (profile, "disclosure", language));
}

static void
write_dutch (Fixture    *fixture,
             const char *text)
{
  amb_text_row_set_text (AMB_TEXT_ROW (find_row (fixture, AMB_TYPE_TEXT_ROW, "Nederlands")), text);
}

static void
test_disclosure (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *dutch = NULL;
  g_autofree char *english = NULL;

  amb_gui_test_wait (has_languages, fixture);
  write_dutch (fixture, "Ik werk bij Zonneveld");

  /* A reader may be quicker than the writer. */
  while ((dutch = load_disclosure (fixture, "nl")) == NULL)
    ;
  g_assert_cmpstr (dutch, ==, "Ik werk bij Zonneveld");
  english = load_disclosure (fixture, "en");
  g_assert_null (english);
}

static gboolean
shows_all (gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (data);
  GtkTextIter end;
  GdkRectangle place;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_view_get_iter_location (data, &end, &place);

  /* What is rounded may be a pixel more. */
  return place.y > 0 && place.x <= gtk_widget_get_width (data) &&
         place.y + place.height - 1 <= gtk_widget_get_height (data);
}

static gboolean
is_painted_again (gpointer data)
{
  gtk_widget_queue_draw (data);

  return gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (data)) >
         GPOINTER_TO_INT (g_object_get_data (data, "frame"));
}

/* While its width changes, a later libadwaita keeps a picture of what was there until it has painted once more. */
static void
wait_for_frame (GtkWidget *window)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (window));

  g_object_set_data (G_OBJECT (window), "frame", GINT_TO_POINTER ((int) frame + 2));
  amb_gui_test_wait (is_painted_again, window);
}

/* A sentence is seen whole in a narrow window, and stays one line all the same: a draft may have it anywhere. */
static void
test_disclosure_line (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *view;

  amb_gui_test_wait (has_languages, fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  row = find_row (fixture, AMB_TYPE_TEXT_ROW, "Nederlands");
  view = amb_gui_test_find (row, GTK_TYPE_TEXT_VIEW, NULL);
  g_signal_emit_by_name (view, "insert-at-cursor", "Ik werk als verpleegkundige op de kinderafdeling");
  g_signal_emit_by_name (view, "insert-at-cursor", "\n");
  g_signal_emit_by_name (view, "insert-at-cursor", " van ziekenhuis\nZonneveld\n");
  g_assert_cmpstr (amb_text_row_get_text (AMB_TEXT_ROW (row)), ==,
                   "Ik werk als verpleegkundige op de kinderafdeling van ziekenhuis Zonneveld");
  amb_gui_test_wait (shows_all, view);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

/* Who types and closes the window at once finds it back. */
static void
test_disclosure_closed (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *dutch = NULL;

  amb_gui_test_wait (has_languages, fixture);
  write_dutch (fixture, "Ik werk bij Zonneveld");
  gtk_window_close (GTK_WINDOW (fixture->window));

  while ((dutch = load_disclosure (fixture, "nl")) == NULL)
    ;
  g_assert_cmpstr (dutch, ==, "Ik werk bij Zonneveld");

  fixture->window = amb_preferences_window_new (GTK_WINDOW (fixture->parent), fixture->test->context, NULL);
}

/* What could not be stored before the window closed is there when it opens again, and is stored in the end. */
static void
test_disclosure_unsaved (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *dutch = NULL;

  amb_gui_test_wait (has_languages, fixture);
  amb_gui_test_set_read_only (fixture->test, TRUE);
  write_dutch (fixture, "Ik werk bij Zonneveld");
  gtk_window_close (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();

  fixture->window = amb_preferences_window_new (GTK_WINDOW (fixture->parent), fixture->test->context, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  amb_gui_test_wait (has_languages, fixture);
  g_assert_cmpstr (amb_text_row_get_text (AMB_TEXT_ROW (find_row (fixture, AMB_TYPE_TEXT_ROW, "Nederlands"))), ==,
                   "Ik werk bij Zonneveld");

  amb_gui_test_set_read_only (fixture->test, FALSE);
  while ((dutch = load_disclosure (fixture, "nl")) == NULL)
    ;
  g_assert_cmpstr (dutch, ==, "Ik werk bij Zonneveld");
}

static void
store_name (Fixture    *fixture,
            const char *name)
{
  g_autoptr (AmbProfile) profile = load_profile (fixture);

  amb_profile_set_text (profile, "name", NULL, name);
  amb_test_context_save_profile (fixture->test, profile, FALSE);
}

/* What the page of the profile or another program stores meanwhile stays: only the phrase is edited here. */
static void
test_disclosure_only (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *dutch = NULL;
  g_autoptr (AmbProfile) profile = NULL;

  amb_gui_test_wait (has_languages, fixture);
  store_name (fixture, "Sanne de Wit");
  amb_gui_test_settle ();
  write_dutch (fixture, "Ik werk bij Zonneveld");

  while ((dutch = load_disclosure (fixture, "nl")) == NULL)
    ;
  profile = load_profile (fixture);
  g_assert_cmpstr (amb_profile_get_text (profile, "name", NULL), ==, "Sanne de Wit");
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/preferences/named", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/preferences/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/preferences/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/preferences/channel", Fixture, NULL, set_up, test_channel, tear_down);
  g_test_add ("/preferences/disclosure", Fixture, NULL, set_up, test_disclosure, tear_down);
  g_test_add ("/preferences/disclosure/line", Fixture, NULL, set_up, test_disclosure_line, tear_down);
  g_test_add ("/preferences/disclosure/closed", Fixture, NULL, set_up, test_disclosure_closed, tear_down);
  g_test_add ("/preferences/disclosure/unsaved", Fixture, NULL, set_up, test_disclosure_unsaved, tear_down);
  g_test_add ("/preferences/disclosure/only", Fixture, NULL, set_up, test_disclosure_only, tear_down);

  return g_test_run ();
}

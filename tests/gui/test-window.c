/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "amb-error.h"
#include "amb-navigation-row.h"
#include "amb-page.h"
#include "amb-test-hold.h"
#include "amb-time.h"
#include "amb-trouble-page.h"
#include "amb-welcome-window.h"
#include "amb-window-test.h"

#define ADD(name, data, func) \
  g_test_add ("/window/" name, AmbWindowTest, data, amb_window_test_set_up, func, amb_window_test_tear_down)

static void
test_opens (AmbWindowTest *fixture,
            gconstpointer  data)
{
  amb_window_test_open (fixture, 1080);

  /* The window is there before the file is. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  amb_gui_test_assert_named (GTK_WIDGET (fixture->window));
}

static void
test_pages (AmbWindowTest *fixture,
            gconstpointer  data)
{
  GtkWidget *row;

  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);

  row = amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *tag = amb_navigation_row_get_tag (AMB_NAVIGATION_ROW (row));

      g_test_message ("page %s", tag);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", tag));
      amb_gui_test_settle ();
      g_assert_nonnull (amb_window_test_find_page (GTK_WIDGET (fixture->window)));
      g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
      amb_gui_test_assert_named (GTK_WIDGET (fixture->window));
    }
}

static gboolean
is_in_content (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (data);

  return focus != NULL && gtk_widget_is_ancestor (focus, amb_window_test_find_page (data)) &&
         gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) == NULL;
}

/* Who goes to a page with a key goes on there, in what it holds; the first time, that is still being read. */
static void
test_pages_focus (AmbWindowTest *fixture,
                  gconstpointer  data)
{
  static const char * const tags[] = { "profile", "history", "drafts", "stories", "today" };

  amb_window_test_open (fixture, GPOINTER_TO_INT (data));
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (tags); i++)
    {
      const char *tag = tags[i % G_N_ELEMENTS (tags)];

      g_test_message ("page %s", tag);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", tag));
      if (i < G_N_ELEMENTS (tags))
        amb_gui_test_wait (is_in_content, fixture->window);
      g_assert_true (is_in_content (fixture->window));
    }
}

/* Tab goes by the places of widgets: the last to come has one. */
static gboolean
has_places (gpointer window)
{
  GtkWidget *button = amb_gui_test_find (window, GTK_TYPE_BUTTON, "Open Pack…");

  return button != NULL && gtk_widget_get_width (button) > 0;
}

/* The arrow keys go through the pages; Tab goes into the one that shows. */
static void
test_tab (AmbWindowTest *fixture,
          gconstpointer  data)
{
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *row;

  amb_window_test_open (fixture, 1280);
  window = GTK_WIDGET (fixture->window);
  amb_gui_test_wait (has_places, window);
  page = amb_window_test_find_page (window);
  row = amb_gui_test_find (window, AMB_TYPE_NAVIGATION_ROW, NULL);

  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  amb_gui_test_settle ();
  g_assert_true (amb_window_test_find_page (window) == page);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), page));

  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  amb_gui_test_settle ();
  g_assert_true (amb_window_test_find_page (window) != page);
}

static GtkWidget *
get_focus (AmbWindowTest *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* Shift+Tab goes as far back as Tab went, and leaves the page where it came in. */
static void
test_tab_back (AmbWindowTest *fixture,
               gconstpointer  data)
{
  static const char * const tags[] = { "today", "drafts", "stories", "history", "profile" };
  GtkWidget *list;

  amb_window_test_open (fixture, 1280);
  amb_gui_test_wait (has_places, fixture->window);
  list = gtk_widget_get_parent (amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      int n_steps = 0;

      g_test_message ("page %s", tags[i]);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", tags[i]));
      amb_gui_test_wait (is_in_content, fixture->window);
      while (!gtk_widget_is_ancestor (get_focus (fixture), list) && n_steps++ < 100)
        gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
      g_assert_cmpint (n_steps, <, 100);
    }
}

static void
test_narrow (AmbWindowTest *fixture,
             gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *page;

  amb_window_test_open (fixture, 360);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  amb_gui_test_settle ();

  row = amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL);
  page = amb_window_test_find_page (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_false (gtk_widget_get_mapped (row));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), ==, 360);

  amb_gui_test_click (amb_gui_test_find (page, GTK_TYPE_BUTTON, "Back to the pages"));
  g_assert_true (gtk_widget_get_mapped (row));

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  amb_gui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (page));
}

static gboolean
shows_menu (gpointer data)
{
  GtkPopover *popover = gtk_menu_button_get_popover (data);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

/* The menu belongs to the list of pages, which a narrow window may not show: its key works all the same. */
static void
test_menu_narrow (AmbWindowTest *fixture,
                  gconstpointer  data)
{
  GtkWidget *button;

  amb_window_test_open (fixture, 360);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  amb_gui_test_settle ();

  button = amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_MENU_BUTTON, "Main menu");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-menu", NULL));
  amb_gui_test_wait (shows_menu, button);
  g_assert_true (gtk_widget_get_mapped (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static void
test_when_ready (AmbWindowTest *fixture,
                 gconstpointer  data)
{
  amb_window_test_open (fixture, 360);
  amb_window_activate_when_ready (fixture->window, "win.show-trouble", g_variant_new_string ("The disk is full."));
  g_assert_null (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "The disk is full."));
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "The disk is full."));
  amb_gui_test_settle ();
  amb_gui_test_assert_named (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_role (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_INFO_BAR, NULL),
                                   GTK_ACCESSIBLE_ROLE_ALERT);
}

static GFile *
get_sample (void)
{
  return g_file_new_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data", "packs", "zonneveld-en.storypack.xml", NULL);
}

static gboolean
says_imported (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "15 new stories") != NULL;
}

/* A file that was handed in before the database was open is not lost. */
static void
test_import (AmbWindowTest *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();

  amb_window_test_open (fixture, 1080);
  amb_window_import (fixture->window, file);
  amb_gui_test_wait (says_imported, fixture->window);
}

/* The name of a file is bytes, and a label takes UTF-8. */
static void
test_import_odd_name (AmbWindowTest *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "caf\xe9.storypack.xml", NULL);
  g_autoptr (GFile) sample = get_sample ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (sample, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  amb_window_test_open (fixture, 1080);
  amb_window_import (fixture->window, file);
  amb_gui_test_wait (says_imported, fixture->window);
}

static gboolean
shows_dialog (gpointer data)
{
  return amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_import_bad (AmbWindowTest *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.storypack.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "<?xml version=\"1.0\"?>\n<pack", -1, NULL));
  amb_window_test_open (fixture, 1080);
  amb_window_import (fixture->window, file);
  amb_gui_test_wait (shows_dialog, NULL);
  dialog = amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==,
                   "“bad.storypack.xml” Could Not Be Opened");
  amb_gui_test_assert_named (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static char *
nest (guint depth)
{
  GString *text = g_string_new ("<?xml version=\"1.0\"?>\n");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<a>");

  return g_string_free (text, FALSE);
}

static void
close_dialogs (void)
{
  GtkWidget *dialog;

  while ((dialog = amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)) != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Whatever is wrong with a pack, the window says it in one dialog, and goes on. */
static void
test_import_hostile (AmbWindowTest *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "hostile.storypack", NULL);
  g_autofree char *deep = nest (200);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) sample = get_sample ();
  const char *contents[] = {
    "",
    "Dear colleague, here are our stories.",
    "PK\3\4\24\0\0\0",
    "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<storypack xmlns=\"https://ambassadortoolkit.github.io/ns/storypack/1\"><title>\xff",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]>\n<a>&c;</a>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
    deep,
  };

  amb_window_test_open (fixture, 360);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      const char *body;

      g_test_message ("content %u", i);
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      amb_window_import (fixture->window, file);
      amb_gui_test_wait (shows_dialog, NULL);
      body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
      g_assert_cmpint (g_utf8_strlen (body, -1), >, 10);
      g_assert_true (g_str_has_suffix (body, "."));
      close_dialogs ();
      amb_gui_test_settle ();
      g_assert_null (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
    }

  amb_window_import (fixture->window, sample);
  amb_gui_test_wait (says_imported, fixture->window);
}

/* While the writer is at work for as long as it likes, every page opens and everything can be asked for: whoever waited
 * for the disk in the main thread would wait here for ever. */
static void
test_never_waits (AmbWindowTest *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();
  GAsyncQueue *held;
  GtkWidget *row;

  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  held = amb_test_hold_writer (amb_context_get_database (fixture->context));

  amb_window_import (fixture->window, file);
  row = amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s",
                                  amb_navigation_row_get_tag (AMB_NAVIGATION_ROW (row)));
      amb_gui_test_settle ();
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-draft", "x", G_GINT64_CONSTANT (0));
  amb_window_flush (fixture->window);
  amb_gui_test_settle ();
  g_assert_false (says_imported (fixture->window));

  amb_test_release_writer (held);
  amb_gui_test_wait (says_imported, fixture->window);
}

static gboolean
can_cancel (gpointer data)
{
  GtkWidget *button = amb_gui_test_find (data, GTK_TYPE_BUTTON, "Cancel");

  return button != NULL && gtk_widget_get_child_visible (button) && gtk_widget_get_mapped (button);
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

static void
test_import_cancelled (AmbWindowTest *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();
  g_autoptr (GAsyncResult) counted = NULL;
  GAsyncQueue *held;
  AmbDatabase *database;
  gint64 n_stories = -1;

  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  database = amb_context_get_database (fixture->context);
  held = amb_test_hold_writer (database);

  amb_window_import (fixture->window, file);
  amb_gui_test_wait (can_cancel, fixture->window);
  amb_gui_test_click (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Cancel"));
  amb_test_release_writer (held);

  amb_database_run_async (database, AMB_ACCESS_WRITE, count_stories, &n_stories, NULL, NULL, NULL,
                          amb_gui_test_store_result, &counted);
  amb_gui_test_wait_result (&counted);
  g_assert_cmpint (n_stories, ==, 0);
  g_assert_false (says_imported (fixture->window));
}

static gboolean
is_welcoming (gpointer data)
{
  return amb_window_test_find_toplevel (AMB_TYPE_WELCOME_WINDOW) != NULL;
}

static void
open_with_settings (AmbWindowTest   *fixture,
                    GSettings *settings)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (AmbDatabase) database = amb_database_new (fixture->path, clock);

  fixture->context = amb_context_new (database, clock);
  fixture->window = amb_window_new (NULL, fixture->context, settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
test_settings (AmbWindowTest *fixture,
               gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (AMB_APP_ID);
  int width;
  int height;

  g_settings_set_int (settings, "window-width", 800);
  g_settings_set_int (settings, "window-height", 500);
  open_with_settings (fixture, settings);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 500);

  /* Nothing is known of this person yet. */
  amb_gui_test_wait (is_welcoming, NULL);
  g_assert_false (g_settings_get_boolean (settings, "first-run-done"));
  g_assert_true (g_settings_get_boolean (settings, "first-run-begun"));
  for (guint step = 0; step < 3; step++)
    amb_gui_test_click (amb_gui_test_find (amb_window_test_find_toplevel (AMB_TYPE_WELCOME_WINDOW), GTK_TYPE_BUTTON,
                                           "Skip This Step"));
  amb_gui_test_settle ();
  g_assert_false (is_welcoming (NULL));
  g_assert_true (g_settings_get_boolean (settings, "first-run-done"));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  amb_gui_test_settle ();
  g_object_ref (fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 900);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 600);
  g_object_unref (fixture->window);
  fixture->window = NULL;
}

/* Who was interrupted is welcomed again, also when something is known of them by now. */
static void
test_welcome_again (AmbWindowTest *fixture,
                    gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (AMB_APP_ID);

  g_settings_set_boolean (settings, "first-run-done", FALSE);
  g_settings_set_boolean (settings, "first-run-begun", TRUE);
  open_with_settings (fixture, settings);
  amb_gui_test_wait (is_welcoming, NULL);
  gtk_window_destroy (GTK_WINDOW (amb_window_test_find_toplevel (AMB_TYPE_WELCOME_WINDOW)));
  g_assert_false (g_settings_get_boolean (settings, "first-run-done"));
}

/* Who opens the program with a pack comes for its stories: nothing stands over them. */
static void
test_welcome_waits (AmbWindowTest *fixture,
                    gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (AMB_APP_ID);
  g_autoptr (GFile) file = get_sample ();

  g_settings_set_boolean (settings, "first-run-done", FALSE);
  open_with_settings (fixture, settings);
  amb_window_import (fixture->window, file);
  amb_gui_test_wait (says_imported, fixture->window);
  amb_gui_test_settle ();
  g_assert_false (is_welcoming (NULL));
  g_assert_false (g_settings_get_boolean (settings, "first-run-done"));
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  ADD ("opens", NULL, test_opens);
  ADD ("pages", NULL, test_pages);
  ADD ("pages/focus", GINT_TO_POINTER (1080), test_pages_focus);
  ADD ("pages/focus/narrow", GINT_TO_POINTER (360), test_pages_focus);
  ADD ("tab", NULL, test_tab);
  ADD ("tab/back", NULL, test_tab_back);
  ADD ("narrow", NULL, test_narrow);
  ADD ("menu/narrow", NULL, test_menu_narrow);
  ADD ("when-ready", NULL, test_when_ready);
  ADD ("import", NULL, test_import);
  ADD ("import/odd-name", NULL, test_import_odd_name);
  ADD ("import/bad", NULL, test_import_bad);
  ADD ("import/hostile", NULL, test_import_hostile);
  ADD ("import/cancelled", NULL, test_import_cancelled);
  ADD ("settings", NULL, test_settings);
  ADD ("welcome/again", NULL, test_welcome_again);
  ADD ("welcome/waits", NULL, test_welcome_waits);
  ADD ("never-waits", NULL, test_never_waits);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "amb-conversation-dialog.h"
#include "amb-entry-editor.h"
#include "amb-error.h"
#include "amb-gui-test.h"
#include "amb-navigation-row.h"
#include "amb-page.h"
#include "amb-recovery-file.h"
#include "amb-recovery.h"
#include "amb-snapshot-folder.h"
#include "amb-test-hold.h"
#include "amb-time.h"
#include "amb-trouble-page.h"
#include "amb-welcome-window.h"
#include "amb-window.h"

typedef struct
{
  char       *folder;
  char       *path;
  AmbContext *context;
  AmbWindow  *window;
} Fixture;

static void
open_window (Fixture *fixture,
             int      width)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (AmbDatabase) database = amb_database_new (fixture->path, clock);

  fixture->context = amb_context_new (database, clock);
  fixture->window = amb_window_new (NULL, fixture->context, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("amb-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ambassador.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->folder);

  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();
  amb_database_close (amb_context_get_database (fixture->context));
  g_object_unref (fixture->context);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GtkWidget *
find_page (GtkWidget *widget)
{
  GtkWidget *stack = amb_gui_test_find (widget, GTK_TYPE_STACK, NULL);
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (stack));

  return AMB_IS_PAGE (page) ? page : NULL;
}

static gboolean
shows_page (gpointer data)
{
  return find_page (data) != NULL;
}

static gboolean
shows_trouble (gpointer data)
{
  GtkWidget *page = amb_gui_test_find (data, AMB_TYPE_TROUBLE_PAGE, NULL);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
test_opens (Fixture       *fixture,
            gconstpointer  data)
{
  open_window (fixture, 1080);

  /* The window is there before the file is. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  amb_gui_test_wait (shows_page, fixture->window);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  amb_gui_test_assert_named (GTK_WIDGET (fixture->window));
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;

  open_window (fixture, 1080);
  amb_gui_test_wait (shows_page, fixture->window);

  row = amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *tag = amb_navigation_row_get_tag (AMB_NAVIGATION_ROW (row));

      g_test_message ("page %s", tag);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", tag));
      amb_gui_test_settle ();
      g_assert_nonnull (find_page (GTK_WIDGET (fixture->window)));
      g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
      amb_gui_test_assert_named (GTK_WIDGET (fixture->window));
    }
}

static gboolean
is_in_content (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (data);

  return focus != NULL && gtk_widget_is_ancestor (focus, find_page (data)) &&
         gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) == NULL;
}

/* Who goes to a page with a key goes on there, in what it holds; the first time, that is still being read. */
static void
test_pages_focus (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const tags[] = { "profile", "history", "drafts", "stories", "today" };

  open_window (fixture, GPOINTER_TO_INT (data));
  amb_gui_test_wait (shows_page, fixture->window);

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

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *page;

  open_window (fixture, 360);
  amb_gui_test_wait (shows_page, fixture->window);
  amb_gui_test_settle ();

  row = amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL);
  page = find_page (GTK_WIDGET (fixture->window));
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
test_menu_narrow (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *button;

  open_window (fixture, 360);
  amb_gui_test_wait (shows_page, fixture->window);
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
test_when_ready (Fixture       *fixture,
                 gconstpointer  data)
{
  open_window (fixture, 360);
  amb_window_activate_when_ready (fixture->window, "win.show-trouble", g_variant_new_string ("The disk is full."));
  g_assert_null (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "The disk is full."));
  amb_gui_test_wait (shows_page, fixture->window);
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "The disk is full."));
  amb_gui_test_settle ();
  amb_gui_test_assert_named (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_role (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_INFO_BAR, NULL),
                                   GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
test_not_ours (Fixture       *fixture,
               gconstpointer  data)
{
  const char *text = "Dear diary, this is not a database. It is long enough to be looked at, though.";
  g_autofree char *kept = NULL;
  GtkWidget *row;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  open_window (fixture, 360);
  amb_gui_test_wait (shows_trouble, fixture->window);

  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "This is not Ambassador data"));
  g_assert_null (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore a Backup…"));
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Choose Another File…"));
  amb_gui_test_assert_named (GTK_WIDGET (fixture->window));

  /* Whoever goes back to the pages comes to it again. */
  amb_gui_test_click (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Back to the pages"));
  g_assert_false (shows_trouble (fixture->window));
  row = amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  amb_gui_test_settle ();
  g_assert_true (shows_trouble (fixture->window));

  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
}

static void
make_database (Fixture *fixture)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (AmbDatabase) database = amb_database_new (fixture->path, clock);
  g_autoptr (GError) error = NULL;

  amb_database_open (database, NULL, &error);
  g_assert_no_error (error);
  amb_database_close (database);
}

/* A version from the future: the window says so, and leaves the file as it is. */
static void
test_too_new (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *written = NULL;
  g_autofree char *kept = NULL;
  gsize written_size;
  gsize kept_size;

  make_database (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &written, &written_size, NULL));
  /* Where SQLite keeps the "user_version", with the greatest digit first. */
  written[61] = 1;
  g_assert_true (g_file_set_contents (fixture->path, written, written_size, NULL));

  open_window (fixture, 360);
  amb_gui_test_wait (shows_trouble, fixture->window);
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                       "Your data is from a newer version"));
  g_assert_true (g_file_get_contents (fixture->path, &kept, &kept_size, NULL));
  g_assert_cmpmem (kept, kept_size, written, written_size);
}

static gpointer
make_snapshot (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  amb_snapshot_folder_add (connection, error);

  return NULL;
}

/* The file is empty, but there is a copy: one click brings it back. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (AmbDatabase) database = amb_database_new (fixture->path, clock);
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  amb_database_open (database, NULL, &error);
  amb_database_run (database, AMB_ACCESS_EXCLUSIVE, make_snapshot, NULL, NULL, &error);
  amb_database_close (database);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));

  open_window (fixture, 360);
  amb_gui_test_wait (shows_trouble, fixture->window);
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Your data is gone"));
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore a Backup…"));
  button = amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore the Last Copy");
  g_signal_emit_by_name (button, "clicked");
  /* It takes a while; nobody may open the file meanwhile, or replace it once more. */
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_false (gtk_widget_is_sensitive (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Try Again")));
  amb_gui_test_wait (shows_page, fixture->window);
}

static gboolean
tells_of_recovery (gpointer data)
{
  GtkWidget *bar = amb_gui_test_find (data, GTK_TYPE_INFO_BAR, NULL);
  GtkWidget *label = bar == NULL ? NULL : amb_gui_test_find (bar, GTK_TYPE_LABEL, NULL);

  return label != NULL && gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)) &&
         strstr (gtk_label_get_text (GTK_LABEL (label)), ".recovery") != NULL;
}

/* Words that belong to nothing any more are kept, and the person is told where. */
static void
test_not_recovered (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".recovery", NULL);
  g_autofree char *path = g_build_filename (folder, "999-note.story", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_file_set_contents (path, "[story]\nwritten=1\nid=999\nfield=note\nbefore=;\ntext=My words\n", -1, &error);
  g_assert_no_error (error);

  open_window (fixture, 1080);
  amb_gui_test_wait (tells_of_recovery, fixture->window);
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
asks (gpointer data)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
shows_conversation (gpointer data)
{
  return find_toplevel (AMB_TYPE_CONVERSATION_DIALOG) != NULL;
}

/* The program ended while a conversation was written down, and while an entry was: both forms are there again. */
static void
test_goes_on (Fixture       *fixture,
              gconstpointer  data)
{
  const AmbRecoveryKind *kinds[] = { &amb_recovery_conversation, &amb_recovery_entry };
  GtkWidget *dialog;

  open_window (fixture, 1080);
  amb_gui_test_wait (shows_page, fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AmbEntry) entry = amb_entry_new ();

      amb_record_set_id (AMB_RECORD (entry), i + 1);
      amb_entry_set_kind (entry, AMB_ENTRY_KIND_PRESENTATION);
      amb_entry_set_text (entry, AMB_ENTRY_PLACE, "In the canteen");
      amb_recovery_write_async (fixture->context, amb_unsaved_new_entry (kinds[i], entry, 1), NULL, NULL);
    }
  amb_recovery_wait ();
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();
  amb_database_close (amb_context_get_database (fixture->context));
  g_clear_object (&fixture->context);

  open_window (fixture, 1080);
  amb_gui_test_wait (shows_conversation, NULL);
  dialog = find_toplevel (AMB_TYPE_CONVERSATION_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_template_child (
                     dialog, AMB_TYPE_CONVERSATION_DIALOG, "place"))), ==, "In the canteen");
  g_assert_true (gtk_widget_is_sensitive (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Save")));
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "You had not saved this yet: here it is again."));
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = find_toplevel (AMB_TYPE_ENTRY_EDITOR);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "New Entry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_template_child (
                     dialog, AMB_TYPE_ENTRY_EDITOR, "place"))), ==, "In the canteen");
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "Presentation"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* No disk takes what was written: closing the window would lose it. */
static void
test_lost (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (GStrv) folders = amb_recovery_file_list_folders (fixture->path);
  const char * const known[] = { "", NULL };
  gpointer window;

  open_window (fixture, 1080);
  amb_gui_test_wait (shows_page, fixture->window);
  window = fixture->window;
  g_object_add_weak_pointer (window, &window);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *parent = g_path_get_dirname (folders[i]);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_assert_true (g_file_set_contents (folders[i], "", 0, NULL));
    }
  amb_recovery_write_async (fixture->context, amb_unsaved_new_story (999, AMB_STORY_NOTE, "My words", known, 1), NULL, NULL);
  amb_recovery_wait ();

  gtk_window_close (window);
  amb_gui_test_wait (asks, NULL);
  g_assert_nonnull (amb_gui_test_find (find_toplevel (ADW_TYPE_MESSAGE_DIALOG), GTK_TYPE_BUTTON, "_Close"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), "cancel");
  amb_gui_test_settle ();
  g_assert_nonnull (window);

  gtk_window_close (window);
  amb_gui_test_wait (asks, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), "action");
  amb_gui_test_wait (is_gone, &window);
  fixture->window = NULL;

  for (guint i = 0; folders[i] != NULL; i++)
    g_assert_cmpint (g_unlink (folders[i]), ==, 0);
}

/* What is not there is not offered. */
static void
test_damaged_without_copy (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *button;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  open_window (fixture, 360);
  amb_gui_test_wait (shows_trouble, fixture->window);
  g_assert_null (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore the Last Copy"));
  button = amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore a Backup…");
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
}

/* A folder stands where the file should: when it is gone, trying again helps. */
static void
test_try_again (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  open_window (fixture, 1080);
  amb_gui_test_wait (shows_trouble, fixture->window);

  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  amb_gui_test_click (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Try Again"));
  amb_gui_test_wait (shows_page, fixture->window);
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
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();

  open_window (fixture, 1080);
  amb_window_import (fixture->window, file);
  amb_gui_test_wait (says_imported, fixture->window);
}

/* The name of a file is bytes, and a label takes UTF-8. */
static void
test_import_odd_name (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "caf\xe9.storypack.xml", NULL);
  g_autoptr (GFile) sample = get_sample ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (sample, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  open_window (fixture, 1080);
  amb_window_import (fixture->window, file);
  amb_gui_test_wait (says_imported, fixture->window);
}

static gboolean
shows_dialog (gpointer data)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_import_bad (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.storypack.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "<?xml version=\"1.0\"?>\n<pack", -1, NULL));
  open_window (fixture, 1080);
  amb_window_import (fixture->window, file);
  amb_gui_test_wait (shows_dialog, NULL);
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
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

  while ((dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG)) != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Whatever is wrong with a pack, the window says it in one dialog, and goes on. */
static void
test_import_hostile (Fixture       *fixture,
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

  open_window (fixture, 360);
  amb_gui_test_wait (shows_page, fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      const char *body;

      g_test_message ("content %u", i);
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      amb_window_import (fixture->window, file);
      amb_gui_test_wait (shows_dialog, NULL);
      body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
      g_assert_cmpint (g_utf8_strlen (body, -1), >, 10);
      g_assert_true (g_str_has_suffix (body, "."));
      close_dialogs ();
      amb_gui_test_settle ();
      g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
    }

  amb_window_import (fixture->window, sample);
  amb_gui_test_wait (says_imported, fixture->window);
}

/* While the writer is at work for as long as it likes, every page opens and everything can be asked for: whoever waited
 * for the disk in the main thread would wait here for ever. */
static void
test_never_waits (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();
  GAsyncQueue *held;
  GtkWidget *row;

  open_window (fixture, 1080);
  amb_gui_test_wait (shows_page, fixture->window);
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
test_import_cancelled (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();
  g_autoptr (GAsyncResult) counted = NULL;
  GAsyncQueue *held;
  AmbDatabase *database;
  gint64 n_stories = -1;

  open_window (fixture, 1080);
  amb_gui_test_wait (shows_page, fixture->window);
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
  return find_toplevel (AMB_TYPE_WELCOME_WINDOW) != NULL;
}

static void
open_with_settings (Fixture   *fixture,
                    GSettings *settings)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (AmbDatabase) database = amb_database_new (fixture->path, clock);

  fixture->context = amb_context_new (database, clock);
  fixture->window = amb_window_new (NULL, fixture->context, settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (AMB_APP_ID);
  int width;
  int height;

  g_settings_set_int (settings, "window-width", 800);
  g_settings_set_int (settings, "window-height", 500);
  open_with_settings (fixture, settings);
  amb_gui_test_wait (shows_page, fixture->window);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 500);

  /* Nothing is known of this person yet. */
  amb_gui_test_wait (is_welcoming, NULL);
  g_assert_false (g_settings_get_boolean (settings, "first-run-done"));
  g_assert_true (g_settings_get_boolean (settings, "first-run-begun"));
  for (guint step = 0; step < 3; step++)
    amb_gui_test_click (amb_gui_test_find (find_toplevel (AMB_TYPE_WELCOME_WINDOW), GTK_TYPE_BUTTON, "Skip This Step"));
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
test_welcome_again (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (AMB_APP_ID);

  g_settings_set_boolean (settings, "first-run-done", FALSE);
  g_settings_set_boolean (settings, "first-run-begun", TRUE);
  open_with_settings (fixture, settings);
  amb_gui_test_wait (is_welcoming, NULL);
  gtk_window_destroy (GTK_WINDOW (find_toplevel (AMB_TYPE_WELCOME_WINDOW)));
  g_assert_false (g_settings_get_boolean (settings, "first-run-done"));
}

/* Who opens the program with a pack comes for its stories: nothing stands over them. */
static void
test_welcome_waits (Fixture       *fixture,
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

  g_test_add ("/window/opens", Fixture, NULL, set_up, test_opens, tear_down);
  g_test_add ("/window/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/window/pages/focus", Fixture, GINT_TO_POINTER (1080), set_up, test_pages_focus, tear_down);
  g_test_add ("/window/pages/focus/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_pages_focus, tear_down);
  g_test_add ("/window/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/window/menu/narrow", Fixture, NULL, set_up, test_menu_narrow, tear_down);
  g_test_add ("/window/when-ready", Fixture, NULL, set_up, test_when_ready, tear_down);
  g_test_add ("/window/not-ours", Fixture, NULL, set_up, test_not_ours, tear_down);
  g_test_add ("/window/too-new", Fixture, NULL, set_up, test_too_new, tear_down);
  g_test_add ("/window/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/window/not-recovered", Fixture, NULL, set_up, test_not_recovered, tear_down);
  g_test_add ("/window/goes-on", Fixture, NULL, set_up, test_goes_on, tear_down);
  g_test_add ("/window/lost", Fixture, NULL, set_up, test_lost, tear_down);
  g_test_add ("/window/damaged/without-copy", Fixture, NULL, set_up, test_damaged_without_copy, tear_down);
  g_test_add ("/window/try-again", Fixture, NULL, set_up, test_try_again, tear_down);
  g_test_add ("/window/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/window/import/odd-name", Fixture, NULL, set_up, test_import_odd_name, tear_down);
  g_test_add ("/window/import/bad", Fixture, NULL, set_up, test_import_bad, tear_down);
  g_test_add ("/window/import/hostile", Fixture, NULL, set_up, test_import_hostile, tear_down);
  g_test_add ("/window/import/cancelled", Fixture, NULL, set_up, test_import_cancelled, tear_down);
  g_test_add ("/window/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/window/welcome/again", Fixture, NULL, set_up, test_welcome_again, tear_down);
  g_test_add ("/window/welcome/waits", Fixture, NULL, set_up, test_welcome_waits, tear_down);
  g_test_add ("/window/never-waits", Fixture, NULL, set_up, test_never_waits, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "amb-conversation-dialog.h"
#include "amb-entry-editor.h"
#include "amb-navigation-row.h"
#include "amb-recovery-file.h"
#include "amb-recovery.h"
#include "amb-snapshot-folder.h"
#include "amb-window-test.h"

#define ADD(name, data, func) \
  g_test_add ("/window/trouble/" name, AmbWindowTest, data, amb_window_test_set_up, func, amb_window_test_tear_down)

static void
test_not_ours (AmbWindowTest *fixture,
               gconstpointer  data)
{
  const char *text = "Dear diary, this is not a database. It is long enough to be looked at, though.";
  g_autofree char *kept = NULL;
  GtkWidget *row;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  amb_window_test_open (fixture, 360);
  amb_gui_test_wait (amb_window_test_shows_trouble, fixture->window);

  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "This is not Ambassador data"));
  g_assert_null (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore a Backup…"));
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Choose Another File…"));
  amb_gui_test_assert_named (GTK_WIDGET (fixture->window));

  /* Whoever goes back to the pages comes to it again. */
  amb_gui_test_click (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Back to the pages"));
  g_assert_false (amb_window_test_shows_trouble (fixture->window));
  row = amb_gui_test_find (GTK_WIDGET (fixture->window), AMB_TYPE_NAVIGATION_ROW, NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  amb_gui_test_settle ();
  g_assert_true (amb_window_test_shows_trouble (fixture->window));

  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
}

static void
make_database (AmbWindowTest *fixture)
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
test_too_new (AmbWindowTest *fixture,
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

  amb_window_test_open (fixture, 360);
  amb_gui_test_wait (amb_window_test_shows_trouble, fixture->window);
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
test_damaged (AmbWindowTest *fixture,
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

  amb_window_test_open (fixture, 360);
  amb_gui_test_wait (amb_window_test_shows_trouble, fixture->window);
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Your data is gone"));
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore a Backup…"));
  button = amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore the Last Copy");
  g_signal_emit_by_name (button, "clicked");
  /* It takes a while; nobody may open the file meanwhile, or replace it once more. */
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_false (gtk_widget_is_sensitive (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Try Again")));
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
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
test_not_recovered (AmbWindowTest *fixture,
                    gconstpointer  data)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".recovery", NULL);
  g_autofree char *path = g_build_filename (folder, "999-note.story", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_file_set_contents (path, "[story]\nwritten=1\nid=999\nfield=note\nbefore=;\ntext=My words\n", -1, &error);
  g_assert_no_error (error);

  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (tells_of_recovery, fixture->window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
asks (gpointer data)
{
  return amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
shows_conversation (gpointer data)
{
  return amb_window_test_find_toplevel (AMB_TYPE_CONVERSATION_DIALOG) != NULL;
}

/* The program ended while a conversation was written down, and while an entry was: both forms are there again. */
static void
test_goes_on (AmbWindowTest *fixture,
              gconstpointer  data)
{
  const AmbRecoveryKind *kinds[] = { &amb_recovery_conversation, &amb_recovery_entry };
  GtkWidget *dialog;

  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AmbEntry) entry = amb_entry_new ();

      amb_record_set_id (AMB_RECORD (entry), i + 1);
      amb_entry_set_kind (entry, AMB_ENTRY_KIND_PRESENTATION);
      amb_entry_set_text (entry, AMB_ENTRY_PLACE, "In the canteen");
      amb_recovery_write_async (fixture->context, amb_unsaved_new_entry (kinds[i], entry, NULL, 1), NULL, NULL);
    }
  amb_recovery_wait ();
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  amb_gui_test_settle ();
  amb_database_close (amb_context_get_database (fixture->context));
  g_clear_object (&fixture->context);

  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (shows_conversation, NULL);
  dialog = amb_window_test_find_toplevel (AMB_TYPE_CONVERSATION_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_template_child (
                     dialog, AMB_TYPE_CONVERSATION_DIALOG, "place"))), ==, "In the canteen");
  g_assert_true (gtk_widget_is_sensitive (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Save")));
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "You had not saved this yet: here it is again."));
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = amb_window_test_find_toplevel (AMB_TYPE_ENTRY_EDITOR);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "New Entry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_template_child (
                     dialog, AMB_TYPE_ENTRY_EDITOR, "place"))), ==, "In the canteen");
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "Presentation"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* No disk takes what was written: closing the window would lose it. */
static void
test_lost (AmbWindowTest *fixture,
           gconstpointer  data)
{
  g_auto (GStrv) folders = amb_recovery_file_list_folders (fixture->path);
  const char * const known[] = { "", NULL };
  gpointer window;

  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
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
  g_assert_nonnull (amb_gui_test_find (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG), GTK_TYPE_BUTTON,
                                       "_Close"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), "cancel");
  amb_gui_test_settle ();
  g_assert_nonnull (window);

  gtk_window_close (window);
  amb_gui_test_wait (asks, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), "action");
  amb_gui_test_wait (is_gone, &window);
  fixture->window = NULL;

  for (guint i = 0; folders[i] != NULL; i++)
    g_assert_cmpint (g_unlink (folders[i]), ==, 0);
}

/* What is not there is not offered. */
static void
test_damaged_without_copy (AmbWindowTest *fixture,
                           gconstpointer  data)
{
  GtkWidget *button;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  amb_window_test_open (fixture, 360);
  amb_gui_test_wait (amb_window_test_shows_trouble, fixture->window);
  g_assert_null (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore the Last Copy"));
  button = amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Restore a Backup…");
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
}

/* A folder stands where the file should: when it is gone, trying again helps. */
static void
test_try_again (AmbWindowTest *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  amb_window_test_open (fixture, 1080);
  amb_gui_test_wait (amb_window_test_shows_trouble, fixture->window);

  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  amb_gui_test_click (amb_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Try Again"));
  amb_gui_test_wait (amb_window_test_shows_page, fixture->window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  ADD ("not-ours", NULL, test_not_ours);
  ADD ("too-new", NULL, test_too_new);
  ADD ("damaged", NULL, test_damaged);
  ADD ("not-recovered", NULL, test_not_recovered);
  ADD ("goes-on", NULL, test_goes_on);
  ADD ("lost", NULL, test_lost);
  ADD ("damaged/without-copy", NULL, test_damaged_without_copy);
  ADD ("try-again", NULL, test_try_again);

  return g_test_run ();
}

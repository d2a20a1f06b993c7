/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <adwaita.h>

#include "amb-application.h"
#include "amb-conversation-dialog.h"
#include "amb-drafts-page.h"
#include "amb-gui-test.h"
#include "amb-preferences-window.h"
#include "amb-shortcut-row.h"
#include "amb-shortcuts-window.h"
#include "amb-stories-page.h"
#include "amb-test-context.h"
#include "amb-test-drafts.h"
#include "amb-test-hold.h"
#include "amb-text-row.h"
#include "amb-today-page.h"
#include "amb-window.h"

/* The program as it runs: what the person does in it is done from its "activate" or "open" signal, and it has to end by
 * itself when the last window is gone. */
typedef void (*Deeds) (GApplication *application);

const char *__asan_default_options (void);

/* With every page open GLib's table of quarks grows, and GLib gives up the one it made when it was loaded. Only from a
 * whole backtrace does the list of what is known (lsan.supp) see where that was. */
const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

static guint
count_windows (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      count += g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window);
    }

  return count;
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

/* A page, or what is on it. */
typedef struct
{
  GType       type;
  const char *text;
} Expected;

static gboolean
is_shown (gpointer data)
{
  Expected *expected = data;
  GtkWidget *window = find_window (AMB_TYPE_WINDOW);
  GtkWidget *found = window == NULL ? NULL : amb_gui_test_find (window, expected->type, expected->text);

  return found != NULL && gtk_widget_get_mapped (found);
}

static void
wait_for (GType       type,
          const char *text)
{
  amb_gui_test_wait (is_shown, &(Expected) { type, text });
}

static void
do_action (GApplication *application,
           const char   *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  amb_gui_test_settle ();
}

static gboolean
never_ends (gpointer data)
{
  g_error ("The program does not end");

  return G_SOURCE_REMOVE;
}

static void
run (const char *argument,
     const char *signal,
     Deeds       deeds)
{
  g_autoptr (GApplication) application = G_APPLICATION (amb_application_new ());
  g_autoptr (GSettings) settings = g_settings_new (AMB_APP_ID);
  char *arguments[] = { (char *) "ambassador", (char *) argument, NULL };
  guint source = g_timeout_add_seconds (60, never_ends, NULL);

  g_settings_set_boolean (settings, "first-run-done", TRUE);
  g_settings_reset (settings, "last-page");
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, signal, G_CALLBACK (deeds), NULL);

  g_assert_cmpint (g_application_run (application, argument == NULL ? 1 : 2, arguments), ==, 0);
  g_assert_cmpuint (count_windows (GTK_TYPE_WINDOW), ==, 0);
  g_source_remove (source);
}

static void
keep_what_is_typed (GApplication *application)
{
  GtkWidget *dialog;

  wait_for (AMB_TYPE_TODAY_PAGE, NULL);
  do_action (application, "log-conversation");
  dialog = find_window (AMB_TYPE_CONVERSATION_DIALOG);
  g_assert_nonnull (dialog);
  amb_text_row_set_text (AMB_TEXT_ROW (amb_gui_test_find (dialog, AMB_TYPE_TEXT_ROW, NULL)), "Nobody called back.");

  do_action (application, "quit");
  g_assert_cmpuint (count_windows (AMB_TYPE_WINDOW), ==, 1);
  g_assert_true (find_window (AMB_TYPE_CONVERSATION_DIALOG) == dialog);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG)), "cancel");
  amb_gui_test_settle ();
  g_assert_true (find_window (AMB_TYPE_CONVERSATION_DIALOG) == dialog);

  amb_text_row_set_text (AMB_TEXT_ROW (amb_gui_test_find (dialog, AMB_TYPE_TEXT_ROW, NULL)), "");
  gtk_window_destroy (GTK_WINDOW (dialog));
  do_action (application, "quit");
}

/* Quitting is closing: a dialog that holds words asks first. */
static void
test_quit_typed (void)
{
  run (NULL, "activate", keep_what_is_typed);
}

static void
leave_at_once (GApplication *application)
{
  gtk_window_close (GTK_WINDOW (find_window (AMB_TYPE_WINDOW)));
  amb_gui_test_settle ();
}

/* The window closes before its database is open. */
static void
test_quit_early (void)
{
  run (NULL, "activate", leave_at_once);
}

static void
assert_written (const char *text)
{
  g_autofree char *path = amb_context_get_default_path (NULL);
  g_autoptr (AmbClock) clock = amb_clock_new ();
  g_autoptr (AmbDatabase) database = amb_database_new (path, clock);
  gpointer n = amb_database_run (database, AMB_ACCESS_READ, amb_test_count_drafts, (gpointer) text, NULL, NULL);

  g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 2);
  amb_database_close (database);
}

static gboolean
let_go_cb (gpointer data)
{
  close (GPOINTER_TO_INT (data));

  return G_SOURCE_REMOVE;
}

/* Another program writes for a while. */
static void
write_elsewhere (void)
{
  g_autofree char *path = amb_context_get_default_path (NULL);

  g_timeout_add (500, let_go_cb, GINT_TO_POINTER (amb_test_hold_lock (path)));
}

/* How the program is told to end. */
static void
quit (GApplication *application)
{
  do_action (application, "quit");
}

static void
terminate (GApplication *application)
{
  g_assert_cmpint (kill (getpid (), SIGTERM), ==, 0);
}

static void
leave_while_writing (GApplication *application,
                     const char   *text,
                     Deeds         end)
{
  AmbContext *context = amb_window_get_context (AMB_WINDOW (find_window (AMB_TYPE_WINDOW)));

  write_elsewhere ();
  amb_database_run_async (amb_context_get_database (context), AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) text,
                          NULL, NULL, NULL, NULL, NULL);
  end (application);
}

/* Whatever is on a page comes to hear that it was written, or could not be read any more, when the page is gone. */
static void
visit_pages (GtkWidget *window)
{
  static const char * const tags[] = { "stories", "history", "profile", "drafts" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gtk_widget_activate_action (window, "win.show-page", "s", tags[i]);
      amb_gui_test_settle ();
    }
}

static void
leave (GApplication *application,
       const char   *queued,
       const char   *typed,
       Deeds         end)
{
  GtkWidget *window;
  GtkWidget *view;

  wait_for (AMB_TYPE_TODAY_PAGE, NULL);
  window = find_window (AMB_TYPE_WINDOW);
  do_action (application, "new-draft");
  wait_for (GTK_TYPE_TEXT_VIEW, NULL);
  view = amb_gui_test_find (window, GTK_TYPE_TEXT_VIEW, NULL);
  visit_pages (window);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), typed, -1);
  leave_while_writing (application, queued, end);
}

static void
leave_by_quitting (GApplication *application)
{
  leave (application, "Postponed", "Unfinished", quit);
  g_assert_cmpuint (count_windows (GTK_TYPE_WINDOW), ==, 0);
}

/* The window is gone at once; the program ends when everything is written, and goes on until then: the other program
 * could not be done here while the main loop waits for it. */
static void
test_quit_busy (void)
{
  run (NULL, "activate", leave_by_quitting);
  assert_written ("Postponed");
  assert_written ("Unfinished");
}

static void
leave_by_signal (GApplication *application)
{
  leave (application, "Terminated", "Halfway", terminate);
}

/* Who shuts the computer down does not quit every program first. */
static void
test_signal (void)
{
  run (NULL, "activate", leave_by_signal);
  assert_written ("Terminated");
  assert_written ("Halfway");
}

static void
leave_with_session (GApplication *application)
{
  leave (application, "Overtaken", "Unspoken", g_application_quit);
}

/* The session ends: GTK leaves the main loop at once. */
static void
test_session_ends (void)
{
  run (NULL, "activate", leave_with_session);
  assert_written ("Overtaken");
  assert_written ("Unspoken");
}

static void
leave_with_dialogs (GApplication *application)
{
  GtkWidget *dialog;

  wait_for (AMB_TYPE_TODAY_PAGE, NULL);
  do_action (application, "preferences");
  do_action (application, "log-conversation");
  dialog = find_window (AMB_TYPE_CONVERSATION_DIALOG);
  amb_text_row_set_text (AMB_TEXT_ROW (amb_gui_test_find (dialog, AMB_TYPE_TEXT_ROW, NULL)), "Nobody called back.");
  do_action (application, "quit");
  g_assert_nonnull (find_window (ADW_TYPE_MESSAGE_DIALOG));
  terminate (application);
}

/* A program that is told to end does not wait for the answer to a question. */
static void
test_signal_dialogs (void)
{
  run (NULL, "activate", leave_with_dialogs);
}

static void
ended_cb (GPid     pid,
          int      status,
          gpointer data)
{
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  *(gboolean *) data = TRUE;
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
terminate_unseen (GApplication *application)
{
  g_application_hold (application);
  terminate (application);
}

/* Who was started for a question of the desktop, and has no window, ends as well. */
static void
test_signal_unseen (void)
{
  run ("--gapplication-service", "startup", terminate_unseen);
}

/* The program itself, and not this one: it closes its database, which takes the journal away. */
static void
test_program (void)
{
  g_autofree char *program = g_build_filename (g_getenv ("AMB_TEST_BUILDDIR"), "src", "ambassador", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "program", "ambassador.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  char *arguments[] = { program, (char *) "--database", path, (char *) "--new-draft", NULL };
  /* Nothing tells this main loop what another program does. */
  guint source = g_timeout_add (20, look_again_cb, NULL);
  g_autoptr (GError) error = NULL;
  gboolean ended = FALSE;
  GPid pid;

  g_assert_true (g_spawn_async (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error));
  g_assert_no_error (error);
  g_child_watch_add (pid, ended_cb, &ended);
  amb_gui_test_wait (is_there, journal);
  g_source_remove (source);
  g_assert_cmpint (kill (pid, SIGTERM), ==, 0);
  amb_test_context_iterate_until (&ended);

  g_assert_true (is_there (path));
  g_assert_false (is_there (journal));
}

static void
leave_and_come_back (GApplication *application)
{
  /* This is called at the second activation too. */
  if (g_object_get_data (G_OBJECT (application), "left") != NULL)
    return;

  wait_for (AMB_TYPE_TODAY_PAGE, NULL);
  leave_while_writing (application, "Interrupted", quit);
  g_object_set_data (G_OBJECT (application), "left", application);
  g_application_activate (application);
  g_assert_cmpuint (count_windows (AMB_TYPE_WINDOW), ==, 1);
  wait_for (AMB_TYPE_TODAY_PAGE, NULL);
  assert_written ("Interrupted");
  do_action (application, "quit");
}

/* Who comes back while the program is still writing finds everything. */
static void
test_quit_and_again (void)
{
  run (NULL, "activate", leave_and_come_back);
}

static void
open_database (GApplication *application)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "other", "ambassador.db", NULL);
  g_autoptr (GtkWidget) before = NULL;

  wait_for (AMB_TYPE_TODAY_PAGE, NULL);
  before = g_object_ref (find_window (AMB_TYPE_WINDOW));
  do_action (application, "preferences");
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-database", g_variant_new_bytestring (path));
  wait_for (AMB_TYPE_TODAY_PAGE, NULL);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_windows (AMB_TYPE_WINDOW), ==, 1);
  g_assert_true (find_window (AMB_TYPE_WINDOW) != before);
  g_assert_cmpuint (count_windows (AMB_TYPE_PREFERENCES_WINDOW), ==, 0);

  do_action (application, "quit");
}

/* Another database is another window, and nothing of the one before stays behind. */
static void
test_open_database (void)
{
  run (NULL, "activate", open_database);
}

/* One key can be written in several ways. */
static char *
normalize (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return g_strdup (accelerator);

  return gtk_accelerator_name (key, modifiers);
}

static void
add_accelerators (GtkWidget  *widget,
                  GHashTable *accelerators)
{
  if (AMB_IS_SHORTCUT_ROW (widget))
    {
      g_auto (GStrv) words = g_strsplit (amb_shortcut_row_get_accelerators (AMB_SHORTCUT_ROW (widget)), " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_add (accelerators, normalize (words[i]));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_accelerators (child, accelerators);
}

static void
assert_explained (GHashTable *accelerators,
                  const char *accelerator)
{
  g_autofree char *name = normalize (accelerator);

  if (!g_hash_table_contains (accelerators, name))
    g_error ("Nobody is told of %s", accelerator);
}

static void
read_shortcuts (GApplication *application)
{
  /* Those of the pages, beside the ones of the program. */
  static const char * const of_pages[] = {
    "<Alt>Left", "<Alt>Up", "<Alt>Down", "<Control>Return", "<Control><Shift>p", "<Control>Page_Up",
    "<Control>Page_Down", "<Control>e", "F2", "F9", "Delete", "<Alt>1...5",
  };
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_autoptr (GHashTable) accelerators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *window = NULL;

  wait_for (AMB_TYPE_TODAY_PAGE, NULL);
  do_action (application, "shortcuts");
  window = find_window (AMB_TYPE_SHORTCUTS_WINDOW);
  amb_gui_test_assert_named (window);
  add_accelerators (window, accelerators);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        assert_explained (accelerators, accels[j]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_pages); i++)
    assert_explained (accelerators, of_pages[i]);

  do_action (application, "quit");
}

/* Every key that does something stands in the window of the shortcuts. */
static void
test_shortcuts (void)
{
  run (NULL, "activate", read_shortcuts);
}

static void
see_new_draft (GApplication *application)
{
  wait_for (AMB_TYPE_DRAFTS_PAGE, NULL);
  wait_for (GTK_TYPE_TEXT_VIEW, NULL);
  do_action (application, "quit");
}

static void
test_new_draft (void)
{
  run ("--new-draft", "activate", see_new_draft);
}

static void
see_stories (GApplication *application)
{
  wait_for (AMB_TYPE_STORIES_PAGE, NULL);
  wait_for (GTK_TYPE_LABEL, "15 stories");
  do_action (application, "quit");
}

/* Who opens a pack sees what is in it. */
static void
test_open_pack (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data", "packs", "zonneveld-en.storypack.xml",
                                            NULL);

  run (path, "open", see_stories);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("amb-application-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/application/quit/typed", test_quit_typed);
  g_test_add_func ("/application/quit/early", test_quit_early);
  g_test_add_func ("/application/quit/busy", test_quit_busy);
  g_test_add_func ("/application/quit/and-again", test_quit_and_again);
  g_test_add_func ("/application/end/signal", test_signal);
  g_test_add_func ("/application/end/signal-dialogs", test_signal_dialogs);
  g_test_add_func ("/application/end/signal-unseen", test_signal_unseen);
  g_test_add_func ("/application/end/session", test_session_ends);
  g_test_add_func ("/application/end/program", test_program);
  g_test_add_func ("/application/open-database", test_open_database);
  g_test_add_func ("/application/shortcuts", test_shortcuts);
  g_test_add_func ("/application/new-draft", test_new_draft);
  g_test_add_func ("/application/open-pack", test_open_pack);

  status = g_test_run ();
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));

  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "amb-check-row.h"
#include "amb-confirm-dialog.h"
#include "amb-conversation-dialog.h"
#include "amb-drafting.h"
#include "amb-entry-editor.h"
#include "amb-error.h"
#include "amb-gui-test.h"
#include "amb-period-dialog.h"
#include "amb-plan-dialog.h"
#include "amb-preferences-window.h"
#include "amb-presenter.h"
#include "amb-profile-versions.h"
#include "amb-results-dialog.h"
#include "amb-share-dialog.h"
#include "amb-shortcuts-window.h"
#include "amb-story-dismiss-dialog.h"
#include "amb-story-picker.h"
#include "amb-time.h"
#include "amb-welcome-window.h"

/* A window that is wider than the screen cannot be used there: the smallest screen is that of a telephone. */
#define NARROW 360

/* LinkedIn takes 3,000 characters. */
#define TOO_MANY 4000

typedef struct
{
  AmbTestContext  *test;
  AmbDraftSession *session;
  GtkWidget       *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  language)
{
  g_autofree char *catalogues = g_build_filename (g_getenv ("AMB_TEST_BUILDDIR"), "po", NULL);
  g_autofree char *text = g_strnfill (TOO_MANY, 'a');
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbDraft) draft = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  textdomain (GETTEXT_PACKAGE);

  fixture->test = amb_test_context_new ();
  amb_drafting_create_async (fixture->test->context, 0, "linkedin", NULL, amb_gui_test_store_result, &result);
  draft = amb_drafting_create_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
  fixture->session = amb_draft_session_new (fixture->test->context, draft);
  amb_draft_session_set_text (fixture->session, text);
  fixture->window = amb_gui_test_show (gtk_label_new ("behind"), NARROW, 640);
}

static gboolean
is_settled (gpointer data)
{
  return amb_draft_session_is_saved (data) && amb_live_check_is_current (amb_draft_session_get_check (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  language)
{
  amb_draft_session_flush (fixture->session);
  amb_gui_test_wait (is_settled, fixture->session);
  amb_gui_test_hide (fixture->window);
  g_clear_object (&fixture->session);
  amb_gui_test_settle ();
  amb_test_context_free (fixture->test);
  g_setenv ("LANGUAGE", "en", TRUE);
}

/* Without a compositor a window has a border, which the screen of a telephone has not. */
static int
measure_content (GtkWidget *window)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }

  return widest;
}

/* Takes the window. */
static void
assert_narrow (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  amb_gui_test_settle ();
  g_test_message ("%s", G_OBJECT_TYPE_NAME (window));
  g_assert_cmpint (measure_content (window), <=, NARROW);
  amb_gui_test_hide (window);
}

static gboolean
tells_issues (gpointer data)
{
  GtkWidget *expander = amb_gui_test_find (data, GTK_TYPE_EXPANDER, NULL);
  GtkWidget *row = amb_gui_test_find (data, AMB_TYPE_CHECK_ROW, NULL);

  if (expander != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);

  return row != NULL && gtk_widget_get_mapped (row);
}

/* What the checks say are whole sentences, and the button has the name of the channel. */
static void
test_share (Fixture       *fixture,
            gconstpointer  language)
{
  GtkWidget *dialog = amb_share_dialog_new (GTK_WINDOW (fixture->window), fixture->session);

  gtk_window_present (GTK_WINDOW (dialog));
  amb_gui_test_wait (tells_issues, dialog);
  assert_narrow (dialog);
}

/* A modal dialog says itself what goes wrong, in whole sentences. Takes the window. */
static void
assert_says_trouble (GtkWidget *window)
{
  g_autoptr (GError) error = g_error_new_literal (AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FULL, "SQLITE_FULL");
  g_autofree char *text = amb_presenter_describe (error);

  gtk_window_present (GTK_WINDOW (window));
  amb_gui_test_settle ();
  amb_presenter_show_error (gtk_widget_get_first_child (window), error);
  amb_gui_test_settle ();
  g_test_message ("%s", G_OBJECT_TYPE_NAME (window));
  g_assert_nonnull (amb_gui_test_find (window, GTK_TYPE_LABEL, text));
  g_assert_cmpint (measure_content (window), <=, NARROW);
  amb_gui_test_hide (window);
}

static void
test_trouble (Fixture       *fixture,
              gconstpointer  language)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  AmbContext *context = fixture->test->context;
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbTodayItem) item = amb_today_item_new_for_unconfirmed (entry, AMB_TEST_NOW);
  g_autoptr (AmbProfile) profile = amb_profile_new ();

  assert_says_trouble (amb_plan_dialog_new (parent, context, amb_draft_session_get_draft (fixture->session)));
  assert_says_trouble (amb_share_dialog_new (parent, fixture->session));
  assert_says_trouble (amb_confirm_dialog_new (parent, context, item));
  assert_says_trouble (amb_conversation_dialog_new (parent, context));
  assert_says_trouble (amb_entry_editor_new (parent, context, NULL));
  assert_says_trouble (amb_period_dialog_new (parent, AMB_TIME_UNSET, AMB_TIME_UNSET));
  assert_says_trouble (amb_results_dialog_new (parent, context, entry));
  assert_says_trouble (amb_story_picker_new (parent, context));
  assert_says_trouble (amb_profile_versions_new (parent, context, profile));
  assert_says_trouble (amb_preferences_window_new (parent, context, NULL));
  assert_says_trouble (amb_welcome_window_new (parent, context));
}

static void
test_dialogs (Fixture       *fixture,
              gconstpointer  language)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  AmbContext *context = fixture->test->context;
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbTodayItem) item = amb_today_item_new_for_unconfirmed (entry, AMB_TEST_NOW);
  g_autoptr (AmbProfile) profile = amb_profile_new ();

  assert_narrow (amb_plan_dialog_new (parent, context, amb_draft_session_get_draft (fixture->session)));
  assert_narrow (amb_conversation_dialog_new (parent, context));
  assert_narrow (amb_entry_editor_new (parent, context, NULL));
  assert_narrow (amb_confirm_dialog_new (parent, context, item));
  assert_narrow (amb_period_dialog_new (parent, AMB_TIME_UNSET, AMB_TIME_UNSET));
  assert_narrow (amb_results_dialog_new (parent, context, entry));
  assert_narrow (amb_story_picker_new (parent, context));
  assert_narrow (amb_story_dismiss_dialog_new (parent));
  assert_narrow (amb_profile_versions_new (parent, context, profile));
  assert_narrow (amb_preferences_window_new (parent, context, NULL));
  assert_narrow (amb_shortcuts_window_new (parent));
  assert_narrow (amb_welcome_window_new (parent, context));
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/narrow/share/en", Fixture, "en", set_up, test_share, tear_down);
  g_test_add ("/narrow/share/nl", Fixture, "nl", set_up, test_share, tear_down);
  g_test_add ("/narrow/dialogs/en", Fixture, "en", set_up, test_dialogs, tear_down);
  g_test_add ("/narrow/dialogs/nl", Fixture, "nl", set_up, test_dialogs, tear_down);
  g_test_add ("/narrow/trouble", Fixture, "nl", set_up, test_trouble, tear_down);

  return g_test_run ();
}

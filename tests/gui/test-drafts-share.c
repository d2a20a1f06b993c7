/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-confirm-share.h"
#include "amb-drafting.h"
#include "amb-gui-test.h"
#include "amb-logbook.h"
#include "amb-plan-dialog.h"
#include "amb-share-dialog.h"
#include "amb-test-context.h"
#include "amb-test-hold.h"
#include "amb-time.h"

#define TEXT "The ducklings made my day."
/* LinkedIn's ids are clocks. */
#define PERMALINK "https://www.linkedin.com/feed/update/urn:li:share:7130000000000000000"

typedef struct
{
  AmbTestContext  *test;
  AmbDraft        *draft;
  AmbDraftSession *session;
  GtkWidget       *window;
  gint64           shared_id;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->test = amb_test_context_new ();
  /* A channel without a compose page: a test opens no browser. */
  amb_drafting_create_async (fixture->test->context, 0, "website", NULL, amb_gui_test_store_result, &result);
  fixture->draft = amb_drafting_create_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
  fixture->session = amb_draft_session_new (fixture->test->context, fixture->draft);
  amb_draft_session_set_text (fixture->session, TEXT);
  fixture->window = amb_gui_test_show (gtk_label_new ("behind"), 800, 600);
}

static gboolean
is_settled (gpointer data)
{
  return amb_draft_session_is_saved (data) && amb_live_check_is_current (amb_draft_session_get_check (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_draft_session_flush (fixture->session);
  amb_gui_test_wait (is_settled, fixture->session);
  amb_gui_test_hide (fixture->window);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->draft);
  amb_gui_test_settle ();
  amb_test_context_free (fixture->test);
}

static void
shared_cb (Fixture *fixture,
           gint64   entry_id)
{
  fixture->shared_id = entry_id;
}

static GtkWidget *
show_dialog (Fixture *fixture)
{
  GtkWidget *dialog = amb_share_dialog_new (GTK_WINDOW (fixture->window), fixture->session);

  g_signal_connect_swapped (dialog, "shared", G_CALLBACK (shared_cb), fixture);
  gtk_window_present (GTK_WINDOW (dialog));
  amb_gui_test_settle ();

  return dialog;
}

static gboolean
asks (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "Did It Go Out?") != NULL &&
         gtk_widget_get_mapped (amb_gui_test_find (data, GTK_TYPE_LABEL, "Did It Go Out?"));
}

static gboolean
is_shared (gpointer data)
{
  return ((Fixture *) data)->shared_id != 0;
}

static AmbEntry *
load_entry (Fixture *fixture,
            gint64   id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbEntry *entry;

  amb_logbook_load_async (fixture->test->context, id, NULL, amb_gui_test_store_result, &result);
  entry = amb_logbook_load_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return entry;
}

static void
test_confirmed (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *dialog = show_dialog (fixture);
  g_autoptr (AmbEntry) entry = NULL;

  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "Your text is copied, ready to paste on Website."));
  amb_gui_test_assert_named (dialog);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Copy the Text"));
  amb_gui_test_wait (asks, dialog);
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_DRAFT);

  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), " " PERMALINK " ");
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "Posted 14 November 2023 02:14"));
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Yes, It Did"));
  amb_gui_test_wait (is_shared, fixture);

  entry = load_entry (fixture, fixture->shared_id);
  g_assert_true (amb_entry_get_confirmed (entry));
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_TEXT), ==, TEXT);
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_LINK), ==, PERMALINK);
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_SHARED);
}

/* What is no link is said so, and nothing is confirmed. */
static void
test_no_link (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = show_dialog (fixture);
  GtkWidget *row;

  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Copy the Text"));
  amb_gui_test_wait (asks, dialog);
  row = amb_gui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "javascript:alert(1) hello");
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Yes, It Did"));
  amb_gui_test_wait_for_writes (fixture->test);
  g_assert_cmpint (fixture->shared_id, ==, 0);
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL,
                                       "This is not a link. Copy the address of your post, or leave it empty."));

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Yes, It Did"));
  amb_gui_test_wait (is_shared, fixture);
}

#define NO_LINK "This is not a link. Copy the address of your post, or leave it empty."

/* A scheme that is none of the web, and words, are told at once; the beginning of a link is not. */
static void
test_no_link_typed (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const starts[] = { "h", "https:", "https://www.linked", "www.linkedin", "linkedin.com:443", "" };
  static const char * const wrong[] = { "javascript:alert(1)", "mailto:a@example.org", "The ducklings made my day." };
  GtkWidget *dialog = show_dialog (fixture);
  GtkWidget *row;

  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Copy the Text"));
  amb_gui_test_wait (asks, dialog);
  row = amb_gui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), wrong[i]);
      g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, NO_LINK));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), starts[i]);
      g_assert_null (amb_gui_test_find (dialog, GTK_TYPE_LABEL, NO_LINK));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
says_no_link (gpointer dialog)
{
  return amb_gui_test_find (dialog, GTK_TYPE_LABEL, NO_LINK) != NULL;
}

static gboolean
says_when (gpointer dialog)
{
  return amb_gui_test_find (dialog, GTK_TYPE_LABEL, "Posted 14 November 2023 02:14") != NULL;
}

/* The clipboard holds the text that was just copied: that is no link, and stays out of the row. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog = show_dialog (fixture);
  GtkWidget *row;

  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Copy the Text"));
  amb_gui_test_wait (asks, dialog);
  row = amb_gui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "Paste the link"));
  amb_gui_test_wait (says_no_link, dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (row), " " PERMALINK "\n");
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "Paste the link"));
  amb_gui_test_wait (says_when, dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, PERMALINK);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
assert_waits (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  amb_gui_test_settle ();
  g_assert_true (gtk_widget_get_visible (dialog));
}

/* While something is being stored the dialog stays: who would hear otherwise that it failed? */
static void
test_slow (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog = show_dialog (fixture);
  GAsyncQueue *held = amb_test_hold_writer (fixture->test->database);

  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Copy the Text"));
  assert_waits (dialog);
  amb_test_release_writer (held);
  amb_gui_test_wait (asks, dialog);

  held = amb_test_hold_writer (fixture->test->database);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Yes, It Did"));
  assert_waits (dialog);
  amb_test_release_writer (held);
  amb_gui_test_wait (is_shared, fixture);
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_SHARED);
}

static void
test_not_yet (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = show_dialog (fixture);

  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Copy the Text"));
  amb_gui_test_wait (asks, dialog);
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Not Yet"));

  g_assert_cmpint (fixture->shared_id, ==, 0);
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_DRAFT);
}

/* Nothing leaves before the person has seen it: the text of the channel that is chosen, all of it, as it is now. */
static void
test_shows_text (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *text;

  amb_draft_session_set_own_text (fixture->session, "website", "For the website <b>only</b>.");
  dialog = show_dialog (fixture);
  text = amb_gui_test_find (dialog, GTK_TYPE_LABEL, "For the website <b>only</b>.");
  g_assert_nonnull (text);
  g_assert_true (gtk_widget_get_mapped (text));

  amb_draft_session_set_own_text (fixture->session, "website", "Written meanwhile.");
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "Written meanwhile."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
has_issue (gpointer data)
{
  GtkWidget *label = amb_gui_test_find (data, GTK_TYPE_LABEL, "The checks noticed 1 thing. You decide.");

  return label != NULL && gtk_widget_get_mapped (label);
}

/* What the checks noticed does not push the text out of sight. */
static void
test_issues (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (400, 'x');
  GtkWidget *dialog;

  amb_draft_session_add_channel (fixture->session, "x");
  amb_draft_session_set_own_text (fixture->session, "x", long_text);
  amb_draft_session_set_channel (fixture->session, "x");
  dialog = show_dialog (fixture);
  amb_gui_test_wait (has_issue, dialog);
  amb_gui_test_assert_named (dialog);
  g_assert_true (gtk_widget_get_mapped (amb_gui_test_find (dialog, GTK_TYPE_LABEL, long_text)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Who did not say for which channels may choose from all. */
static void
test_no_channel (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *dialog;

  amb_draft_session_remove_channel (fixture->session, "website");
  dialog = show_dialog (fixture);
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Copy and Open LinkedIn"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog = amb_plan_dialog_new (GTK_WINDOW (fixture->window), fixture->test->context, fixture->draft);
  /* Tuesday 24 November 2026, 09:00 in Amsterdam. */
  const gint64 tomorrow = G_GINT64_CONSTANT (1795507200000);

  gtk_window_present (GTK_WINDOW (dialog));
  amb_gui_test_assert_named (dialog);
  g_assert_true (GTK_IS_CALENDAR (gtk_root_get_focus (GTK_ROOT (dialog))));
  g_assert_cmpint (amb_plan_dialog_get_time (AMB_PLAN_DIALOG (dialog)), ==, tomorrow);
  g_assert_null (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Don’t Plan It"));
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Plan"));
  g_assert_cmpint (amb_draft_get_planned_at (fixture->draft), ==, tomorrow);
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_PLANNED);

  dialog = amb_plan_dialog_new (GTK_WINDOW (fixture->window), fixture->test->context, fixture->draft);
  gtk_window_present (GTK_WINDOW (dialog));
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Don’t Plan It"));
  g_assert_cmpint (amb_draft_get_planned_at (fixture->draft), ==, AMB_TIME_UNSET);
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_DRAFT);
}

/* Who types the time and presses the button with its mnemonic has not left what they typed. */
static void
test_plan_typed (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *dialog = amb_plan_dialog_new (GTK_WINDOW (fixture->window), fixture->test->context, fixture->draft);
  /* Tuesday 24 November 2026, 14:00 in Amsterdam. */
  const gint64 planned = G_GINT64_CONSTANT (1795525200000);
  GtkWidget *hour = GTK_WIDGET (gtk_widget_get_template_child (dialog, AMB_TYPE_PLAN_DIALOG, "hour"));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (hour), "14");
  amb_gui_test_click (amb_gui_test_find (dialog, GTK_TYPE_BUTTON, "_Plan"));
  g_assert_cmpint (amb_draft_get_planned_at (fixture->draft), ==, planned);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/gui/drafts/share/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("confirmed", test_confirmed);
  ADD ("no-link", test_no_link);
  ADD ("no-link/typed", test_no_link_typed);
  ADD ("paste", test_paste);
  ADD ("slow", test_slow);
  ADD ("not-yet", test_not_yet);
  ADD ("shows-text", test_shows_text);
  ADD ("issues", test_issues);
  ADD ("no-channel", test_no_channel);
  ADD ("plan", test_plan);
  ADD ("plan-typed", test_plan_typed);

  return g_test_run ();
}

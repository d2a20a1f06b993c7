/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-history-export.h"
#include "amb-history-page.h"
#include "amb-logbook.h"
#include "amb-presenter.h"
#include "amb-window-test.h"

typedef struct
{
  AmbTestContext *test;
  GtkWidget      *page;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  amb_entry_set_at (entry, AMB_TEST_NOW);
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "Night shift");
  amb_logbook_save_async (fixture->test->context, entry, NULL, amb_gui_test_store_result, &result);
  saved = amb_logbook_save_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  fixture->page = amb_history_page_new (fixture->test->context);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  fixture->window = amb_gui_test_show (overlay, 1000, 700);
  amb_presenter_set_overlay (GTK_WINDOW (fixture->window), ADW_TOAST_OVERLAY (overlay));
}

static void
tear_down (Fixture *fixture)
{
  amb_gui_test_hide (fixture->window);
  amb_test_context_free (fixture->test);
}

static gboolean
says_exported (gpointer window)
{
  return amb_gui_test_find (window, GTK_TYPE_LABEL, "1 entry exported") != NULL;
}

static gboolean
is_exported (gpointer data)
{
  g_autoptr (GFileInfo) info = g_file_query_info (data, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL && g_file_info_get_size (info) > 0;
}

static void
test_export (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  g_autoptr (GFile) file = g_file_new_build_filename (fixture.test->folder, "log.csv", NULL);

  set_up (&fixture);
  amb_history_export_to_file (fixture.page, fixture.test->context, "csv", file);
  amb_gui_test_assert_named (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  amb_gui_test_wait (says_exported, fixture.window);
  g_assert_true (is_exported (file));
  amb_gui_test_settle ();
  g_assert_null (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));

  tear_down (&fixture);
}

/* The window that shows an export may be gone before it is done. */
static void
test_export_late (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  g_autoptr (GFile) file = g_file_new_build_filename (fixture.test->folder, "log.csv", NULL);

  set_up (&fixture);
  amb_history_export_to_file (fixture.page, fixture.test->context, "csv", file);
  gtk_window_destroy (GTK_WINDOW (amb_window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
  amb_gui_test_wait (is_exported, file);
  amb_gui_test_wait (says_exported, fixture.window);

  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/history/export", test_export);
  g_test_add_func ("/history/export/late", test_export_late);

  return g_test_run ();
}

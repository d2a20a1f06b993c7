/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-error.h"
#include "amb-gui-test.h"
#include "amb-presenter.h"

static GtkWidget *
make_window (int width)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *window;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Page"));
  window = amb_gui_test_show (overlay, width, 400);
  amb_presenter_set_overlay (GTK_WINDOW (window), ADW_TOAST_OVERLAY (overlay));

  return window;
}

static void
test_toast (void)
{
  GtkWidget *window = make_window (600);
  GtkWidget *label;

  amb_presenter_show_toast (window, "Saved as “a & b <c>”");
  amb_gui_test_settle ();
  label = amb_gui_test_find (window, GTK_TYPE_LABEL, "Saved as “a & b <c>”");
  g_assert_nonnull (label);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)), ==, GTK_ACCESSIBLE_ROLE_STATUS);

  amb_gui_test_hide (window);
}

static gboolean
has_height (gpointer data)
{
  return gtk_widget_get_height (data) > 0;
}

/* A whole sentence fits a narrow window, beside a button as well. */
static void
test_toast_narrow (void)
{
  const char *text = "No program on this computer could open the page. The text is on the clipboard.";
  GtkWidget *window = make_window (360);
  GtkWidget *label;
  int height;

  amb_presenter_show_action (window, text, "Show the Draft", "win.open-draft", g_variant_new_int64 (1));
  amb_gui_test_settle ();
  label = amb_gui_test_find (window, GTK_TYPE_LABEL, text);
  amb_gui_test_wait (has_height, label);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  g_assert_cmpint (gtk_widget_get_height (label), >=, height);
  g_assert_cmpint (gtk_widget_get_width (window), ==, 360);

  amb_gui_test_hide (window);
}

static void
increase (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_undo (void)
{
  GtkWidget *window = make_window (600);
  guint undone = 0;
  GtkWidget *button;

  amb_presenter_show_undo (window, "Draft discarded", increase, &undone, NULL);
  amb_gui_test_settle ();
  button = amb_gui_test_find (window, GTK_TYPE_BUTTON, "Undo");
  g_assert_nonnull (button);
  amb_gui_test_click (button);
  amb_gui_test_settle ();
  g_assert_cmpuint (undone, ==, 1);

  amb_gui_test_hide (window);
}

static void
test_undo_frees (void)
{
  GtkWidget *window = make_window (600);
  guint undone = 0;
  guint freed = 0;

  amb_presenter_show_undo (window, "Draft discarded", increase, &freed, increase);
  amb_gui_test_hide (window);
  g_assert_cmpuint (undone, ==, 0);
  g_assert_cmpuint (freed, ==, 1);
}

/* Without the mouse: the latest comes first, and what is gone from the screen is not undone any more. */
static void
test_undo_key (void)
{
  GtkWidget *window = make_window (400);
  guint first = 0;
  guint second = 0;

  g_assert_false (amb_presenter_undo (window));
  amb_presenter_show_undo (window, "Draft discarded", increase, &first, NULL);
  amb_presenter_show_undo (window, "Entry deleted", increase, &second, NULL);
  amb_gui_test_settle ();
  g_assert_true (amb_presenter_undo (window));
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (second, ==, 1);
  g_assert_true (amb_presenter_undo (window));
  g_assert_cmpuint (first, ==, 1);
  g_assert_false (amb_presenter_undo (window));
  amb_gui_test_settle ();
  g_assert_null (amb_gui_test_find (window, GTK_TYPE_LABEL, "Draft discarded"));

  amb_presenter_show_undo (window, "Draft discarded", increase, &first, NULL);
  amb_gui_test_settle ();
  amb_gui_test_click (amb_gui_test_find (window, GTK_TYPE_BUTTON, "Undo"));
  g_assert_cmpuint (first, ==, 2);
  g_assert_false (amb_presenter_undo (window));

  amb_gui_test_hide (window);
}

/* A dialog says it in the window it belongs to. */
static void
test_dialog (void)
{
  GtkWidget *window = make_window (600);
  GtkWidget *dialog = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  amb_presenter_show_toast (dialog, "Stored");
  amb_gui_test_settle ();
  g_assert_nonnull (amb_gui_test_find (window, GTK_TYPE_LABEL, "Stored"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  amb_gui_test_hide (window);
}

static void
show_trouble_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  char **shown = data;

  *shown = g_variant_dup_string (parameter, NULL);
}

/* A dialog with room for it says it itself: behind a dialog nobody reads it. */
static void
test_dialog_own (void)
{
  GtkWidget *window = make_window (600);
  GtkWidget *dialog = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (dialog), adw_toast_overlay_new ());
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  amb_presenter_show_toast (dialog, "Stored");
  amb_gui_test_settle ();
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, "Stored"));
  g_assert_null (amb_gui_test_find (window, GTK_TYPE_LABEL, "Stored"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  amb_gui_test_hide (window);
}

static void
let_show_trouble (GtkWidget  *window,
                  char      **shown)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-trouble", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (show_trouble_cb), shown);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/* What lasts does not pass by, not even when a dialog hears of it. */
static void
test_dialog_lasting (void)
{
  GtkWidget *window = make_window (600);
  GtkWidget *dialog = gtk_window_new ();
  g_autoptr (GError) error = g_error_new_literal (AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FULL, "SQLITE_FULL");
  g_autofree char *expected = amb_presenter_describe (error);
  g_autofree char *shown = NULL;

  let_show_trouble (window, &shown);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));

  amb_presenter_show_error (dialog, error);
  amb_gui_test_settle ();
  g_assert_cmpstr (shown, ==, expected);
  g_assert_null (amb_gui_test_find (window, GTK_TYPE_LABEL, expected));

  gtk_window_destroy (GTK_WINDOW (dialog));
  amb_gui_test_hide (window);
}

/* The bar is behind a modal dialog: the dialog says it too, whoever heard of it, and one without room leaves it to the
 * one below. */
static void
test_dialog_modal (void)
{
  GtkWidget *window = make_window (600);
  GtkWidget *dialog = adw_window_new ();
  GtkWidget *question = gtk_window_new ();
  g_autoptr (GError) error = g_error_new_literal (AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FULL, "SQLITE_FULL");
  g_autofree char *expected = amb_presenter_describe (error);
  g_autofree char *shown = NULL;

  let_show_trouble (window, &shown);
  adw_window_set_content (ADW_WINDOW (dialog), adw_toast_overlay_new ());
  g_object_set (dialog, "transient-for", window, "modal", TRUE, NULL);
  g_object_set (question, "transient-for", dialog, "modal", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (question));

  amb_presenter_show_error (window, error);
  amb_gui_test_settle ();
  g_assert_cmpstr (shown, ==, expected);
  g_assert_nonnull (amb_gui_test_find (dialog, GTK_TYPE_LABEL, expected));
  g_assert_null (amb_gui_test_find (window, GTK_TYPE_LABEL, expected));

  gtk_window_destroy (GTK_WINDOW (question));
  gtk_window_destroy (GTK_WINDOW (dialog));
  amb_gui_test_hide (window);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");

  g_assert_null (amb_presenter_describe (error));
}

/* Each error of the storage layer has words of its own, and none of them is that of the layer. */
static void
test_storage (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = AMB_STORAGE_ERROR_BUSY; code <= AMB_STORAGE_ERROR_CLOSED; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (AMB_STORAGE_ERROR, code, "SQLITE_SOMETHING");
      char *text = amb_presenter_describe (error);

      g_assert_nonnull (text);
      g_assert_null (strstr (text, "SQLITE"));
      g_assert_true (g_hash_table_add (seen, text));
    }
}

/* What is wrong with a file is said by its name. */
static void
test_file (void)
{
  static const GIOErrorEnum codes[] = { G_IO_ERROR_NOT_FOUND, G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_IS_DIRECTORY };
  g_autoptr (GFile) file = g_file_new_for_path ("/home/anna/garden <2>.png");

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, codes[i], "Error opening file");
      g_autofree char *text = amb_presenter_describe_file (error, "garden <2>.png");
      GtkWidget *window = make_window (600);

      g_assert_nonnull (strstr (text, "“garden <2>.png”"));
      amb_presenter_show_file_error (window, error, file);
      amb_gui_test_settle ();
      g_assert_nonnull (amb_gui_test_find (window, GTK_TYPE_LABEL, text));
      amb_gui_test_hide (window);
    }
}

static void
test_format (void)
{
  g_autoptr (GError) error = g_error_new_literal (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED, "Line 3: a tag is open.");
  g_autofree char *text = amb_presenter_describe (error);

  g_assert_cmpstr (text, ==, "Line 3: a tag is open.");
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/presenter/toast", test_toast);
  g_test_add_func ("/presenter/toast/narrow", test_toast_narrow);
  g_test_add_func ("/presenter/undo", test_undo);
  g_test_add_func ("/presenter/undo/frees", test_undo_frees);
  g_test_add_func ("/presenter/undo/key", test_undo_key);
  g_test_add_func ("/presenter/dialog", test_dialog);
  g_test_add_func ("/presenter/dialog/own", test_dialog_own);
  g_test_add_func ("/presenter/dialog/lasting", test_dialog_lasting);
  g_test_add_func ("/presenter/dialog/modal", test_dialog_modal);
  g_test_add_func ("/presenter/cancelled", test_cancelled);
  g_test_add_func ("/presenter/storage", test_storage);
  g_test_add_func ("/presenter/file", test_file);
  g_test_add_func ("/presenter/format", test_format);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-form.h"
#include "amb-gui-test.h"
#include "amb-suggest-row.h"
#include "amb-text-row.h"

#define TEXT "Anna of the wet wall"

static GtkWidget *
show (GtkWidget *row)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), gtk_list_box_row_new ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_set (row, "text", TEXT, NULL);

  return amb_gui_test_show (group, 360, 300);
}

/* One line: of a row of libadwaita and of one that is derived from it. */
static void
test_grab_focus_entry (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  GtkWidget *row = g_object_new (type, NULL);
  GtkWidget *window = show (row);

  amb_form_grab_focus (row);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), row));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (row), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (row)), ==, strlen (TEXT));

  amb_gui_test_hide (window);
}

static void
test_grab_focus_text (void)
{
  GtkWidget *row = g_object_new (AMB_TYPE_TEXT_ROW, NULL);
  GtkWidget *window = show (row);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (amb_gui_test_find (row, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter cursor;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  amb_form_grab_focus (row);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_true (gtk_text_iter_is_end (&cursor));

  amb_gui_test_hide (window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_data_func ("/form/grab-focus/entry", GSIZE_TO_POINTER (ADW_TYPE_ENTRY_ROW), test_grab_focus_entry);
  g_test_add_data_func ("/form/grab-focus/suggest", GSIZE_TO_POINTER (AMB_TYPE_SUGGEST_ROW), test_grab_focus_entry);
  g_test_add_func ("/form/grab-focus/text", test_grab_focus_text);

  return g_test_run ();
}

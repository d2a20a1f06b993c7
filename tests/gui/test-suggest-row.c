/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-suggest-row.h"

static const char * const groups[] = { "Patients", "Neighbours <of> us", NULL };

typedef struct
{
  GtkStringList *suggestions;
  AmbSuggestRow *row;
  GtkWidget     *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->suggestions = gtk_string_list_new (groups);
  fixture->row = AMB_SUGGEST_ROW (amb_suggest_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fixture->row), "With");
  amb_suggest_row_set_suggestions (fixture->row, G_LIST_MODEL (fixture->suggestions));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (fixture->row));
  fixture->window = amb_gui_test_show (list, 400, 400);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_gui_test_hide (fixture->window);
  g_object_unref (fixture->suggestions);
}

static gboolean
shows_list (gpointer data)
{
  GtkWidget *list = amb_gui_test_find (data, GTK_TYPE_LIST_VIEW, NULL);

  return list != NULL && gtk_widget_get_mapped (list);
}

/* Opens the suggestions, as the key does. */
static GtkWidget *
open_list (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->row), "suggestions.open", NULL));
  amb_gui_test_wait (shows_list, fixture->row);

  return amb_gui_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_LIST_VIEW, NULL);
}

static void
test_named (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *line = gtk_widget_get_first_child (open_list (fixture));

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_assert_nonnull (line);
      amb_gui_test_assert_label (line, groups[i]);
      g_assert_nonnull (amb_gui_test_find (line, GTK_TYPE_LABEL, groups[i]));
      line = gtk_widget_get_next_sibling (line);
    }
}

static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->row), "Pat");
  g_signal_emit_by_name (open_list (fixture), "activate", 1);
  amb_gui_test_settle ();

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "Neighbours <of> us");
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *button = amb_gui_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_MENU_BUTTON, NULL);

  g_assert_nonnull (button);
  gtk_string_list_splice (fixture->suggestions, 0, 2, NULL);
  g_assert_false (gtk_widget_get_visible (button));
}

/* Who types and presses Tab goes on to what stands behind the row, and does not open a list by the next letter. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (fixture->row));
  GtkWidget *next = adw_entry_row_new ();
  GtkWidget *focus;

  gtk_list_box_append (GTK_LIST_BOX (list), next);
  amb_gui_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (fixture->row));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->row)));
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/suggest-row/named", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/suggest-row/chosen", Fixture, NULL, set_up, test_chosen, tear_down);
  g_test_add ("/suggest-row/tab", Fixture, NULL, set_up, test_tab, tear_down);
  g_test_add ("/suggest-row/none", Fixture, NULL, set_up, test_none, tear_down);

  return g_test_run ();
}

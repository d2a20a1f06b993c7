/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-tab-stop.h"

typedef struct
{
  GtkWidget *before;
  GtkWidget *list;
  GtkWidget *after;
  GtkWidget *window;
} Stop;

static void
show (Stop      *stop,
      GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *tab_stop = amb_tab_stop_new ();

  stop->before = gtk_button_new_with_label ("Before");
  stop->after = gtk_button_new_with_label ("After");
  stop->list = list;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (tab_stop), scroller);
  gtk_box_append (GTK_BOX (box), stop->before);
  gtk_box_append (GTK_BOX (box), tab_stop);
  gtk_box_append (GTK_BOX (box), stop->after);
  stop->window = amb_gui_test_show (box, 360, 400);
}

static void
move (Stop             *stop,
      GtkDirectionType  direction)
{
  gtk_widget_child_focus (stop->window, direction);
  amb_gui_test_settle ();
}

static GtkWidget *
get_focus (Stop *stop)
{
  return gtk_window_get_focus (GTK_WINDOW (stop->window));
}

/* Both ways round, and back to the row one came from. */
static void
assert_one_stop (Stop *stop)
{
  GtkWidget *row;

  gtk_widget_grab_focus (stop->before);
  move (stop, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (get_focus (stop), stop->list));
  move (stop, GTK_DIR_DOWN);
  row = get_focus (stop);
  g_assert_true (gtk_widget_is_ancestor (row, stop->list));
  move (stop, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (stop) == stop->after);
  move (stop, GTK_DIR_TAB_BACKWARD);
  g_assert_true (get_focus (stop) == row);
  move (stop, GTK_DIR_TAB_BACKWARD);
  g_assert_true (get_focus (stop) == stop->before);
  move (stop, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (stop) == row);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("Row"));
}

static void
test_list_view (void)
{
  const char * const texts[] = { "One", "Two", "Three", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new (texts)));
  Stop stop;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  show (&stop, gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  assert_one_stop (&stop);
  amb_gui_test_hide (stop.window);
}

static void
test_list_box (void)
{
  GtkWidget *list = gtk_list_box_new ();
  Stop stop;

  for (int i = 0; i < 3; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("Row"));
  show (&stop, list);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  gtk_widget_grab_focus (stop.before);
  move (&stop, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (&stop) == GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
  move (&stop, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (&stop) == stop.after);
  amb_gui_test_hide (stop.window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/tab-stop/list-view", test_list_view);
  g_test_add_func ("/tab-stop/list-box", test_list_box);

  return g_test_run ();
}

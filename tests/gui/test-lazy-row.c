/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-lazy-row.h"

static guint n_made;

static GtkWidget *
make_label (gpointer data)
{
  n_made++;

  return gtk_label_new (NULL);
}

static void
show_string (GtkWidget *label,
             gpointer   string)
{
  gtk_label_set_label (GTK_LABEL (label), string == NULL ? "" : gtk_string_object_get_string (string));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, amb_lazy_row_new (2, 10, make_label, show_string, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  amb_lazy_row_set_item (AMB_LAZY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static GtkWidget *
make_list (GtkStringList *strings)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_scrolled_window_set_child (
    GTK_SCROLLED_WINDOW (window),
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (strings)))), factory));

  return window;
}

static GtkStringList *
make_strings (guint n_strings)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_strings; i++)
    gtk_string_list_take (strings, g_strdup_printf ("Row %u", i));

  return strings;
}

/* A list view keeps some two hundred rows; those that one sees have content. */
static void
test_only_seen (void)
{
  g_autoptr (GtkStringList) strings = make_strings (5000);
  GtkWidget *list = make_list (strings);
  GtkWidget *window;

  n_made = 0;
  window = amb_gui_test_show (list, 300, 300);
  g_assert_cmpuint (n_made, >, 3);
  g_assert_cmpuint (n_made, <, 20);
  g_assert_nonnull (amb_gui_test_find (list, GTK_TYPE_LABEL, "Row 0"));
  g_assert_null (amb_gui_test_find (list, GTK_TYPE_LABEL, "Row 100"));

  amb_gui_test_hide (window);
}

static gboolean
shows_last (gpointer list)
{
  return amb_gui_test_find (list, GTK_TYPE_LABEL, "Row 4999") != NULL;
}

static void
test_scroll (void)
{
  g_autoptr (GtkStringList) strings = make_strings (5000);
  GtkWidget *list = make_list (strings);
  GtkWidget *window = amb_gui_test_show (list, 300, 300);

  gtk_widget_activate_action (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (list)), "list.scroll-to-item", "u",
                              4999);
  amb_gui_test_wait (shows_last, list);
  g_assert_null (amb_gui_test_find (list, GTK_TYPE_LABEL, "Row 0"));

  amb_gui_test_hide (window);
}

/* A row that is behind another page follows nothing, and shows its item again when the page is back. */
static void
test_hidden (void)
{
  g_autoptr (GtkStringObject) first = gtk_string_object_new ("First");
  g_autoptr (GtkStringObject) second = gtk_string_object_new ("Second");
  GtkWidget *row = amb_lazy_row_new (1, 0, make_label, show_string, NULL);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *window;

  gtk_stack_add_named (GTK_STACK (stack), row, "row");
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("Other"), "other");
  amb_lazy_row_set_item (AMB_LAZY_ROW (row), first);
  g_assert_null (amb_lazy_row_get_content (AMB_LAZY_ROW (row)));
  window = amb_gui_test_show (stack, 300, 300);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (amb_lazy_row_get_content (AMB_LAZY_ROW (row)))), ==, "First");

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "other");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (amb_lazy_row_get_content (AMB_LAZY_ROW (row)))), ==, "");
  amb_lazy_row_set_item (AMB_LAZY_ROW (row), second);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "row");
  amb_gui_test_settle ();
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (amb_lazy_row_get_content (AMB_LAZY_ROW (row)))), ==, "Second");

  amb_gui_test_hide (window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/gui/lazy-row/only-seen", test_only_seen);
  g_test_add_func ("/gui/lazy-row/scroll", test_scroll);
  g_test_add_func ("/gui/lazy-row/hidden", test_hidden);

  return g_test_run ();
}

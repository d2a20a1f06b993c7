/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-pane.h"

static const char description[] =
  "<interface>"
  "  <object class='AmbPane' id='pane'>"
  "    <property name='title'>Today</property>"
  "    <property name='maximum-size'>400</property>"
  "    <child type='content'><object class='GtkLabel' id='content'><property name='label'>Body</property></object></child>"
  "    <child type='end'><object class='GtkButton' id='end'><property name='label'>Do</property></object></child>"
  "  </object>"
  "</interface>";

static void
test_children (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *content;
  GtkWidget *window;

  g_type_ensure (AMB_TYPE_PANE);
  builder = gtk_builder_new_from_string (description, -1);
  content = GTK_WIDGET (gtk_builder_get_object (builder, "content"));
  window = amb_gui_test_show (GTK_WIDGET (gtk_builder_get_object (builder, "pane")), 360, 294);

  g_assert_true (gtk_widget_get_mapped (content));
  g_assert_nonnull (gtk_widget_get_ancestor (content, ADW_TYPE_CLAMP));
  g_assert_nonnull (gtk_widget_get_ancestor (GTK_WIDGET (gtk_builder_get_object (builder, "end")), ADW_TYPE_HEADER_BAR));
  g_assert_nonnull (amb_gui_test_find (window, GTK_TYPE_LABEL, "Today"));
  amb_gui_test_assert_named (window);

  amb_gui_test_hide (window);
}

static void
test_properties (void)
{
  AmbPane *pane = g_object_ref_sink (AMB_PANE (amb_pane_new ()));

  amb_pane_set_title (pane, "Profile");
  amb_pane_set_maximum_size (pane, 512);
  g_assert_cmpstr (amb_pane_get_title (pane), ==, "Profile");
  g_assert_cmpint (amb_pane_get_maximum_size (pane), ==, 512);

  g_object_unref (pane);
}

/* Content that is being read takes the keyboard when it is there, also from what scrolls it. */
static void
test_awaits_content (void)
{
  static const char text[] =
    "<interface>"
    "  <object class='AmbPane' id='pane'>"
    "    <child type='content'>"
    "      <object class='GtkButton' id='content'>"
    "        <property name='label'>Write</property>"
    "        <property name='sensitive'>false</property>"
    "        <property name='height-request'>900</property>"
    "      </object>"
    "    </child>"
    "  </object>"
    "</interface>";
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (text, -1);
  GtkWidget *pane = GTK_WIDGET (gtk_builder_get_object (builder, "pane"));
  GtkWidget *content = GTK_WIDGET (gtk_builder_get_object (builder, "content"));
  GtkWidget *window = amb_gui_test_show (pane, 360, 294);

  gtk_widget_grab_focus (pane);
  g_assert_true (GTK_IS_SCROLLED_WINDOW (gtk_window_get_focus (GTK_WINDOW (window))));
  gtk_widget_set_sensitive (content, TRUE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == content);

  amb_gui_test_hide (window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/pane/children", test_children);
  g_test_add_func ("/pane/properties", test_properties);
  g_test_add_func ("/pane/awaits-content", test_awaits_content);

  return g_test_run ();
}

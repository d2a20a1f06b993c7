/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-split-view.h"

static const char description[] =
  "<interface>"
  "  <object class='AmbSplitView' id='view'>"
  "    <property name='sidebar-title'>Stories</property>"
  "    <property name='content-title'>Story</property>"
  "    <child type='sidebar'><object class='GtkLabel' id='sidebar'><property name='label'>List</property></object></child>"
  "    <child type='sidebar-top'><object class='GtkSearchEntry' id='top'/></child>"
  "    <child type='sidebar-start'><object class='GtkButton' id='start'><property name='label'>New</property></object></child>"
  "    <child type='content'><object class='GtkLabel' id='content'><property name='label'>Body</property></object></child>"
  "    <child type='content-end'><object class='GtkButton' id='end'><property name='label'>Do</property></object></child>"
  "  </object>"
  "</interface>";

typedef struct
{
  GtkBuilder   *builder;
  AmbSplitView *view;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  width)
{
  g_type_ensure (AMB_TYPE_SPLIT_VIEW);
  fixture->builder = gtk_builder_new_from_string (description, -1);
  fixture->view = AMB_SPLIT_VIEW (gtk_builder_get_object (fixture->builder, "view"));
  fixture->window = amb_gui_test_show (GTK_WIDGET (fixture->view), GPOINTER_TO_INT (width), 400);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  width)
{
  amb_gui_test_hide (fixture->window);
  g_object_unref (fixture->builder);
}

static GtkWidget *
get_widget (Fixture    *fixture,
            const char *id)
{
  return GTK_WIDGET (gtk_builder_get_object (fixture->builder, id));
}

static void
test_wide (Fixture       *fixture,
           gconstpointer  width)
{
  g_assert_false (amb_split_view_get_folded (fixture->view));
  g_assert_true (gtk_widget_get_child_visible (get_widget (fixture, "sidebar")));
  g_assert_true (gtk_widget_get_mapped (get_widget (fixture, "sidebar")));
  g_assert_true (gtk_widget_get_mapped (get_widget (fixture, "content")));
  g_assert_nonnull (gtk_widget_get_ancestor (get_widget (fixture, "start"), ADW_TYPE_HEADER_BAR));
  g_assert_nonnull (gtk_widget_get_ancestor (get_widget (fixture, "end"), ADW_TYPE_HEADER_BAR));
  g_assert_nonnull (amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, "Stories"));
  g_assert_nonnull (amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, "Story"));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  width)
{
  GtkWidget *back;

  g_assert_true (amb_split_view_get_folded (fixture->view));
  g_assert_false (amb_split_view_get_show_content (fixture->view));
  g_assert_true (gtk_widget_get_mapped (get_widget (fixture, "sidebar")));
  g_assert_false (gtk_widget_get_mapped (get_widget (fixture, "content")));

  amb_split_view_set_show_content (fixture->view, TRUE);
  amb_gui_test_settle ();
  g_assert_true (amb_split_view_get_show_content (fixture->view));
  g_assert_true (gtk_widget_get_mapped (get_widget (fixture, "content")));

  back = amb_gui_test_find (fixture->window, GTK_TYPE_BUTTON, "Back");
  g_assert_nonnull (back);
  amb_gui_test_click (back);
  amb_gui_test_settle ();
  g_assert_false (amb_split_view_get_show_content (fixture->view));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_notifies (Fixture       *fixture,
               gconstpointer  width)
{
  guint count = 0;

  g_signal_connect_swapped (fixture->view, "notify::show-content", G_CALLBACK (count_cb), &count);
  amb_split_view_set_show_content (fixture->view, TRUE);
  amb_split_view_set_show_content (fixture->view, TRUE);
  g_assert_cmpuint (count, ==, 1);

  amb_split_view_set_sidebar_width (fixture->view, 340);
  g_assert_cmpint (amb_split_view_get_sidebar_width (fixture->view), ==, 340);
}

static void
test_named (Fixture       *fixture,
            gconstpointer  width)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_widget (fixture, "top")), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search", -1);
  amb_gui_test_assert_named (fixture->window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add ("/split-view/wide", Fixture, GINT_TO_POINTER (900), set_up, test_wide, tear_down);
  g_test_add ("/split-view/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_narrow, tear_down);
  g_test_add ("/split-view/notifies", Fixture, GINT_TO_POINTER (360), set_up, test_notifies, tear_down);
  g_test_add ("/split-view/named", Fixture, GINT_TO_POINTER (900), set_up, test_named, tear_down);

  return g_test_run ();
}

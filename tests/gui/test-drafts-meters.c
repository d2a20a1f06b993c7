/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-difference-view.h"
#include "amb-gui-test.h"
#include "amb-length-ring.h"
#include "amb-own-words-bar.h"
#include "amb-wrap-layout.h"

static void
test_length_ring (void)
{
  GtkWidget *ring = amb_length_ring_new ();
  GtkWidget *window = amb_gui_test_show (ring, 100, 100);

  amb_length_ring_set_length (AMB_LENGTH_RING (ring), "LinkedIn",
                              &(AmbLength) { .length = 600, .limit = 3000, .remaining = 2400 });
  amb_gui_test_assert_label (ring, "LinkedIn: 2400 characters left");
  amb_length_ring_set_length (AMB_LENGTH_RING (ring), "X",
                              &(AmbLength) { .length = 281, .limit = 280, .remaining = -1, .over = TRUE });
  amb_gui_test_assert_label (ring, "X: 1 character too long");
  amb_length_ring_set_length (AMB_LENGTH_RING (ring), "E-mail", &(AmbLength) { .length = 312 });
  amb_gui_test_assert_label (ring, "E-mail: 312 characters, no limit");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (ring)), ==, GTK_ACCESSIBLE_ROLE_METER);
  amb_gui_test_settle ();

  amb_gui_test_hide (window);
}

static void
test_own_words_bar (void)
{
  GtkWidget *bar = amb_own_words_bar_new ();
  GtkWidget *window = amb_gui_test_show (bar, 300, 40);

  amb_gui_test_assert_label (bar, "100% your own words");
  amb_own_words_bar_set_share (AMB_OWN_WORDS_BAR (bar), 0.849);
  amb_gui_test_assert_label (bar, "84% your own words");
  amb_own_words_bar_set_share (AMB_OWN_WORDS_BAR (bar), 0.999);
  amb_gui_test_assert_label (bar, "99% your own words");
  amb_own_words_bar_set_share (AMB_OWN_WORDS_BAR (bar), 0.29);
  amb_gui_test_assert_label (bar, "29% your own words");
  amb_own_words_bar_set_share (AMB_OWN_WORDS_BAR (bar), 0);
  amb_gui_test_assert_label (bar, "0% your own words");
  amb_gui_test_settle ();

  amb_gui_test_hide (window);
}

static int
get_top (GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));

  return bounds.origin.y;
}

static GtkWidget *
make_wrapping_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, amb_wrap_layout_new ());
  for (int i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_label_new ("x");

      gtk_widget_set_size_request (child, 100, 20);
      gtk_box_append (GTK_BOX (box), child);
    }

  return box;
}

static void
test_wrap_layout (void)
{
  GtkWidget *box = make_wrapping_box ();
  GtkWidget *window = amb_gui_test_show (box, 600, 100);
  int minimum;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 600, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 230, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 46);

  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 230, 100 }, -1);
  g_assert_cmpint (get_top (gtk_widget_get_first_child (box)), ==, 0);
  g_assert_cmpint (get_top (gtk_widget_get_last_child (box)), ==, 26);

  amb_gui_test_hide (window);
}

static void
test_difference_view (void)
{
  GtkWidget *view = amb_difference_view_new ();
  GtkWidget *window = amb_gui_test_show (view, 300, 300);

  amb_difference_view_set_texts (AMB_DIFFERENCE_VIEW (view), "one two <three>", "one 2 <three>");
  g_assert_nonnull (amb_gui_test_find (view, GTK_TYPE_LABEL, "one two 2 <three>"));

  amb_gui_test_hide (window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/gui/drafts/length-ring", test_length_ring);
  g_test_add_func ("/gui/drafts/own-words-bar", test_own_words_bar);
  g_test_add_func ("/gui/drafts/wrap-layout", test_wrap_layout);
  g_test_add_func ("/gui/drafts/difference-view", test_difference_view);

  return g_test_run ();
}

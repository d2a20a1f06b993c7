/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-choice.h"
#include "amb-gui-test.h"

static GListStore *
make_choices (void)
{
  GListStore *choices = amb_choice_list_new ();

  amb_choice_list_add (choices, NULL, "Not chosen");
  amb_choice_list_add (choices, "nl", "Nederlands");
  amb_choice_list_add (choices, "en", "English");

  return choices;
}

static void
test_find (void)
{
  g_autoptr (GListStore) choices = make_choices ();

  g_assert_cmpuint (amb_choice_list_find (G_LIST_MODEL (choices), NULL), ==, 0);
  g_assert_cmpuint (amb_choice_list_find (G_LIST_MODEL (choices), "en"), ==, 2);
  g_assert_cmpuint (amb_choice_list_find (G_LIST_MODEL (choices), "fy"), ==, GTK_INVALID_LIST_POSITION);
}

static void
test_row (void)
{
  g_autoptr (GListStore) choices = make_choices ();
  AdwComboRow *row = g_object_ref_sink (ADW_COMBO_ROW (adw_combo_row_new ()));

  amb_choice_row_fill (row, choices, "nl");
  g_assert_cmpstr (amb_choice_row_get_id (row), ==, "nl");

  adw_combo_row_set_selected (row, 0);
  g_assert_null (amb_choice_row_get_id (row));

  g_object_unref (row);
}

static void
test_row_unknown (void)
{
  g_autoptr (GListStore) choices = make_choices ();
  AdwComboRow *row = g_object_ref_sink (ADW_COMBO_ROW (adw_combo_row_new ()));

  amb_choice_row_fill (row, choices, "fy");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);

  g_object_unref (row);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/choice/find", test_find);
  g_test_add_func ("/choice/row", test_row);
  g_test_add_func ("/choice/row/unknown", test_row_unknown);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "amb-error.h"
#include "amb-gui-test.h"
#include "amb-trouble-page.h"

static gboolean
is_suggested (GtkWidget  *page,
              const char *label)
{
  return gtk_widget_has_css_class (amb_gui_test_find (page, GTK_TYPE_BUTTON, label), "suggested-action");
}

/* Whatever is wrong with the file has a title of its own and a sentence, which fit the smallest window. */
static void
test_trouble (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *page = amb_trouble_page_new ();
  GtkWidget *window = amb_gui_test_show (page, 360, 294);

  for (int code = AMB_STORAGE_ERROR_BUSY; code <= AMB_STORAGE_ERROR_EMPTY; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (AMB_STORAGE_ERROR, code, "SQLITE_SOMETHING");
      AdwStatusPage *status = ADW_STATUS_PAGE (amb_gui_test_find (page, ADW_TYPE_STATUS_PAGE, NULL));
      gboolean other = code == AMB_STORAGE_ERROR_NOT_OURS;
      gboolean lost = code == AMB_STORAGE_ERROR_DAMAGED || code == AMB_STORAGE_ERROR_EMPTY;

      if (code == AMB_STORAGE_ERROR_NOT_FOUND || code == AMB_STORAGE_ERROR_CLOSED)
        continue;

      amb_trouble_page_set_error (AMB_TROUBLE_PAGE (page), error, "/home/sanne/<my> data/ambassador.db", TRUE);
      amb_gui_test_settle ();
      g_assert_null (strstr (adw_status_page_get_description (status), "SQLITE"));
      /* It may be a folder. */
      g_assert_null (strstr (adw_status_page_get_title (status), "file"));
      g_assert_true (g_hash_table_add (seen, g_strdup (adw_status_page_get_description (status))));
      g_assert_cmpint (amb_gui_test_find (page, GTK_TYPE_BUTTON, "Restore the Last Copy") != NULL, ==, lost);
      g_assert_cmpint (is_suggested (page, "Try Again"), ==, !lost && !other);
      g_assert_cmpint (is_suggested (page, "Choose Another File…"), ==, other);
      g_assert_nonnull (amb_gui_test_find (page, GTK_TYPE_LABEL, "/home/sanne/<my> data/ambassador.db"));
      g_assert_cmpint (gtk_widget_get_width (window), ==, 360);
      amb_gui_test_assert_named (page);
    }

  amb_gui_test_hide (window);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/trouble-page", test_trouble);

  return g_test_run ();
}

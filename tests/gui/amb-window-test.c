/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-window-test.h"

#include "amb-page.h"
#include "amb-trouble-page.h"

void
amb_window_test_open (AmbWindowTest *self,
                      int            width)
{
  g_autoptr (AmbClock) clock = amb_clock_new_fixed (AMB_TEST_NOW);
  g_autoptr (AmbDatabase) database = amb_database_new (self->path, clock);

  self->context = amb_context_new (database, clock);
  self->window = amb_window_new (NULL, self->context, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 640);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
amb_window_test_set_up (AmbWindowTest *self,
                        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("amb-window-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "ambassador.db", NULL);
}

void
amb_window_test_tear_down (AmbWindowTest *self,
                           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", self->folder);

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  amb_gui_test_settle ();
  amb_database_close (amb_context_get_database (self->context));
  g_object_unref (self->context);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
}

/* Returns: (transfer none) (nullable): the page that shows */
GtkWidget *
amb_window_test_find_page (GtkWidget *window)
{
  GtkWidget *stack = amb_gui_test_find (window, GTK_TYPE_STACK, NULL);
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (stack));

  return AMB_IS_PAGE (page) ? page : NULL;
}

gboolean
amb_window_test_shows_page (gpointer window)
{
  return amb_window_test_find_page (window) != NULL;
}

gboolean
amb_window_test_shows_trouble (gpointer window)
{
  GtkWidget *page = amb_gui_test_find (window, AMB_TYPE_TROUBLE_PAGE, NULL);

  return page != NULL && gtk_widget_get_mapped (page);
}

/* Returns: (transfer none) (nullable): a window or dialog of a type */
GtkWidget *
amb_window_test_find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

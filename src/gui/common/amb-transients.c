/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-transients.h"

static GPtrArray *
list_transients (GtkWindow *window)
{
  GPtrArray *transients = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == window && gtk_widget_get_visible (GTK_WIDGET (toplevel)))
        g_ptr_array_add (transients, g_steal_pointer (&toplevel));
    }

  return transients;
}

/**
 * amb_transients_close:
 * @window: a window that is about to close
 *
 * Asks the dialogs of a window to close, as the person would: those on top come first. One that holds what somebody
 * typed may ask what to do with it, and stays.
 *
 * Returns: %TRUE when no dialog is left
 */
gboolean
amb_transients_close (GtkWindow *window)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  before = list_transients (window);
  for (guint i = 0; i < before->len; i++)
    {
      GtkWindow *transient = g_ptr_array_index (before, i);

      if (!amb_transients_close (transient))
        return FALSE;
      gtk_window_close (transient);
    }

  after = list_transients (window);

  return after->len == 0;
}

/**
 * amb_transients_destroy:
 * @window: a window that is about to be destroyed
 *
 * Destroys the dialogs of a window without asking anybody: those on top go first.
 */
void
amb_transients_destroy (GtkWindow *window)
{
  g_autoptr (GPtrArray) transients = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  transients = list_transients (window);
  for (guint i = 0; i < transients->len; i++)
    {
      GtkWindow *transient = g_ptr_array_index (transients, i);

      amb_transients_destroy (transient);
      gtk_window_destroy (transient);
    }
}

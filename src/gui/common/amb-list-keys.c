/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-list-keys.h"

/* The keys of a list and of the search entry above it, the same on every page: arrow down leads from the entry into the
 * list, and who types in the list writes in the entry. Every other key belongs to where the focus is: the key capture of
 * GtkSearchEntry takes Delete and Ctrl+Z from the list, too. */

static gboolean
is_dead_key (guint keyval)
{
  return (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_currency) || keyval == GDK_KEY_Multi_key;
}

static gboolean
is_typing (guint           keyval,
           GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;

  return g_unichar_isgraph (gdk_keyval_to_unicode (keyval)) || keyval == GDK_KEY_BackSpace || is_dead_key (keyval);
}

static gboolean
is_down (guint           keyval,
         GdkModifierType state)
{
  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) &&
         (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) == 0;
}

static gboolean
search_key_pressed_cb (GtkListView     *list,
                       guint            keyval,
                       guint            keycode,
                       GdkModifierType  state)
{
  return is_down (keyval, state) && amb_list_keys_enter (list);
}

static gboolean
scroller_key_pressed_cb (GtkSearchEntry        *search,
                         guint                  keyval,
                         guint                  keycode,
                         GdkModifierType        state,
                         GtkEventControllerKey *controller)
{
  GtkWidget *scroller = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *list = gtk_widget_get_first_child (scroller);

  /* What scrolls has the focus when it got it before there were rows. */
  if (is_down (keyval, state) && gtk_widget_get_focus_child (list) == NULL)
    return amb_list_keys_enter (GTK_LIST_VIEW (list));
  if (!is_typing (keyval, state))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (search));
  gtk_editable_set_position (GTK_EDITABLE (search), -1);

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (search))));
}

static GtkEventController *
add_controller (GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);

  return controller;
}

/**
 * amb_list_keys_connect:
 * @list: a list, with a #GtkSingleSelection, in a #GtkScrolledWindow
 * @search: the entry that searches it
 *
 * Connects the keys of the two.
 */
void
amb_list_keys_connect (GtkListView    *list,
                       GtkSearchEntry *search)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));
  g_return_if_fail (GTK_IS_SEARCH_ENTRY (search));
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (list))));

  g_signal_connect_object (add_controller (GTK_WIDGET (search)), "key-pressed", G_CALLBACK (search_key_pressed_cb), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (add_controller (gtk_widget_get_parent (GTK_WIDGET (list))), "key-pressed",
                           G_CALLBACK (scroller_key_pressed_cb), search, G_CONNECT_SWAPPED);
}

/**
 * amb_list_keys_enter:
 * @list: a list, with a #GtkSingleSelection
 *
 * Moves the focus to the row that is selected; when none is, selects the first.
 *
 * Returns: %FALSE when there is no row
 */
gboolean
amb_list_keys_enter (GtkListView *list)
{
  GtkSingleSelection *selection;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), FALSE);

  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  if (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 0 || !gtk_widget_get_mapped (GTK_WIDGET (list)))
    return FALSE;

  if (gtk_single_selection_get_selected (selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", gtk_single_selection_get_selected (selection));

  return gtk_widget_grab_focus (GTK_WIDGET (list));
}

/**
 * amb_list_keys_get_row:
 * @list: a list
 *
 * Finds what a key means that is pressed in the list. It need not be what is selected: where a click opens a row, the
 * selection follows the mouse.
 *
 * Returns: (transfer none) (nullable): the content of the row that has the focus
 */
GtkWidget *
amb_list_keys_get_row (GtkListView *list)
{
  GtkWidget *item;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);

  item = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return item == NULL ? NULL : gtk_widget_get_first_child (item);
}

/**
 * amb_list_keys_leave:
 * @list: a list
 *
 * Moves on from the row that has the focus, because it goes away: the focus would go with it. The row that takes its
 * place is selected.
 */
void
amb_list_keys_leave (GtkListView *list)
{
  GtkWidget *row = amb_list_keys_get_row (list);

  if (row == NULL)
    return;

  gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_DOWN);
  if (amb_list_keys_get_row (list) == row)
    gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_UP);
  /* On the floor, the selection does not follow. */
  if (amb_list_keys_get_row (list) != NULL)
    gtk_widget_activate_action (gtk_widget_get_focus_child (GTK_WIDGET (list)), "listitem.select", "(bb)", FALSE, FALSE);
}

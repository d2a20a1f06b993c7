/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-focus.h"

/**
 * amb_focus_move_in_child:
 * @widget: a widget with one child
 * @direction: where the keyboard goes
 *
 * Moves the focus as gtk_widget_child_focus() does, for the class of a widget that says itself where the keyboard
 * begins. GTK has a widget grab the focus once Shift+Tab left what is in it: there the keyboard would begin again.
 *
 * Returns: %FALSE when the focus leaves @widget
 */
gboolean
amb_focus_move_in_child (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}

/**
 * amb_focus_enter:
 * @widget: a widget
 *
 * Moves the keyboard to the first thing in @widget that takes it. A label is selected whole by that, which nobody asked
 * for here.
 *
 * Returns: %FALSE when nothing in it takes the keyboard
 */
gboolean
amb_focus_enter (GtkWidget *widget)
{
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    return FALSE;

  focus = amb_focus_get (widget);
  if (GTK_IS_LABEL (focus))
    gtk_label_select_region (GTK_LABEL (focus), 0, 0);

  return TRUE;
}

/**
 * amb_focus_get:
 * @widget: a widget
 *
 * Finds where the keyboard is in the window of @widget.
 *
 * Returns: (transfer none) (nullable): what has the focus
 */
GtkWidget *
amb_focus_get (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);

  return root == NULL ? NULL : gtk_root_get_focus (root);
}

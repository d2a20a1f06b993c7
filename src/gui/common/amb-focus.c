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

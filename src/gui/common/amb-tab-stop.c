/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-tab-stop.h"

/**
 * AmbTabStop:
 *
 * What is in it is one stop of the Tab key: the next Tab leaves it, and the arrow keys move within it. On the floor, a
 * list of GTK makes each of its rows a stop, and neither kind of list can be derived from.
 */
struct _AmbTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbTabStop, amb_tab_stop, ADW_TYPE_BIN)

static gboolean
amb_tab_stop_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return GTK_WIDGET_CLASS (amb_tab_stop_parent_class)->focus (widget, direction);
}

static void
amb_tab_stop_class_init (AmbTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = amb_tab_stop_focus;
}

static void
amb_tab_stop_init (AmbTabStop *self)
{
}

GtkWidget *
amb_tab_stop_new (void)
{
  return g_object_new (AMB_TYPE_TAB_STOP, NULL);
}

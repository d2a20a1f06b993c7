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
  AdwBin     parent_instance;

  GtkWidget *last; /* %NULL or the row one left, while it is there */
};

G_DEFINE_FINAL_TYPE (AmbTabStop, amb_tab_stop, ADW_TYPE_BIN)

/* A list view of later GTK forgets where one was in it. A list box knows its selected row, which is the better place. */
static gboolean
return_to_last (AmbTabStop *self)
{
  return self->last != NULL && gtk_widget_get_mapped (self->last) &&
         gtk_widget_is_ancestor (self->last, GTK_WIDGET (self)) &&
         gtk_widget_get_ancestor (self->last, GTK_TYPE_LIST_VIEW) != NULL &&
         gtk_widget_grab_focus (self->last);
}

static gboolean
amb_tab_stop_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  AmbTabStop *self = AMB_TAB_STOP (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (amb_tab_stop_parent_class)->focus (widget, direction);

  if (gtk_widget_get_focus_child (widget) != NULL)
    {
      g_set_weak_pointer (&self->last, gtk_root_get_focus (gtk_widget_get_root (widget)));
      return FALSE;
    }

  return return_to_last (self) || GTK_WIDGET_CLASS (amb_tab_stop_parent_class)->focus (widget, direction);
}

static void
amb_tab_stop_dispose (GObject *object)
{
  g_clear_weak_pointer (&AMB_TAB_STOP (object)->last);

  G_OBJECT_CLASS (amb_tab_stop_parent_class)->dispose (object);
}

static void
amb_tab_stop_class_init (AmbTabStopClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = amb_tab_stop_dispose;
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

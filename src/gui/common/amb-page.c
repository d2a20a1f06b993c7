/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-page.h"

#include "amb-focus.h"
#include "amb-pane.h"
#include "amb-split-view.h"

/**
 * AmbPage:
 *
 * A page of the window: what stands behind one line of the sidebar.
 *
 * A page is made on the first visit, with its context as a construct-only property, and lives as long as the window.
 */
G_DEFINE_INTERFACE (AmbPage, amb_page, GTK_TYPE_WIDGET)

static void
amb_page_default_init (AmbPageInterface *iface)
{
}

/* What is on top in a page; it knows where the keyboard begins. */
static GtkWidget *
find_view (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (AMB_IS_PANE (widget) || AMB_IS_SPLIT_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
amb_page_open (AmbPage *self,
               gint64   id)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->open != NULL)
    AMB_PAGE_GET_IFACE (self)->open (self, id);
}

void
amb_page_activate (AmbPage *self)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->activate != NULL)
    AMB_PAGE_GET_IFACE (self)->activate (self);
}

static gboolean
is_in_content (GtkWidget *focus,
               GtkWidget *view)
{
  return focus != NULL && gtk_widget_is_ancestor (focus, view) &&
         gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) == NULL;
}

/* Moves the keyboard into what the page shows, unless it is there already. */
void
amb_page_focus (AmbPage *self)
{
  GtkWidget *focus;
  GtkWidget *view;

  g_return_if_fail (AMB_IS_PAGE (self));

  focus = amb_focus_get (GTK_WIDGET (self));
  view = find_view (GTK_WIDGET (self));
  if (view != NULL && !is_in_content (focus, view))
    gtk_widget_grab_focus (view);
}

void
amb_page_search (AmbPage *self)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->search != NULL)
    AMB_PAGE_GET_IFACE (self)->search (self);
}

void
amb_page_flush (AmbPage *self)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->flush != NULL)
    AMB_PAGE_GET_IFACE (self)->flush (self);
}

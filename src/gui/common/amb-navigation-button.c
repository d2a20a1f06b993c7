/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-navigation-button.h"

#include <glib/gi18n-lib.h>

/**
 * AmbNavigationButton:
 *
 * The way back to the pages, for a header bar. It shows itself only while the window is too narrow to show the pages
 * beside the content; then the header bar it stands in is the first one, and its "visible" property tells that.
 */
struct _AmbNavigationButton
{
  AdwBin      parent_instance;

  /* Borrowed: the leaflet around it, as long as it is within a window */
  AdwLeaflet *leaflet;
};

G_DEFINE_FINAL_TYPE (AmbNavigationButton, amb_navigation_button, ADW_TYPE_BIN)

static void
update_visible (AmbNavigationButton *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet));
}

static AdwLeaflet *
find_outermost_leaflet (GtkWidget *widget)
{
  AdwLeaflet *found = NULL;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (ADW_IS_LEAFLET (widget))
        found = ADW_LEAFLET (widget);
    }

  return found;
}

static void
set_leaflet (AmbNavigationButton *self,
             AdwLeaflet          *leaflet)
{
  if (self->leaflet == leaflet)
    return;

  if (self->leaflet != NULL)
    g_signal_handlers_disconnect_by_func (self->leaflet, update_visible, self);
  self->leaflet = leaflet;
  if (leaflet != NULL)
    g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (update_visible), self, G_CONNECT_SWAPPED);

  update_visible (self);
}

static void
amb_navigation_button_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amb_navigation_button_parent_class)->root (widget);
  set_leaflet (AMB_NAVIGATION_BUTTON (widget), find_outermost_leaflet (widget));
}

static void
amb_navigation_button_unroot (GtkWidget *widget)
{
  set_leaflet (AMB_NAVIGATION_BUTTON (widget), NULL);
  GTK_WIDGET_CLASS (amb_navigation_button_parent_class)->unroot (widget);
}

static void
amb_navigation_button_class_init (AmbNavigationButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = amb_navigation_button_root;
  widget_class->unroot = amb_navigation_button_unroot;
}

static void
amb_navigation_button_init (AmbNavigationButton *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-navigation");
  gtk_widget_set_tooltip_text (button, _("Pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the pages"), -1);
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-split-view.h"

#include "amb-focus.h"
#include "amb-navigation-button.h"

/**
 * AmbSplitView:
 *
 * A list beside what is chosen in it; one after the other where the window is narrow.
 *
 * It owns the leaflet, the header bars, the back buttons and the titles, so that a page is a plain widget. In a
 * template, its children have the types "sidebar" and "content", "sidebar-start", "sidebar-end", "content-start" and
 * "content-end" (in the header bars), and "sidebar-top" (under the header bar of the sidebar).
 */
struct _AmbSplitView
{
  AdwBin       parent_instance;

  /* Template widgets */
  AdwLeaflet  *leaflet;
  GtkBox      *sidebar;
  GtkBox      *sidebar_top;
  AdwHeaderBar *sidebar_header;
  AdwBin      *sidebar_bin;
  GtkBox      *content;
  AdwHeaderBar *content_header;
  AdwBin      *content_bin;

  char        *sidebar_title;
  char        *content_title;
  char        *content_subtitle;
};

enum
{
  PROP_0,
  PROP_SIDEBAR_TITLE,
  PROP_CONTENT_TITLE,
  PROP_CONTENT_SUBTITLE,
  PROP_SHOW_CONTENT,
  PROP_SIDEBAR_WIDTH,
  PROP_FOLDED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static GtkBuildableIface *parent_buildable_iface;

static void amb_split_view_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmbSplitView, amb_split_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, amb_split_view_buildable_init))

static void
leaflet_notify_folded_cb (AmbSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
leaflet_notify_visible_child_cb (AmbSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
back_clicked_cb (AmbSplitView *self)
{
  amb_split_view_set_show_content (self, FALSE);
}

/* Closures of the template. */
static gboolean
is_both (GObject  *object,
         gboolean  a,
         gboolean  b)
{
  return a && b;
}

static void
amb_split_view_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  AmbSplitView *self = AMB_SPLIT_VIEW (buildable);

  /* The children of the own template come first. */
  if (self->leaflet == NULL || type == NULL)
    parent_buildable_iface->add_child (buildable, builder, child, type);
  else if (g_str_equal (type, "sidebar"))
    adw_bin_set_child (self->sidebar_bin, GTK_WIDGET (child));
  else if (g_str_equal (type, "sidebar-start"))
    adw_header_bar_pack_start (self->sidebar_header, GTK_WIDGET (child));
  else if (g_str_equal (type, "sidebar-end"))
    adw_header_bar_pack_end (self->sidebar_header, GTK_WIDGET (child));
  else if (g_str_equal (type, "sidebar-top"))
    gtk_box_append (self->sidebar_top, GTK_WIDGET (child));
  else if (g_str_equal (type, "content"))
    adw_bin_set_child (self->content_bin, GTK_WIDGET (child));
  else if (g_str_equal (type, "content-start"))
    adw_header_bar_pack_start (self->content_header, GTK_WIDGET (child));
  else if (g_str_equal (type, "content-end"))
    adw_header_bar_pack_end (self->content_header, GTK_WIDGET (child));
  else
    GTK_BUILDER_WARN_INVALID_CHILD_TYPE (buildable, type);
}

static void
amb_split_view_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = amb_split_view_add_child;
}

static gboolean
focus_in (GtkWidget *widget)
{
  return widget != NULL && (gtk_widget_grab_focus (widget) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
}

/* The keyboard begins in the list, or in what covers it, and not in a header bar. */
static gboolean
amb_split_view_grab_focus (GtkWidget *widget)
{
  AmbSplitView *self = AMB_SPLIT_VIEW (widget);

  if (amb_split_view_get_folded (self) && amb_split_view_get_show_content (self))
    return focus_in (adw_bin_get_child (self->content_bin)) || focus_in (GTK_WIDGET (self->content));

  return focus_in (adw_bin_get_child (self->sidebar_bin)) || focus_in (GTK_WIDGET (self->sidebar_top)) ||
         focus_in (GTK_WIDGET (self->sidebar));
}

static void
amb_split_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbSplitView *self = AMB_SPLIT_VIEW (object);

  switch (property_id)
    {
    case PROP_SIDEBAR_TITLE:
      g_value_set_string (value, amb_split_view_get_sidebar_title (self));
      break;
    case PROP_CONTENT_TITLE:
      g_value_set_string (value, amb_split_view_get_content_title (self));
      break;
    case PROP_CONTENT_SUBTITLE:
      g_value_set_string (value, amb_split_view_get_content_subtitle (self));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, amb_split_view_get_show_content (self));
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, amb_split_view_get_sidebar_width (self));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, amb_split_view_get_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_split_view_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AmbSplitView *self = AMB_SPLIT_VIEW (object);

  switch (property_id)
    {
    case PROP_SIDEBAR_TITLE:
      amb_split_view_set_sidebar_title (self, g_value_get_string (value));
      break;
    case PROP_CONTENT_TITLE:
      amb_split_view_set_content_title (self, g_value_get_string (value));
      break;
    case PROP_CONTENT_SUBTITLE:
      amb_split_view_set_content_subtitle (self, g_value_get_string (value));
      break;
    case PROP_SHOW_CONTENT:
      amb_split_view_set_show_content (self, g_value_get_boolean (value));
      break;
    case PROP_SIDEBAR_WIDTH:
      amb_split_view_set_sidebar_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_split_view_finalize (GObject *object)
{
  AmbSplitView *self = AMB_SPLIT_VIEW (object);

  g_free (self->sidebar_title);
  g_free (self->content_title);
  g_free (self->content_subtitle);

  G_OBJECT_CLASS (amb_split_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SIDEBAR_TITLE] = g_param_spec_string ("sidebar-title", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT_TITLE] = g_param_spec_string ("content-title", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT_SUBTITLE] = g_param_spec_string ("content-subtitle", NULL, NULL, NULL, flags);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE, flags);
  properties[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, -1, G_MAXINT, 340, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_split_view_class_init (AmbSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_split_view_get_property;
  object_class->set_property = amb_split_view_set_property;
  object_class->finalize = amb_split_view_finalize;
  widget_class->focus = amb_focus_move_in_child;
  widget_class->grab_focus = amb_split_view_grab_focus;

  install_properties (object_class);

  g_type_ensure (AMB_TYPE_NAVIGATION_BUTTON);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/common/amb-split-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, sidebar_top);
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, sidebar_bin);
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, content);
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, content_header);
  gtk_widget_class_bind_template_child (widget_class, AmbSplitView, content_bin);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_both);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_notify_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_notify_visible_child_cb);
}

static void
amb_split_view_init (AmbSplitView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
amb_split_view_get_sidebar_title (AmbSplitView *self)
{
  g_return_val_if_fail (AMB_IS_SPLIT_VIEW (self), NULL);

  return self->sidebar_title;
}

void
amb_split_view_set_sidebar_title (AmbSplitView *self,
                                  const char   *title)
{
  g_return_if_fail (AMB_IS_SPLIT_VIEW (self));

  if (g_strcmp0 (self->sidebar_title, title) == 0)
    return;

  g_free (self->sidebar_title);
  self->sidebar_title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_TITLE]);
}

const char *
amb_split_view_get_content_title (AmbSplitView *self)
{
  g_return_val_if_fail (AMB_IS_SPLIT_VIEW (self), NULL);

  return self->content_title;
}

void
amb_split_view_set_content_title (AmbSplitView *self,
                                  const char   *title)
{
  g_return_if_fail (AMB_IS_SPLIT_VIEW (self));

  if (g_strcmp0 (self->content_title, title) == 0)
    return;

  g_free (self->content_title);
  self->content_title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT_TITLE]);
}

const char *
amb_split_view_get_content_subtitle (AmbSplitView *self)
{
  g_return_val_if_fail (AMB_IS_SPLIT_VIEW (self), NULL);

  return self->content_subtitle;
}

void
amb_split_view_set_content_subtitle (AmbSplitView *self,
                                     const char   *subtitle)
{
  g_return_if_fail (AMB_IS_SPLIT_VIEW (self));

  if (g_strcmp0 (self->content_subtitle, subtitle) == 0)
    return;

  g_free (self->content_subtitle);
  self->content_subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT_SUBTITLE]);
}

gboolean
amb_split_view_get_show_content (AmbSplitView *self)
{
  g_return_val_if_fail (AMB_IS_SPLIT_VIEW (self), FALSE);

  return adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->content);
}

void
amb_split_view_set_show_content (AmbSplitView *self,
                                 gboolean      show_content)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (AMB_IS_SPLIT_VIEW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root == NULL ? NULL : gtk_root_get_focus (root);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (show_content ? self->content : self->sidebar));

  /* The leaflet moves the focus along. Where both are on the screen, it stays where the person is. */
  if (focus != NULL && gtk_root_get_focus (root) != focus && gtk_widget_get_mapped (focus) &&
      !amb_split_view_get_folded (self))
    gtk_root_set_focus (root, focus);
}

int
amb_split_view_get_sidebar_width (AmbSplitView *self)
{
  int width;

  g_return_val_if_fail (AMB_IS_SPLIT_VIEW (self), -1);

  gtk_widget_get_size_request (GTK_WIDGET (self->sidebar), &width, NULL);

  return width;
}

void
amb_split_view_set_sidebar_width (AmbSplitView *self,
                                  int           width)
{
  g_return_if_fail (AMB_IS_SPLIT_VIEW (self));

  if (width == amb_split_view_get_sidebar_width (self))
    return;

  gtk_widget_set_size_request (GTK_WIDGET (self->sidebar), width, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_WIDTH]);
}

gboolean
amb_split_view_get_folded (AmbSplitView *self)
{
  g_return_val_if_fail (AMB_IS_SPLIT_VIEW (self), FALSE);

  /* The bindings of the template ask before it is there. */
  return self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet);
}

/**
 * amb_split_view_enter_content:
 * @self: a split view
 *
 * Shows the content and moves the keyboard into it: the person chose it.
 *
 * Returns: %FALSE when there is nothing in it for the keyboard, which stays where it is
 */
gboolean
amb_split_view_enter_content (AmbSplitView *self)
{
  g_return_val_if_fail (AMB_IS_SPLIT_VIEW (self), FALSE);

  amb_split_view_set_show_content (self, TRUE);

  return amb_focus_enter (GTK_WIDGET (self->content_bin));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-pane.h"

#include "amb-focus.h"
#include "amb-navigation-button.h"

/**
 * AmbPane:
 *
 * A header bar over content that scrolls, clamped to a comfortable measure: the whole of a page that has one pane.
 *
 * In a template, its children have the types "content", and "start" and "end" (in the header bar).
 */
struct _AmbPane
{
  AdwBin        parent_instance;

  /* Template widgets */
  GtkBox       *box;
  AdwHeaderBar *header;
  AdwClamp     *clamp;

  char         *title;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_MAXIMUM_SIZE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static GtkBuildableIface *parent_buildable_iface;

static void amb_pane_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmbPane, amb_pane, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, amb_pane_buildable_init))

static void
amb_pane_add_child (GtkBuildable *buildable,
                    GtkBuilder   *builder,
                    GObject      *child,
                    const char   *type)
{
  AmbPane *self = AMB_PANE (buildable);

  /* The children of the own template come first. */
  if (self->box == NULL || type == NULL)
    parent_buildable_iface->add_child (buildable, builder, child, type);
  else if (g_str_equal (type, "content"))
    adw_clamp_set_child (self->clamp, GTK_WIDGET (child));
  else if (g_str_equal (type, "start"))
    adw_header_bar_pack_start (self->header, GTK_WIDGET (child));
  else if (g_str_equal (type, "end"))
    adw_header_bar_pack_end (self->header, GTK_WIDGET (child));
  else
    GTK_BUILDER_WARN_INVALID_CHILD_TYPE (buildable, type);
}

static void
amb_pane_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = amb_pane_add_child;
}

static gboolean
focus_content (AmbPane *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->clamp), GTK_DIR_TAB_FORWARD);
}

/* Where the keyboard is put as long as there is nothing for it: in the header bar, or at what scrolls. */
static gboolean
is_waiting (AmbPane *self)
{
  GtkWidget *focus = amb_focus_get (GTK_WIDGET (self));

  return focus != NULL && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->header)) ||
                           gtk_widget_is_ancestor (GTK_WIDGET (self->clamp), focus));
}

/* Who went on meanwhile is not called back. */
static void
content_notify_sensitive_cb (AmbPane    *self,
                             GParamSpec *pspec,
                             GtkWidget  *content)
{
  if (!gtk_widget_get_sensitive (content))
    return;

  g_signal_handlers_disconnect_by_func (content, content_notify_sensitive_cb, self);
  if (is_waiting (self))
    focus_content (self);
}

/* Content that is still being loaded has the keyboard as soon as it is there. */
static void
await_content (AmbPane *self)
{
  GtkWidget *content = adw_clamp_get_child (self->clamp);

  if (content == NULL || gtk_widget_get_sensitive (content))
    return;

  g_signal_handlers_disconnect_by_func (content, content_notify_sensitive_cb, self);
  g_signal_connect_object (content, "notify::sensitive", G_CALLBACK (content_notify_sensitive_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The keyboard begins in the content, not in the header bar. */
static gboolean
amb_pane_grab_focus (GtkWidget *widget)
{
  AmbPane *self = AMB_PANE (widget);

  if (focus_content (self))
    return TRUE;

  await_content (self);

  return gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
}

static void
amb_pane_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  AmbPane *self = AMB_PANE (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, amb_pane_get_title (self));
      break;
    case PROP_MAXIMUM_SIZE:
      g_value_set_int (value, amb_pane_get_maximum_size (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_pane_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  AmbPane *self = AMB_PANE (object);

  switch (property_id)
    {
    case PROP_TITLE:
      amb_pane_set_title (self, g_value_get_string (value));
      break;
    case PROP_MAXIMUM_SIZE:
      amb_pane_set_maximum_size (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_pane_finalize (GObject *object)
{
  AmbPane *self = AMB_PANE (object);

  g_free (self->title);

  G_OBJECT_CLASS (amb_pane_parent_class)->finalize (object);
}

static void
amb_pane_class_init (AmbPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = amb_pane_get_property;
  object_class->set_property = amb_pane_set_property;
  object_class->finalize = amb_pane_finalize;
  widget_class->focus = amb_focus_move_in_child;
  widget_class->grab_focus = amb_pane_grab_focus;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MAXIMUM_SIZE] = g_param_spec_int ("maximum-size", NULL, NULL, 0, G_MAXINT, 720, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_NAVIGATION_BUTTON);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/common/amb-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbPane, box);
  gtk_widget_class_bind_template_child (widget_class, AmbPane, header);
  gtk_widget_class_bind_template_child (widget_class, AmbPane, clamp);
}

static void
amb_pane_init (AmbPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_pane_new (void)
{
  return g_object_new (AMB_TYPE_PANE, NULL);
}

const char *
amb_pane_get_title (AmbPane *self)
{
  g_return_val_if_fail (AMB_IS_PANE (self), NULL);

  return self->title;
}

void
amb_pane_set_title (AmbPane    *self,
                    const char *title)
{
  g_return_if_fail (AMB_IS_PANE (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

int
amb_pane_get_maximum_size (AmbPane *self)
{
  g_return_val_if_fail (AMB_IS_PANE (self), 0);

  return adw_clamp_get_maximum_size (self->clamp);
}

void
amb_pane_set_maximum_size (AmbPane *self,
                           int      maximum_size)
{
  g_return_if_fail (AMB_IS_PANE (self));

  if (maximum_size == amb_pane_get_maximum_size (self))
    return;

  adw_clamp_set_maximum_size (self->clamp, maximum_size);
  adw_clamp_set_tightening_threshold (self->clamp, maximum_size);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAXIMUM_SIZE]);
}

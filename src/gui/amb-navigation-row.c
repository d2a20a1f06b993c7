/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-navigation-row.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"

/**
 * AmbNavigationRow:
 *
 * A page in the sidebar: symbol, name, and a count where something waits.
 */
struct _AmbNavigationRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkImage      *image;
  GtkLabel      *title_label;
  GtkLabel      *count_label;

  char          *tag;
  guint          count;
};

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbNavigationRow, amb_navigation_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_accessible (AmbNavigationRow *self)
{
  const char *title = gtk_label_get_label (self->title_label);
  g_autofree char *label = NULL;

  if (self->count > 0)
    /* Translators: a page of the sidebar with the number of things that wait there, as a screen reader says it */
    label = g_strdup_printf (ngettext ("%s, %u waits", "%s, %u wait", self->count), title, self->count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : title, -1);
}

static void
amb_navigation_row_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, amb_navigation_row_get_count (AMB_NAVIGATION_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_navigation_row_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_COUNT:
      amb_navigation_row_set_count (AMB_NAVIGATION_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_navigation_row_finalize (GObject *object)
{
  AmbNavigationRow *self = AMB_NAVIGATION_ROW (object);

  g_free (self->tag);

  G_OBJECT_CLASS (amb_navigation_row_parent_class)->finalize (object);
}

static void
amb_navigation_row_class_init (AmbNavigationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_navigation_row_get_property;
  object_class->set_property = amb_navigation_row_set_property;
  object_class->finalize = amb_navigation_row_finalize;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-navigation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbNavigationRow, image);
  gtk_widget_class_bind_template_child (widget_class, AmbNavigationRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, AmbNavigationRow, count_label);
}

static void
amb_navigation_row_init (AmbNavigationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_navigation_row_new (const char *tag,
                        const char *title,
                        const char *icon_name)
{
  AmbNavigationRow *self = g_object_new (AMB_TYPE_NAVIGATION_ROW, NULL);

  self->tag = g_strdup (tag);
  gtk_label_set_label (self->title_label, title);
  gtk_image_set_from_icon_name (self->image, icon_name);
  update_accessible (self);

  return GTK_WIDGET (self);
}

const char *
amb_navigation_row_get_tag (AmbNavigationRow *self)
{
  g_return_val_if_fail (AMB_IS_NAVIGATION_ROW (self), NULL);

  return self->tag;
}

guint
amb_navigation_row_get_count (AmbNavigationRow *self)
{
  g_return_val_if_fail (AMB_IS_NAVIGATION_ROW (self), 0);

  return self->count;
}

void
amb_navigation_row_set_count (AmbNavigationRow *self,
                              guint             count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (AMB_IS_NAVIGATION_ROW (self));

  if (self->count == count)
    return;

  self->count = count;
  text = amb_format_number (count);
  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), count > 0);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

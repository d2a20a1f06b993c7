/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-figure.h"

#include "amb-format.h"

/**
 * AmbFigure:
 *
 * A number, and under it what was counted.
 */
struct _AmbFigure
{
  AdwBin    parent_instance;

  /* Template widgets */
  GtkLabel *number;
  GtkLabel *title;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbFigure, amb_figure, ADW_TYPE_BIN)

static void
amb_figure_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  AmbFigure *self = AMB_FIGURE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_figure_class_init (AmbFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = amb_figure_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/today/amb-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbFigure, number);
  gtk_widget_class_bind_template_child (widget_class, AmbFigure, title);
}

static void
amb_figure_init (AmbFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_figure_set_number:
 * @self: a figure
 * @number: how many there are
 *
 * Shows a number, in the form of the locale.
 */
void
amb_figure_set_number (AmbFigure *self,
                       guint      number)
{
  g_autofree char *text = amb_format_number (number);

  g_return_if_fail (AMB_IS_FIGURE (self));

  gtk_label_set_label (self->number, text);
}

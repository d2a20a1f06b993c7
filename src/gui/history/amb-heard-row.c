/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-heard-row.h"

#include <glib/gi18n-lib.h>

#include "amb-fact.h"
#include "amb-format.h"
#include "amb-tone.h"

/**
 * AmbHeardRow:
 *
 * Something that was heard: the quote, its tone in a shape and a word, who said it and about which value, what caused it
 * and what to do about it.
 */
struct _AmbHeardRow
{
  AdwPreferencesRow parent_instance;

  AmbHeard         *heard;
};

enum
{
  PROP_0,
  PROP_HEARD,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbHeardRow, amb_heard_row, ADW_TYPE_PREFERENCES_ROW)

static char *
format_quote (AmbHeardRow *self,
              const char  *quote)
{
  if (quote == NULL)
    return g_strdup (_("Nothing was noted"));

  /* Translators: what somebody said, between the quotation marks of your language */
  return g_strdup_printf (_("“%s”"), quote);
}

static char *
format_tone (AmbHeardRow *self,
             int          tone)
{
  return g_strdup (amb_tone_get_label (tone));
}

static char *
format_tone_symbol (AmbHeardRow *self,
                    int          tone)
{
  return g_strdup (amb_tone_get_symbol (tone));
}

static char *
format_who (AmbHeardRow *self,
            const char  *name,
            const char  *group)
{
  if (name == NULL || group == NULL)
    return g_strdup (name == NULL ? group : name);

  /* Translators: a person and the group they belong to, for example “Sam, neighbours” */
  return g_strdup_printf (_("%s, %s"), name, group);
}

static void
amb_heard_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AmbHeardRow *self = AMB_HEARD_ROW (object);

  switch (property_id)
    {
    case PROP_HEARD:
      g_value_set_object (value, self->heard);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_heard_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AmbHeardRow *self = AMB_HEARD_ROW (object);

  switch (property_id)
    {
    case PROP_HEARD:
      g_set_object (&self->heard, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_heard_row_dispose (GObject *object)
{
  g_clear_object (&AMB_HEARD_ROW (object)->heard);

  G_OBJECT_CLASS (amb_heard_row_parent_class)->dispose (object);
}

static void
amb_heard_row_class_init (AmbHeardRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_heard_row_get_property;
  object_class->set_property = amb_heard_row_set_property;
  object_class->dispose = amb_heard_row_dispose;

  properties[PROP_HEARD] = g_param_spec_object ("heard", NULL, NULL, AMB_TYPE_HEARD,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_FACT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-heard-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_quote);
  gtk_widget_class_bind_template_callback (widget_class, format_tone);
  gtk_widget_class_bind_template_callback (widget_class, format_tone_symbol);
  gtk_widget_class_bind_template_callback (widget_class, format_who);
  amb_format_bind_closures (widget_class);
}

static void
amb_heard_row_init (AmbHeardRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_heard_row_new (AmbHeard *heard)
{
  return g_object_new (AMB_TYPE_HEARD_ROW, "heard", heard, NULL);
}

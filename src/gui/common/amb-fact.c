/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-fact.h"

/**
 * AmbFact:
 *
 * One thing that is known: what it is, and under it the text, which can be selected. Where nothing is known,
 * it does not show.
 */
struct _AmbFact
{
  AdwBin  parent_instance;

  char   *title;
  char   *text;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_TEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbFact, amb_fact, ADW_TYPE_BIN)

static void
amb_fact_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  AmbFact *self = AMB_FACT (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_fact_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  AmbFact *self = AMB_FACT (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_TEXT:
      g_free (self->text);
      self->text = g_value_dup_string (value);
      gtk_widget_set_visible (GTK_WIDGET (self), self->text != NULL && *self->text != '\0');
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_fact_finalize (GObject *object)
{
  AmbFact *self = AMB_FACT (object);

  g_free (self->title);
  g_free (self->text);

  G_OBJECT_CLASS (amb_fact_parent_class)->finalize (object);
}

static void
amb_fact_class_init (AmbFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_fact_get_property;
  object_class->set_property = amb_fact_set_property;
  object_class->finalize = amb_fact_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/common/amb-fact.ui");
}

static void
amb_fact_init (AmbFact *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_fact_new (const char *title,
              const char *text)
{
  return g_object_new (AMB_TYPE_FACT, "title", title, "text", text, NULL);
}

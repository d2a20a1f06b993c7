/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-found-story.h"

/**
 * AmbFoundStory:
 *
 * A story among those found beside a draft: its title and its message.
 */
struct _AmbFoundStory
{
  AdwBin    parent_instance;

  AmbStory *story;
};

enum
{
  PROP_0,
  PROP_STORY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbFoundStory, amb_found_story, ADW_TYPE_BIN)

/* GTK 4.8 leaves the rows of a list view without a name. */
static void
title_notify_label_cb (AmbFoundStory *self,
                       GParamSpec    *pspec,
                       GtkLabel      *title)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (title), -1);
}

static void
amb_found_story_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STORY:
      g_value_set_object (value, amb_found_story_get_story (AMB_FOUND_STORY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_found_story_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_STORY:
      amb_found_story_set_story (AMB_FOUND_STORY (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_found_story_finalize (GObject *object)
{
  g_clear_object (&AMB_FOUND_STORY (object)->story);

  G_OBJECT_CLASS (amb_found_story_parent_class)->finalize (object);
}

static void
amb_found_story_class_init (AmbFoundStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_found_story_get_property;
  object_class->set_property = amb_found_story_set_property;
  object_class->finalize = amb_found_story_finalize;

  properties[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, AMB_TYPE_STORY,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_STORY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-found-story.ui");
  gtk_widget_class_bind_template_callback (widget_class, title_notify_label_cb);
}

static void
amb_found_story_init (AmbFoundStory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AmbStory *
amb_found_story_get_story (AmbFoundStory *self)
{
  g_return_val_if_fail (AMB_IS_FOUND_STORY (self), NULL);

  return self->story;
}

void
amb_found_story_set_story (AmbFoundStory *self,
                           AmbStory      *story)
{
  g_return_if_fail (AMB_IS_FOUND_STORY (self));
  g_return_if_fail (story == NULL || AMB_IS_STORY (story));

  if (g_set_object (&self->story, story))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
}

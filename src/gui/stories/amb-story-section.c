/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-section.h"

/**
 * AmbStorySection:
 *
 * A part of the page of a story. A class of it adds the template, which binds to the story.
 */
typedef struct
{
  AmbContext *context;
  AmbStory   *story;
} AmbStorySectionPrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_STORY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AmbStorySection, amb_story_section, ADW_TYPE_BIN)

static void
amb_story_section_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AmbStorySection *self = AMB_STORY_SECTION (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, amb_story_section_get_context (self));
      break;
    case PROP_STORY:
      g_value_set_object (value, amb_story_section_get_story (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_section_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AmbStorySectionPrivate *priv = amb_story_section_get_instance_private (AMB_STORY_SECTION (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_set_object (&priv->context, g_value_get_object (value));
      break;
    case PROP_STORY:
      amb_story_section_set_story (AMB_STORY_SECTION (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_section_finalize (GObject *object)
{
  AmbStorySectionPrivate *priv = amb_story_section_get_instance_private (AMB_STORY_SECTION (object));

  g_clear_object (&priv->context);
  g_clear_object (&priv->story);

  G_OBJECT_CLASS (amb_story_section_parent_class)->finalize (object);
}

static void
amb_story_section_class_init (AmbStorySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  /* The templates name it. */
  g_type_ensure (AMB_TYPE_STORY);

  object_class->get_property = amb_story_section_get_property;
  object_class->set_property = amb_story_section_set_property;
  object_class->finalize = amb_story_section_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT, flags);
  properties[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, AMB_TYPE_STORY, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_story_section_init (AmbStorySection *self)
{
}

/**
 * amb_story_section_get_context:
 * @self: a section
 *
 * Gets what the application knows.
 *
 * Returns: (transfer none): the context
 */
AmbContext *
amb_story_section_get_context (AmbStorySection *self)
{
  AmbStorySectionPrivate *priv = amb_story_section_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_STORY_SECTION (self), NULL);

  return priv->context;
}

/**
 * amb_story_section_get_story:
 * @self: a section
 *
 * Gets the story that it shows some of.
 *
 * Returns: (transfer none) (nullable): the story
 */
AmbStory *
amb_story_section_get_story (AmbStorySection *self)
{
  AmbStorySectionPrivate *priv = amb_story_section_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_STORY_SECTION (self), NULL);

  return priv->story;
}

/**
 * amb_story_section_set_story:
 * @self: a section
 * @story: (nullable): a story with its parts
 *
 * Sets the story that it shows some of. Its parts are read once: a story whose parts changed is to be set anew.
 */
void
amb_story_section_set_story (AmbStorySection *self,
                             AmbStory        *story)
{
  AmbStorySectionPrivate *priv = amb_story_section_get_instance_private (self);

  g_return_if_fail (AMB_IS_STORY_SECTION (self));
  g_return_if_fail (story == NULL || AMB_IS_STORY (story));

  if (!g_set_object (&priv->story, story))
    return;

  if (AMB_STORY_SECTION_GET_CLASS (self)->show_story != NULL)
    AMB_STORY_SECTION_GET_CLASS (self)->show_story (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-part-row.h"

#include "amb-links.h"

/**
 * AmbStoryPartRow:
 *
 * One part of a story on its page. A class of it per kind of part adds the template. It is used again for the parts of
 * the next story.
 */
typedef struct
{
  AmbContext   *context;
  AmbStory     *story;
  AmbStoryPart *part;
} AmbStoryPartRowPrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_STORY,
  PROP_PART,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AmbStoryPartRow, amb_story_part_row, ADW_TYPE_BIN)

static void
amb_story_part_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AmbStoryPartRow *self = AMB_STORY_PART_ROW (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, amb_story_part_row_get_context (self));
      break;
    case PROP_STORY:
      g_value_set_object (value, amb_story_part_row_get_story (self));
      break;
    case PROP_PART:
      g_value_set_object (value, amb_story_part_row_get_part (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_part_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AmbStoryPartRowPrivate *priv = amb_story_part_row_get_instance_private (AMB_STORY_PART_ROW (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_part_row_finalize (GObject *object)
{
  AmbStoryPartRowPrivate *priv = amb_story_part_row_get_instance_private (AMB_STORY_PART_ROW (object));

  g_clear_object (&priv->context);
  g_clear_object (&priv->story);
  g_clear_object (&priv->part);

  G_OBJECT_CLASS (amb_story_part_row_parent_class)->finalize (object);
}

static void
amb_story_part_row_class_init (AmbStoryPartRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /* The templates name it. */
  g_type_ensure (AMB_TYPE_STORY_PART);

  object_class->get_property = amb_story_part_row_get_property;
  object_class->set_property = amb_story_part_row_set_property;
  object_class->finalize = amb_story_part_row_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, AMB_TYPE_STORY, flags);
  properties[PROP_PART] = g_param_spec_object ("part", NULL, NULL, AMB_TYPE_STORY_PART, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_story_part_row_init (AmbStoryPartRow *self)
{
}

/**
 * amb_story_part_row_get_context:
 * @self: a row
 *
 * Gets what the application knows.
 *
 * Returns: (transfer none): the context
 */
AmbContext *
amb_story_part_row_get_context (AmbStoryPartRow *self)
{
  AmbStoryPartRowPrivate *priv = amb_story_part_row_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_STORY_PART_ROW (self), NULL);

  return priv->context;
}

/**
 * amb_story_part_row_get_story:
 * @self: a row
 *
 * Gets the story that the part belongs to.
 *
 * Returns: (transfer none): the story
 */
AmbStory *
amb_story_part_row_get_story (AmbStoryPartRow *self)
{
  AmbStoryPartRowPrivate *priv = amb_story_part_row_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_STORY_PART_ROW (self), NULL);

  return priv->story;
}

/**
 * amb_story_part_row_get_part:
 * @self: a row
 *
 * Gets the part that it shows.
 *
 * Returns: (transfer none): the part
 */
AmbStoryPart *
amb_story_part_row_get_part (AmbStoryPartRow *self)
{
  AmbStoryPartRowPrivate *priv = amb_story_part_row_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_STORY_PART_ROW (self), NULL);

  return priv->part;
}

/**
 * amb_story_part_row_set_part:
 * @self: a row
 * @story: a story
 * @part: one of its parts, of the kind that the row is for
 *
 * Sets what the row shows.
 */
void
amb_story_part_row_set_part (AmbStoryPartRow *self,
                             AmbStory        *story,
                             AmbStoryPart    *part)
{
  AmbStoryPartRowPrivate *priv = amb_story_part_row_get_instance_private (self);

  g_return_if_fail (AMB_IS_STORY_PART_ROW (self));
  g_return_if_fail (AMB_IS_STORY (story));
  g_return_if_fail (AMB_IS_STORY_PART (part));

  if (g_set_object (&priv->story, story))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
  if (!g_set_object (&priv->part, part))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART]);
  if (AMB_STORY_PART_ROW_GET_CLASS (self)->show_part != NULL)
    AMB_STORY_PART_ROW_GET_CLASS (self)->show_part (self);
}

static gboolean
is_openable (GObject    *object,
             const char *address)
{
  return address != NULL && amb_links_is_openable (address);
}

static char *
format_uri (GObject    *object,
            const char *address)
{
  return g_strdup (is_openable (object, address) ? address : "");
}

/**
 * amb_story_part_row_bind_closures:
 * @klass: a class that has a template
 *
 * Gives a template what it needs to show an address from outside: is_openable and format_uri, which is empty for an
 * address that is not to be opened.
 */
void
amb_story_part_row_bind_closures (GtkWidgetClass *klass)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));

  gtk_widget_class_bind_template_callback (klass, format_uri);
  gtk_widget_class_bind_template_callback (klass, is_openable);
}

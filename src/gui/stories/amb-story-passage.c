/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-passage.h"

#include "amb-format.h"

/**
 * AmbStoryPassage:
 *
 * A heading with plain text under it; not there while there is no text.
 */
struct _AmbStoryPassage
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

G_DEFINE_FINAL_TYPE (AmbStoryPassage, amb_story_passage, ADW_TYPE_BIN)

static void
set_string (AmbStoryPassage  *self,
            char         **field,
            const char    *value,
            guint          prop_id)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
amb_story_passage_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbStoryPassage *self = AMB_STORY_PASSAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_passage_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AmbStoryPassage *self = AMB_STORY_PASSAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      set_string (self, &self->title, g_value_get_string (value), prop_id);
      break;
    case PROP_TEXT:
      set_string (self, &self->text, g_value_get_string (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_passage_finalize (GObject *object)
{
  AmbStoryPassage *self = AMB_STORY_PASSAGE (object);

  g_free (self->title);
  g_free (self->text);

  G_OBJECT_CLASS (amb_story_passage_parent_class)->finalize (object);
}

static void
amb_story_passage_class_init (AmbStoryPassageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_story_passage_get_property;
  object_class->set_property = amb_story_passage_set_property;
  object_class->finalize = amb_story_passage_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-passage.ui");
  amb_format_bind_closures (widget_class);
}

static void
amb_story_passage_init (AmbStoryPassage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

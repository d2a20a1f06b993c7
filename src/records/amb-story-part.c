/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-story-part.h"

#include "amb-time.h"

/**
 * AmbStoryPart:
 *
 * One proof, role, prompt, variant, question, link or media file of a story: [enum@StoryPartKind] says which, and
 * which of the texts are in use.
 */
struct _AmbStoryPart
{
  AmbRecord        parent_instance;

  AmbStoryPartKind kind;
  gint64           time;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TIME,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_STORY_PART_N_TEXTS
};

static const char * const text_names[] = { "name", "text", "language", "address", "note" };
static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbStoryPart, amb_story_part, AMB_TYPE_RECORD)

static void
amb_story_part_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbStoryPart *self = AMB_STORY_PART (object);

  if (prop_id == PROP_KIND)
    g_value_set_enum (value, self->kind);
  else if (prop_id == PROP_TIME)
    g_value_set_int64 (value, self->time);
  else
    g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
}

static void
amb_story_part_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AmbStoryPart *self = AMB_STORY_PART (object);

  if (prop_id == PROP_KIND)
    self->kind = g_value_get_enum (value);
  else if (prop_id == PROP_TIME)
    amb_story_part_set_time (self, g_value_get_int64 (value));
  else
    amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
}

static void
amb_story_part_class_init (AmbStoryPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_story_part_get_property;
  object_class->set_property = amb_story_part_set_property;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, AMB_TYPE_STORY_PART_KIND, AMB_STORY_PART_PROOF,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIME] = g_param_spec_int64 ("time", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_STORY_PART_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_story_part_init (AmbStoryPart *self)
{
  self->time = AMB_TIME_UNSET;
}

/**
 * amb_story_part_new:
 * @kind: what it is
 *
 * Makes an empty part.
 *
 * Returns: (transfer full): the part
 */
AmbStoryPart *
amb_story_part_new (AmbStoryPartKind kind)
{
  AmbStoryPart *self = g_object_new (AMB_TYPE_STORY_PART, NULL);

  self->kind = kind;

  return self;
}

/**
 * amb_story_part_get_kind:
 * @self: a part
 *
 * Gets what it is.
 *
 * Returns: the kind
 */
AmbStoryPartKind
amb_story_part_get_kind (AmbStoryPart *self)
{
  g_return_val_if_fail (AMB_IS_STORY_PART (self), AMB_STORY_PART_PROOF);

  return self->kind;
}

/**
 * amb_story_part_get_time:
 * @self: a part
 *
 * Gets the day of a proof.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_story_part_get_time (AmbStoryPart *self)
{
  g_return_val_if_fail (AMB_IS_STORY_PART (self), AMB_TIME_UNSET);

  return self->time;
}

/**
 * amb_story_part_set_time:
 * @self: a part
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets the day of a proof.
 */
void
amb_story_part_set_time (AmbStoryPart *self,
                         gint64        time)
{
  g_return_if_fail (AMB_IS_STORY_PART (self));

  if (self->time == time)
    return;

  self->time = time;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
}

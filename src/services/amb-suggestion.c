/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-suggestion.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-fold.h"
#include "amb-time.h"

/* How much each reason counts. A theme is what the person wants to be known for; a story that the organisation withdraws
 * soon can wait least. */
#define FIT_OF_THEME 4
#define FIT_OF_VALUE 2
#define FIT_OF_FAVOURITE 3
#define FIT_OF_ENDING 2
#define ENDING_DAYS 30

/**
 * AmbSuggestion:
 *
 * A story that the person could tell now, and why it fits them.
 */
struct _AmbSuggestion
{
  GObject   parent_instance;

  /* Owned */
  AmbStory *story;
  char     *why;

  int       fit;
};

enum
{
  PROP_0,
  PROP_STORY,
  PROP_WHY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbSuggestion, amb_suggestion, G_TYPE_OBJECT)

static const char *
find_common (const char * const *first,
             const char * const *second)
{
  for (guint i = 0; first[i] != NULL; i++)
    {
      g_autofree char *key = amb_fold (first[i], -1);

      for (guint j = 0; second[j] != NULL; j++)
        {
          g_autofree char *other = amb_fold (second[j], -1);

          if (g_str_equal (key, other))
            return second[j];
        }
    }

  return NULL;
}

/* The first reason that holds is the one that is told. */
static void
add_reason (AmbSuggestion *self,
            int            fit,
            char          *why)
{
  self->fit += fit;
  if (self->why == NULL)
    self->why = why;
  else
    g_free (why);
}

static void
weigh (AmbSuggestion *self,
       AmbProfile    *profile,
       gint64         now)
{
  const char *theme = find_common (amb_profile_get_list (profile, "themes", NULL),
                                   amb_story_get_labels (self->story, AMB_STORY_LABEL_THEME));
  const char *value = find_common (amb_profile_get_list (profile, "values", NULL),
                                   amb_story_get_labels (self->story, AMB_STORY_LABEL_VALUE));
  gint64 end = amb_story_get_usable_until (self->story);

  if (theme != NULL)
    add_reason (self, FIT_OF_THEME, g_strdup_printf (_("It is about %s, one of your themes."), theme));
  if (amb_story_get_favourite (self->story))
    add_reason (self, FIT_OF_FAVOURITE, g_strdup (_("It is one of your favourites.")));
  if (value != NULL)
    add_reason (self, FIT_OF_VALUE, g_strdup_printf (_("It fits “%s”, one of your values."), value));
  if (end != AMB_TIME_UNSET && end - now < ENDING_DAYS * AMB_TIME_DAY)
    add_reason (self, FIT_OF_ENDING, g_strdup (_("You can tell it only a little longer.")));
  if (self->why == NULL)
    self->why = g_strdup (_("You have not told this one yet."));
}

static void
amb_suggestion_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbSuggestion *self = AMB_SUGGESTION (object);

  switch (prop_id)
    {
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;
    case PROP_WHY:
      g_value_set_string (value, self->why);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_suggestion_finalize (GObject *object)
{
  AmbSuggestion *self = AMB_SUGGESTION (object);

  g_clear_object (&self->story);
  g_free (self->why);

  G_OBJECT_CLASS (amb_suggestion_parent_class)->finalize (object);
}

static void
amb_suggestion_class_init (AmbSuggestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_suggestion_get_property;
  object_class->finalize = amb_suggestion_finalize;

  properties[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, AMB_TYPE_STORY,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WHY] = g_param_spec_string ("why", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_suggestion_init (AmbSuggestion *self)
{
}

/**
 * amb_suggestion_new:
 * @story: a story with its labels
 * @profile: the person
 * @now: milliseconds since 1970, UTC
 *
 * Weighs how well a story fits a person.
 *
 * Returns: (transfer full): the suggestion
 */
AmbSuggestion *
amb_suggestion_new (AmbStory   *story,
                    AmbProfile *profile,
                    gint64      now)
{
  AmbSuggestion *self;

  g_return_val_if_fail (AMB_IS_STORY (story), NULL);
  g_return_val_if_fail (AMB_IS_PROFILE (profile), NULL);

  self = g_object_new (AMB_TYPE_SUGGESTION, NULL);
  self->story = g_object_ref (story);
  weigh (self, profile, now);

  return self;
}

/**
 * amb_suggestion_get_story:
 * @self: a suggestion
 *
 * Gets the story.
 *
 * Returns: (transfer none): the story
 */
AmbStory *
amb_suggestion_get_story (AmbSuggestion *self)
{
  g_return_val_if_fail (AMB_IS_SUGGESTION (self), NULL);

  return self->story;
}

/**
 * amb_suggestion_get_why:
 * @self: a suggestion
 *
 * Tells why it fits: one sentence in the person's language.
 *
 * Returns: (transfer none): the sentence
 */
const char *
amb_suggestion_get_why (AmbSuggestion *self)
{
  g_return_val_if_fail (AMB_IS_SUGGESTION (self), NULL);

  return self->why;
}

/**
 * amb_suggestion_get_fit:
 * @self: a suggestion
 *
 * Tells how well the story fits, to order suggestions by.
 *
 * Returns: a weight, 0 or more
 */
int
amb_suggestion_get_fit (AmbSuggestion *self)
{
  g_return_val_if_fail (AMB_IS_SUGGESTION (self), 0);

  return self->fit;
}

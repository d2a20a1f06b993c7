/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-mark.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-story-obstacle.h"
#include "amb-time.h"

/* Long enough to plan a post, short enough to stay special in a list. */
#define RUNS_OUT_WITHIN (30 * AMB_TIME_DAY)

/* A day without its year where that is this year; never relative, because “until in 5 hours” is no sentence. */
static char *
format_day (gint64 time,
            gint64 now)
{
  return ABS (time - now) < AMB_TIME_DAY ? amb_format_date (time) : amb_format_when (time, now);
}

/* The time in usable-until is the first on which it may not be shared; people are told the last day on which it may. */
static char *
format_last_day (AmbStory *story,
                 gint64    now)
{
  return format_day (amb_story_get_usable_until (story) - 1, now);
}

/**
 * amb_story_mark_get:
 * @story: a story
 * @now: milliseconds since 1970, UTC
 *
 * Finds what a person must know of a story before they use it.
 *
 * Returns: the mark
 */
AmbStoryMark
amb_story_mark_get (AmbStory *story,
                    gint64    now)
{
  gint64 until;

  g_return_val_if_fail (AMB_IS_STORY (story), AMB_STORY_MARK_NONE);

  switch (amb_story_obstacle_find (story, now))
    {
    case AMB_STORY_OBSTACLE_WITHDRAWN: return AMB_STORY_MARK_WITHDRAWN;
    case AMB_STORY_OBSTACLE_EXPIRED: return AMB_STORY_MARK_EXPIRED;
    case AMB_STORY_OBSTACLE_INTERNAL: return AMB_STORY_MARK_INTERNAL;
    case AMB_STORY_OBSTACLE_EMBARGOED: return AMB_STORY_MARK_EMBARGOED;
    case AMB_STORY_OBSTACLE_NONE: break;
    }

  until = amb_story_get_usable_until (story);

  return until != AMB_TIME_UNSET && until - RUNS_OUT_WITHIN <= now ? AMB_STORY_MARK_RUNS_OUT : AMB_STORY_MARK_NONE;
}

/**
 * amb_story_mark_is_greyed:
 * @mark: a mark
 *
 * Tells whether a story with this mark stands back in a list, because it may not be shared now.
 *
 * Returns: %TRUE when it does
 */
gboolean
amb_story_mark_is_greyed (AmbStoryMark mark)
{
  return mark != AMB_STORY_MARK_NONE && mark != AMB_STORY_MARK_RUNS_OUT;
}

/**
 * amb_story_mark_get_symbol:
 * @mark: a mark
 *
 * Gets the icon of a mark.
 *
 * Returns: (nullable): the name of an icon
 */
const char *
amb_story_mark_get_symbol (AmbStoryMark mark)
{
  switch (mark)
    {
    case AMB_STORY_MARK_WITHDRAWN: return "action-unavailable-symbolic";
    case AMB_STORY_MARK_EXPIRED: return "action-unavailable-symbolic";
    case AMB_STORY_MARK_INTERNAL: return "changes-prevent-symbolic";
    case AMB_STORY_MARK_EMBARGOED: return "alarm-symbolic";
    case AMB_STORY_MARK_RUNS_OUT: return "amb-runs-out-symbolic";
    case AMB_STORY_MARK_NONE: break;
    }
  return NULL;
}

/**
 * amb_story_mark_describe:
 * @story: a story
 * @now: milliseconds since 1970, UTC
 *
 * Says in a few words what a person must know, for a row of a list.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when there is nothing to say
 */
char *
amb_story_mark_describe (AmbStory *story,
                         gint64    now)
{
  g_autofree char *date = NULL;

  switch (amb_story_mark_get (story, now))
    {
    case AMB_STORY_MARK_WITHDRAWN:
      /* Translators: of a story: the organisation took it back */
      return g_strdup (_("Withdrawn"));
    case AMB_STORY_MARK_EXPIRED:
      /* Translators: of a story: its last day is over */
      return g_strdup (_("Expired"));
    case AMB_STORY_MARK_INTERNAL:
      /* Translators: of a story: only for colleagues, not for the outside world */
      return g_strdup (_("Not public"));
    case AMB_STORY_MARK_EMBARGOED:
      date = format_day (amb_story_get_usable_from (story), now);
      /* Translators: of a story: the first day on which it may be shared, as in “From 3 January” */
      return g_strdup_printf (_("From %s"), date);
    case AMB_STORY_MARK_RUNS_OUT:
      date = format_last_day (story, now);
      /* Translators: of a story: the last day on which it may be shared, as in “Until 3 January” */
      return g_strdup_printf (_("Until %s"), date);
    case AMB_STORY_MARK_NONE:
      break;
    }
  return NULL;
}

/**
 * amb_story_mark_explain:
 * @story: a story
 * @now: milliseconds since 1970, UTC
 *
 * Says in a sentence how long a story may be shared, for the page of the story.
 *
 * Returns: (transfer full): the sentence
 */
char *
amb_story_mark_explain (AmbStory *story,
                        gint64    now)
{
  g_autofree char *date = NULL;

  switch (amb_story_mark_get (story, now))
    {
    case AMB_STORY_MARK_WITHDRAWN:
      return g_strdup (_("Withdrawn: please do not share this any more."));
    case AMB_STORY_MARK_EXPIRED:
      date = format_last_day (story, now);
      /* Translators: %s is a date */
      return g_strdup_printf (_("Expired: the last day to share this was %s."), date);
    case AMB_STORY_MARK_INTERNAL:
      return g_strdup (_("Not public: this stays among colleagues."));
    case AMB_STORY_MARK_EMBARGOED:
      date = format_day (amb_story_get_usable_from (story), now);
      /* Translators: %s is a date */
      return g_strdup_printf (_("Not yet: you may share this from %s."), date);
    case AMB_STORY_MARK_RUNS_OUT:
    case AMB_STORY_MARK_NONE:
      break;
    }

  if (amb_story_get_usable_until (story) == AMB_TIME_UNSET)
    return g_strdup (_("Cleared for public use."));

  date = format_last_day (story, now);
  /* Translators: %s is a date */
  return g_strdup_printf (_("Cleared for public use until %s."), date);
}

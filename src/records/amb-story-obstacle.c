/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-story-obstacle.h"

#include "amb-time.h"

/**
 * amb_story_obstacle_find:
 * @story: a story
 * @now: milliseconds since 1970, UTC
 *
 * Finds what keeps a story from being shared now: it may be when the organisation stands by it, it is cleared for public
 * use, its embargo is over and it has not run out. The moment in #AmbStory:usable-until is the first at which it may
 * not. The filter of the library says the same in SQL.
 *
 * Returns: the obstacle, or %AMB_STORY_OBSTACLE_NONE
 */
AmbStoryObstacle
amb_story_obstacle_find (AmbStory *story,
                         gint64    now)
{
  gint64 from, until;

  g_return_val_if_fail (AMB_IS_STORY (story), AMB_STORY_OBSTACLE_NONE);

  from = amb_story_get_usable_from (story);
  until = amb_story_get_usable_until (story);

  if (amb_story_get_status (story) == AMB_STORY_STATUS_WITHDRAWN)
    return AMB_STORY_OBSTACLE_WITHDRAWN;
  if (until != AMB_TIME_UNSET && until <= now)
    return AMB_STORY_OBSTACLE_EXPIRED;
  if (!amb_story_get_cleared (story))
    return AMB_STORY_OBSTACLE_INTERNAL;
  if (from != AMB_TIME_UNSET && from > now)
    return AMB_STORY_OBSTACLE_EMBARGOED;

  return AMB_STORY_OBSTACLE_NONE;
}

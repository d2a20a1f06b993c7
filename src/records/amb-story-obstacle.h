/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story.h"

G_BEGIN_DECLS

/**
 * AmbStoryObstacle:
 * @AMB_STORY_OBSTACLE_NONE: it may be shared
 * @AMB_STORY_OBSTACLE_WITHDRAWN: the organisation took it back
 * @AMB_STORY_OBSTACLE_EXPIRED: it ran out
 * @AMB_STORY_OBSTACLE_INTERNAL: not cleared for public use
 * @AMB_STORY_OBSTACLE_EMBARGOED: it may be shared later
 *
 * What keeps a story from being shared; the first that holds.
 */
typedef enum
{
  AMB_STORY_OBSTACLE_NONE,
  AMB_STORY_OBSTACLE_WITHDRAWN,
  AMB_STORY_OBSTACLE_EXPIRED,
  AMB_STORY_OBSTACLE_INTERNAL,
  AMB_STORY_OBSTACLE_EMBARGOED,
} AmbStoryObstacle;

AmbStoryObstacle amb_story_obstacle_find (AmbStory *story, gint64 now);

G_END_DECLS

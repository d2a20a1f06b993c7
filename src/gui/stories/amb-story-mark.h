/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story.h"

G_BEGIN_DECLS

/**
 * AmbStoryMark:
 * @AMB_STORY_MARK_NONE: nothing to say: it may be shared
 * @AMB_STORY_MARK_WITHDRAWN: the organisation took it back
 * @AMB_STORY_MARK_EXPIRED: it ran out
 * @AMB_STORY_MARK_INTERNAL: not cleared for public use
 * @AMB_STORY_MARK_EMBARGOED: it may be shared later
 * @AMB_STORY_MARK_RUNS_OUT: it may be shared, but not for long
 *
 * What a person must know of a story before they use it; the first that holds.
 */
typedef enum
{
  AMB_STORY_MARK_NONE,
  AMB_STORY_MARK_WITHDRAWN,
  AMB_STORY_MARK_EXPIRED,
  AMB_STORY_MARK_INTERNAL,
  AMB_STORY_MARK_EMBARGOED,
  AMB_STORY_MARK_RUNS_OUT,
} AmbStoryMark;

AmbStoryMark amb_story_mark_get        (AmbStory *story, gint64 now);
gboolean     amb_story_mark_is_greyed  (AmbStoryMark mark);
const char  *amb_story_mark_get_symbol (AmbStoryMark mark);
char        *amb_story_mark_describe   (AmbStory *story, gint64 now);
char        *amb_story_mark_explain    (AmbStory *story, gint64 now);

G_END_DECLS

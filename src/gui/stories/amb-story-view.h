/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_VIEW (amb_story_view_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryView, amb_story_view, AMB, STORY_VIEW, AdwBin)

void      amb_story_view_load          (AmbStoryView *self, gint64 story_id);
AmbStory *amb_story_view_get_story     (AmbStoryView *self);
void      amb_story_view_set_favourite (AmbStoryView *self, gboolean favourite);
void      amb_story_view_dismiss       (AmbStoryView *self);
void      amb_story_view_copy_message  (AmbStoryView *self);
void      amb_story_view_flush         (AmbStoryView *self);

G_END_DECLS

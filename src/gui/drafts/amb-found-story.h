/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_FOUND_STORY (amb_found_story_get_type ())
G_DECLARE_FINAL_TYPE (AmbFoundStory, amb_found_story, AMB, FOUND_STORY, AdwBin)

AmbStory *amb_found_story_get_story (AmbFoundStory *self);
void      amb_found_story_set_story (AmbFoundStory *self, AmbStory *story);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_OWN_TEXT (amb_story_own_text_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryOwnText, amb_story_own_text, AMB, STORY_OWN_TEXT, AdwBin)

void amb_story_own_text_set_story (AmbStoryOwnText *self, AmbStory *story);
void amb_story_own_text_flush     (AmbStoryOwnText *self);

G_END_DECLS

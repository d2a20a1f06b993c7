/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-story-use.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_LINKS (amb_story_links_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryLinks, amb_story_links, AMB, STORY_LINKS, AdwBin)

void       amb_story_links_set_context (AmbStoryLinks *self, AmbContext *context);
void       amb_story_links_set_stories (AmbStoryLinks *self, GArray *stories);

G_END_DECLS

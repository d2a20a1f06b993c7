/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story-section.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PARTS (amb_story_parts_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryParts, amb_story_parts, AMB, STORY_PARTS, AmbStorySection)

G_END_DECLS

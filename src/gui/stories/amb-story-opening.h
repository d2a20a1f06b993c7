/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story-section.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_OPENING (amb_story_opening_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryOpening, amb_story_opening, AMB, STORY_OPENING, AmbStorySection)

G_END_DECLS

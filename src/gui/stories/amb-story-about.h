/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story-section.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_ABOUT (amb_story_about_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryAbout, amb_story_about, AMB, STORY_ABOUT, AmbStorySection)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PASSAGE (amb_story_passage_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryPassage, amb_story_passage, AMB, STORY_PASSAGE, AdwBin)

G_END_DECLS

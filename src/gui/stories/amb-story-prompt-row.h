/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story-part-row.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PROMPT_ROW (amb_story_prompt_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryPromptRow, amb_story_prompt_row, AMB, STORY_PROMPT_ROW, AmbStoryPartRow)

G_END_DECLS

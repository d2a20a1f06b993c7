/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story-part-row.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_QUESTION_ROW (amb_story_question_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryQuestionRow, amb_story_question_row, AMB, STORY_QUESTION_ROW, AmbStoryPartRow)

G_END_DECLS

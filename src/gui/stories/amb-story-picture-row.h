/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story-part-row.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PICTURE_ROW (amb_story_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryPictureRow, amb_story_picture_row, AMB, STORY_PICTURE_ROW, AmbStoryPartRow)

G_END_DECLS

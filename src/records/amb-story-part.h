/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record.h"
#include "amb-record-enum-types.h"
#include "amb-record-enums.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PART (amb_story_part_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryPart, amb_story_part, AMB, STORY_PART, AmbRecord)

typedef enum
{
  AMB_STORY_PART_NAME,
  AMB_STORY_PART_TEXT,
  AMB_STORY_PART_LANGUAGE,
  AMB_STORY_PART_ADDRESS,
  AMB_STORY_PART_NOTE,
  AMB_STORY_PART_N_TEXTS
} AmbStoryPartText;

AmbStoryPart    *amb_story_part_new      (AmbStoryPartKind kind);
AmbStoryPartKind amb_story_part_get_kind (AmbStoryPart *self);
gint64           amb_story_part_get_time (AmbStoryPart *self);
void             amb_story_part_set_time (AmbStoryPart *self, gint64 time);

G_END_DECLS

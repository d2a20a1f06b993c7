/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record-list.h"
#include "amb-story-filter.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_LIST (amb_story_list_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryList, amb_story_list, AMB, STORY_LIST, AmbRecordList)

AmbStoryList *amb_story_list_new        (AmbContext *context);
void          amb_story_list_set_filter (AmbStoryList *self, const AmbStoryFilter *filter);

G_END_DECLS

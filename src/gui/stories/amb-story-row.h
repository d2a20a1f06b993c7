/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-search-query.h"
#include "amb-story.h"

G_BEGIN_DECLS

/* Its height, for a list whose rows all have the same: a title, two lines of message, a line of small letters; and what
 * is between them. */
#define AMB_STORY_ROW_LINES 4
#define AMB_STORY_ROW_SPACING 16

#define AMB_TYPE_STORY_ROW (amb_story_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryRow, amb_story_row, AMB, STORY_ROW, AdwBin)

GtkWidget      *amb_story_row_new       (AmbContext *context);
void            amb_story_row_set_story (AmbStoryRow *self, AmbStory *story);
AmbSearchQuery *amb_story_row_get_query (AmbStoryRow *self);
void            amb_story_row_set_query (AmbStoryRow *self, AmbSearchQuery *query);

G_END_DECLS

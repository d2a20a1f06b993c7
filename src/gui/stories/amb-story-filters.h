/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-story-filter.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_FILTERS (amb_story_filters_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryFilters, amb_story_filters, AMB, STORY_FILTERS, GtkPopover)

const char *amb_story_filters_get_summary (AmbStoryFilters *self);
void        amb_story_filters_apply       (AmbStoryFilters *self, AmbStoryFilter *filter);
void        amb_story_filters_clear       (AmbStoryFilters *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PART_ROW (amb_story_part_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmbStoryPartRow, amb_story_part_row, AMB, STORY_PART_ROW, AdwBin)

/**
 * AmbStoryPartRowClass:
 * @show_part: (nullable): the part is another one
 *
 * The class of a widget that shows one part of a story.
 */
struct _AmbStoryPartRowClass
{
  AdwBinClass parent_class;

  void (*show_part) (AmbStoryPartRow *self);
};

AmbContext   *amb_story_part_row_get_context   (AmbStoryPartRow *self);
AmbStory     *amb_story_part_row_get_story     (AmbStoryPartRow *self);
AmbStoryPart *amb_story_part_row_get_part      (AmbStoryPartRow *self);
void          amb_story_part_row_set_part      (AmbStoryPartRow *self, AmbStory *story, AmbStoryPart *part);

void          amb_story_part_row_bind_closures (GtkWidgetClass *klass);

G_END_DECLS

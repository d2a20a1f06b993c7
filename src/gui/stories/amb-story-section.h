/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_SECTION (amb_story_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmbStorySection, amb_story_section, AMB, STORY_SECTION, AdwBin)

/**
 * AmbStorySectionClass:
 * @show_story: (nullable): the story is another one
 *
 * The class of a widget that shows some of a story.
 */
struct _AmbStorySectionClass
{
  AdwBinClass parent_class;

  void (*show_story) (AmbStorySection *self);
};

AmbContext *amb_story_section_get_context (AmbStorySection *self);
AmbStory   *amb_story_section_get_story   (AmbStorySection *self);
void        amb_story_section_set_story   (AmbStorySection *self, AmbStory *story);

G_END_DECLS

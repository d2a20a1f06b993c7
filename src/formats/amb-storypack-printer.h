/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-pack.h"
#include "amb-story.h"
#include "amb-storypack-problem.h"

G_BEGIN_DECLS

void amb_storypack_print_heading (AmbPack *pack, GString *xml, GPtrArray *problems);
void amb_storypack_print_story   (AmbStory *story, const char *language, GString *xml, GPtrArray *problems);
void amb_storypack_print_end     (GString *xml);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "amb-pack.h"
#include "amb-story.h"
#include "amb-storypack-vocabulary.h"

G_BEGIN_DECLS

AmbStory *amb_storypack_build_story     (xmlNode *node, const char *language, GTimeZone *zone);
gboolean  amb_storypack_build_pack      (xmlNode *node, AmbPack *pack, GTimeZone *zone);
gboolean  amb_storypack_build_pack_part (xmlNode *node, const AmbStorypackElement *element, AmbPack *pack);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "amb-storypack-problem.h"
#include "amb-storypack-vocabulary.h"

G_BEGIN_DECLS

void                       amb_storypack_inspect            (xmlNode *node, const AmbStorypackElement *element,
                                                             GPtrArray *problems);
void                       amb_storypack_inspect_attributes (xmlNode *node, const AmbStorypackElement *element,
                                                             GPtrArray *problems);
const AmbStorypackElement *amb_storypack_inspect_place      (xmlNode *node, const AmbStorypackElement *parent,
                                                             guint *seen, GPtrArray *problems);
void                       amb_storypack_inspect_missing    (int line, const AmbStorypackElement *parent, guint seen,
                                                             GPtrArray *problems);

G_END_DECLS

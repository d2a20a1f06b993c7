/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbStoryUse:
 * @story_id: a story
 * @version: the version of it that was used
 *
 * That a draft or an entry of the log uses a story.
 */
typedef struct
{
  gint64 story_id;
  int    version;
} AmbStoryUse;

GArray *amb_story_uses_new (void);
void    amb_story_uses_add (GArray *uses, gint64 story_id, int version);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story.h"

G_BEGIN_DECLS

#define N_LABEL_KINDS (AMB_STORY_LABEL_HASHTAG + 1)

/**
 * AmbStory:
 *
 * Something that the organisation has to tell, with what the person added to it.
 *
 * Labels (themes, values, audiences, hashtags) keep their order; so do the parts.
 */
struct _AmbStory
{
  AmbRecord parent_instance;

  gint64 source_id;
  int version;
  AmbStoryKind kind;
  AmbStoryStatus status;
  gint64 usable_from;
  gint64 usable_until;
  gboolean cleared;
  gboolean favourite;
  gint64 used_at;
  GPtrArray *labels[N_LABEL_KINDS];
  GPtrArray *parts;
};

G_END_DECLS

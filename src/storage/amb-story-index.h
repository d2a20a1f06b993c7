/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story.h"

G_BEGIN_DECLS

/**
 * AmbStoryIndex:
 * @digest: of everything the organisation says in the story; differs when any of it does
 * @more: (nullable): the texts that the full text finds beside title, message and body
 * @folded: (nullable): words whose letters the tokenizer of the full text does not fold, folded
 * @runs: (element-type gint64): hashes of the runs of five words in it, sorted, each once
 *
 * What the store keeps of a story to find it again. It is the costly part of storing one, and needs no database: an
 * import makes it on another thread.
 */
typedef struct
{
  gint64  digest;
  char   *more;
  char   *folded;
  GArray *runs;
} AmbStoryIndex;

typedef void (*AmbStoryTextFunc) (const char *text, gpointer data);

AmbStoryIndex *amb_story_index_new                  (AmbStory *story);
void           amb_story_index_free                 (AmbStoryIndex *self);
void           amb_story_index_foreach_quotable     (AmbStory *story, AmbStoryTextFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbStoryIndex, amb_story_index_free)

G_END_DECLS

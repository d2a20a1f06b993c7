/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record-enums.h"

G_BEGIN_DECLS

/**
 * AmbStoryFilter:
 * @search: (nullable): what the person typed: words, "a phrase", word*, -word
 * @partial: whether the last word may still grow (search as one types)
 * @themes: (nullable): any of these
 * @audiences: (nullable): any of these
 * @language: (nullable): BCP 47
 * @kind: a kind, or 0
 * @source_id: a source, or 0
 * @usable: only what may be shared now
 * @unused: only what the person did not use yet
 * @favourites: only favourites
 * @now: milliseconds since 1970, UTC: what "now" means to @usable
 *
 * Which stories to show. All that is set must hold.
 */
typedef struct
{
  char          *search;
  gboolean       partial;
  char         **themes;
  char         **audiences;
  char          *language;
  AmbStoryKind   kind;
  gint64         source_id;
  gboolean       usable;
  gboolean       unused;
  gboolean       favourites;
  gint64         now;
} AmbStoryFilter;

AmbStoryFilter *amb_story_filter_new  (void);
AmbStoryFilter *amb_story_filter_copy (const AmbStoryFilter *self);
void            amb_story_filter_free (AmbStoryFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbStoryFilter, amb_story_filter_free)

G_END_DECLS

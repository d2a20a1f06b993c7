/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "amb-range.h"

G_BEGIN_DECLS

/**
 * AMB_REUSE_MINIMUM_RUN:
 *
 * The least number of words in a row that counts as copied: fewer are anybody's phrase.
 */
#define AMB_REUSE_MINIMUM_RUN 5

/**
 * AmbReusePassage:
 * @range: where it stands in the draft
 * @source: the text it is copied from
 * @words: its number of words
 *
 * A passage of a draft that stands in a source word for word.
 */
typedef struct
{
  AmbRange range;
  gint64 source;
  guint words;
} AmbReusePassage;

#define AMB_TYPE_REUSE (amb_reuse_get_type ())

/**
 * AmbReuse:
 *
 * Measures which part of a text is the writer's own. May be handed to another thread, but not be
 * used by two at once.
 */
typedef struct _AmbReuse AmbReuse;

GArray       *amb_reuse_fingerprints     (const char *text, gssize length);

GType         amb_reuse_get_type         (void) G_GNUC_CONST;
AmbReuse     *amb_reuse_new              (const char *text);
AmbReuse     *amb_reuse_ref              (AmbReuse *self);
void          amb_reuse_unref            (AmbReuse *self);
const GArray *amb_reuse_get_fingerprints (AmbReuse *self);
void          amb_reuse_add_source       (AmbReuse *self, gint64 source_id, const char *source_text);
void          amb_reuse_finish           (AmbReuse *self);
const GArray *amb_reuse_get_passages     (AmbReuse *self);
guint         amb_reuse_get_words        (AmbReuse *self);
guint         amb_reuse_get_copied       (AmbReuse *self);
double        amb_reuse_get_share        (AmbReuse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbReuse, amb_reuse_unref)

G_END_DECLS

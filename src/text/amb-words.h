/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

/**
 * AmbWord:
 * @range: where the word stands
 * @hash: the same for words that are the same to a reader: see [func@words_split]
 *
 * A word for comparing texts.
 */
typedef struct
{
  AmbRange range;
  guint64 hash;
} AmbWord;

GArray *amb_words_split           (const char *text, gssize length);
GArray *amb_words_split_reference (const char *text, gssize length);
guint   amb_words_count           (const char *text);

G_END_DECLS

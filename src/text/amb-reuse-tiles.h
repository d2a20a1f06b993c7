/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest run of a source that begins at a word of the draft. */
typedef struct
{
  guint words;
  gint64 source;
} AmbReuseMatch;

/* A run that was chosen. */
typedef struct
{
  guint first_word;
  guint words;
  gint64 source;
} AmbReuseTile;

GArray *amb_reuse_tiles_choose (const AmbReuseMatch *matches, guint n_words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbLabelCount:
 * @label: a theme, a value, an audience or a hashtag
 * @n_stories: how many stories carry it
 *
 * A label, for a filter.
 */
typedef struct
{
  char  *label;
  gint64 n_stories;
} AmbLabelCount;

AmbLabelCount *amb_label_count_new  (const char *label, gint64 n_stories);
void           amb_label_count_free (AmbLabelCount *self);

G_END_DECLS

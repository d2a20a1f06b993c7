/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-label-count.h"

/**
 * amb_label_count_new:
 * @label: a label
 * @n_stories: how many stories carry it
 *
 * Makes a count.
 *
 * Returns: (transfer full): the count
 */
AmbLabelCount *
amb_label_count_new (const char *label,
                     gint64      n_stories)
{
  AmbLabelCount *self = g_new0 (AmbLabelCount, 1);

  self->label = g_strdup (label);
  self->n_stories = n_stories;

  return self;
}

/**
 * amb_label_count_free:
 * @self: (transfer full): a count
 *
 * Frees it.
 */
void
amb_label_count_free (AmbLabelCount *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->label);
  g_free (self);
}

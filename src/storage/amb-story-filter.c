/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-story-filter.h"

/**
 * amb_story_filter_new:
 *
 * Makes a filter that lets every story through.
 *
 * Returns: (transfer full): the filter
 */
AmbStoryFilter *
amb_story_filter_new (void)
{
  return g_new0 (AmbStoryFilter, 1);
}

/**
 * amb_story_filter_copy:
 * @self: a filter
 *
 * Copies a filter.
 *
 * Returns: (transfer full): the copy
 */
AmbStoryFilter *
amb_story_filter_copy (const AmbStoryFilter *self)
{
  AmbStoryFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  copy->themes = g_strdupv (self->themes);
  copy->audiences = g_strdupv (self->audiences);
  copy->language = g_strdup (self->language);

  return copy;
}

/**
 * amb_story_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees a filter.
 */
void
amb_story_filter_free (AmbStoryFilter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->search);
  g_strfreev (self->themes);
  g_strfreev (self->audiences);
  g_free (self->language);
  g_free (self);
}

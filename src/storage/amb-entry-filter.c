/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-entry-filter.h"

#include "amb-time.h"

/**
 * amb_entry_filter_new:
 *
 * Makes a filter that lets every entry through.
 *
 * Returns: (transfer full): the filter
 */
AmbEntryFilter *
amb_entry_filter_new (void)
{
  AmbEntryFilter *self = g_new0 (AmbEntryFilter, 1);

  self->since = AMB_TIME_UNSET;
  self->until = AMB_TIME_UNSET;

  return self;
}

/**
 * amb_entry_filter_copy:
 * @self: a filter
 *
 * Copies a filter.
 *
 * Returns: (transfer full): the copy
 */
AmbEntryFilter *
amb_entry_filter_copy (const AmbEntryFilter *self)
{
  AmbEntryFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  copy->channel = g_strdup (self->channel);

  return copy;
}

/**
 * amb_entry_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees a filter.
 */
void
amb_entry_filter_free (AmbEntryFilter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->search);
  g_free (self->channel);
  g_free (self);
}

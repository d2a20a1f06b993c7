/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-unsaved.h"

/**
 * amb_unsaved_new:
 * @kind: what it is
 * @name: (transfer full): which one of its kind; good as the name of a file
 * @at: when it was so: milliseconds since 1970, UTC
 * @data: (transfer full): what @kind needs; nobody changes it from now on
 * @free_data: frees @data
 *
 * Makes what a person wrote ready for the disk. Each kind has a function of its own that calls this one.
 *
 * Returns: (transfer full): it
 */
AmbUnsaved *
amb_unsaved_new (const AmbRecoveryKind *kind,
                 char                  *name,
                 gint64                 at,
                 gpointer               data,
                 GDestroyNotify         free_data)
{
  AmbUnsaved *self = g_new0 (AmbUnsaved, 1);

  self->kind = kind;
  self->name = name;
  self->at = at;
  self->data = data;
  self->free_data = free_data;

  return self;
}

/**
 * amb_unsaved_free:
 * @self: (transfer full): what a person wrote
 *
 * Frees it.
 */
void
amb_unsaved_free (AmbUnsaved *self)
{
  g_return_if_fail (self != NULL);

  self->free_data (self->data);
  g_free (self->name);
  g_free (self);
}

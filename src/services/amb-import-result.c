/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-import-result.h"

static void
free_skip (AmbImportSkip *skip)
{
  g_free (skip->where);
  g_free (skip->reason);
  g_free (skip);
}

/**
 * amb_import_result_new:
 * @source: the file or address
 * @kind: the format, as the command line names it
 *
 * Makes a result that says that nothing was done yet.
 *
 * Returns: (transfer full): the result
 */
AmbImportResult *
amb_import_result_new (const char *source,
                       const char *kind)
{
  AmbImportResult *self = g_new0 (AmbImportResult, 1);

  self->source = g_strdup (source);
  self->kind = g_strdup (kind);
  self->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify) free_skip);

  return self;
}

/**
 * amb_import_result_free:
 * @self: (transfer full): a result
 *
 * Frees it.
 */
void
amb_import_result_free (AmbImportResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->source);
  g_free (self->kind);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

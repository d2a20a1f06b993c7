/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

/* What an import did. For one source; `skipped` holds AmbImportSkip. */
typedef struct
{
  char *where;
  char *reason;
} AmbImportSkip;

typedef struct
{
  char      *source;
  char      *kind;
  gint64     added;
  gint64     updated;
  gint64     unchanged;
  gint64     withdrawn;
  GPtrArray *skipped;
  gint64     source_id;
} AmbImportResult;

void amb_import_result_free (AmbImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbImportResult, amb_import_result_free)

/* Brings a file from outside into the database: all of it or nothing. Properties for a progress dialog, notified on the
 * main context: "fraction" (double, 0 to 1), "n-records" (uint, read so far), "name" (string, of the file). */
#define AMB_TYPE_IMPORTER (amb_importer_get_type ())
G_DECLARE_FINAL_TYPE (AmbImporter, amb_importer, AMB, IMPORTER, GObject)

AmbImporter     *amb_importer_new        (AmbContext *context, GFile *file);
void             amb_importer_run_async  (AmbImporter *self, gboolean dry_run, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
AmbImportResult *amb_importer_run_finish (AmbImporter *self, GAsyncResult *result, GError **error);
double           amb_importer_get_fraction (AmbImporter *self);

G_END_DECLS

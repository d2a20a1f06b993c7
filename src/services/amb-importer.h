/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-import-result.h"

G_BEGIN_DECLS

#define AMB_TYPE_IMPORTER (amb_importer_get_type ())
G_DECLARE_FINAL_TYPE (AmbImporter, amb_importer, AMB, IMPORTER, GObject)

char           **amb_importer_list_kinds    (void);
gboolean         amb_importer_recognizes    (GFile *file);
AmbImporter     *amb_importer_new           (AmbContext *context, GFile *file);
void             amb_importer_set_kind      (AmbImporter *self, const char *kind);
double           amb_importer_get_fraction  (AmbImporter *self);
guint            amb_importer_get_n_records (AmbImporter *self);
AmbImportResult *amb_importer_run           (AmbImporter *self, gboolean dry_run, GCancellable *cancellable, GError **error);
void             amb_importer_run_async     (AmbImporter *self, gboolean dry_run, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer data);
AmbImportResult *amb_importer_run_finish    (AmbImporter *self, GAsyncResult *result, GError **error);

G_END_DECLS

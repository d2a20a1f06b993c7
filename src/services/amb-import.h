/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-import-result.h"
#include "amb-importer.h"

G_BEGIN_DECLS

/**
 * AmbImport:
 * @importer: hears how far it is
 * @connection: a connection in a writing transaction, which the importer commits
 * @stream: the file, at its beginning; it can be read only once when it is a pipe
 * @name: what the person calls the file, for messages
 * @size: bytes of the file; 0 when that is not known
 * @result: counts what is done; it knows the source
 *
 * A file on its way into the database.
 */
typedef struct
{
  AmbImporter     *importer;
  AmbConnection   *connection;
  GInputStream    *stream;
  const char      *name;
  gint64           size;
  AmbImportResult *result;
} AmbImport;

typedef gboolean (*AmbImportFunc) (AmbImport *import, GCancellable *cancellable, GError **error);

/* One function per format, each in a file of its own; the table stands in amb-importer.c. */
gboolean amb_import_storypack (AmbImport *import, GCancellable *cancellable, GError **error);

/* How a format says how far it is. */
void amb_importer_count_record (AmbImporter *self);
void amb_importer_set_fraction (AmbImporter *self, double fraction);

G_END_DECLS

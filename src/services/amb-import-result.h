/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbImportSkip:
 * @where: where in the source: a file, a line
 * @reason: why, as one sentence
 *
 * A record of a source that could not be read.
 */
typedef struct
{
  char *where;
  char *reason;
} AmbImportSkip;

/**
 * AmbImportResult:
 * @source: the file or address
 * @kind: the format, as the command line names it
 * @added: records that are new
 * @updated: records that differ from before
 * @unchanged: records that do not
 * @withdrawn: stories that the organisation took back
 * @skipped: (element-type AmbImportSkip): records that could not be read
 * @source_id: the source that the stories belong to
 *
 * What an import did.
 */
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

AmbImportResult *amb_import_result_new  (const char *source, const char *kind);
void             amb_import_result_free (AmbImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbImportResult, amb_import_result_free)

G_END_DECLS

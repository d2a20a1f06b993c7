/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

/* Copies the database to a file, checked and synced before it gets its name. */
void     amb_backup_run_async  (AmbContext *context, GFile *file, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
gboolean amb_backup_run_finish (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

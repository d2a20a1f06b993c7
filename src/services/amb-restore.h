/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

void     amb_restore_find_async  (AmbContext *context, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
gboolean amb_restore_find_finish (AmbContext *context, GAsyncResult *result, GError **error);
void     amb_restore_run_async   (AmbContext *context, GFile *backup, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
char    *amb_restore_run_finish  (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

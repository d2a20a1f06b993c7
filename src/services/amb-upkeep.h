/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

void     amb_upkeep_run_async  (AmbContext *context, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
gboolean amb_upkeep_run_finish (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

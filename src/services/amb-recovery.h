/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-unsaved.h"

G_BEGIN_DECLS

void        amb_recovery_save_async   (AmbContext *context, AmbUnsaved *unsaved, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
AmbUnsaved *amb_recovery_save_finish  (AmbContext *context, GAsyncResult *result, GError **error);
void        amb_recovery_write_async  (AmbContext *context, AmbUnsaved *unsaved, GAsyncReadyCallback callback,
                                       gpointer data);
gboolean    amb_recovery_write_finish (GAsyncResult *result, GError **error);
void        amb_recovery_remove_async (AmbContext *context, AmbUnsaved *unsaved);
void        amb_recovery_wait         (void);
gboolean    amb_recovery_has_lost     (AmbContext *context);
void        amb_recovery_apply_async  (AmbContext *context, gboolean again, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
guint       amb_recovery_apply_finish (AmbContext *context, GAsyncResult *result, GPtrArray **begun, GError **error);

G_END_DECLS

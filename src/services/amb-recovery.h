/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-draft.h"

G_BEGIN_DECLS

void  amb_recovery_write         (AmbContext *context, AmbDraft *draft, gint64 at);
void  amb_recovery_write_async   (AmbContext *context, AmbDraft *draft);
void  amb_recovery_remove_async  (AmbContext *context, gint64 draft_id);
void  amb_recovery_apply_async   (AmbContext *context, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
guint amb_recovery_apply_finish  (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

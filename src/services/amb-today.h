/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-suggestion.h"

G_BEGIN_DECLS

#define AMB_TYPE_TODAY (amb_today_get_type ())
G_DECLARE_FINAL_TYPE (AmbToday, amb_today, AMB, TODAY, GObject)

AmbToday *amb_today_make        (AmbConnection *connection, GError **error);
void      amb_today_load_async  (AmbContext *context, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
AmbToday *amb_today_load_finish (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

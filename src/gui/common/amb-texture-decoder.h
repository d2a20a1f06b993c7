/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        amb_texture_decoder_run_async  (GBytes *bytes, int max_size, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
GdkTexture *amb_texture_decoder_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void    amb_photo_read_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GBytes *amb_photo_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS

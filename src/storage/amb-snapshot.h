/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "amb-connection.h"

G_BEGIN_DECLS

gboolean   amb_snapshot_write            (AmbConnection *connection, const char *path, GError **error);
gboolean   amb_snapshot_before_migration (sqlite3 *handle, const char *path, int version, GError **error);
GPtrArray *amb_snapshot_verify           (const char *path, gboolean deep, GCancellable *cancellable, GError **error);
gboolean   amb_snapshot_restore          (const char *snapshot, const char *path, char **kept, GCancellable *cancellable,
                                          GError **error);

G_END_DECLS

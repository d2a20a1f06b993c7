/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

gboolean amb_cli_value_read_id    (const char *text, gint64 *id, GError **error);
gboolean amb_cli_value_read_ids   (char **texts, GArray **ids, GError **error);
gboolean amb_cli_value_read_nick  (GType type, const char *text, int *value, GError **error);
gboolean amb_cli_value_read_time  (const char *text, gint64 *time, int *zone_offset, GError **error);
gboolean amb_cli_value_read_until (const char *text, gint64 *time, GError **error);

GInputStream *amb_cli_value_open          (const char *path, GCancellable *cancellable, GError **error);
char         *amb_cli_value_read_stream   (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error);
char         *amb_cli_value_read_text     (const char *path, GCancellable *cancellable, GError **error);
char         *amb_cli_value_get_language  (void);

gboolean      amb_cli_value_require_channel (AmbConnection *connection, const char *channel, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv    amb_recovery_file_list_folders (const char *database);
gboolean amb_recovery_file_write        (const char *database, const char *name, GKeyFile *contents, gint64 now,
                                         GError **error);
void     amb_recovery_file_remove       (const char *database, const char *name, gint64 at, gint64 now);
void     amb_recovery_file_rename       (const char *path, const char *new_path, gint64 at, gint64 now);
gint64   amb_recovery_file_get_written  (GKeyFile *contents);

G_END_DECLS

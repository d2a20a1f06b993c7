/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What SQLite looks for beside a file of whatever name; %NULL stands at the end. */
extern const char * const amb_database_file_journals[4];

gboolean amb_database_file_check         (const char *path, GError **error);
gboolean amb_database_file_accept        (const char *path, gint64 application, gint64 version, GError **error);
char    *amb_database_file_resolve       (const char *path);
gboolean amb_database_file_is_remote     (const char *path);
gboolean amb_database_file_is_in_use     (const char *path);
gboolean amb_database_file_sync_folder   (const char *path, GError **error);
gboolean amb_database_file_remove        (const char *path, GError **error);
gboolean amb_database_file_require_other (const char *path, const char *target, GError **error);

G_END_DECLS

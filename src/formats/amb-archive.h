/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AMB_TYPE_ARCHIVE (amb_archive_get_type ())
G_DECLARE_FINAL_TYPE (AmbArchive, amb_archive, AMB, ARCHIVE, GObject)

AmbArchive   *amb_archive_new          (GInputStream *stream, const char *name, GError **error);
gboolean      amb_archive_contains     (AmbArchive *self, const char *path);
GPtrArray    *amb_archive_list_paths   (AmbArchive *self);
gboolean      amb_archive_find         (AmbArchive *self, const char *path, GError **error);
gboolean      amb_archive_rewind       (AmbArchive *self, GError **error);
gboolean      amb_archive_next         (AmbArchive *self, const char **path, GError **error);
GInputStream *amb_archive_open_entry   (AmbArchive *self);
GBytes       *amb_archive_read_entry   (AmbArchive *self, gsize max_size, GError **error);
gint64        amb_archive_get_position (AmbArchive *self);

G_END_DECLS

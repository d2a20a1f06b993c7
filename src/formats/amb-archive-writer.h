/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AMB_TYPE_ARCHIVE_WRITER (amb_archive_writer_get_type ())
G_DECLARE_FINAL_TYPE (AmbArchiveWriter, amb_archive_writer, AMB, ARCHIVE_WRITER, GObject)

AmbArchiveWriter *amb_archive_writer_new    (GOutputStream *stream);
gboolean          amb_archive_writer_begin  (AmbArchiveWriter *self, const char *path, gint64 modified_at, GError **error);
gboolean          amb_archive_writer_write  (AmbArchiveWriter *self, const void *bytes, gsize n_bytes, GError **error);
gboolean          amb_archive_writer_finish (AmbArchiveWriter *self, GError **error);

G_END_DECLS

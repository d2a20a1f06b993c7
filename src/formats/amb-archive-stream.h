/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gssize (*AmbArchiveReadFunc) (gpointer archive, void *buffer, gsize count, GError **error);

#define AMB_TYPE_ARCHIVE_STREAM (amb_archive_stream_get_type ())
G_DECLARE_FINAL_TYPE (AmbArchiveStream, amb_archive_stream, AMB, ARCHIVE_STREAM, GInputStream)

GInputStream *amb_archive_stream_new (GObject *archive, AmbArchiveReadFunc read);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-archive-stream.h"

/**
 * AmbArchiveStream:
 *
 * The unpacked bytes of the file at which an archive stands.
 */
struct _AmbArchiveStream
{
  GInputStream        parent_instance;

  GObject            *archive;
  AmbArchiveReadFunc  read;
};

G_DEFINE_FINAL_TYPE (AmbArchiveStream, amb_archive_stream, G_TYPE_INPUT_STREAM)

static gssize
amb_archive_stream_read (GInputStream  *stream,
                         void          *buffer,
                         gsize          count,
                         GCancellable  *cancellable,
                         GError       **error)
{
  AmbArchiveStream *self = AMB_ARCHIVE_STREAM (stream);

  return self->read (self->archive, buffer, count, error);
}

static void
amb_archive_stream_finalize (GObject *object)
{
  AmbArchiveStream *self = AMB_ARCHIVE_STREAM (object);

  g_object_unref (self->archive);

  G_OBJECT_CLASS (amb_archive_stream_parent_class)->finalize (object);
}

static void
amb_archive_stream_class_init (AmbArchiveStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_archive_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = amb_archive_stream_read;
}

static void
amb_archive_stream_init (AmbArchiveStream *self)
{
}

/**
 * amb_archive_stream_new:
 * @archive: the archive, kept alive by the stream
 * @read: reads from the file at which it stands
 *
 * Makes a stream.
 *
 * Returns: (transfer full): the stream
 */
GInputStream *
amb_archive_stream_new (GObject            *archive,
                        AmbArchiveReadFunc  read)
{
  AmbArchiveStream *self = g_object_new (AMB_TYPE_ARCHIVE_STREAM, NULL);

  self->archive = g_object_ref (archive);
  self->read = read;

  return G_INPUT_STREAM (self);
}

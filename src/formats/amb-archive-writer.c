/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-archive-writer.h"

#include <archive.h>
#include <archive_entry.h>

#include "amb-time.h"

typedef struct archive LibArchive;
typedef struct archive_entry LibEntry;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibEntry, archive_entry_free)

/**
 * AmbArchiveWriter:
 *
 * Writes a zip file, one file after the other, without knowing their sizes before.
 */
struct _AmbArchiveWriter
{
  GObject        parent_instance;

  GOutputStream *stream;
  LibArchive    *archive;
  GError        *error;
};

G_DEFINE_FINAL_TYPE (AmbArchiveWriter, amb_archive_writer, G_TYPE_OBJECT)

static la_ssize_t
write_cb (LibArchive *archive,
          void       *data,
          const void *buffer,
          size_t      length)
{
  AmbArchiveWriter *self = data;

  if (self->error != NULL || !g_output_stream_write_all (self->stream, buffer, length, NULL, NULL, &self->error))
    return -1;

  return length;
}

static gboolean
report (AmbArchiveWriter  *self,
        int                result,
        GError           **error)
{
  if (result >= ARCHIVE_OK || result == ARCHIVE_WARN)
    return TRUE;

  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, archive_error_string (self->archive));

  return FALSE;
}

static void
amb_archive_writer_finalize (GObject *object)
{
  AmbArchiveWriter *self = AMB_ARCHIVE_WRITER (object);

  g_clear_pointer (&self->archive, archive_write_free);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (amb_archive_writer_parent_class)->finalize (object);
}

static void
amb_archive_writer_class_init (AmbArchiveWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_archive_writer_finalize;
}

static void
amb_archive_writer_init (AmbArchiveWriter *self)
{
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_in_last_block (self->archive, 1);
}

/**
 * amb_archive_writer_new:
 * @stream: where to write; not closed
 *
 * Begins a zip file. Belongs to one thread at a time; blocks.
 *
 * Returns: (transfer full): the writer
 */
AmbArchiveWriter *
amb_archive_writer_new (GOutputStream *stream)
{
  AmbArchiveWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_object_new (AMB_TYPE_ARCHIVE_WRITER, NULL);
  self->stream = g_object_ref (stream);
  /* The first bytes are written with the first file; an error shows there. */
  archive_write_open (self->archive, self, NULL, write_cb, NULL);

  return self;
}

/**
 * amb_archive_writer_begin:
 * @self: a writer
 * @path: the path of the next file in the archive
 * @modified_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 * @error: return location for an error
 *
 * Ends the file before and begins the next.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_archive_writer_begin (AmbArchiveWriter  *self,
                          const char        *path,
                          gint64             modified_at,
                          GError           **error)
{
  g_autoptr (LibEntry) entry = archive_entry_new ();

  g_return_val_if_fail (AMB_IS_ARCHIVE_WRITER (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  archive_entry_set_pathname_utf8 (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (modified_at != AMB_TIME_UNSET)
    archive_entry_set_mtime (entry, modified_at / 1000, 0);

  return report (self, archive_write_header (self->archive, entry), error);
}

/**
 * amb_archive_writer_write:
 * @self: a writer
 * @bytes: (array length=n_bytes): what to write
 * @n_bytes: how much of it
 * @error: return location for an error
 *
 * Writes on in the file begun last.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_archive_writer_write (AmbArchiveWriter  *self,
                          const void        *bytes,
                          gsize              n_bytes,
                          GError           **error)
{
  g_return_val_if_fail (AMB_IS_ARCHIVE_WRITER (self), FALSE);

  return n_bytes == 0 || report (self, (int) MIN (archive_write_data (self->archive, bytes, n_bytes), 0), error);
}

/**
 * amb_archive_writer_finish:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes the end of the zip file.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_archive_writer_finish (AmbArchiveWriter  *self,
                           GError           **error)
{
  g_return_val_if_fail (AMB_IS_ARCHIVE_WRITER (self), FALSE);

  return report (self, archive_write_close (self->archive), error);
}

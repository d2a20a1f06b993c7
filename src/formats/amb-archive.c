/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-archive.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "amb-archive-stream.h"
#include "amb-error.h"

#define BLOCK_SIZE (64 * 1024)

/* A pack of 100,000 stories with a picture each has so many files; their list takes up to 16 MB of the archive. */
#define MAX_ENTRIES 120000
#define MAX_LIST_SIZE (16 * 1024 * 1024)

/* Deflate packs 1032 : 1 at most, XML 5 to 30 : 1. What is small does no harm whatever its ratio. */
#define MAX_RATIO 200
#define SMALL_SIZE (16 * 1024 * 1024)

typedef struct archive LibArchive;
typedef struct archive_entry LibEntry;

/**
 * AmbArchive:
 *
 * A zip file from outside, read entry by entry and never unpacked to disk.
 *
 * When it is opened its whole list of files is looked at: no links, no paths that lead out of it, no encryption, no name
 * twice. While it is read the bytes are counted, because the sizes in the list prove nothing. An archive belongs to one
 * thread at a time.
 */
struct _AmbArchive
{
  GObject       parent_instance;

  GInputStream *stream;
  char         *name;
  guint8       *block;

  LibArchive   *reader;
  GError       *error;
  GHashTable   *paths;
  char         *path;
  gint64        size;
  gint64        n_packed;
  gint64        n_unpacked;
  gint64        n_unpacked_in_all;
  gboolean      in_list;
};

G_DEFINE_FINAL_TYPE (AmbArchive, amb_archive, G_TYPE_OBJECT)

static la_ssize_t
read_cb (LibArchive  *reader,
         void        *data,
         const void **buffer)
{
  AmbArchive *self = data;
  gssize n_read;

  if (self->error != NULL)
    return -1;

  n_read = g_input_stream_read (self->stream, self->block, BLOCK_SIZE, NULL, &self->error);
  self->n_packed += MAX (n_read, 0);
  if (n_read >= 0 && self->in_list && self->n_packed > MAX_LIST_SIZE)
    g_set_error (&self->error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE,
                 _("“%s” holds more files than can be read here."), self->name);
  if (self->error != NULL)
    return -1;

  *buffer = self->block;

  return n_read;
}

/* An offset from a damaged file can lie anywhere; that is no fault of the disk. */
static gboolean
seek (AmbArchive *self,
      gint64      offset,
      GSeekType   type)
{
  if (self->error == NULL && g_seekable_seek (G_SEEKABLE (self->stream), offset, type, NULL, &self->error))
    return TRUE;

  if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    g_clear_error (&self->error);

  return FALSE;
}

static la_int64_t
seek_cb (LibArchive *reader,
         void       *data,
         la_int64_t  offset,
         int         whence)
{
  AmbArchive *self = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  return seek (self, offset, type) ? g_seekable_tell (G_SEEKABLE (self->stream)) : ARCHIVE_FATAL;
}

static la_int64_t
skip_cb (LibArchive *reader,
         void       *data,
         la_int64_t  count)
{
  return seek (data, count, G_SEEK_CUR) ? count : 0;
}

static gboolean
report_damage (AmbArchive  *self,
               GError     **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  else
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                 _("“%s” is incomplete or damaged: copy or download it again."), self->name);

  return FALSE;
}

/* Only the list at the end of a zip file tells links from files; so it is not read without. */
static gboolean
open_reader (AmbArchive  *self,
             GError     **error)
{
  g_clear_pointer (&self->reader, archive_read_free);
  self->reader = archive_read_new ();
  self->n_packed = 0;
  self->in_list = TRUE;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, NULL, error))
    return FALSE;

  archive_read_support_format_zip_seekable (self->reader);
  archive_read_set_read_callback (self->reader, read_cb);
  archive_read_set_seek_callback (self->reader, seek_cb);
  archive_read_set_skip_callback (self->reader, skip_cb);
  archive_read_set_callback_data (self->reader, self);

  return archive_read_open1 (self->reader) == ARCHIVE_OK || report_damage (self, error);
}

static gboolean
is_safe_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  return *path != '/' && strchr (path, '\\') == NULL && strchr (path, ':') == NULL &&
         !g_strv_contains ((const char * const *) parts, "..");
}

static gboolean
check_entry (AmbArchive  *self,
             LibEntry    *entry,
             const char  *path,
             GError     **error)
{
  unsigned int type = archive_entry_filetype (entry);

  if (!is_safe_path (path))
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSAFE,
                 _("“%s” holds a file with a path that leads out of it, so it is not opened: ask its maker for another."), self->name);
  else if ((type != AE_IFREG && type != AE_IFDIR) || archive_entry_symlink (entry) != NULL || archive_entry_hardlink (entry) != NULL)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSAFE,
                 _("“%s” holds a link to another file, so it is not opened: ask its maker for another."), self->name);
  else if (archive_entry_is_encrypted (entry))
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSUPPORTED,
                 _("“%s” is locked with a password: ask its maker for one without."), self->name);
  else if (g_hash_table_size (self->paths) >= MAX_ENTRIES)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE, _("“%s” holds more files than can be read here."), self->name);
  else if (!g_hash_table_add (self->paths, g_strdup (path)))
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                 _("“%s” holds “%s” twice: ask its maker for a correct file."), self->name, path);
  else
    return TRUE;

  return FALSE;
}

/* Names that are not UTF-8 are none that are asked for. */
static const char *
get_path (LibEntry *entry)
{
  const char *path = archive_entry_pathname_utf8 (entry);

  if (path == NULL)
    path = archive_entry_pathname (entry);

  return path == NULL || !g_utf8_validate (path, -1, NULL) ? "" : path;
}

static gboolean
read_header (AmbArchive  *self,
             LibEntry   **entry,
             GError     **error)
{
  int result = archive_read_next_header (self->reader, entry);

  *entry = result == ARCHIVE_OK || result == ARCHIVE_WARN ? *entry : NULL;
  self->in_list = FALSE;
  self->n_packed = 0;
  self->n_unpacked = 0;

  return *entry != NULL || (result == ARCHIVE_EOF && self->error == NULL) || report_damage (self, error);
}

static gboolean
survey (AmbArchive  *self,
        GError     **error)
{
  LibEntry *entry;

  if (!open_reader (self, error))
    return FALSE;

  do
    {
      if (!read_header (self, &entry, error))
        return FALSE;
      if (entry != NULL && *get_path (entry) != '\0' && !check_entry (self, entry, get_path (entry), error))
        return FALSE;
    }
  while (entry != NULL);

  return TRUE;
}

static gboolean
is_bomb (gint64 n_packed,
         gint64 n_unpacked)
{
  return n_unpacked > SMALL_SIZE && n_unpacked / MAX_RATIO > n_packed;
}

/* Many small files make a large one, above all when they share the same bytes of the archive. */
static gssize
read_entry (gpointer   archive,
            void      *buffer,
            gsize      count,
            GError   **error)
{
  AmbArchive *self = archive;
  gssize n_read = archive_read_data (self->reader, buffer, count);

  if (n_read < 0)
    {
      report_damage (self, error);
      return -1;
    }

  self->n_unpacked += n_read;
  self->n_unpacked_in_all += n_read;
  if (is_bomb (self->n_packed, self->n_unpacked) || is_bomb (self->size, self->n_unpacked_in_all))
    {
      g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE,
                   _("“%s” unpacks to far more than a story pack holds, so it is not opened: ask its maker for another."), self->name);
      return -1;
    }

  return n_read;
}

static void
amb_archive_finalize (GObject *object)
{
  AmbArchive *self = AMB_ARCHIVE (object);

  g_clear_pointer (&self->reader, archive_read_free);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_hash_table_unref (self->paths);
  g_free (self->name);
  g_free (self->path);
  g_free (self->block);

  G_OBJECT_CLASS (amb_archive_parent_class)->finalize (object);
}

static void
amb_archive_class_init (AmbArchiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_archive_finalize;
}

static void
amb_archive_init (AmbArchive *self)
{
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->block = g_malloc (BLOCK_SIZE);
}

/**
 * amb_archive_new:
 * @stream: a zip file; must be seekable, and is not closed
 * @name: what the person calls it, for messages
 * @error: return location for an error
 *
 * Opens a zip file and looks at its whole list of files.
 *
 * Returns: (transfer full) (nullable): the archive, or %NULL with an %AMB_FORMAT_ERROR or %G_IO_ERROR
 */
AmbArchive *
amb_archive_new (GInputStream  *stream,
                 const char    *name,
                 GError       **error)
{
  g_autoptr (AmbArchive) self = g_object_new (AMB_TYPE_ARCHIVE, NULL);

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);

  if (!G_IS_SEEKABLE (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)))
    {
      g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSUPPORTED,
                   _("“%s” can’t be read from there: save it as a file first."), name);
      return NULL;
    }
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, error))
    return NULL;
  self->size = g_seekable_tell (G_SEEKABLE (stream));
  if (!survey (self, error) || !amb_archive_rewind (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * amb_archive_contains:
 * @self: an archive
 * @path: the path of a file in it
 *
 * Tells whether there is such a file.
 *
 * Returns: %TRUE when there is
 */
gboolean
amb_archive_contains (AmbArchive *self,
                      const char *path)
{
  g_return_val_if_fail (AMB_IS_ARCHIVE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return g_hash_table_contains (self->paths, path);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * amb_archive_list_paths:
 * @self: an archive
 *
 * Lists the paths of everything in it, sorted; folders end with a slash.
 *
 * Returns: (transfer container) (element-type utf8): the paths
 */
GPtrArray *
amb_archive_list_paths (AmbArchive *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer path;

  g_return_val_if_fail (AMB_IS_ARCHIVE (self), NULL);

  g_hash_table_iter_init (&iter, self->paths);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (paths, path);
  g_ptr_array_sort (paths, compare_paths);

  return g_steal_pointer (&paths);
}

/**
 * amb_archive_rewind:
 * @self: an archive
 * @error: return location for an error
 *
 * Goes back before the first file.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_archive_rewind (AmbArchive  *self,
                    GError     **error)
{
  g_return_val_if_fail (AMB_IS_ARCHIVE (self), FALSE);

  return open_reader (self, error);
}

/**
 * amb_archive_next:
 * @self: an archive
 * @path: (out) (transfer none) (nullable): the path of the next file, or %NULL behind the last
 * @error: return location for an error
 *
 * Goes to the next file.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_archive_next (AmbArchive  *self,
                  const char **path,
                  GError     **error)
{
  LibEntry *entry;

  g_return_val_if_fail (AMB_IS_ARCHIVE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  g_clear_pointer (&self->path, g_free);
  *path = NULL;
  if (!read_header (self, &entry, error))
    return FALSE;

  if (entry != NULL)
    *path = self->path = g_strdup (get_path (entry));

  return TRUE;
}

/**
 * amb_archive_find:
 * @self: an archive
 * @path: the path of a file in it
 * @error: return location for an error
 *
 * Goes to a file, wherever it stands.
 *
 * Returns: %TRUE when it is there, %FALSE with an error
 */
gboolean
amb_archive_find (AmbArchive  *self,
                  const char  *path,
                  GError     **error)
{
  const char *found;

  g_return_val_if_fail (AMB_IS_ARCHIVE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!amb_archive_rewind (self, error))
    return FALSE;

  do
    {
      if (!amb_archive_next (self, &found, error))
        return FALSE;
    }
  while (found != NULL && !g_str_equal (found, path));

  if (found == NULL)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN, _("“%s” holds no “%s”."), self->name, path);

  return found != NULL;
}

/**
 * amb_archive_open_entry:
 * @self: an archive
 *
 * Opens the file at which the archive stands. The stream is good until the archive goes to another.
 *
 * Returns: (transfer full): its unpacked bytes
 */
GInputStream *
amb_archive_open_entry (AmbArchive *self)
{
  g_return_val_if_fail (AMB_IS_ARCHIVE (self), NULL);

  return amb_archive_stream_new (G_OBJECT (self), read_entry);
}

/**
 * amb_archive_read_entry:
 * @self: an archive
 * @max_size: how many bytes to read at most
 * @error: return location for an error
 *
 * Reads the file at which the archive stands.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with an error
 */
GBytes *
amb_archive_read_entry (AmbArchive  *self,
                        gsize        max_size,
                        GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[8192];
  gssize n_read;

  g_return_val_if_fail (AMB_IS_ARCHIVE (self), NULL);

  while ((n_read = read_entry (self, block, sizeof block, error)) > 0)
    {
      g_byte_array_append (bytes, block, n_read);
      if (bytes->len > max_size)
        {
          g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE,
                       _("“%s” in “%s” is too large: make it smaller."), self->path, self->name);
          return NULL;
        }
    }

  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * amb_archive_get_position:
 * @self: an archive
 *
 * Tells how far the reading is, for a progress bar.
 *
 * Returns: bytes from the start of the zip file
 */
gint64
amb_archive_get_position (AmbArchive *self)
{
  g_return_val_if_fail (AMB_IS_ARCHIVE (self), 0);

  return g_seekable_tell (G_SEEKABLE (self->stream));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "zip-fixture.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

static la_ssize_t
append (struct archive *archive,
        void           *data,
        const void     *buffer,
        size_t          length)
{
  g_byte_array_append (data, buffer, length);

  return length;
}

static void
write_entry (struct archive *archive,
             const ZipEntry *entry)
{
  struct archive_entry *header = archive_entry_new ();

  archive_entry_set_pathname (header, entry->path);
  archive_entry_set_perm (header, 0644);
  archive_entry_set_filetype (header, entry->kind == ZIP_FOLDER ? AE_IFDIR : entry->kind == ZIP_SYMLINK ? AE_IFLNK : AE_IFREG);
  if (entry->kind == ZIP_SYMLINK)
    archive_entry_set_symlink (header, entry->content);
  else if (entry->repeat <= 1)
    archive_entry_set_size (header, entry->content == NULL ? 0 : strlen (entry->content));

  g_assert_cmpint (archive_write_header (archive, header), ==, ARCHIVE_OK);
  for (guint i = 0; entry->content != NULL && entry->kind != ZIP_SYMLINK && i < MAX (entry->repeat, 1); i++)
    archive_write_data (archive, entry->content, strlen (entry->content));
  archive_entry_free (header);
}

static gboolean
is_locked (const ZipEntry *entries,
           gsize           n_entries)
{
  for (gsize i = 0; i < n_entries; i++)
    {
      if (entries[i].kind == ZIP_LOCKED)
        return TRUE;
    }

  return FALSE;
}

GBytes *
zip_fixture_make (const ZipEntry *entries,
                  gsize           n_entries)
{
  struct archive *archive = archive_write_new ();
  GByteArray *bytes = g_byte_array_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression-level=1");
  archive_write_set_bytes_in_last_block (archive, 1);
  if (is_locked (entries, n_entries))
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=traditional"), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_set_passphrase (archive, "secret"), ==, ARCHIVE_OK);
    }
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, append, NULL), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_entries; i++)
    write_entry (archive, &entries[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (bytes);
}

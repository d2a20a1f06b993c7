/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-recovery-file.h"

#include <errno.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amb-error.h"

/* Recovery files are key files: GLib reads them back whatever is in the text, and a person can read them too. The first
 * group tells when it was written. */
#define KEY_WRITTEN "written"

/* Threads that write, remove or rename take turns. */
static GMutex turn;

/* Two databases may have the same name, and a path may be longer than a name. */
static char *
make_folder_in (const char *folder,
                const char *database)
{
  g_autofree char *path = g_canonicalize_filename (database, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  sum[16] = '\0';

  return g_build_filename (folder, "ambassador", "recovery", sum, NULL);
}

/**
 * amb_recovery_file_list_folders:
 * @database: the path of a database
 *
 * Lists where its recovery files may stand. The first one is beside the database. When that disk takes nothing, because
 * it is full or can only be read, there is the person's own folder for the state of programs, and last the one that is
 * there until they log out, which is often in memory.
 *
 * Returns: (transfer full): folders, the best one first; they need not be there
 */
GStrv
amb_recovery_file_list_folders (const char *database)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *beside = g_strconcat (database, ".recovery", NULL);
  g_autofree char *state = make_folder_in (g_get_user_state_dir (), database);
  g_autofree char *runtime = make_folder_in (g_get_user_runtime_dir (), database);

  g_strv_builder_add_many (builder, beside, state, runtime, NULL);

  return g_strv_builder_end (builder);
}

/**
 * amb_recovery_file_get_written:
 * @contents: what a recovery file says
 *
 * Tells when it was written.
 *
 * Returns: milliseconds since 1970, UTC, or 0 when it does not say
 */
gint64
amb_recovery_file_get_written (GKeyFile *contents)
{
  g_autofree char *group = g_key_file_get_start_group (contents);

  return group == NULL ? 0 : g_key_file_get_int64 (contents, group, KEY_WRITTEN, NULL);
}

/* A file from a time that is yet to come was written before the clock was set back. */
static gboolean
is_newer (const char *path,
          gint64      at,
          gint64      now)
{
  g_autoptr (GKeyFile) contents = g_key_file_new ();
  gint64 written;

  if (!g_key_file_load_from_file (contents, path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  written = amb_recovery_file_get_written (contents);

  return written > at && written <= MAX (at, now);
}

static gboolean
is_newer_anywhere (const char * const *folders,
                   const char         *name,
                   gint64              at,
                   gint64              now)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      if (is_newer (path, at, now))
        return TRUE;
    }

  return FALSE;
}

static void
remove_everywhere (const char * const *folders,
                   const char         *name,
                   gint64              at,
                   gint64              now)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      if (!is_newer (path, at, now))
        g_unlink (path);
    }
}

static gboolean
write_in (const char  *folder,
          const char  *name,
          const char  *text,
          GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                     error);

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));

  return FALSE;
}

/* What stands in a worse place is older from now on: it goes. */
static gboolean
write_somewhere (const char * const *folders,
                 const char         *name,
                 const char         *text,
                 gint64              at,
                 gint64              now)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (write_in (folders[i], name, text, &error))
        {
          remove_everywhere (folders + i + 1, name, at, now);
          return TRUE;
        }
      g_debug ("No recovery file in %s: %s", folders[i], error->message);
    }

  return FALSE;
}

/**
 * amb_recovery_file_write:
 * @database: the path of a database
 * @name: the name of the file
 * @contents: what it says; when it was written is there already
 * @now: milliseconds since 1970, UTC
 * @error: %AMB_SERVICE_ERROR_NOT_KEPT when no place takes it
 *
 * Writes a recovery file, durably, unless something newer stands there. May be called from any thread.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_recovery_file_write (const char  *database,
                         const char  *name,
                         GKeyFile    *contents,
                         gint64       now,
                         GError     **error)
{
  g_auto (GStrv) folders = amb_recovery_file_list_folders (database);
  g_autofree char *text = g_key_file_to_data (contents, NULL, NULL);
  gint64 at = amb_recovery_file_get_written (contents);
  gboolean written;

  g_mutex_lock (&turn);
  written = is_newer_anywhere ((const char * const *) folders, name, at, now) ||
            write_somewhere ((const char * const *) folders, name, text, at, now);
  g_mutex_unlock (&turn);

  if (!written)
    g_set_error_literal (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_KEPT,
                         _("What you write can’t be saved anywhere. Leave Ambassador open, and make some room on the disk."));

  return written;
}

/**
 * amb_recovery_file_remove:
 * @database: the path of a database
 * @name: the name of the file
 * @at: milliseconds since 1970, UTC
 * @now: milliseconds since 1970, UTC
 *
 * Removes a recovery file, wherever it stands, unless it is newer than @at. May be called from any thread.
 */
void
amb_recovery_file_remove (const char *database,
                          const char *name,
                          gint64      at,
                          gint64      now)
{
  g_auto (GStrv) folders = amb_recovery_file_list_folders (database);

  g_mutex_lock (&turn);
  remove_everywhere ((const char * const *) folders, name, at, now);
  g_mutex_unlock (&turn);
}

/**
 * amb_recovery_file_rename:
 * @path: a recovery file
 * @new_path: its new path
 * @at: milliseconds since 1970, UTC
 * @now: milliseconds since 1970, UTC
 *
 * Renames a recovery file unless it is newer than @at. May be called from any thread.
 */
void
amb_recovery_file_rename (const char *path,
                          const char *new_path,
                          gint64      at,
                          gint64      now)
{
  g_mutex_lock (&turn);
  if (!is_newer (path, at, now))
    g_rename (path, new_path);
  g_mutex_unlock (&turn);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-replacement.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "amb-database-file.h"
#include "amb-sqlite-error.h"
#include "amb-write-lock.h"

/* A database and its journals are several files, and no system renames several at once. So the copy that is to take the
 * place gets a name of its own first, and that is the moment that counts: from then on, whoever opens the database
 * finishes what was begun. A program or a computer that stops half way leaves no file without its journal. */

static char *
name_accepted_file (const char *path)
{
  return g_strconcat (path, ".restored", NULL);
}

static gboolean
move (const char *from,
      const char *to,
      const char *suffix)
{
  g_autofree char *old_name = g_strconcat (from, suffix, NULL);
  g_autofree char *new_name = g_strconcat (to, suffix, NULL);

  return g_rename (old_name, new_name) == 0 || errno == ENOENT;
}

static gboolean
put_back (const char *path,
          const char *kept)
{
  for (guint i = 0; amb_database_file_journals[i] != NULL; i++)
    if (!move (kept, path, amb_database_file_journals[i]))
      return FALSE;

  /* Two names of one file are left as they are by this. */
  if (g_rename (kept, path) != 0)
    return errno == ENOENT;
  g_unlink (kept);

  return TRUE;
}

/* A journal that is left beside a restored file would be played back into it, and destroy it. The file itself has both
 * names until the copy takes its place, where that can be: so there is a database at every moment. */
static gboolean
set_aside (const char *path,
           const char *kept)
{
  gboolean done = link (path, kept) == 0 || errno == ENOENT || g_rename (path, kept) == 0;

  for (guint i = 0; done && amb_database_file_journals[i] != NULL; i++)
    done = move (path, kept, amb_database_file_journals[i]);

  return done;
}

static char *
name_kept_file (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *kept = g_strdup_printf ("%s.replaced-%s", path, stamp);

  for (guint i = 2; g_file_test (kept, G_FILE_TEST_EXISTS); i++)
    {
      g_free (kept);
      kept = g_strdup_printf ("%s.replaced-%s-%u", path, stamp, i);
    }

  return kept;
}

/* No journal of the old file may come back when the computer stops after the copy got the name. */
static gboolean
replace (const char  *path,
         const char  *accepted,
         const char  *kept,
         GError     **error)
{
  if (!set_aside (path, kept))
    {
      amb_sqlite_error_set_system (error, errno, path);
      return FALSE;
    }

  if (!amb_database_file_sync_folder (path, error))
    return FALSE;

  if (g_rename (accepted, path) != 0)
    {
      amb_sqlite_error_set_system (error, errno, path);
      return FALSE;
    }

  return TRUE;
}

/**
 * amb_replacement_run:
 * @path: the file of the database; nobody has it open, and the caller holds its write lock
 * @copy: a whole database on the disk, without a journal, in the same folder
 * @kept: (out) (optional): where the old file stands now, with its journal; where it would, if there was none
 * @error: [error@StorageError]
 *
 * Gives a file the name of the database; the one that has it is set aside. When it fails, the database is what it was,
 * unless what was moved can't be put back: then the copy takes its place when it is opened.
 *
 * Returns: %TRUE when the copy is in place
 */
gboolean
amb_replacement_run (const char  *path,
                     const char  *copy,
                     char       **kept,
                     GError     **error)
{
  g_autofree char *accepted = name_accepted_file (path);
  g_autofree char *aside = name_kept_file (path);

  if (g_rename (copy, accepted) != 0)
    {
      amb_sqlite_error_set_system (error, errno, path);
      return FALSE;
    }

  if (!amb_database_file_sync_folder (path, error) || !replace (path, accepted, aside, error))
    {
      if (put_back (path, aside))
        g_unlink (accepted);
      return FALSE;
    }

  if (!amb_database_file_sync_folder (path, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&aside);

  return TRUE;
}

/**
 * amb_replacement_finish:
 * @path: the file of the database, which need not be there
 * @error: [error@StorageError]
 *
 * Finishes a replacement that was stopped half way, if there is one. Takes the write lock for it.
 *
 * Returns: %TRUE when the database may be opened
 */
gboolean
amb_replacement_finish (const char  *path,
                        GError     **error)
{
  g_autofree char *accepted = name_accepted_file (path);
  g_autofree char *aside = NULL;
  g_autoptr (AmbWriteLock) lock = NULL;

  if (!g_file_test (accepted, G_FILE_TEST_EXISTS))
    return TRUE;

  lock = amb_write_lock_new (path);
  if (!amb_write_lock_acquire (lock, NULL, error))
    return FALSE;
  /* Another program may have finished it in the meantime. */
  if (!g_file_test (accepted, G_FILE_TEST_EXISTS))
    return TRUE;

  aside = name_kept_file (path);

  return replace (path, accepted, aside, error) && amb_database_file_sync_folder (path, error);
}

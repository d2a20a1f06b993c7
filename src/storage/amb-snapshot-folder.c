/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-snapshot-folder.h"

#include <string.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "amb-snapshot.h"
#include "amb-time.h"

#define N_DAYS 7
#define N_WEEKS 4
#define N_MONTHS 12

/* The name of a snapshot is the time it was made, in UTC: it sorts as text. */
#define NAME_FORMAT "%Y%m%dT%H%M%SZ.db"

static char *
make_folder_name (const char *path)
{
  return g_strconcat (path, ".snapshots", NULL);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

static GDateTime *
read_time (const char *snapshot)
{
  g_autofree char *name = g_path_get_basename (snapshot);

  name[strcspn (name, ".")] = '\0';

  return g_date_time_new_from_iso8601 (name, NULL);
}

/* Which of the kept places a snapshot fills: of today each its own, then one a day, a week, a month; NULL is too old. */
static char *
name_place (GDateTime *made,
            GDateTime *now)
{
  GTimeSpan age = g_date_time_difference (now, made) / G_TIME_SPAN_DAY;

  if (g_date_time_get_year (made) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (made) == g_date_time_get_day_of_year (now))
    return g_date_time_format (made, "today %H%M%S");
  if (age < N_DAYS)
    return g_date_time_format (made, "day %F");
  if (age < N_WEEKS * 7)
    return g_date_time_format (made, "week %G-%V");
  if (age < N_MONTHS * 31)
    return g_date_time_format (made, "month %Y-%m");

  return NULL;
}

static void
thin (const char *path,
      gint64      now)
{
  g_autoptr (GPtrArray) snapshots = amb_snapshot_folder_list (path);
  g_autoptr (GHashTable) filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_utc (now / 1000);

  for (guint i = 0; i < snapshots->len; i++)
    {
      const char *snapshot = g_ptr_array_index (snapshots, i);
      g_autoptr (GDateTime) made = read_time (snapshot);
      g_autofree char *place = made == NULL ? NULL : name_place (made, today);

      if (made != NULL && (place == NULL || !g_hash_table_add (filled, g_steal_pointer (&place))))
        g_unlink (snapshot);
    }
}

/* A copy holds what was there when it was begun: that is its time from now on. Whoever wrote in the second before may
 * have been too late, for the time of a file lags behind the clock. */
static gboolean
set_begun (const char *snapshot,
           gint64      begun)
{
  struct utimbuf times = { begun - 1, begun - 1 };

  return g_utime (snapshot, &times) == 0;
}

/* A copy that was begun after the file and its journal were written holds all there is. */
static gboolean
is_newer_than_database (const char *snapshot,
                        const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  GStatBuf copy;
  GStatBuf status;

  if (g_stat (snapshot, &copy) != 0)
    return FALSE;
  if (g_stat (path, &status) == 0 && status.st_mtime >= copy.st_mtime)
    return FALSE;

  return g_stat (journal, &status) != 0 || status.st_size == 0 || status.st_mtime < copy.st_mtime;
}

/**
 * amb_snapshot_folder_list:
 * @path: a database
 *
 * Lists the copies that the program made of a database by itself, newest first. Any thread.
 *
 * Returns: (transfer full) (element-type filename): their paths
 */
GPtrArray *
amb_snapshot_folder_list (const char *path)
{
  g_autoptr (GPtrArray) snapshots = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = make_folder_name (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".db"))
        g_ptr_array_add (snapshots, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (snapshots, compare_newest_first);

  return g_steal_pointer (&snapshots);
}

/**
 * amb_snapshot_folder_add:
 * @connection: a connection outside any transaction
 * @error: [error@StorageError]
 *
 * Copies the database into the folder of its snapshots, unless nothing changed since the last copy, and thins the
 * folder: all of today, and one for each of 7 days, 4 weeks and 12 months stay. A damaged database is not copied: it
 * would push out the sound ones.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_snapshot_folder_add (AmbConnection  *connection,
                         GError        **error)
{
  const char *path = amb_connection_get_path (connection);
  g_autofree char *folder = make_folder_name (path);
  g_autoptr (GPtrArray) snapshots = amb_snapshot_folder_list (path);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (amb_connection_get_now (connection) / 1000);
  g_autofree char *name = g_date_time_format (now, NAME_FORMAT);
  g_autofree char *snapshot = g_build_filename (folder, name, NULL);
  gint64 begun = g_get_real_time () / G_USEC_PER_SEC;

  if (snapshots->len > 0 && is_newer_than_database (g_ptr_array_index (snapshots, 0), path))
    return TRUE;

  /* When the folder can't be made, writing into it says why. */
  g_mkdir_with_parents (folder, 0700);
  if (!amb_snapshot_write (connection, snapshot, error))
    return FALSE;

  if (!set_begun (snapshot, begun))
    g_debug ("The copy keeps the time at which it was done");
  thin (path, amb_connection_get_now (connection));

  return TRUE;
}

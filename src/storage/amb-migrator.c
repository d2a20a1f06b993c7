/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-migrator.h"

#include "amb-error.h"
#include "amb-snapshot.h"
#include "amb-sqlite-error.h"
#include "amb-storage-resources.h"

#define RESOURCE_FOLDER "/io/github/ambassadortoolkit/Ambassador/sql/"

/* One step per form of the database; the number of the form is that of its step, counted from 1. */
static const char * const steps[] = {
  "001-begin.sql",
};

/* What must hold of every database, beside what SQLite itself can check. Each gives a row for what breaks it. */
static const char * const invariants[] = {
  /* An id is exact in the numbers of every JSON reader. */
  "SELECT 1 FROM (SELECT id FROM story UNION ALL SELECT id FROM draft UNION ALL SELECT id FROM entry UNION ALL "
  "SELECT id FROM heard UNION ALL SELECT id FROM source) WHERE id NOT BETWEEN 1 AND 9007199254740991 LIMIT 1",
  /* What was copied from a story is told by its title. */
  "SELECT 1 FROM story_run WHERE NOT EXISTS (SELECT 1 FROM story WHERE story.id = story_run.story_id) LIMIT 1",
};

/* The index of each full text fits what it indexes; the check is an INSERT, and an error when it does not. */
static const char * const index_checks[] = {
  "INSERT INTO story_fts (story_fts, rank) VALUES ('integrity-check', 1)",
  "INSERT INTO draft_fts (draft_fts, rank) VALUES ('integrity-check', 1)",
  "INSERT INTO entry_fts (entry_fts, rank) VALUES ('integrity-check', 1)",
};

static gboolean
execute (sqlite3     *handle,
         const char  *path,
         const char  *sql,
         GError     **error)
{
  int result = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    amb_sqlite_error_set (error, handle, result, path);

  return result == SQLITE_OK;
}

static int
count_problem (void  *counter,
               int    n_columns,
               char **values,
               char **names)
{
  if (g_strcmp0 (values[0], "ok") != 0)
    (*(int *) counter)++;

  return 0;
}

/* A statement that gives a row for every problem, or one that says "ok". */
static gboolean
require_none (sqlite3     *handle,
              const char  *path,
              const char  *sql,
              GError     **error)
{
  int n_problems = 0;
  int result = sqlite3_exec (handle, sql, count_problem, &n_problems, NULL);

  if (result == SQLITE_OK && n_problems == 0)
    return TRUE;

  amb_sqlite_error_set (error, result == SQLITE_OK ? NULL : handle, result == SQLITE_OK ? SQLITE_CORRUPT : result, path);

  return FALSE;
}

/* A step may break what only whole rows are asked when they are written: a CHECK that was added, NOT NULL, a reference. */
static gboolean
check_all (sqlite3     *handle,
           const char  *path,
           GError     **error)
{
  gboolean done = require_none (handle, path, "PRAGMA quick_check(1)", error) &&
                  require_none (handle, path, "PRAGMA foreign_key_check", error);

  for (guint i = 0; done && i < G_N_ELEMENTS (invariants); i++)
    done = require_none (handle, path, invariants[i], error);
  for (guint i = 0; done && i < G_N_ELEMENTS (index_checks); i++)
    done = execute (handle, path, index_checks[i], error);

  return done;
}

static gboolean
run_step (sqlite3     *handle,
          const char  *path,
          int          version,
          GError     **error)
{
  g_autofree char *name = g_strconcat (RESOURCE_FOLDER, steps[version - 1], NULL);
  g_autofree char *finish = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                             AMB_APPLICATION_ID, version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (amb_storage_get_resource (), name, 0, error);

  /* The data of a resource ends with a zero byte that its size does not count. */
  return sql != NULL &&
         execute (handle, path, g_bytes_get_data (sql, NULL), error) &&
         execute (handle, path, finish, error);
}

/**
 * amb_migrator_get_newest_version:
 *
 * Gets the number of the newest form of the database that this program knows.
 *
 * Returns: the number, as in `user_version`
 */
int
amb_migrator_get_newest_version (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * amb_migrator_run:
 * @handle: a connection that may write, outside any transaction
 * @path: its file
 * @version: the form of the database, 0 for a new one
 * @error: what went wrong
 *
 * Brings a database to the newest form, in one transaction: all steps or none. A database that has a form already is
 * copied first, to a file beside it that a retry does not overwrite. What the steps leave is checked before it is kept. The caller holds the write lock.
 *
 * Returns: %TRUE when it has the newest form
 */
gboolean
amb_migrator_run (sqlite3     *handle,
                  const char  *path,
                  int          version,
                  GError     **error)
{
  int newest = amb_migrator_get_newest_version ();
  gboolean done;

  if (version == newest)
    return TRUE;

  if (version > 0 && !amb_snapshot_before_migration (handle, path, version, error))
    return FALSE;

  if (!execute (handle, path, "BEGIN IMMEDIATE", error))
    return FALSE;

  done = TRUE;
  for (int next = version + 1; done && next <= newest; next++)
    done = run_step (handle, path, next, error);

  if (done && check_all (handle, path, error) && execute (handle, path, "COMMIT", error))
    return TRUE;

  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

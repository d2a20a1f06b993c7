/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-bench-rows.h"

#include <sqlite3.h>

#include "amb-database.h"

/* The rows that an import left, in the order of the tables' keys: what bare SQLite would have to insert. */
static const char * const tables[][2] = {
  { "SELECT * FROM source", "INSERT INTO source VALUES" },
  { "SELECT * FROM desired_value", "INSERT INTO desired_value VALUES" },
  { "SELECT * FROM story ORDER BY id", "INSERT INTO story VALUES" },
  { "SELECT * FROM story_label ORDER BY story_id, kind, position", "INSERT INTO story_label VALUES" },
  { "SELECT * FROM story_part ORDER BY story_id, position", "INSERT INTO story_part VALUES" },
  { "SELECT id, title, message, body, more, folded FROM story ORDER BY id",
    "INSERT INTO story_fts (rowid, title, message, body, more, folded) VALUES" },
  { "SELECT hash, story_id FROM story_run ORDER BY hash, story_id", "INSERT INTO story_run VALUES" },
};

typedef struct
{
  GPtrArray *values; /* of sqlite3_value, row by row */
  int        n_columns;
} Rows;

static void
must (sqlite3 *handle,
      int      result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (handle));
}

static Rows
read_rows (sqlite3    *handle,
           const char *sql)
{
  Rows rows = { g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free), 0 };
  sqlite3_stmt *statement;

  must (handle, sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL));
  rows.n_columns = sqlite3_column_count (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < rows.n_columns; i++)
        g_ptr_array_add (rows.values, sqlite3_value_dup (sqlite3_column_value (statement, i)));
    }
  sqlite3_finalize (statement);

  return rows;
}

static void
insert_rows (sqlite3    *handle,
             const char *sql,
             Rows       *rows)
{
  GString *whole = g_string_new (sql);
  sqlite3_stmt *statement;

  for (int i = 0; i < rows->n_columns; i++)
    g_string_append (whole, i == 0 ? " (?" : ", ?");
  g_string_append_c (whole, ')');
  must (handle, sqlite3_prepare_v2 (handle, whole->str, -1, &statement, NULL));

  for (guint i = 0; i < rows->values->len; i += rows->n_columns)
    {
      for (int column = 0; column < rows->n_columns; column++)
        sqlite3_bind_value (statement, column + 1, g_ptr_array_index (rows->values, i + column));
      must (handle, sqlite3_step (statement));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  g_string_free (whole, TRUE);
}

/**
 * amb_bench_rows_insert_again:
 * @source: a database into which a pack was imported
 * @target: the file of a database to make
 *
 * Inserts the rows of an import into an empty database of the same form, with prepared statements of bare SQLite, in
 * one transaction with the same settings. Reading them into memory is not measured.
 *
 * Returns: seconds from BEGIN to the end of COMMIT
 */
double
amb_bench_rows_insert_again (const char *source,
                             const char *target)
{
  g_autoptr (AmbClock) clock = amb_clock_new ();
  g_autoptr (AmbDatabase) form = amb_database_new (target, clock);
  Rows rows[G_N_ELEMENTS (tables)];
  sqlite3 *handle;
  gint64 start;

  g_assert_true (amb_database_open (form, NULL, NULL));
  amb_database_close (form);

  must (NULL, sqlite3_open_v2 (source, &handle, SQLITE_OPEN_READONLY, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    rows[i] = read_rows (handle, tables[i][0]);
  sqlite3_close (handle);

  must (NULL, sqlite3_open_v2 (target, &handle, SQLITE_OPEN_READWRITE, NULL));
  must (handle, sqlite3_exec (handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;"
                              "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY", NULL, NULL, NULL));
  start = g_get_monotonic_time ();
  must (handle, sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    insert_rows (handle, tables[i][1], &rows[i]);
  must (handle, sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL));
  start = g_get_monotonic_time () - start;

  sqlite3_close (handle);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_unref (rows[i].values);

  return start / 1e6;
}

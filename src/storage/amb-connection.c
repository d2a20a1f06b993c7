/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-connection.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "amb-connection-private.h"
#include "amb-database-file.h"
#include "amb-error.h"
#include "amb-migrator.h"
#include "amb-sqlite-error.h"
#include "amb-statement-private.h"
#include "amb-write-lock.h"

/* How many steps of SQLite's machine go by between two looks at the cancellable: well under a millisecond. */
#define STEPS_BETWEEN_LOOKS 2000
#define BUSY_MILLISECONDS 5000

/* The greatest id of the tables whose ids are made here; each is one step in its tree. */
#define NEWEST_ID "SELECT max (coalesce ((SELECT max (id) FROM story), 0), coalesce ((SELECT max (id) FROM draft), 0), " \
                  "coalesce ((SELECT max (id) FROM entry), 0), coalesce ((SELECT max (id) FROM heard), 0), " \
                  "coalesce ((SELECT max (id) FROM source), 0), coalesce ((SELECT max (id) FROM channel), 0), " \
                  "coalesce ((SELECT max (id) FROM media), 0), coalesce ((SELECT max (id) FROM desired_value), 0), " \
                  "coalesce ((SELECT max (id) FROM profile_version), 0))"

struct _AmbConnection
{
  /* Owned */
  char              *path;
  AmbClock          *clock;
  sqlite3           *handle;
  GHashTable        *statements; /* SQL by its address → AmbStatement */
  AmbWriteLock      *lock;
  AmbChange         *change;

  /* Borrowed */
  GCancellable      *cancellable;
  GThread           *thread;

  gint64             newest_id;
  AmbConnectionMode  mode;
  gboolean           in_transaction;
  gboolean           committing;
};

static const char * const table_names[] = {
  [AMB_TABLE_STORY] = "story",
  [AMB_TABLE_DRAFT] = "draft",
  [AMB_TABLE_ENTRY] = "entry",
  [AMB_TABLE_HEARD] = "heard",
  [AMB_TABLE_PROFILE] = "profile_version",
  [AMB_TABLE_CHANNEL] = "channel",
  [AMB_TABLE_SETTING] = "setting",
  [AMB_TABLE_SOURCE] = "source",
};
G_STATIC_ASSERT (G_N_ELEMENTS (table_names) == AMB_N_TABLES);

static void
note_row (GArray **ids,
          gint64   id)
{
  if (*ids == NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* A store often writes one row twice in a row. */
  if ((*ids)->len == 0 || g_array_index (*ids, gint64, (*ids)->len - 1) != id)
    g_array_append_val (*ids, id);
}

static void
row_changed_cb (void         *data,
                int           operation,
                const char   *database,
                const char   *table,
                sqlite3_int64 id)
{
  AmbConnection *self = data;

  for (guint i = 0; i < AMB_N_TABLES; i++)
    {
      if (strcmp (table, table_names[i]) != 0)
        continue;

      if (operation == SQLITE_INSERT)
        note_row (&self->change->inserted[i], id);
      else if (operation == SQLITE_UPDATE)
        note_row (&self->change->updated[i], id);
      else
        note_row (&self->change->removed[i], id);
      return;
    }
}

static int
progress_cb (void *data)
{
  AmbConnection *self = data;

  return !self->committing && self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static void
set_limits (sqlite3 *handle)
{
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 128 * 1024 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, 100 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_COLUMN, 100);
  sqlite3_limit (handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit (handle, SQLITE_LIMIT_COMPOUND_SELECT, 10);
  sqlite3_limit (handle, SQLITE_LIMIT_FUNCTION_ARG, 10);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO attaches its target */
  sqlite3_limit (handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100);
  sqlite3_limit (handle, SQLITE_LIMIT_VARIABLE_NUMBER, 1000);
  sqlite3_limit (handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit (handle, SQLITE_LIMIT_WORKER_THREADS, 0);
}

/**
 * amb_connection_harden:
 * @handle: a connection that was just opened
 *
 * Takes from a connection what the program does not need and a hostile file could use: see
 * https://sqlite.org/security.html.
 */
void
amb_connection_harden (sqlite3 *handle)
{
  sqlite3_extended_result_codes (handle, TRUE);
  sqlite3_busy_timeout (handle, BUSY_MILLISECONDS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  set_limits (handle);
}

static gboolean
require_value (AmbConnection  *self,
               const char     *pragma,
               const char     *wanted,
               GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (self, pragma, error);
  gboolean row;

  if (statement == NULL || !amb_statement_step (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 (amb_statement_get_text (statement, 0), wanted) == 0)
    return TRUE;

  g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
               _("SQLite does not do what the database needs (%s)."), pragma);

  return FALSE;
}

/* A journal that grew with a large import is cut to its usual size, which SQLite's own checkpoint keeps it at.
 *
 * A copy of a database is in no WAL mode until it is written to; it can be read all the same. */
static gboolean
configure (AmbConnection  *self,
           GError        **error)
{
  const char *writer = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; "
                       "PRAGMA journal_size_limit = 4194304;";
  const char *reader = "PRAGMA cache_size = -4000;";

  return amb_connection_execute (self, "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;",
                                 error) &&
         amb_connection_execute (self, self->mode == AMB_CONNECTION_WRITE ? writer : reader, error) &&
         require_value (self, "PRAGMA foreign_keys", "1", error) &&
         (self->mode == AMB_CONNECTION_READ || require_value (self, "PRAGMA journal_mode", "wal", error));
}

/* Checks what the file says of itself once SQLite has read its journal too, and brings it to the newest form. */
static gboolean
prepare_schema (AmbConnection  *self,
                GError        **error)
{
  gint64 application;
  gint64 version;

  if (!amb_connection_get_integer (self, "PRAGMA application_id", &application, error) ||
      !amb_connection_get_integer (self, "PRAGMA user_version", &version, error) ||
      !amb_database_file_accept (self->path, application, version, error))
    return FALSE;

  return amb_migrator_run (self->handle, self->path, version, error);
}

static gboolean
open_handle (AmbConnection  *self,
             GError        **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
              (self->mode == AMB_CONNECTION_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  int result = sqlite3_open_v2 (self->path, &self->handle, flags, NULL);

  if (result != SQLITE_OK)
    {
      amb_sqlite_error_set (error, self->handle, result, self->path);
      return FALSE;
    }

  /* SQLite quietly opens a file that it may not write for reading. */
  if (self->mode == AMB_CONNECTION_WRITE && sqlite3_db_readonly (self->handle, "main"))
    {
      amb_sqlite_error_set (error, NULL, SQLITE_READONLY, self->path);
      return FALSE;
    }

  amb_connection_harden (self->handle);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, progress_cb, self);

  return TRUE;
}

/* Lets the connection close without writing what the journal holds into the file. */
static void
leave_journal (AmbConnection *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/* The statements of this program are for the newest form, and who only reads can't bring the database to it. */
static gboolean
require_newest (AmbConnection  *self,
                gint64          version,
                GError        **error)
{
  if (version == amb_migrator_get_newest_version ())
    return TRUE;

  g_set_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_TOO_OLD,
               _("“%s” was written by an older Ambassador, and is not brought up to date yet. Open it in Ambassador first."),
               self->path);

  return FALSE;
}

/* The header may have been read before SQLite read the journal: what the two say together counts. */
static gboolean
open_for_reading (AmbConnection  *self,
                  GError        **error)
{
  gint64 application;
  gint64 version;

  return open_handle (self, error) &&
         amb_connection_get_integer (self, "PRAGMA application_id", &application, error) &&
         amb_connection_get_integer (self, "PRAGMA user_version", &version, error) &&
         amb_database_file_accept (self->path, application, version, error) &&
         require_newest (self, version, error) &&
         configure (self, error);
}

static gboolean
open_for_writing (AmbConnection  *self,
                  GError        **error)
{
  gboolean done;

  if (!amb_database_file_check (self->path, error))
    return FALSE;

  /* Opening may have to recover the journal of a program that was killed: that is a write. */
  done = amb_write_lock_acquire (self->lock, NULL, error) &&
         open_handle (self, error) &&
         prepare_schema (self, error) &&
         configure (self, error);
  amb_write_lock_release (self->lock);

  if (done)
    sqlite3_update_hook (self->handle, row_changed_cb, self);
  else if (self->handle != NULL)
    leave_journal (self);

  return done;
}

/**
 * amb_connection_open:
 * @path: the file of the database; for writing, it is made when there is none
 * @mode: what the connection may do
 * @clock: tells the time that new rows get
 * @error: [error@StorageError]; whatever it is, the file stayed as it was
 *
 * Opens a database. The connection belongs to the calling thread from then on. A program opens one connection for
 * writing, before those for reading: a database of an older form is brought to the newest when it is opened for writing,
 * and is %AMB_STORAGE_ERROR_TOO_OLD to read until then.
 *
 * Returns: (transfer full) (nullable): the connection
 */
AmbConnection *
amb_connection_open (const char         *path,
                     AmbConnectionMode   mode,
                     AmbClock           *clock,
                     GError            **error)
{
  g_autoptr (AmbConnection) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (AMB_IS_CLOCK (clock), NULL);

  self = g_new0 (AmbConnection, 1);
  self->path = amb_database_file_resolve (path);
  self->clock = g_object_ref (clock);
  self->mode = mode;
  self->thread = g_thread_self ();
  self->lock = amb_write_lock_new (self->path);
  self->change = amb_change_new ();
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) amb_statement_free);

  if (mode == AMB_CONNECTION_WRITE ? !open_for_writing (self, error) : !open_for_reading (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * amb_connection_close:
 * @self: (transfer full): a connection
 *
 * Closes a connection; what was not committed is rolled back. The last connection to close checkpoints the journal, so
 * a writing one closes under the write lock; when another program has the lock, the checkpoint is left to that one.
 */
void
amb_connection_close (AmbConnection *self)
{
  g_return_if_fail (self != NULL);

  if (self->in_transaction)
    amb_connection_roll_back (self);

  if (self->handle != NULL && self->mode == AMB_CONNECTION_WRITE && !amb_write_lock_acquire (self->lock, NULL, NULL))
    leave_journal (self);

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  amb_write_lock_free (self->lock);
  amb_change_unref (self->change);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self);
}

/**
 * amb_connection_get_path:
 * @self: a connection
 *
 * Gets the file of the database.
 *
 * Returns: (transfer none): its path
 */
const char *
amb_connection_get_path (AmbConnection *self)
{
  return self->path;
}

/**
 * amb_connection_get_now:
 * @self: a connection
 *
 * Tells the time that new rows get.
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64
amb_connection_get_now (AmbConnection *self)
{
  return amb_clock_now (self->clock);
}

/**
 * amb_connection_get_handle:
 * @self: a connection
 *
 * Gets SQLite's connection, for the few places of this layer that need more than a statement.
 *
 * Returns: (transfer none): the handle
 */
sqlite3 *
amb_connection_get_handle (AmbConnection *self)
{
  g_assert (self->thread == g_thread_self ());

  return self->handle;
}

/**
 * amb_connection_make_id:
 * @self: a connection in a writing transaction
 *
 * Makes an id for a new row; see amb_clock_make_id().
 *
 * Returns: an id
 */
gint64
amb_connection_make_id (AmbConnection *self)
{
  return amb_clock_make_id (self->clock, self->newest_id);
}

/**
 * amb_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable) (transfer none): what stops its statements from now on; it must outlive them
 *
 * Lets somebody else stop what the connection is doing: a running statement ends within a millisecond. A commit that
 * has begun is not stopped.
 */
void
amb_connection_set_cancellable (AmbConnection *self,
                                GCancellable  *cancellable)
{
  self->cancellable = cancellable;
}

/**
 * amb_connection_is_cancelled:
 * @self: a connection
 * @error: %G_IO_ERROR_CANCELLED when it is
 *
 * Tells whether somebody wants to stop what the connection is doing, for work that consists of many short statements.
 *
 * Returns: %TRUE when it shall stop
 */
gboolean
amb_connection_is_cancelled (AmbConnection  *self,
                             GError        **error)
{
  g_assert (self->thread == g_thread_self ());

  return g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * amb_connection_prepare:
 * @self: a connection
 * @sql: one statement; a static or interned text, known by its address
 * @error: [error@StorageError]
 *
 * Borrows a prepared statement. It is kept for the next time, and handed back when it goes out of scope. While one is
 * in use, there is another for whoever asks for the same.
 *
 * Returns: (transfer full) (nullable): the statement
 */
AmbStatement *
amb_connection_prepare (AmbConnection  *self,
                        const char     *sql,
                        GError        **error)
{
  AmbStatement *statement;
  gboolean kept;

  g_assert (self->thread == g_thread_self ());

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL && amb_statement_borrow (statement))
    return statement;

  kept = statement == NULL;
  statement = amb_statement_new (self->handle, self->path, sql, kept, error);
  if (statement != NULL && kept)
    g_hash_table_insert (self->statements, (gpointer) sql, statement);

  return statement;
}

/**
 * amb_connection_execute:
 * @self: a connection
 * @sql: one or more statements, without parameters
 * @error: [error@StorageError]
 *
 * Runs statements for what they do.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_connection_execute (AmbConnection  *self,
                        const char     *sql,
                        GError        **error)
{
  int result;

  g_assert (self->thread == g_thread_self ());

  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (result != SQLITE_OK)
    amb_sqlite_error_set (error, self->handle, result, self->path);

  return result == SQLITE_OK;
}

/**
 * amb_connection_get_integer:
 * @self: a connection
 * @sql: a static statement that gives one number
 * @value: (out): the number, 0 when there is no row
 * @error: [error@StorageError]
 *
 * Asks for one number.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_connection_get_integer (AmbConnection  *self,
                            const char     *sql,
                            gint64         *value,
                            GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !amb_statement_step (statement, &row, error))
    return FALSE;

  *value = row ? amb_statement_get_integer (statement, 0) : 0;

  return TRUE;
}

/**
 * amb_connection_run_with_id:
 * @self: a connection in a writing transaction
 * @sql: a static statement with one parameter
 * @id: a row
 * @error: [error@StorageError]
 *
 * Runs a statement for one row, for what it does.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_connection_run_with_id (AmbConnection  *self,
                            const char     *sql,
                            gint64          id,
                            GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;

  amb_statement_add_integer (statement, id);

  return amb_statement_run (statement, error);
}

/**
 * amb_connection_set_integer:
 * @self: a connection in a writing transaction
 * @sql: a static statement that sets a column, its first parameter, of a row, its second
 * @value: the number; %AMB_TIME_UNSET for none
 * @id: the row
 * @error: [error@StorageError]
 *
 * Sets one number of one row.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_connection_set_integer (AmbConnection  *self,
                            const char     *sql,
                            gint64          value,
                            gint64          id,
                            GError        **error)
{
  g_autoptr (AmbStatement) statement = amb_connection_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;

  amb_statement_add_time (statement, value);
  amb_statement_add_integer (statement, id);

  return amb_statement_run (statement, error);
}

/* Another program may have given out ids in the same millisecond: what is in the database is the floor. After an error
 * of the disk SQLite is no longer in a transaction, so this is asked where an error ends the job. */
static gboolean
find_newest_id (AmbConnection  *self,
                GError        **error)
{
  return amb_connection_get_integer (self, NEWEST_ID, &self->newest_id, error);
}

/**
 * amb_connection_begin:
 * @self: a connection
 * @immediate: whether it is going to write
 * @error: [error@StorageError]
 *
 * Begins a transaction; one that writes takes the write lock first. Use [struct@Transaction].
 *
 * Returns: %TRUE when it has begun
 */
gboolean
amb_connection_begin (AmbConnection  *self,
                      gboolean        immediate,
                      GError        **error)
{
  g_assert (!self->in_transaction);

  if (immediate && !amb_write_lock_acquire (self->lock, self->cancellable, error))
    return FALSE;

  if (!amb_connection_execute (self, immediate ? "BEGIN IMMEDIATE" : "BEGIN", error))
    {
      amb_write_lock_release (self->lock);
      return FALSE;
    }
  self->in_transaction = TRUE;

  if (immediate && !find_newest_id (self, error))
    {
      amb_connection_roll_back (self);
      return FALSE;
    }

  return TRUE;
}

/**
 * amb_connection_commit:
 * @self: a connection in a transaction
 * @error: [error@StorageError]; the transaction is still open then
 *
 * Commits, and gives the write lock back. It is not cancelled half way.
 *
 * Returns: %TRUE when what was written is on the disk
 */
gboolean
amb_connection_commit (AmbConnection  *self,
                       GError        **error)
{
  gboolean done;

  g_assert (self->in_transaction);

  self->committing = TRUE;
  done = amb_connection_execute (self, "COMMIT", error);
  self->committing = FALSE;

  if (done)
    {
      self->in_transaction = FALSE;
      amb_write_lock_release (self->lock);
    }

  return done;
}

/**
 * amb_connection_roll_back:
 * @self: a connection in a transaction
 *
 * Takes back what was written since the transaction began, and gives the write lock back.
 */
void
amb_connection_roll_back (AmbConnection *self)
{
  g_assert (self->in_transaction);

  self->committing = TRUE;
  /* SQLite has rolled back by itself after some errors: then there is nothing left to take back. */
  sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  self->committing = FALSE;

  self->in_transaction = FALSE;
  g_clear_pointer (&self->change, amb_change_unref);
  self->change = amb_change_new ();
  amb_write_lock_release (self->lock);
}

/**
 * amb_connection_steal_change:
 * @self: a connection
 *
 * Takes what was changed since the last call; what was rolled back is not in it.
 *
 * Returns: (transfer full): the change
 */
AmbChange *
amb_connection_steal_change (AmbConnection *self)
{
  AmbChange *change = self->change;

  self->change = amb_change_new ();

  return change;
}

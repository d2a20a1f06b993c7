/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-statement-private.h"

#include "amb-sqlite-error.h"
#include "amb-time.h"

struct _AmbStatement
{
  /* Borrowed */
  sqlite3      *handle;
  const char   *path;

  /* Owned */
  sqlite3_stmt *statement;

  int           n_bound;
  gboolean      kept; /* by its connection */
  gboolean      in_use;
};

/* Makes a statement, and lends it: one that is not kept is gone when it is handed back. */
AmbStatement *
amb_statement_new (sqlite3     *handle,
                   const char  *path,
                   const char  *sql,
                   gboolean     kept,
                   GError     **error)
{
  AmbStatement *self;
  sqlite3_stmt *statement;
  int result = sqlite3_prepare_v3 (handle, sql, -1, kept ? SQLITE_PREPARE_PERSISTENT : 0, &statement, NULL);

  if (result != SQLITE_OK)
    {
      amb_sqlite_error_set (error, handle, result, path);
      return NULL;
    }

  self = g_new0 (AmbStatement, 1);
  self->handle = handle;
  self->path = path;
  self->statement = statement;
  self->kept = kept;
  self->in_use = TRUE;

  return self;
}

void
amb_statement_free (AmbStatement *self)
{
  sqlite3_finalize (self->statement);
  g_free (self);
}

/* A statement that is in use can't be lent again: the caller prepares another one. */
gboolean
amb_statement_borrow (AmbStatement *self)
{
  if (self->in_use)
    return FALSE;

  self->in_use = TRUE;

  return TRUE;
}

/**
 * amb_statement_release:
 * @self: a statement
 *
 * Hands it back: it is reset and its parameters are cleared. Runs by itself at the end of a scope.
 */
void
amb_statement_release (AmbStatement *self)
{
  g_return_if_fail (self != NULL);

  amb_statement_rewind (self);
  self->in_use = FALSE;
  if (!self->kept)
    amb_statement_free (self);
}

/**
 * amb_statement_rewind:
 * @self: a statement
 *
 * Resets it and clears its parameters, to run it again with others.
 */
void
amb_statement_rewind (AmbStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->n_bound = 0;
}

/* Binding fails only for a parameter that the statement does not have, which is a mistake of ours, or without memory,
 * on which GLib aborts too. */
static void
check_bound (AmbStatement *self,
             int           result)
{
  if (G_UNLIKELY (result != SQLITE_OK))
    g_critical ("Parameter %d of “%s”: %s", self->n_bound, sqlite3_sql (self->statement), sqlite3_errstr (result));
}

/**
 * amb_statement_add_integer:
 * @self: a statement
 * @value: a number
 *
 * Binds the next parameter.
 */
void
amb_statement_add_integer (AmbStatement *self,
                           gint64        value)
{
  check_bound (self, sqlite3_bind_int64 (self->statement, ++self->n_bound, value));
}

/**
 * amb_statement_add_time:
 * @self: a statement
 * @time: milliseconds since 1970, UTC; %AMB_TIME_UNSET becomes NULL
 *
 * Binds the next parameter.
 */
void
amb_statement_add_time (AmbStatement *self,
                        gint64        time)
{
  if (time == AMB_TIME_UNSET)
    amb_statement_add_null (self);
  else
    amb_statement_add_integer (self, time);
}

/**
 * amb_statement_add_id:
 * @self: a statement
 * @id: an id; 0 becomes NULL
 *
 * Binds the next parameter.
 */
void
amb_statement_add_id (AmbStatement *self,
                      gint64        id)
{
  if (id == 0)
    amb_statement_add_null (self);
  else
    amb_statement_add_integer (self, id);
}

/**
 * amb_statement_add_real:
 * @self: a statement
 * @value: a number; a negative one, which stands for "not known", becomes NULL
 *
 * Binds the next parameter.
 */
void
amb_statement_add_real (AmbStatement *self,
                        double        value)
{
  if (value < 0)
    amb_statement_add_null (self);
  else
    check_bound (self, sqlite3_bind_double (self->statement, ++self->n_bound, value));
}

/**
 * amb_statement_add_null:
 * @self: a statement
 *
 * Binds the next parameter.
 */
void
amb_statement_add_null (AmbStatement *self)
{
  check_bound (self, sqlite3_bind_null (self->statement, ++self->n_bound));
}

/**
 * amb_statement_add_text:
 * @self: a statement
 * @text: (nullable): UTF-8; it must stay as it is until the statement is released or rewound
 *
 * Binds the next parameter.
 */
void
amb_statement_add_text (AmbStatement *self,
                        const char   *text)
{
  check_bound (self, sqlite3_bind_text (self->statement, ++self->n_bound, text, -1, SQLITE_STATIC));
}

/**
 * amb_statement_add_bytes:
 * @self: a statement
 * @bytes: bytes; they must live until the statement is released or rewound
 *
 * Binds the next parameter.
 */
void
amb_statement_add_bytes (AmbStatement *self,
                         GBytes       *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  check_bound (self, sqlite3_bind_blob64 (self->statement, ++self->n_bound, data, size, SQLITE_STATIC));
}

/**
 * amb_statement_step:
 * @self: a statement
 * @row: (out): whether there is a row to read
 * @error: what went wrong: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Goes to the next row.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_statement_step (AmbStatement  *self,
                    gboolean      *row,
                    GError       **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  result = sqlite3_step (self->statement);
  *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;

  amb_sqlite_error_set (error, self->handle, result, self->path);

  return FALSE;
}

/**
 * amb_statement_run:
 * @self: a statement
 * @error: what went wrong: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Runs it to its end, for what it does rather than for its rows; afterwards it can be bound anew.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_statement_run (AmbStatement  *self,
                   GError       **error)
{
  gboolean row = TRUE;
  gboolean done = TRUE;

  while (row && done)
    done = amb_statement_step (self, &row, error);
  amb_statement_rewind (self);

  return done;
}

/**
 * amb_statement_collect_ids:
 * @self: a statement whose first column is an id
 * @error: what went wrong: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Reads the ids of all rows.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids, in the order of the rows
 */
GArray *
amb_statement_collect_ids (AmbStatement  *self,
                           GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  while (row)
    {
      gint64 id;

      if (!amb_statement_step (self, &row, error))
        return NULL;
      if (!row)
        break;

      id = amb_statement_get_integer (self, 0);
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

/**
 * amb_statement_get_n_columns:
 * @self: a statement
 *
 * Tells how many columns its rows have.
 *
 * Returns: how many
 */
int
amb_statement_get_n_columns (AmbStatement *self)
{
  return sqlite3_column_count (self->statement);
}

/**
 * amb_statement_is_null:
 * @self: a statement on a row
 * @column: counted from 0
 *
 * Tells whether there is nothing in a column.
 *
 * Returns: %TRUE when it is NULL
 */
gboolean
amb_statement_is_null (AmbStatement *self,
                       int           column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

/**
 * amb_statement_get_integer:
 * @self: a statement on a row
 * @column: counted from 0
 *
 * Reads a number.
 *
 * Returns: the number, 0 for NULL
 */
gint64
amb_statement_get_integer (AmbStatement *self,
                           int           column)
{
  return sqlite3_column_int64 (self->statement, column);
}

/**
 * amb_statement_get_time:
 * @self: a statement on a row
 * @column: counted from 0
 *
 * Reads a time.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET for NULL
 */
gint64
amb_statement_get_time (AmbStatement *self,
                        int           column)
{
  return amb_statement_is_null (self, column) ? AMB_TIME_UNSET : amb_statement_get_integer (self, column);
}

/**
 * amb_statement_get_real:
 * @self: a statement on a row
 * @column: counted from 0
 *
 * Reads a number.
 *
 * Returns: the number, −1.0 for NULL
 */
double
amb_statement_get_real (AmbStatement *self,
                        int           column)
{
  return amb_statement_is_null (self, column) ? -1.0 : sqlite3_column_double (self->statement, column);
}

/**
 * amb_statement_get_score:
 * @self: a statement on a row
 * @column: counted from 0
 *
 * Reads a number that may be negative, such as the rank of a full text.
 *
 * Returns: the number
 */
double
amb_statement_get_score (AmbStatement *self,
                         int           column)
{
  return sqlite3_column_double (self->statement, column);
}

/**
 * amb_statement_get_text:
 * @self: a statement on a row
 * @column: counted from 0
 *
 * Reads a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, valid until the next step
 */
const char *
amb_statement_get_text (AmbStatement *self,
                        int           column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

/**
 * amb_statement_get_bytes:
 * @self: a statement on a row
 * @column: counted from 0
 *
 * Reads bytes.
 *
 * Returns: (transfer full): a copy of them
 */
GBytes *
amb_statement_get_bytes (AmbStatement *self,
                         int           column)
{
  const void *data = sqlite3_column_blob (self->statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->statement, column));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-change.h"
#include "amb-clock.h"
#include "amb-connection.h"

G_BEGIN_DECLS

/**
 * AmbAccess:
 * @AMB_ACCESS_READ: on one of the reading threads
 * @AMB_ACCESS_WRITE: on the writing thread, within one transaction, in strict order
 * @AMB_ACCESS_EXCLUSIVE: on the writing thread, without a transaction
 *
 * How a job uses the database.
 */
typedef enum
{
  AMB_ACCESS_READ,
  AMB_ACCESS_WRITE,
  AMB_ACCESS_EXCLUSIVE,
} AmbAccess;

/**
 * AmbDatabaseFunc:
 * @connection: the connection of the thread it runs on
 * @data: what was handed in
 * @cancellable: (nullable): asked between steps; SQLite asks it by itself
 * @error: what went wrong
 *
 * A job on the database. An error rolls back what it wrote.
 *
 * Returns: (transfer full) (nullable): the result; %NULL without @error is a result as well
 */
typedef gpointer (*AmbDatabaseFunc) (AmbConnection *connection, gpointer data, GCancellable *cancellable, GError **error);

/* Signal "changed" (AmbChange): once per transaction, on the main context the database was made on. Properties:
 * "path", "error" (boxed GError: why it cannot be used, or NULL), "ready" (boolean). */
#define AMB_TYPE_DATABASE (amb_database_get_type ())
G_DECLARE_FINAL_TYPE (AmbDatabase, amb_database, AMB, DATABASE, GObject)

AmbDatabase  *amb_database_new          (const char *path, AmbClock *clock);
const char   *amb_database_get_path     (AmbDatabase *self);
gboolean      amb_database_get_unclean  (AmbDatabase *self);
gboolean      amb_database_get_remote   (AmbDatabase *self);
void          amb_database_open_after   (AmbDatabase *self, AmbDatabase *before);
void          amb_database_open_async   (AmbDatabase *self, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
gboolean      amb_database_open_finish  (AmbDatabase *self, GAsyncResult *result, GError **error);
void          amb_database_run_async    (AmbDatabase *self, AmbAccess access, AmbDatabaseFunc func, gpointer data,
                                         GDestroyNotify data_free, GDestroyNotify result_free, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
gpointer      amb_database_run_finish   (AmbDatabase *self, GAsyncResult *result, GError **error);
gpointer      amb_database_run          (AmbDatabase *self, AmbAccess access, AmbDatabaseFunc func, gpointer data,
                                         GCancellable *cancellable, GError **error);
gboolean      amb_database_open         (AmbDatabase *self, GCancellable *cancellable, GError **error);
void          amb_database_close_async  (AmbDatabase *self, GAsyncReadyCallback callback, gpointer user_data);
void          amb_database_close_finish (AmbDatabase *self, GAsyncResult *result);
void          amb_database_close        (AmbDatabase *self);

G_END_DECLS

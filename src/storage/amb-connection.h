/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-change.h"
#include "amb-clock.h"
#include "amb-statement.h"

G_BEGIN_DECLS

/**
 * AmbConnection:
 *
 * One connection to the database, owned by one thread.
 */
typedef struct _AmbConnection AmbConnection;

/**
 * AmbConnectionMode:
 * @AMB_CONNECTION_READ: never writes and never checkpoints
 * @AMB_CONNECTION_WRITE: the only one of its kind in a program; makes and migrates the file
 *
 * What a connection may do.
 */
typedef enum
{
  AMB_CONNECTION_READ,
  AMB_CONNECTION_WRITE,
} AmbConnectionMode;

AmbConnection *amb_connection_open            (const char *path, AmbConnectionMode mode, AmbClock *clock, GError **error);
void           amb_connection_close           (AmbConnection *self);
const char    *amb_connection_get_path        (AmbConnection *self);
gint64         amb_connection_get_now         (AmbConnection *self);
gint64         amb_connection_make_id         (AmbConnection *self);
void           amb_connection_set_cancellable (AmbConnection *self, GCancellable *cancellable);
gboolean       amb_connection_is_cancelled    (AmbConnection *self, GError **error);
AmbStatement  *amb_connection_prepare         (AmbConnection *self, const char *sql, GError **error);
gboolean       amb_connection_execute         (AmbConnection *self, const char *sql, GError **error);
gboolean       amb_connection_get_integer     (AmbConnection *self, const char *sql, gint64 *value, GError **error);
gboolean       amb_connection_run_with_id     (AmbConnection *self, const char *sql, gint64 id, GError **error);
gboolean       amb_connection_set_integer     (AmbConnection *self, const char *sql, gint64 value, gint64 id, GError **error);
gboolean       amb_connection_begin           (AmbConnection *self, gboolean immediate, GError **error);
gboolean       amb_connection_commit          (AmbConnection *self, GError **error);
void           amb_connection_roll_back       (AmbConnection *self);
AmbChange     *amb_connection_steal_change    (AmbConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbConnection, amb_connection_close)

G_END_DECLS

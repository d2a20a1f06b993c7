/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-connection.h"

G_BEGIN_DECLS

/**
 * AmbOutputFunc:
 * @connection: the connection
 * @stream: where to write
 * @data: from the caller
 * @cancellable: (nullable): stops it
 * @error: what went wrong
 *
 * Writes what belongs in a file.
 *
 * Returns: how many records were written, −1 with an error
 */
typedef gint64 (*AmbOutputFunc) (AmbConnection *connection, GOutputStream *stream, gpointer data, GCancellable *cancellable,
                                 GError **error);

gint64 amb_output_file_write (AmbConnection *connection, GFile *file, GFileCreateFlags flags, AmbOutputFunc func,
                              gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS

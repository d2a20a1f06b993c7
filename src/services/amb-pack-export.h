/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-connection.h"

G_BEGIN_DECLS

gint64 amb_pack_export_to_file (AmbConnection *connection, GFile *file, char **themes, GCancellable *cancellable,
                                GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

GPtrArray *amb_snapshot_folder_list (const char *path);
gboolean   amb_snapshot_folder_add  (AmbConnection *connection, GError **error);

G_END_DECLS

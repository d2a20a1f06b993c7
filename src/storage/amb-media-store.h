/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

gboolean amb_media_store_save (AmbConnection *connection, gint64 source_id, const char *name, GBytes *bytes, GError **error);
GBytes  *amb_media_store_load (AmbConnection *connection, gint64 source_id, const char *name, GError **error);

G_END_DECLS

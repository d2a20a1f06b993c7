/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-pack.h"

G_BEGIN_DECLS

gboolean   amb_pack_store_save        (AmbConnection *connection, AmbPack *pack, GError **error);
AmbPack   *amb_pack_store_load        (AmbConnection *connection, gint64 id, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-channel.h"
#include "amb-connection.h"

G_BEGIN_DECLS

GListStore *amb_channel_store_list   (AmbConnection *connection, GError **error);
AmbChannel *amb_channel_store_find   (AmbConnection *connection, const char *channel, GError **error);
gboolean    amb_channel_store_save   (AmbConnection *connection, AmbChannel *channel, GError **error);
gboolean    amb_channel_store_remove (AmbConnection *connection, gint64 id, GError **error);

G_END_DECLS

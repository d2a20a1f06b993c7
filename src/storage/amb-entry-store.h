/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-entry.h"
#include "amb-entry-filter.h"

G_BEGIN_DECLS

gboolean   amb_entry_store_save             (AmbConnection *connection, AmbEntry *entry, GError **error);
AmbEntry  *amb_entry_store_load             (AmbConnection *connection, gint64 id, GError **error);
GPtrArray *amb_entry_store_load_rows        (AmbConnection *connection, const gint64 *ids, guint n_ids, GError **error);
GArray    *amb_entry_store_query            (AmbConnection *connection, const AmbEntryFilter *filter, GError **error);
GArray    *amb_entry_store_list_unconfirmed (AmbConnection *connection, guint limit, GError **error);
GArray    *amb_entry_store_list_follow_ups  (AmbConnection *connection, gint64 until, guint limit, GError **error);
gboolean   amb_entry_store_count_period     (AmbConnection *connection, gint64 since, gint64 until, gint64 *online,
                                             gint64 *offline, gint64 *heard, GError **error);
gboolean   amb_entry_store_require          (AmbConnection *connection, gint64 id, GError **error);
gboolean   amb_entry_store_remove           (AmbConnection *connection, gint64 id, gboolean remove, GError **error);

G_END_DECLS

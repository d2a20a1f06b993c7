/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-entry.h"

G_BEGIN_DECLS

gboolean amb_entry_details_insert (AmbConnection *connection, AmbEntry *entry, GError **error);
gboolean amb_entry_details_remove (AmbConnection *connection, gint64 entry_id, GError **error);
gboolean amb_entry_details_load   (AmbConnection *connection, AmbEntry *entry, gboolean heard, GError **error);

G_END_DECLS

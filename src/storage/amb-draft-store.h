/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-draft.h"

G_BEGIN_DECLS

gboolean   amb_draft_store_save      (AmbConnection *connection, AmbDraft *draft, GError **error);
gboolean   amb_draft_store_save_as_of (AmbConnection *connection, AmbDraft *draft, gint64 at, GError **error);
AmbDraft  *amb_draft_store_load      (AmbConnection *connection, gint64 id, GError **error);
GPtrArray *amb_draft_store_load_rows (AmbConnection *connection, const gint64 *ids, guint n_ids, GError **error);
GArray    *amb_draft_store_query     (AmbConnection *connection, AmbDraftState state, const char *search, gboolean partial,
                                      GError **error);
GArray    *amb_draft_store_query_discarded (AmbConnection *connection, const char *search, gboolean partial,
                                            GError **error);
gint64     amb_draft_store_find_untouched (AmbConnection *connection, gint64 story_id, const char *channel, GError **error);
GArray    *amb_draft_store_list_due  (AmbConnection *connection, gint64 until, GError **error);
GArray    *amb_draft_store_list_stories (AmbConnection *connection, GError **error);
gboolean   amb_draft_store_set_state (AmbConnection *connection, gint64 id, AmbDraftState state, GError **error);
gboolean   amb_draft_store_discard   (AmbConnection *connection, gint64 id, gboolean discard, GError **error);

G_END_DECLS

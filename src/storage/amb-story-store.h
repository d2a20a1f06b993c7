/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-story-filter.h"
#include "amb-story-index.h"
#include "amb-story-runs.h"

G_BEGIN_DECLS

/**
 * AmbStoreOutcome:
 * @AMB_STORE_FAILED: nothing, there is an error
 * @AMB_STORE_ADDED: it is new
 * @AMB_STORE_UPDATED: it differs from before
 * @AMB_STORE_WITHDRAWN: it differs from before, and was not withdrawn then but is now
 * @AMB_STORE_UNCHANGED: it does not
 *
 * What storing a record that came from outside did.
 */
typedef enum
{
  AMB_STORE_FAILED,
  AMB_STORE_ADDED,
  AMB_STORE_UPDATED,
  AMB_STORE_WITHDRAWN,
  AMB_STORE_UNCHANGED,
} AmbStoreOutcome;

AmbStoreOutcome amb_story_store_save        (AmbConnection *connection, AmbStory *story, AmbStoryIndex *index,
                                             AmbStoryRuns *runs, GError **error);
AmbStory       *amb_story_store_load        (AmbConnection *connection, gint64 id, GError **error);
GPtrArray      *amb_story_store_load_rows   (AmbConnection *connection, const gint64 *ids, guint n_ids, GError **error);
GArray         *amb_story_store_query       (AmbConnection *connection, const AmbStoryFilter *filter, GArray *scores,
                                             GError **error);
gboolean        amb_story_store_require     (AmbConnection *connection, gint64 id, GError **error);
gint64          amb_story_store_find_oldest (AmbConnection *connection, GError **error);
gboolean        amb_story_store_set_own     (AmbConnection *connection, gint64 id, AmbStoryText field, const char *text,
                                             GError **error);
gboolean        amb_story_store_set_favourite (AmbConnection *connection, gint64 id, gboolean favourite, GError **error);
gboolean        amb_story_store_update_use  (AmbConnection *connection, gint64 id, GError **error);
gboolean        amb_story_store_remove      (AmbConnection *connection, gint64 id, gboolean remove, GError **error);
gint64          amb_story_store_withdraw_others (AmbConnection *connection, gint64 source_id, GHashTable *ids, GError **error);
gint64          amb_story_store_count_source (AmbConnection *connection, gint64 source_id, GError **error);
GPtrArray      *amb_story_store_count_labels (AmbConnection *connection, AmbStoryLabelKind kind, GError **error);
GPtrArray      *amb_story_store_count_languages (AmbConnection *connection, GError **error);
GArray         *amb_story_store_list_ending (AmbConnection *connection, gint64 since, gint64 until, guint limit, GError **error);

G_END_DECLS

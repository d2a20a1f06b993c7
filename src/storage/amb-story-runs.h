/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

typedef struct _AmbStoryRuns AmbStoryRuns;

typedef void (*AmbStoryRunsProgress) (double fraction, gpointer data);

AmbStoryRuns *amb_story_runs_new          (void);
void          amb_story_runs_free         (AmbStoryRuns *self);
void          amb_story_runs_add          (AmbStoryRuns *self, gint64 story_id, GArray *hashes);
gboolean      amb_story_runs_write        (AmbStoryRuns *self, AmbConnection *connection, AmbStoryRunsProgress progress,
                                           gpointer data, GError **error);
gboolean      amb_story_runs_remove       (AmbConnection *connection, gint64 story_id, GArray *hashes, GError **error);
GArray       *amb_story_runs_find_sources (AmbConnection *connection, const GArray *hashes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbStoryRuns, amb_story_runs_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-draft.h"

G_BEGIN_DECLS

/* The verbs of the drafts page. Drafts that go in are copied at once: the caller may change its own at any time. */

/* Within a transaction of the caller: for the command line. */
AmbDraft *amb_drafting_make           (AmbConnection *connection, gint64 story_id, const char *channel, const char *text,
                                       GError **error);

/* Stores a new draft; @story_id is 0 for an empty one, @channel NULL for the person's default channel. */
void      amb_drafting_create_async   (AmbContext *context, gint64 story_id, const char *channel,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AmbDraft *amb_drafting_create_finish  (AmbContext *context, GAsyncResult *result, GError **error);

void      amb_drafting_load_async     (AmbContext *context, gint64 draft_id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
AmbDraft *amb_drafting_load_finish    (AmbContext *context, GAsyncResult *result, GError **error);

/* Discards (TRUE) or brings back (FALSE): the undo of a discarded draft. */
void      amb_drafting_discard_async  (AmbContext *context, gint64 draft_id, gboolean discard_it, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
gboolean  amb_drafting_discard_finish (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

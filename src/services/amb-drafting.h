/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-draft.h"

G_BEGIN_DECLS

/* The verbs of the drafts page. Drafts that go in are copied at once: the caller may change its own at any time. */

/* Stores a new draft; @story_id is 0 for an empty one, @channel NULL for the person's default channel. */
void      amb_drafting_create_async   (AmbContext *context, gint64 story_id, const char *channel,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AmbDraft *amb_drafting_create_finish  (AmbContext *context, GAsyncResult *result, GError **error);

void      amb_drafting_load_async     (AmbContext *context, gint64 draft_id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
AmbDraft *amb_drafting_load_finish    (AmbContext *context, GAsyncResult *result, GError **error);

/* Returns the time of saving, in milliseconds UTC, or AMB_TIME_UNSET with an error. */
void      amb_drafting_save_async     (AmbContext *context, AmbDraft *draft, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
gint64    amb_drafting_save_finish    (AmbContext *context, GAsyncResult *result, GError **error);

/* Discards (TRUE) or brings back (FALSE): the undo of a discarded draft. */
void      amb_drafting_discard_async  (AmbContext *context, gint64 draft_id, gboolean discard, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
gboolean  amb_drafting_discard_finish (AmbContext *context, GAsyncResult *result, GError **error);

/* Writes a draft to disk within a second of each change, in order; what could not be stored yet because another
 * program is writing stands in a recovery file until it is. Watches the draft's properties and variants itself.
 * Properties: "state" (AmbAutosaveState), "saved-at" (int64, ms UTC), "error" (string, one sentence). */
typedef enum
{
  AMB_AUTOSAVE_STATE_SAVED,
  AMB_AUTOSAVE_STATE_CHANGED,
  AMB_AUTOSAVE_STATE_SAVING,
  AMB_AUTOSAVE_STATE_FAILED,
} AmbAutosaveState;

#define AMB_TYPE_AUTOSAVE (amb_autosave_get_type ())
G_DECLARE_FINAL_TYPE (AmbAutosave, amb_autosave, AMB, AUTOSAVE, GObject)

AmbAutosave     *amb_autosave_new       (AmbContext *context, AmbDraft *draft);
AmbAutosaveState amb_autosave_get_state (AmbAutosave *self);
gint64           amb_autosave_get_saved_at (AmbAutosave *self);
/* Saves what is unsaved at once; call it before the composer closes. */
void             amb_autosave_flush     (AmbAutosave *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-draft.h"

G_BEGIN_DECLS

/**
 * AmbAutosaveState:
 * @AMB_AUTOSAVE_STATE_SAVED: what is on the screen is on the disk
 * @AMB_AUTOSAVE_STATE_CHANGED: something was typed and will be saved within a second
 * @AMB_AUTOSAVE_STATE_SAVING: it is being saved
 * @AMB_AUTOSAVE_STATE_FAILED: it could not be saved; it stands in a recovery file where that was possible
 *
 * How safe a draft is.
 */
typedef enum
{
  AMB_AUTOSAVE_STATE_SAVED,
  AMB_AUTOSAVE_STATE_CHANGED,
  AMB_AUTOSAVE_STATE_SAVING,
  AMB_AUTOSAVE_STATE_FAILED,
} AmbAutosaveState;

#define AMB_TYPE_AUTOSAVE (amb_autosave_get_type ())
G_DECLARE_FINAL_TYPE (AmbAutosave, amb_autosave, AMB, AUTOSAVE, GObject)

AmbAutosave     *amb_autosave_new          (AmbContext *context, AmbDraft *draft);
AmbAutosaveState amb_autosave_get_state    (AmbAutosave *self);
gint64           amb_autosave_get_saved_at (AmbAutosave *self);
const char      *amb_autosave_get_error    (AmbAutosave *self);
void             amb_autosave_flush        (AmbAutosave *self);

G_END_DECLS

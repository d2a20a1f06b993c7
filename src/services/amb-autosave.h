/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-unsaved.h"

G_BEGIN_DECLS

/**
 * AmbAutosaveState:
 * @AMB_AUTOSAVE_STATE_SAVED: what is on the screen is on the disk
 * @AMB_AUTOSAVE_STATE_CHANGED: something was typed and will be saved within a second
 * @AMB_AUTOSAVE_STATE_SAVING: it is being saved
 * @AMB_AUTOSAVE_STATE_FAILED: it could not be saved; it stands in a recovery file where that was possible
 *
 * How safe what a person writes is.
 */
typedef enum
{
  AMB_AUTOSAVE_STATE_SAVED,
  AMB_AUTOSAVE_STATE_CHANGED,
  AMB_AUTOSAVE_STATE_SAVING,
  AMB_AUTOSAVE_STATE_FAILED,
} AmbAutosaveState;

#define AMB_TYPE_AUTOSAVE (amb_autosave_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmbAutosave, amb_autosave, AMB, AUTOSAVE, GObject)

/**
 * AmbAutosaveClass:
 * @take: takes what the person wrote as it is now; @to_store when it is on its way to the database
 * @stored: (nullable): what was taken is in the database
 *
 * What each kind of thing that a person writes has of its own.
 */
struct _AmbAutosaveClass
{
  GObjectClass parent_class;

  AmbUnsaved *(*take)   (AmbAutosave *self, gint64 now, gboolean to_store);
  void        (*stored) (AmbAutosave *self, const AmbUnsaved *unsaved);
};

AmbAutosaveState amb_autosave_get_state    (AmbAutosave *self);
gint64           amb_autosave_get_saved_at (AmbAutosave *self);
const GError    *amb_autosave_get_error    (AmbAutosave *self);
AmbContext      *amb_autosave_get_context  (AmbAutosave *self);
void             amb_autosave_flush        (AmbAutosave *self);

/* For those that derive from it. */
void             amb_autosave_touch        (AmbAutosave *self);
void             amb_autosave_fail         (AmbAutosave *self, const GError *error);

G_END_DECLS

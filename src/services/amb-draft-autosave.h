/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-autosave.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFT_AUTOSAVE (amb_draft_autosave_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraftAutosave, amb_draft_autosave, AMB, DRAFT_AUTOSAVE, AmbAutosave)

AmbAutosave *amb_draft_autosave_new (AmbContext *context, AmbDraft *draft);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFT_ROW (amb_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraftRow, amb_draft_row, AMB, DRAFT_ROW, AdwBin)

AmbDraft *amb_draft_row_get_draft (AmbDraftRow *self);
void      amb_draft_row_set_draft (AmbDraftRow *self, AmbDraft *draft);

G_END_DECLS

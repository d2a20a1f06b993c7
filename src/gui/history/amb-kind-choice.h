/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-choice.h"
#include "amb-record-enums.h"

G_BEGIN_DECLS

void         amb_kind_choice_fill     (AdwComboRow *row, const char *none, gboolean face_to_face, AmbEntryKind kind);
AmbEntryKind amb_kind_choice_get_kind (AdwComboRow *row);

G_END_DECLS

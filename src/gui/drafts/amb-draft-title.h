/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record-enums.h"

G_BEGIN_DECLS

char       *amb_draft_title_make        (const char *text);
const char *amb_draft_title_get_symbol  (AmbDraftState state);

G_END_DECLS

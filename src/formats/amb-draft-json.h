/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "amb-draft.h"

G_BEGIN_DECLS

JsonNode *amb_draft_to_json (AmbDraft *draft);

G_END_DECLS

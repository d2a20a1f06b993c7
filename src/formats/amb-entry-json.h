/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "amb-entry.h"

G_BEGIN_DECLS

JsonNode *amb_entry_to_json (AmbEntry *entry);

G_END_DECLS

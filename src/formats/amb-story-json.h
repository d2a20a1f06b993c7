/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "amb-story.h"

G_BEGIN_DECLS

JsonNode *amb_story_to_json   (AmbStory *story);
AmbStory *amb_story_from_json (const char *text, const char *name, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-profile.h"
#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_SUGGESTION (amb_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (AmbSuggestion, amb_suggestion, AMB, SUGGESTION, GObject)

AmbSuggestion *amb_suggestion_new       (AmbStory *story, AmbProfile *profile, gint64 now);
AmbStory      *amb_suggestion_get_story (AmbSuggestion *self);
const char    *amb_suggestion_get_why   (AmbSuggestion *self);
int            amb_suggestion_get_fit   (AmbSuggestion *self);

G_END_DECLS

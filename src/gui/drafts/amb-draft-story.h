/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFT_STORY (amb_draft_story_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraftStory, amb_draft_story, AMB, DRAFT_STORY, AdwBin)

GtkWidget *amb_draft_story_new    (AmbContext *context, gint64 story_id);
gint64     amb_draft_story_get_id (AmbDraftStory *self);

G_END_DECLS

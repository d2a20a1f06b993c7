/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PANEL (amb_story_panel_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryPanel, amb_story_panel, AMB, STORY_PANEL, AdwBin)

void amb_story_panel_set_session (AmbStoryPanel *self, AmbDraftSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_PREVIEW_PANEL (amb_preview_panel_get_type ())
G_DECLARE_FINAL_TYPE (AmbPreviewPanel, amb_preview_panel, AMB, PREVIEW_PANEL, AdwBin)

void amb_preview_panel_set_session (AmbPreviewPanel *self, AmbDraftSession *session);

G_END_DECLS

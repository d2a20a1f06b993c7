/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHECKS_PANEL (amb_checks_panel_get_type ())
G_DECLARE_FINAL_TYPE (AmbChecksPanel, amb_checks_panel, AMB, CHECKS_PANEL, AdwBin)

guint amb_checks_panel_get_n_warnings (AmbChecksPanel *self);
void  amb_checks_panel_set_session    (AmbChecksPanel *self, AmbDraftSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFT_STARTER (amb_draft_starter_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraftStarter, amb_draft_starter, AMB, DRAFT_STARTER, AdwBin)

void       amb_draft_starter_set_session (AmbDraftStarter *self, AmbDraftSession *session);

G_END_DECLS

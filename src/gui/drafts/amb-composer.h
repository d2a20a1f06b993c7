/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_COMPOSER (amb_composer_get_type ())
G_DECLARE_FINAL_TYPE (AmbComposer, amb_composer, AMB, COMPOSER, AdwBin)

AmbDraftSession *amb_composer_get_session    (AmbComposer *self);
AmbDraft        *amb_composer_get_draft      (AmbComposer *self);
void             amb_composer_set_draft      (AmbComposer *self, AmbDraft *draft);
gboolean         amb_composer_resume         (AmbComposer *self, gint64 draft_id);
gboolean         amb_composer_get_show_panel (AmbComposer *self);
void             amb_composer_set_show_panel (AmbComposer *self, gboolean show_panel);
void             amb_composer_write          (AmbComposer *self);
void             amb_composer_flush          (AmbComposer *self);

G_END_DECLS

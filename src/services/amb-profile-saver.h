/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-autosave.h"

G_BEGIN_DECLS

#define AMB_TYPE_PROFILE_SAVER (amb_profile_saver_get_type ())
G_DECLARE_FINAL_TYPE (AmbProfileSaver, amb_profile_saver, AMB, PROFILE_SAVER, AmbAutosave)

AmbProfileSaver *amb_profile_saver_get         (AmbContext *context);
AmbProfile      *amb_profile_saver_get_profile (AmbProfileSaver *self);
gboolean         amb_profile_saver_get_loaded  (AmbProfileSaver *self);
void             amb_profile_saver_replace     (AmbProfileSaver *self, AmbProfile *profile);

G_END_DECLS

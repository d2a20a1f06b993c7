/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-profile.h"

G_BEGIN_DECLS

#define AMB_TYPE_PROFILE_SAVER (amb_profile_saver_get_type ())
G_DECLARE_FINAL_TYPE (AmbProfileSaver, amb_profile_saver, AMB, PROFILE_SAVER, GObject)

AmbProfileSaver *amb_profile_saver_new          (AmbContext *context);
AmbProfile      *amb_profile_saver_get_profile  (AmbProfileSaver *self);
gboolean         amb_profile_saver_get_loaded   (AmbProfileSaver *self);
gint64           amb_profile_saver_get_saved_at (AmbProfileSaver *self);
const GError    *amb_profile_saver_get_error    (AmbProfileSaver *self);
void             amb_profile_saver_replace      (AmbProfileSaver *self, AmbProfile *profile);
void             amb_profile_saver_flush        (AmbProfileSaver *self);

G_END_DECLS

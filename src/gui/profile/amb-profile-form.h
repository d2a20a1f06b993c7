/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-profile.h"

G_BEGIN_DECLS

#define AMB_TYPE_PROFILE_FORM (amb_profile_form_get_type ())
G_DECLARE_FINAL_TYPE (AmbProfileForm, amb_profile_form, AMB, PROFILE_FORM, AdwBin)

void       amb_profile_form_edit  (AmbProfileForm *self, AmbContext *context, AmbProfile *profile);
void       amb_profile_form_start (AmbProfileForm *self);
void       amb_profile_form_flush (AmbProfileForm *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-profile.h"

G_BEGIN_DECLS

#define AMB_TYPE_PROFILE_VERSIONS (amb_profile_versions_get_type ())
G_DECLARE_FINAL_TYPE (AmbProfileVersions, amb_profile_versions, AMB, PROFILE_VERSIONS, AdwWindow)

GtkWidget *amb_profile_versions_new (GtkWindow *parent, AmbContext *context, AmbProfile *profile);

G_END_DECLS

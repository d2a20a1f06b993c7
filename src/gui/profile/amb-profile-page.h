/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_PROFILE_PAGE (amb_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (AmbProfilePage, amb_profile_page, AMB, PROFILE_PAGE, AdwBin)

GtkWidget *amb_profile_page_new (AmbContext *context);

G_END_DECLS

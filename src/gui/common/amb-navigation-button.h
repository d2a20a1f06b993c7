/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_NAVIGATION_BUTTON (amb_navigation_button_get_type ())
G_DECLARE_FINAL_TYPE (AmbNavigationButton, amb_navigation_button, AMB, NAVIGATION_BUTTON, AdwBin)

G_END_DECLS

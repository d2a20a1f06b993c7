/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_APPLICATION (amb_application_get_type ())
G_DECLARE_FINAL_TYPE (AmbApplication, amb_application, AMB, APPLICATION, AdwApplication)

AmbApplication *amb_application_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_TODAY_PAGE (amb_today_page_get_type ())
G_DECLARE_FINAL_TYPE (AmbTodayPage, amb_today_page, AMB, TODAY_PAGE, AdwBin)

GtkWidget *amb_today_page_new (AmbContext *context);

G_END_DECLS

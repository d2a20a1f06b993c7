/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_HISTORY_PAGE (amb_history_page_get_type ())
G_DECLARE_FINAL_TYPE (AmbHistoryPage, amb_history_page, AMB, HISTORY_PAGE, AdwBin)

GtkWidget *amb_history_page_new (AmbContext *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFTS_PAGE (amb_drafts_page_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraftsPage, amb_drafts_page, AMB, DRAFTS_PAGE, AdwBin)

GtkWidget *amb_drafts_page_new (AmbContext *context);

G_END_DECLS

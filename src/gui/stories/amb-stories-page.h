/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORIES_PAGE (amb_stories_page_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoriesPage, amb_stories_page, AMB, STORIES_PAGE, AdwBin)

GtkWidget *amb_stories_page_new (AmbContext *context);

G_END_DECLS

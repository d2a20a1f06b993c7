/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_BROWSER (amb_story_browser_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryBrowser, amb_story_browser, AMB, STORY_BROWSER, AdwBin)

gboolean amb_story_browser_get_empty (AmbStoryBrowser *self);
void     amb_story_browser_refresh   (AmbStoryBrowser *self);
void     amb_story_browser_search    (AmbStoryBrowser *self);
void     amb_story_browser_select    (AmbStoryBrowser *self, gint64 story_id);

G_END_DECLS

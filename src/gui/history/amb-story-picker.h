/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_PICKER (amb_story_picker_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryPicker, amb_story_picker, AMB, STORY_PICKER, AdwWindow)

GtkWidget *amb_story_picker_new (GtkWindow *parent, AmbContext *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY_FIELD (amb_story_field_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryField, amb_story_field, AMB, STORY_FIELD, AdwBin)

GtkWidget *amb_story_field_new  (void);
void       amb_story_field_edit (AmbStoryField *self, AmbContext *context, AmbEntry *entry);

G_END_DECLS

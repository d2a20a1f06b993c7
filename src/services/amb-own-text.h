/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-autosave.h"

G_BEGIN_DECLS

#define AMB_TYPE_OWN_TEXT (amb_own_text_get_type ())
G_DECLARE_FINAL_TYPE (AmbOwnText, amb_own_text, AMB, OWN_TEXT, AmbAutosave)

AmbOwnText *amb_own_text_new          (AmbContext *context, gint64 story_id, AmbStoryText field, const char *stored);
gint64      amb_own_text_get_story_id (AmbOwnText *self);
const char *amb_own_text_get_text     (AmbOwnText *self);
void        amb_own_text_set_text     (AmbOwnText *self, const char *text);
gboolean    amb_own_text_follow       (AmbOwnText *self, const char *stored, gboolean is_held);

G_END_DECLS

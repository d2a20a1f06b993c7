/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_STORY_DISMISS_DIALOG (amb_story_dismiss_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmbStoryDismissDialog, amb_story_dismiss_dialog, AMB, STORY_DISMISS_DIALOG, AdwMessageDialog)

GtkWidget  *amb_story_dismiss_dialog_new        (GtkWindow *parent);
const char *amb_story_dismiss_dialog_get_reason (AmbStoryDismissDialog *self);

G_END_DECLS

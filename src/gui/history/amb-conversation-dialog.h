/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_CONVERSATION_DIALOG (amb_conversation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmbConversationDialog, amb_conversation_dialog, AMB, CONVERSATION_DIALOG, AdwWindow)

GtkWidget *amb_conversation_dialog_new     (GtkWindow *parent, AmbContext *context);
void       amb_conversation_dialog_present (GtkWindow *parent, AmbContext *context);
void       amb_conversation_dialog_resume  (GtkWindow *parent, AmbContext *context, AmbEntry *entry);

G_END_DECLS

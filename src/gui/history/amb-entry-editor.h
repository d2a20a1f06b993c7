/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_EDITOR (amb_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryEditor, amb_entry_editor, AMB, ENTRY_EDITOR, AdwWindow)

GtkWidget *amb_entry_editor_new    (GtkWindow *parent, AmbContext *context, AmbEntry *entry);
GtkWidget *amb_entry_editor_resume (GtkWindow *parent, AmbContext *context, AmbEntry *entry, AmbEntry *before);

G_END_DECLS

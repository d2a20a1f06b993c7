/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_VIEW (amb_entry_view_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryView, amb_entry_view, AMB, ENTRY_VIEW, AdwBin)

GtkWidget *amb_entry_view_new         (void);
void       amb_entry_view_set_context (AmbEntryView *self, AmbContext *context);
AmbEntry  *amb_entry_view_get_entry   (AmbEntryView *self);
void       amb_entry_view_set_entry   (AmbEntryView *self, AmbEntry *entry);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_ROW (amb_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryRow, amb_entry_row, AMB, ENTRY_ROW, AdwBin)

GtkWidget *amb_entry_row_new          (void);
AmbEntry  *amb_entry_row_get_entry    (AmbEntryRow *self);
void       amb_entry_row_set_entry    (AmbEntryRow *self, AmbEntry *entry);
void       amb_entry_row_set_previous (AmbEntryRow *self, AmbEntry *previous);
char      *amb_entry_row_describe     (AmbEntryRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-entry-filter.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_FILTER_BAR (amb_entry_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryFilterBar, amb_entry_filter_bar, AMB, ENTRY_FILTER_BAR, AdwBin)

void            amb_entry_filter_bar_set_context (AmbEntryFilterBar *self, AmbContext *context);
void            amb_entry_filter_bar_set_count   (AmbEntryFilterBar *self, gboolean known, guint count);
void            amb_entry_filter_bar_connect_list (AmbEntryFilterBar *self, GtkListView *list);
AmbEntryFilter *amb_entry_filter_bar_make_filter (AmbEntryFilterBar *self);
gboolean        amb_entry_filter_bar_get_active  (AmbEntryFilterBar *self);
void            amb_entry_filter_bar_clear       (AmbEntryFilterBar *self);

G_END_DECLS

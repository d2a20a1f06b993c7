/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-entry-filter.h"
#include "amb-record-list.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_LIST (amb_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryList, amb_entry_list, AMB, ENTRY_LIST, AmbRecordList)

AmbEntryList *amb_entry_list_new        (AmbContext *context);
void          amb_entry_list_set_filter (AmbEntryList *self, const AmbEntryFilter *filter);

G_END_DECLS

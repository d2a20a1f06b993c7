/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-draft.h"
#include "amb-record-list.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFT_LIST (amb_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraftList, amb_draft_list, AMB, DRAFT_LIST, AmbRecordList)

AmbDraftList *amb_draft_list_new        (AmbContext *context);
void          amb_draft_list_set_filter (AmbDraftList *self, AmbDraftState state, const char *search);
void          amb_draft_list_show_discarded (AmbDraftList *self, const char *search);

G_END_DECLS

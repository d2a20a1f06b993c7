/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-record.h"

G_BEGIN_DECLS

/* A list of records over the database, of any length: see amb-record-list.c. Properties: "loading" (boolean: a query is
 * under way), "n-items" (uint), "error" (string, one sentence, or NULL). Emits "items-changed" with the smallest
 * difference. A list follows the change feed by itself. */
#define AMB_TYPE_RECORD_LIST (amb_record_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmbRecordList, amb_record_list, AMB, RECORD_LIST, GObject)

gboolean amb_record_list_get_loading (AmbRecordList *self);
gint64   amb_record_list_get_id      (AmbRecordList *self, guint position);
gboolean amb_record_list_find        (AmbRecordList *self, gint64 id, guint *position);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-record.h"

G_BEGIN_DECLS

#define AMB_TYPE_RECORD_LIST (amb_record_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmbRecordList, amb_record_list, AMB, RECORD_LIST, GObject)

/**
 * AmbRecordListClass:
 * @record_type: the type of the items
 * @table: the table of the items: when it changes the list asks again, and changed items load again
 * @make_query: makes what @query needs, a copy of what is set now; freed with @free_query
 * @free_query: frees it
 * @query: finds the ids, on a thread of the database
 * @load_rows: loads records, on a thread of the database
 *
 * What a list over one kind of record adds to [class@RecordList].
 */
struct _AmbRecordListClass
{
  GObjectClass parent_class;

  GType        record_type;
  AmbTable     table;
  gpointer   (*make_query) (AmbRecordList *self);
  void       (*free_query) (gpointer query);
  GArray    *(*query)      (AmbConnection *connection, gpointer query, GError **error);
  GPtrArray *(*load_rows)  (AmbConnection *connection, const gint64 *ids, guint n_ids, GError **error);
};

AmbContext *amb_record_list_get_context (AmbRecordList *self);
gboolean    amb_record_list_get_loading (AmbRecordList *self);
const char *amb_record_list_get_error   (AmbRecordList *self);
gint64      amb_record_list_get_id      (AmbRecordList *self, guint position);
gboolean    amb_record_list_find        (AmbRecordList *self, gint64 id, guint *position);
void        amb_record_list_ask         (AmbRecordList *self);

G_END_DECLS

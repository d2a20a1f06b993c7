/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-lists"

#include "config.h"

#include "amb-entry-list.h"

#include "amb-entry-store.h"

/**
 * AmbEntryList:
 *
 * Entries of the log as a list shows them, the newest first.
 */
struct _AmbEntryList
{
  AmbRecordList   parent_instance;

  AmbEntryFilter *filter;
};

G_DEFINE_FINAL_TYPE (AmbEntryList, amb_entry_list, AMB_TYPE_RECORD_LIST)

static gpointer
amb_entry_list_make_query (AmbRecordList *list)
{
  return amb_entry_filter_copy (AMB_ENTRY_LIST (list)->filter);
}

static GArray *
amb_entry_list_query (AmbConnection  *connection,
                      gpointer        query,
                      GError        **error)
{
  return amb_entry_store_query (connection, query, error);
}

static void
amb_entry_list_finalize (GObject *object)
{
  AmbEntryList *self = AMB_ENTRY_LIST (object);

  amb_entry_filter_free (self->filter);

  G_OBJECT_CLASS (amb_entry_list_parent_class)->finalize (object);
}

static void
amb_entry_list_class_init (AmbEntryListClass *klass)
{
  AmbRecordListClass *list_class = AMB_RECORD_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amb_entry_list_finalize;

  list_class->record_type = AMB_TYPE_ENTRY;
  list_class->table = AMB_TABLE_ENTRY;
  list_class->make_query = amb_entry_list_make_query;
  list_class->free_query = (void (*) (gpointer)) amb_entry_filter_free;
  list_class->query = amb_entry_list_query;
  list_class->load_rows = amb_entry_store_load_rows;
}

static void
amb_entry_list_init (AmbEntryList *self)
{
  self->filter = amb_entry_filter_new ();
}

/**
 * amb_entry_list_new:
 * @context: the context
 *
 * Makes a list of all entries; they arrive a moment later.
 *
 * Returns: (transfer full): the list
 */
AmbEntryList *
amb_entry_list_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_ENTRY_LIST, "context", context, NULL);
}

/**
 * amb_entry_list_set_filter:
 * @self: a list
 * @filter: (nullable): which entries to show; %NULL for all
 *
 * Sets which entries to show. The newest call wins.
 */
void
amb_entry_list_set_filter (AmbEntryList         *self,
                           const AmbEntryFilter *filter)
{
  g_return_if_fail (AMB_IS_ENTRY_LIST (self));

  amb_entry_filter_free (self->filter);
  self->filter = filter == NULL ? amb_entry_filter_new () : amb_entry_filter_copy (filter);
  amb_record_list_ask (AMB_RECORD_LIST (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-lists"

#include "config.h"

#include "amb-draft-list.h"

#include "amb-draft-store.h"

/**
 * AmbDraftList:
 *
 * Drafts. With a search the best match first, else what changed last.
 */
struct _AmbDraftList
{
  AmbRecordList parent_instance;

  char          *search;
  AmbDraftState  state;
  gboolean       discarded;
};

typedef struct
{
  AmbDraftState  state;
  gboolean       discarded;
  char          *search;
} Query;

G_DEFINE_FINAL_TYPE (AmbDraftList, amb_draft_list, AMB_TYPE_RECORD_LIST)

static gpointer
amb_draft_list_make_query (AmbRecordList *list)
{
  AmbDraftList *self = AMB_DRAFT_LIST (list);
  Query *query = g_new0 (Query, 1);

  query->state = self->state;
  query->discarded = self->discarded;
  query->search = g_strdup (self->search);

  return query;
}

static void
amb_draft_list_free_query (gpointer data)
{
  Query *query = data;

  g_free (query->search);
  g_free (query);
}

static GArray *
amb_draft_list_query (AmbConnection  *connection,
                      gpointer        data,
                      GError        **error)
{
  Query *query = data;

  if (query->discarded)
    return amb_draft_store_query_discarded (connection, query->search, TRUE, error);

  return amb_draft_store_query (connection, query->state, query->search, TRUE, error);
}

static void
amb_draft_list_finalize (GObject *object)
{
  AmbDraftList *self = AMB_DRAFT_LIST (object);

  g_free (self->search);

  G_OBJECT_CLASS (amb_draft_list_parent_class)->finalize (object);
}

static void
amb_draft_list_class_init (AmbDraftListClass *klass)
{
  AmbRecordListClass *list_class = AMB_RECORD_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amb_draft_list_finalize;

  list_class->record_type = AMB_TYPE_DRAFT;
  list_class->table = AMB_TABLE_DRAFT;
  list_class->make_query = amb_draft_list_make_query;
  list_class->free_query = amb_draft_list_free_query;
  list_class->query = amb_draft_list_query;
  list_class->load_rows = amb_draft_store_load_rows;
}

static void
amb_draft_list_init (AmbDraftList *self)
{
}

/**
 * amb_draft_list_new:
 * @context: the context
 *
 * Makes a list of all drafts; they arrive a moment later.
 *
 * Returns: (transfer full): the list
 */
AmbDraftList *
amb_draft_list_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_DRAFT_LIST, "context", context, NULL);
}

static void
set_search (AmbDraftList *self,
            const char   *search)
{
  g_free (self->search);
  self->search = g_strdup (search);
}

/**
 * amb_draft_list_set_filter:
 * @self: a list
 * @state: a state, or 0 for every one
 * @search: (nullable): what the person typed; the last word may still grow
 *
 * Sets which drafts to show. The newest call wins.
 */
void
amb_draft_list_set_filter (AmbDraftList  *self,
                           AmbDraftState  state,
                           const char    *search)
{
  g_return_if_fail (AMB_IS_DRAFT_LIST (self));

  self->state = state;
  self->discarded = FALSE;
  set_search (self, search);
  amb_record_list_ask (AMB_RECORD_LIST (self));
}

/**
 * amb_draft_list_show_discarded:
 * @self: a list
 * @search: (nullable): what the person typed; the last word may still grow
 *
 * Shows the drafts that were discarded, what was discarded last first, instead of all others. The newest call wins.
 */
void
amb_draft_list_show_discarded (AmbDraftList *self,
                               const char   *search)
{
  g_return_if_fail (AMB_IS_DRAFT_LIST (self));

  self->discarded = TRUE;
  set_search (self, search);
  amb_record_list_ask (AMB_RECORD_LIST (self));
}

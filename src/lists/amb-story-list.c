/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-lists"

#include "config.h"

#include "amb-story-list.h"

#include "amb-story-store.h"

/**
 * AmbStoryList:
 *
 * Stories as a list shows them: without long texts and parts. With a search the best match first, else the newest.
 */
struct _AmbStoryList
{
  AmbRecordList   parent_instance;

  AmbStoryFilter *filter;
};

G_DEFINE_FINAL_TYPE (AmbStoryList, amb_story_list, AMB_TYPE_RECORD_LIST)

static gpointer
amb_story_list_make_query (AmbRecordList *list)
{
  AmbStoryList *self = AMB_STORY_LIST (list);
  AmbStoryFilter *filter = amb_story_filter_copy (self->filter);

  filter->now = amb_context_get_now (amb_record_list_get_context (list));

  return filter;
}

static GArray *
amb_story_list_query (AmbConnection  *connection,
                      gpointer        query,
                      GError        **error)
{
  return amb_story_store_query (connection, query, NULL, error);
}

static void
amb_story_list_finalize (GObject *object)
{
  AmbStoryList *self = AMB_STORY_LIST (object);

  amb_story_filter_free (self->filter);

  G_OBJECT_CLASS (amb_story_list_parent_class)->finalize (object);
}

static void
amb_story_list_class_init (AmbStoryListClass *klass)
{
  AmbRecordListClass *list_class = AMB_RECORD_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amb_story_list_finalize;

  list_class->record_type = AMB_TYPE_STORY;
  list_class->table = AMB_TABLE_STORY;
  list_class->make_query = amb_story_list_make_query;
  list_class->free_query = (void (*) (gpointer)) amb_story_filter_free;
  list_class->query = amb_story_list_query;
  list_class->load_rows = amb_story_store_load_rows;
}

static void
amb_story_list_init (AmbStoryList *self)
{
  self->filter = amb_story_filter_new ();
}

/**
 * amb_story_list_new:
 * @context: the context
 *
 * Makes a list of all stories; they arrive a moment later.
 *
 * Returns: (transfer full): the list
 */
AmbStoryList *
amb_story_list_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_STORY_LIST, "context", context, NULL);
}

/**
 * amb_story_list_set_filter:
 * @self: a list
 * @filter: (nullable): which stories to show; %NULL for all
 *
 * Sets which stories to show. The newest call wins.
 */
void
amb_story_list_set_filter (AmbStoryList         *self,
                           const AmbStoryFilter *filter)
{
  g_return_if_fail (AMB_IS_STORY_LIST (self));

  amb_story_filter_free (self->filter);
  self->filter = filter == NULL ? amb_story_filter_new () : amb_story_filter_copy (filter);
  amb_record_list_ask (AMB_RECORD_LIST (self));
}

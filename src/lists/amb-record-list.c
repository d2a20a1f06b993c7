/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-lists"

#include "config.h"

#include "amb-record-list.h"

#include "amb-id-diff.h"
#include "amb-record-cache.h"

/* Rows are loaded a page at a time, with the pages before and after: a view that scrolls finds them there. Pages are
 * small, so that taking over one that was loaded is no work to speak of. */
#define PAGE_SIZE 64

/* Rows that may come in the place of others in one step. */
#define MOST_EXCHANGED 256

/* Pages whose records the list itself holds: what was on the screen a moment ago is there at once. */
#define MOST_PAGES 24

/* Changes that come in one after the other are answered with one query. */
#define PAUSE_MILLISECONDS 50

/**
 * AmbRecordList:
 *
 * A list of records over the database, of any length.
 *
 * A query gives the ids of all rows, eight bytes each: so the length is exact and the scroll bar true. The item at a
 * position is one and the same object for an id as long as anybody holds it. It is empty at first and is filled in with
 * the others of its page, off the main thread. When something changes, the list asks again and tells the smallest
 * difference between the old ids and the new ones, so that a view keeps its place.
 */

typedef struct
{
  /* Owned */
  AmbContext     *context;
  GArray         *ids;
  AmbRecordCache *cache;
  GQueue          pages;     /* of Page, the newest first */
  GHashTable     *in_flight; /* id → the newest Loading that brings it; not owned */
  GCancellable   *cancellable;
  char           *error;

  guint           ask_source;
  gboolean        loading;
} AmbRecordListPrivate;

typedef struct
{
  GPtrArray    *records;
  GCancellable *cancellable;
} Page;

/* What a job takes to the thread of the database: a query, or ids to load. */
typedef struct
{
  AmbRecordListClass *klass;
  gpointer            query;
  GArray             *ids;
} Work;

typedef struct
{
  AmbRecordList *self;
  GArray        *ids;
  GPtrArray     *held; /* where the page holds what is loaded */
  GCancellable  *cancellable;
} Loading;

typedef struct
{
  AmbRecordList *self;
  GArray        *after;
} Change;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_LOADING,
  PROP_N_ITEMS,
  PROP_ERROR,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (AmbRecordList, amb_record_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (AmbRecordList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
free_page (Page *page)
{
  g_cancellable_cancel (page->cancellable);
  g_object_unref (page->cancellable);
  g_ptr_array_unref (page->records);
  g_free (page);
}

static Work *
make_work (AmbRecordList *self,
           gpointer       query,
           GArray        *ids)
{
  Work *work = g_new0 (Work, 1);

  work->klass = g_type_class_ref (G_OBJECT_TYPE (self));
  work->query = query;
  work->ids = ids;

  return work;
}

static void
free_work (Work *work)
{
  if (work->query != NULL)
    work->klass->free_query (work->query);
  g_clear_pointer (&work->ids, g_array_unref);
  g_type_class_unref (work->klass);
  g_free (work);
}

static void
set_loading (AmbRecordList *self,
             gboolean       loading)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  if (priv->loading == loading)
    return;

  priv->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_error (AmbRecordList *self,
           const char    *error)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  if (g_strcmp0 (priv->error, error) == 0)
    return;

  g_free (priv->error);
  priv->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static gpointer
load_rows (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  Work *work = data;

  return work->klass->load_rows (connection, (const gint64 *) work->ids->data, work->ids->len, error);
}

/* What somebody was handed out empty is filled in; the others are the objects to hand out. Two threads read, so what was
 * asked for later may be answered first: only the newest answer for an id counts. */
static void
take_rows (Loading   *loading,
           GPtrArray *loaded)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (loading->self);

  for (guint i = 0; i < loaded->len; i++)
    {
      AmbRecord *record = g_ptr_array_index (loaded, i);
      gint64 id = amb_record_get_id (record);

      if (g_hash_table_lookup (priv->in_flight, &id) == loading && amb_record_cache_adopt (priv->cache, record))
        g_ptr_array_add (loading->held, g_object_ref (record));
    }
}

static void
forget (Loading *loading)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (loading->self);

  for (guint i = 0; i < loading->ids->len; i++)
    {
      gint64 *id = &g_array_index (loading->ids, gint64, i);

      if (g_hash_table_lookup (priv->in_flight, id) == loading)
        g_hash_table_remove (priv->in_flight, id);
    }
}

static void
rows_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  Loading *loading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loaded = amb_database_run_finish (AMB_DATABASE (object), result, &error);

  if (loaded != NULL)
    take_rows (loading, loaded);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (loading->self, error->message);
  forget (loading);

  g_array_unref (loading->ids);
  g_ptr_array_unref (loading->held);
  g_clear_object (&loading->cancellable);
  g_object_unref (loading->self);
  g_free (loading);
}

/* Takes the ids. */
static void
load_ids (AmbRecordList *self,
          GArray        *ids,
          GPtrArray     *held,
          GCancellable  *cancellable)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  Loading *loading = g_new0 (Loading, 1);

  loading->self = g_object_ref (self);
  loading->ids = g_array_ref (ids);
  loading->held = held == NULL ? g_ptr_array_new_with_free_func (g_object_unref) : g_ptr_array_ref (held);
  g_set_object (&loading->cancellable, cancellable);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 *id = &g_array_index (ids, gint64, i);

      g_hash_table_insert (priv->in_flight, g_memdup2 (id, sizeof *id), loading);
    }

  amb_database_run_async (amb_context_get_database (priv->context), AMB_ACCESS_READ, load_rows,
                          make_work (self, NULL, ids), (GDestroyNotify) free_work, (GDestroyNotify) g_ptr_array_unref,
                          cancellable, rows_loaded_cb, loading);
}

/* What was given up, because its page was far away, is answered with nothing: it is not on its way. */
static gboolean
is_missing (AmbRecordList *self,
            guint          position)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  gint64 id = g_array_index (priv->ids, gint64, position);
  AmbRecord *record = amb_record_cache_lookup (priv->cache, id);
  Loading *loading = g_hash_table_lookup (priv->in_flight, &id);

  return (record == NULL || !amb_record_get_loaded (record)) &&
         (loading == NULL || g_cancellable_is_cancelled (loading->cancellable));
}

static void
load_page (AmbRecordList *self,
           guint          start,
           guint          end)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Page *page = g_new0 (Page, 1);

  page->records = g_ptr_array_new_full (PAGE_SIZE, g_object_unref);
  page->cancellable = g_cancellable_new ();
  for (guint i = start; i < end; i++)
    {
      gint64 id = g_array_index (priv->ids, gint64, i);
      AmbRecord *record = amb_record_cache_lookup (priv->cache, id);

      if (record != NULL)
        g_ptr_array_add (page->records, g_object_ref (record));
      if (is_missing (self, i))
        g_array_append_val (ids, id);
    }

  g_queue_push_head (&priv->pages, page);
  if (priv->pages.length > MOST_PAGES)
    free_page (g_queue_pop_tail (&priv->pages));

  load_ids (self, ids, page->records, page->cancellable);
}

/* Loads the page of a row when that row is missing. */
static void
ensure_page (AmbRecordList *self,
             guint          position)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  guint start = position - position % PAGE_SIZE;

  if (is_missing (self, position))
    load_page (self, start, MIN (start + PAGE_SIZE, priv->ids->len));
}

static gpointer
amb_record_list_get_item (GListModel *model,
                          guint       position)
{
  AmbRecordList *self = AMB_RECORD_LIST (model);
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  guint start = position - position % PAGE_SIZE;

  if (position >= priv->ids->len)
    return NULL;

  ensure_page (self, position);
  if (start > 0)
    ensure_page (self, start - 1);
  if (start + PAGE_SIZE < priv->ids->len)
    ensure_page (self, start + PAGE_SIZE);

  return amb_record_cache_ensure (priv->cache, g_array_index (priv->ids, gint64, position));
}

static GType
amb_record_list_get_item_type (GListModel *model)
{
  return AMB_RECORD_LIST_GET_CLASS (model)->record_type;
}

static guint
amb_record_list_get_n_items (GListModel *model)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (AMB_RECORD_LIST (model));

  return priv->ids->len;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item = amb_record_list_get_item;
  iface->get_item_type = amb_record_list_get_item_type;
  iface->get_n_items = amb_record_list_get_n_items;
}

/* Between two signals a view may ask for any item, so the rows change together with what is told. */
static void
splice (Change *change,
        guint   position,
        guint   removed,
        guint   added)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (change->self);

  if (removed > 0)
    g_array_remove_range (priv->ids, position, removed);
  if (added > 0)
    g_array_insert_vals (priv->ids, position, &g_array_index (change->after, gint64, position), added);
  g_list_model_items_changed (G_LIST_MODEL (change->self), position, removed, added);
}

/* When rows come in the place of others, a view and a selection of GTK 4.8 look for those they knew among all that came,
 * item by item. For many rows that takes longer than a person waits, so only the first come in that place, as many as a
 * view has widgets to use again; the others come behind them. */
static void
change_rows (guint    position,
             guint    removed,
             guint    added,
             gpointer data)
{
  if (removed > 0 && added > MOST_EXCHANGED)
    {
      splice (data, position, removed, MOST_EXCHANGED);
      splice (data, position + MOST_EXCHANGED, 0, added - MOST_EXCHANGED);
    }
  else
    {
      splice (data, position, removed, added);
    }
}

static void
take_ids (AmbRecordList *self,
          GArray        *after)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  g_autoptr (GArray) before = g_array_copy (priv->ids);
  Change change = { self, after };

  amb_id_diff (before, after, change_rows, &change);

  if (after->len != before->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static gpointer
query (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  Work *work = data;

  return work->klass->query (connection, work->query, error);
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AmbRecordList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = amb_database_run_finish (AMB_DATABASE (object), result, &error);

  /* The newest wins: the one that cancelled this, perhaps after it was answered, is on its way. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  set_error (self, error == NULL ? NULL : error->message);
  if (ids != NULL)
    take_ids (self, ids);
  set_loading (self, FALSE);
}

/**
 * amb_record_list_ask:
 * @self: a list
 *
 * Asks the database for the rows, as the list is set now; a question that is under way is given up. Subclasses call it
 * when something was set.
 */
void
amb_record_list_ask (AmbRecordList *self)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  g_return_if_fail (AMB_IS_RECORD_LIST (self));

  g_clear_handle_id (&priv->ask_source, g_source_remove);
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();

  set_loading (self, TRUE);
  amb_database_run_async (amb_context_get_database (priv->context), AMB_ACCESS_READ, query,
                          make_work (self, AMB_RECORD_LIST_GET_CLASS (self)->make_query (self), NULL),
                          (GDestroyNotify) free_work, (GDestroyNotify) g_array_unref, priv->cancellable, asked_cb,
                          g_object_ref (self));
}

static gboolean
ask_cb (gpointer data)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (data);

  priv->ask_source = 0;
  amb_record_list_ask (data);

  return G_SOURCE_REMOVE;
}

static void
load_again (AmbRecordList *self,
            GArray        *changed)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < changed->len; i++)
    {
      gint64 id = g_array_index (changed, gint64, i);

      if (amb_record_cache_lookup (priv->cache, id) != NULL || g_hash_table_contains (priv->in_flight, &id))
        g_array_append_val (ids, id);
    }

  if (ids->len > 0)
    load_ids (self, g_array_ref (ids), NULL, NULL);
}

static void
load_all_again (AmbRecordList *self)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  GArray *ids = amb_record_cache_list (priv->cache);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, priv->in_flight);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (amb_record_cache_lookup (priv->cache, *(gint64 *) id) == NULL)
        g_array_append_vals (ids, id, 1);
    }

  load_ids (self, ids, NULL, NULL);
}

static void
database_changed_cb (AmbRecordList *self,
                     AmbChange     *change)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);
  AmbRecordListClass *klass = AMB_RECORD_LIST_GET_CLASS (self);

  if (change->everything)
    load_all_again (self);
  else if (change->updated[klass->table] != NULL)
    load_again (self, change->updated[klass->table]);

  if (amb_change_touches (change, klass->table) && priv->ask_source == 0)
    priv->ask_source = g_timeout_add (PAUSE_MILLISECONDS, ask_cb, self);
}

static void
amb_record_list_constructed (GObject *object)
{
  AmbRecordList *self = AMB_RECORD_LIST (object);
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  G_OBJECT_CLASS (amb_record_list_parent_class)->constructed (object);

  priv->cache = amb_record_cache_new (AMB_RECORD_LIST_GET_CLASS (self)->record_type);
  g_signal_connect_object (amb_context_get_database (priv->context), "changed", G_CALLBACK (database_changed_cb), self,
                           G_CONNECT_SWAPPED);
  amb_record_list_ask (self);
}

static void
amb_record_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (AMB_RECORD_LIST (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, priv->loading);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, priv->ids->len);
      break;
    case PROP_ERROR:
      g_value_set_string (value, priv->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_record_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (AMB_RECORD_LIST (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_record_list_finalize (GObject *object)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (AMB_RECORD_LIST (object));

  g_clear_handle_id (&priv->ask_source, g_source_remove);
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_queue_clear_full (&priv->pages, (GDestroyNotify) free_page);
  g_clear_pointer (&priv->cache, amb_record_cache_free);
  g_hash_table_unref (priv->in_flight);
  g_array_unref (priv->ids);
  g_clear_object (&priv->context);
  g_free (priv->error);

  G_OBJECT_CLASS (amb_record_list_parent_class)->finalize (object);
}

static void
amb_record_list_class_init (AmbRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = amb_record_list_constructed;
  object_class->get_property = amb_record_list_get_property;
  object_class->set_property = amb_record_list_set_property;
  object_class->finalize = amb_record_list_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_record_list_init (AmbRecordList *self)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  priv->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  priv->in_flight = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * amb_record_list_get_context:
 * @self: a list
 *
 * Gets the context.
 *
 * Returns: (transfer none): the context
 */
AmbContext *
amb_record_list_get_context (AmbRecordList *self)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD_LIST (self), NULL);

  return priv->context;
}

/**
 * amb_record_list_get_loading:
 * @self: a list
 *
 * Tells whether a question is under way; the rows of the one before are still there.
 *
 * Returns: %TRUE while it is
 */
gboolean
amb_record_list_get_loading (AmbRecordList *self)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD_LIST (self), FALSE);

  return priv->loading;
}

/**
 * amb_record_list_get_error:
 * @self: a list
 *
 * Tells why the rows could not be had.
 *
 * Returns: (transfer none) (nullable): one sentence, or %NULL when all is well
 */
const char *
amb_record_list_get_error (AmbRecordList *self)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD_LIST (self), NULL);

  return priv->error;
}

/**
 * amb_record_list_get_id:
 * @self: a list
 * @position: counted from 0
 *
 * Gets the id at a position, without making an object for it.
 *
 * Returns: the id, or 0 when there is no such row
 */
gint64
amb_record_list_get_id (AmbRecordList *self,
                        guint          position)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD_LIST (self), 0);

  return position < priv->ids->len ? g_array_index (priv->ids, gint64, position) : 0;
}

/**
 * amb_record_list_find:
 * @self: a list
 * @id: an id
 * @position: (out): where it is
 *
 * Finds the row of a record.
 *
 * Returns: %TRUE when it is in the list
 */
gboolean
amb_record_list_find (AmbRecordList *self,
                      gint64         id,
                      guint         *position)
{
  AmbRecordListPrivate *priv = amb_record_list_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD_LIST (self), FALSE);

  for (guint i = 0; i < priv->ids->len; i++)
    {
      if (g_array_index (priv->ids, gint64, i) == id)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

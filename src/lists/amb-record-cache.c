/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-lists"

#include "config.h"

#include "amb-record-cache.h"

/**
 * AmbRecordCache:
 *
 * The records of a list that anybody holds, by id: so that one id is one object. It holds none itself.
 */
struct _AmbRecordCache
{
  GType       record_type;
  GHashTable *entries; /* id → Entry */
};

typedef struct
{
  AmbRecordCache *cache;
  gint64          id;
  AmbRecord      *record; /* weak */
} Entry;

static void
record_gone_cb (gpointer  data,
                GObject  *record)
{
  Entry *entry = data;

  entry->record = NULL;
  g_hash_table_remove (entry->cache->entries, &entry->id);
}

static void
free_entry (Entry *entry)
{
  if (entry->record != NULL)
    g_object_weak_unref (G_OBJECT (entry->record), record_gone_cb, entry);
  g_free (entry);
}

/**
 * amb_record_cache_new:
 * @record_type: the type of the records
 *
 * Makes an empty cache. It belongs to one thread, and so do its records.
 *
 * Returns: (transfer full): the cache
 */
AmbRecordCache *
amb_record_cache_new (GType record_type)
{
  AmbRecordCache *self = g_new0 (AmbRecordCache, 1);

  self->record_type = record_type;
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) free_entry);

  return self;
}

/**
 * amb_record_cache_free:
 * @self: (transfer full): a cache
 *
 * Frees the cache; the records live on with whoever holds them.
 */
void
amb_record_cache_free (AmbRecordCache *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * amb_record_cache_lookup:
 * @self: a cache
 * @id: an id
 *
 * Finds the record for an id.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL when nobody holds it
 */
AmbRecord *
amb_record_cache_lookup (AmbRecordCache *self,
                         gint64          id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &id);

  return entry == NULL ? NULL : entry->record;
}

static void
add (AmbRecordCache *self,
     AmbRecord      *record)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->cache = self;
  entry->id = amb_record_get_id (record);
  entry->record = record;
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, entry);
  g_hash_table_insert (self->entries, &entry->id, entry);
}

/**
 * amb_record_cache_adopt:
 * @self: a cache
 * @record: a record that was loaded
 *
 * Makes a record the one for its id, unless there is one already: then that one takes over what was loaded.
 *
 * Returns: %TRUE when @record is the one now
 */
gboolean
amb_record_cache_adopt (AmbRecordCache *self,
                        AmbRecord      *record)
{
  AmbRecord *known = amb_record_cache_lookup (self, amb_record_get_id (record));

  if (known != NULL)
    amb_record_assign (known, record);
  else
    add (self, record);

  return known == NULL;
}

/**
 * amb_record_cache_ensure:
 * @self: a cache
 * @id: an id
 *
 * Finds the record for an id, or makes an empty one.
 *
 * Returns: (transfer full): the record
 */
AmbRecord *
amb_record_cache_ensure (AmbRecordCache *self,
                         gint64          id)
{
  AmbRecord *record = amb_record_cache_lookup (self, id);

  if (record != NULL)
    return g_object_ref (record);

  record = g_object_new (self->record_type, "id", id, NULL);
  add (self, record);

  return record;
}

/**
 * amb_record_cache_list:
 * @self: a cache
 *
 * Lists the records that anybody holds.
 *
 * Returns: (transfer full) (element-type gint64): their ids
 */
GArray *
amb_record_cache_list (AmbRecordCache *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);

  return ids;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-import-feed.h"

#include "amb-storypack-reader.h"

/* How many stories may be read ahead: enough to keep both threads busy, little enough to stay small. */
#define MOST_AHEAD 256

/* Stories travel in batches: a lock for each would cost more than reading it. A story can have 2 MB, so a batch ends early
 * when there is much in it: what is read ahead stays in the memory. */
#define BATCH_SIZE 32
#define BATCH_BYTES (256 * 1024)

/**
 * AmbImportFeed:
 *
 * Reads a story pack on a thread of its own and works out what the store needs to find each story, while the thread of
 * the database writes those before.
 */
struct _AmbImportFeed
{
  /* Owned */
  AmbStorypackReader *reader;
  GCancellable       *cancellable;
  GThread            *thread;
  GPtrArray          *batch;
  guint               batch_position;

  /* Under the mutex */
  GMutex              mutex;
  GCond               changed;
  GQueue              batches;
  GError             *error;
  gboolean            done;
  gboolean            stopped;
};

/**
 * amb_import_item_free:
 * @item: (transfer full): an item
 *
 * Frees it.
 */
void
amb_import_item_free (AmbImportItem *item)
{
  g_return_if_fail (item != NULL);

  g_object_unref (item->story);
  amb_story_index_free (item->index);
  g_free (item);
}

static GPtrArray *
make_batch (void)
{
  return g_ptr_array_new_full (BATCH_SIZE, (GDestroyNotify) amb_import_item_free);
}

/* Takes the batch. Waits while too many are ahead. */
static gboolean
push_batch (AmbImportFeed *self,
            GPtrArray     *batch)
{
  gboolean stopped;

  g_mutex_lock (&self->mutex);
  while (!self->stopped && self->batches.length * BATCH_SIZE >= MOST_AHEAD)
    g_cond_wait (&self->changed, &self->mutex);
  stopped = self->stopped;
  g_queue_push_tail (&self->batches, batch);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  return !stopped;
}

static void
finish_reading (AmbImportFeed *self,
                GError        *error)
{
  g_mutex_lock (&self->mutex);
  self->error = error;
  self->done = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static AmbImportItem *
read_item (AmbImportFeed  *self,
           GError        **error)
{
  AmbImportItem *item;
  AmbStory *story = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
      !amb_storypack_reader_next (self->reader, &story, error) || story == NULL)
    return NULL;

  item = g_new0 (AmbImportItem, 1);
  item->story = story;
  item->index = amb_story_index_new (story);
  item->position = amb_storypack_reader_get_position (self->reader);

  return item;
}

static gpointer
read_thread (gpointer data)
{
  AmbImportFeed *self = data;
  GPtrArray *batch = make_batch ();
  GError *error = NULL;
  AmbImportItem *item;
  gboolean wanted = TRUE;
  gint64 begin = 0;

  while (wanted && (item = read_item (self, &error)) != NULL)
    {
      gint64 end = amb_storypack_reader_get_n_unpacked (self->reader);

      g_ptr_array_add (batch, item);
      if (batch->len == BATCH_SIZE || end - begin >= BATCH_BYTES)
        {
          wanted = push_batch (self, batch);
          batch = make_batch ();
          begin = end;
        }
    }
  push_batch (self, batch);
  finish_reading (self, error);

  return NULL;
}

/**
 * amb_import_feed_new:
 * @stream: a story pack; nobody else reads from it as long as the feed lives
 * @name: what the person calls it, for messages
 * @cancellable: (nullable): stops the reading
 * @error: [error@FormatError], or #GIOErrorEnum
 *
 * Opens a story pack and begins to read its stories. The heading is read in the calling thread.
 *
 * Returns: (transfer full) (nullable): the feed
 */
AmbImportFeed *
amb_import_feed_new (GInputStream  *stream,
                     const char    *name,
                     GCancellable  *cancellable,
                     GError       **error)
{
  AmbStorypackReader *reader = amb_storypack_reader_new (stream, name, error);
  AmbImportFeed *self;

  if (reader == NULL)
    return NULL;

  self = g_new0 (AmbImportFeed, 1);
  self->reader = reader;
  self->cancellable = cancellable == NULL ? NULL : g_object_ref (cancellable);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("amb-import", read_thread, self);

  return self;
}

/**
 * amb_import_feed_free:
 * @self: (transfer full): a feed
 *
 * Stops the reading, and frees the feed.
 */
void
amb_import_feed_free (AmbImportFeed *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);

  g_queue_clear_full (&self->batches, (GDestroyNotify) g_ptr_array_unref);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->reader);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

/**
 * amb_import_feed_get_pack:
 * @self: a feed
 *
 * Gets the heading of the pack.
 *
 * Returns: (transfer none): the pack
 */
AmbPack *
amb_import_feed_get_pack (AmbImportFeed *self)
{
  return amb_storypack_reader_get_pack (self->reader);
}

static gboolean
take_batch (AmbImportFeed  *self,
            GError        **error)
{
  gboolean done = TRUE;

  g_clear_pointer (&self->batch, g_ptr_array_unref);
  self->batch_position = 0;

  g_mutex_lock (&self->mutex);
  while (self->batches.length == 0 && !self->done)
    g_cond_wait (&self->changed, &self->mutex);
  self->batch = g_queue_pop_head (&self->batches);
  g_cond_broadcast (&self->changed);
  if (self->batch == NULL && self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      done = FALSE;
    }
  g_mutex_unlock (&self->mutex);

  return done;
}

/**
 * amb_import_feed_next:
 * @self: a feed
 * @item: (out) (transfer none) (nullable): the next story, valid until the next call; %NULL at the end
 * @error: [error@FormatError]
 *
 * Gets the next story.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_import_feed_next (AmbImportFeed  *self,
                      AmbImportItem **item,
                      GError        **error)
{
  *item = NULL;

  while (self->batch == NULL || self->batch_position == self->batch->len)
    {
      if (!take_batch (self, error))
        return FALSE;
      if (self->batch == NULL)
        return TRUE;
    }

  *item = g_ptr_array_index (self->batch, self->batch_position++);

  return TRUE;
}

/**
 * amb_import_feed_next_media:
 * @self: a feed whose stories were all read
 * @name: (out) (transfer full) (nullable): the name of the file in the pack; %NULL at the end
 * @bytes: (out) (transfer full) (nullable): what is in it
 * @error: [error@FormatError]
 *
 * Gets the next media file.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_import_feed_next_media (AmbImportFeed  *self,
                            char          **name,
                            GBytes        **bytes,
                            GError        **error)
{
  g_autofree char *mime_type = NULL;

  *name = NULL;
  *bytes = NULL;

  return amb_storypack_reader_next_media (self->reader, name, bytes, &mime_type, error);
}

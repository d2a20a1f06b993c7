/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-import.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-import-feed.h"
#include "amb-media-store.h"
#include "amb-pack-store.h"
#include "amb-story-store.h"

/* The rest is for the index of runs, which is written at the end. */
#define SHARE_OF_STORIES 0.7

typedef struct
{
  AmbImport       *import;
  AmbConnection   *connection;
  AmbImportResult *result;
  AmbImportFeed   *feed;
  AmbStoryRuns    *runs;
  GHashTable      *seen;
} PackImport;

static void
count (AmbImportResult *result,
       AmbStoreOutcome  outcome)
{
  switch (outcome)
    {
    case AMB_STORE_ADDED:
      result->added++;
      break;
    case AMB_STORE_UPDATED:
      result->updated++;
      break;
    case AMB_STORE_WITHDRAWN:
      result->updated++;
      result->withdrawn++;
      break;
    case AMB_STORE_UNCHANGED:
      result->unchanged++;
      break;
    case AMB_STORE_FAILED:
      break;
    }
}

static void
tell_story_stored (PackImport    *self,
                   AmbImportItem *item)
{
  AmbImport *import = self->import;

  amb_importer_count_record (import->importer);
  if (import->size > 0)
    amb_importer_set_fraction (import->importer, MIN ((double) item->position / import->size, 1.0) * SHARE_OF_STORIES);
}

static void
tell_runs_written (double   fraction,
                   gpointer data)
{
  PackImport *self = data;

  amb_importer_set_fraction (self->import->importer, SHARE_OF_STORIES + fraction * (1.0 - SHARE_OF_STORIES));
}

static gboolean
store_story (PackImport     *self,
             AmbImportItem  *item,
             GError        **error)
{
  gint64 id;
  AmbStoreOutcome outcome;

  amb_story_set_source_id (item->story, self->result->source_id);
  outcome = amb_story_store_save (self->connection, item->story, item->index, self->runs, error);
  if (outcome == AMB_STORE_FAILED)
    return FALSE;

  count (self->result, outcome);
  id = amb_record_get_id (AMB_RECORD (item->story));
  g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id));
  tell_story_stored (self, item);

  return TRUE;
}

static gboolean
store_stories (PackImport  *self,
               GError     **error)
{
  AmbImportItem *item;

  for (;;)
    {
      if (!amb_import_feed_next (self->feed, &item, error))
        return FALSE;
      if (item == NULL)
        return TRUE;
      if (!store_story (self, item, error))
        return FALSE;
    }
}

static gboolean
store_media (PackImport  *self,
             GError     **error)
{
  for (;;)
    {
      g_autofree char *name = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (!amb_import_feed_next_media (self->feed, &name, &bytes, error))
        return FALSE;
      if (name == NULL)
        return TRUE;
      if (!amb_media_store_save (self->connection, self->result->source_id, name, bytes, error))
        return FALSE;
    }
}

static gboolean
withdraw_others (PackImport  *self,
                 GError     **error)
{
  gint64 n_gone = amb_story_store_withdraw_others (self->connection, self->result->source_id, self->seen, error);

  if (n_gone < 0)
    return FALSE;

  self->result->withdrawn += n_gone;

  return TRUE;
}

/* What the database says it has must be what was counted: else nothing is kept. */
static gboolean
compare_counts (PackImport  *self,
                GError     **error)
{
  gint64 counted = self->result->added + self->result->updated + self->result->unchanged;
  gint64 stored = amb_story_store_count_source (self->connection, self->result->source_id, error);

  if (stored < 0)
    return FALSE;
  if (stored >= counted && counted == g_hash_table_size (self->seen))
    return TRUE;

  g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
                       _("Not all stories came over, so none were kept. Try again."));

  return FALSE;
}

/* Brings in a story pack: its heading, its stories and their pictures. A story that an earlier edition of the pack had
 * and this one has not is withdrawn. */
gboolean
amb_import_storypack (AmbImport     *import,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (AmbImportFeed) feed = amb_import_feed_new (import->stream, import->name, cancellable, error);
  g_autoptr (AmbStoryRuns) runs = amb_story_runs_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  PackImport self = { import, import->connection, import->result, feed, runs, seen };
  AmbPack *pack;

  if (feed == NULL)
    return FALSE;

  pack = amb_import_feed_get_pack (feed);
  amb_pack_set_text (pack, AMB_PACK_ORIGIN, import->result->source);
  if (!amb_pack_store_save (import->connection, pack, error))
    return FALSE;
  import->result->source_id = amb_record_get_id (AMB_RECORD (pack));

  return store_stories (&self, error) &&
         store_media (&self, error) &&
         amb_story_runs_write (runs, import->connection, tell_runs_written, &self, error) &&
         withdraw_others (&self, error) &&
         compare_counts (&self, error);
}

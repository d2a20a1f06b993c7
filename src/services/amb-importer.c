/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-importer.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-import-feed.h"
#include "amb-media-store.h"
#include "amb-pack-store.h"
#include "amb-story-store.h"
#include "amb-transaction.h"

/* How often the progress is told: often enough to be smooth, seldom enough to cost nothing. */
#define PROGRESS_MILLISECONDS 50

/* The rest is for the index of runs, which is written at the end. */
#define STORIES_PERMILLE 700

/**
 * AmbImporter:
 *
 * Brings a story pack into the database: all of it, in one transaction, or nothing.
 */
struct _AmbImporter
{
  GObject     parent_instance;

  /* Owned */
  AmbContext *context;
  GFile      *file;

  /* Written by the thread of the database, read by the main one */
  gint        permille;
  gint        n_records;

  guint       progress_source;
};

typedef struct
{
  AmbImporter   *importer;
  AmbConnection *connection;
  AmbImportFeed *feed;
  AmbStoryRuns  *runs;
  GHashTable    *seen;
  gint64         size;
} Import;

typedef struct
{
  AmbImporter *importer;
  gboolean     dry_run;
} Job;

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_N_RECORDS,
  PROP_NAME,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbImporter, amb_importer, G_TYPE_OBJECT)

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
    case AMB_STORE_UNCHANGED:
      result->unchanged++;
      break;
    case AMB_STORE_FAILED:
      break;
    }
}

static gboolean
store_story (Import           *import,
             AmbImportItem    *item,
             AmbImportResult  *result,
             GError          **error)
{
  gint64 id;
  AmbStoreOutcome outcome;

  amb_story_set_source_id (item->story, result->source_id);
  outcome = amb_story_store_save (import->connection, item->story, item->index, import->runs, error);
  if (outcome == AMB_STORE_FAILED)
    return FALSE;

  count (result, outcome);
  if (outcome == AMB_STORE_UPDATED && amb_story_get_status (item->story) == AMB_STORY_STATUS_WITHDRAWN)
    result->withdrawn++;

  id = amb_record_get_id (AMB_RECORD (item->story));
  g_hash_table_add (import->seen, g_memdup2 (&id, sizeof id));

  g_atomic_int_inc (&import->importer->n_records);
  if (import->size > 0)
    g_atomic_int_set (&import->importer->permille,
                      MIN (item->position * STORIES_PERMILLE / import->size, STORIES_PERMILLE));

  return TRUE;
}

static gboolean
store_stories (Import           *import,
               AmbImportResult  *result,
               GError          **error)
{
  AmbImportItem *item;

  for (;;)
    {
      if (!amb_import_feed_next (import->feed, &item, error))
        return FALSE;
      if (item == NULL)
        return TRUE;
      if (!store_story (import, item, result, error))
        return FALSE;
    }
}

static gboolean
store_media (Import           *import,
             AmbImportResult  *result,
             GError          **error)
{
  for (;;)
    {
      g_autofree char *name = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (!amb_import_feed_next_media (import->feed, &name, &bytes, error))
        return FALSE;
      if (name == NULL)
        return TRUE;
      if (!amb_media_store_save (import->connection, result->source_id, name, bytes, error))
        return FALSE;
    }
}

/* What the database says it has must be what was counted: else nothing is kept. */
static gboolean
compare_counts (Import           *import,
                AmbImportResult  *result,
                GError          **error)
{
  gint64 counted = result->added + result->updated + result->unchanged;
  gint64 stored = amb_story_store_count_source (import->connection, result->source_id, error);

  if (stored < 0)
    return FALSE;
  if (stored >= counted && counted == g_hash_table_size (import->seen))
    return TRUE;

  g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FAILED,
                       _("Not every story arrived in the database, so none was kept. Try again."));

  return FALSE;
}

static void
tell_runs_written (double   fraction,
                   gpointer data)
{
  Import *import = data;

  g_atomic_int_set (&import->importer->permille, STORIES_PERMILLE + (gint) (fraction * (1000 - STORIES_PERMILLE)));
}

static gboolean
import_pack (Import           *import,
             AmbImportResult  *result,
             GError          **error)
{
  AmbPack *pack = amb_import_feed_get_pack (import->feed);
  gint64 n_gone;

  amb_pack_set_text (pack, AMB_PACK_ORIGIN, result->source);
  if (!amb_pack_store_save (import->connection, pack, error))
    return FALSE;
  result->source_id = amb_record_get_id (AMB_RECORD (pack));

  if (!store_stories (import, result, error) ||
      !store_media (import, result, error) ||
      !amb_story_runs_write (import->runs, import->connection, tell_runs_written, import, error))
    return FALSE;

  n_gone = amb_story_store_withdraw_others (import->connection, result->source_id, import->seen, error);
  if (n_gone < 0)
    return FALSE;
  result->withdrawn += n_gone;

  return compare_counts (import, result, error);
}

static gint64
get_size (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info == NULL ? 0 : g_file_info_get_size (info);
}

/* A dry run does all of it in a transaction that is rolled back. */
static gpointer
run (AmbConnection  *connection,
     gpointer        data,
     GCancellable   *cancellable,
     GError        **error)
{
  Job *job = data;
  GFile *file = job->importer->file;
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (AmbImportResult) result = amb_import_result_new (name, "storypack");
  g_autoptr (AmbImportFeed) feed = amb_import_feed_new (file, cancellable, error);
  g_autoptr (AmbStoryRuns) runs = amb_story_runs_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (AmbTransaction) transaction = NULL;
  Import import = { job->importer, connection, feed, runs, seen, get_size (file) };

  if (feed == NULL)
    return NULL;

  transaction = amb_transaction_begin (connection, TRUE, error);
  if (transaction == NULL || !import_pack (&import, result, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (!job->dry_run && !amb_transaction_commit (&transaction, error)))
    return NULL;

  return g_steal_pointer (&result);
}

static gboolean
tell_progress_cb (gpointer data)
{
  AmbImporter *self = data;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RECORDS]);

  return G_SOURCE_CONTINUE;
}

static char *
get_name (GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);

  return g_filename_display_name (base_name);
}

static void
amb_importer_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AmbImporter *self = AMB_IMPORTER (object);

  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, amb_importer_get_fraction (self));
      break;
    case PROP_N_RECORDS:
      g_value_set_uint (value, amb_importer_get_n_records (self));
      break;
    case PROP_NAME:
      g_value_take_string (value, get_name (self->file));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_importer_finalize (GObject *object)
{
  AmbImporter *self = AMB_IMPORTER (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->context);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (amb_importer_parent_class)->finalize (object);
}

static void
amb_importer_class_init (AmbImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_importer_get_property;
  object_class->finalize = amb_importer_finalize;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0, flags);
  properties[PROP_N_RECORDS] = g_param_spec_uint ("n-records", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_importer_init (AmbImporter *self)
{
}

/**
 * amb_importer_new:
 * @context: the context
 * @file: a story pack
 *
 * Makes an importer.
 *
 * Returns: (transfer full): the importer
 */
AmbImporter *
amb_importer_new (AmbContext *context,
                  GFile      *file)
{
  AmbImporter *self = g_object_new (AMB_TYPE_IMPORTER, NULL);

  self->context = g_object_ref (context);
  self->file = g_object_ref (file);

  return self;
}

/**
 * amb_importer_get_fraction:
 * @self: an importer
 *
 * Tells how far the import is.
 *
 * Returns: 0.0 to 1.0
 */
double
amb_importer_get_fraction (AmbImporter *self)
{
  g_return_val_if_fail (AMB_IS_IMPORTER (self), 0.0);

  return g_atomic_int_get (&self->permille) / 1000.0;
}

/**
 * amb_importer_get_n_records:
 * @self: an importer
 *
 * Tells how many stories were read.
 *
 * Returns: how many
 */
guint
amb_importer_get_n_records (AmbImporter *self)
{
  g_return_val_if_fail (AMB_IS_IMPORTER (self), 0);

  return g_atomic_int_get (&self->n_records);
}

/**
 * amb_importer_run:
 * @self: an importer
 * @dry_run: whether to keep nothing and only tell what would be done
 * @cancellable: (nullable): stops it without a trace
 * @error: [error@FormatError], [error@StorageError] or #GIOErrorEnum; nothing of the file is kept then
 *
 * Imports, and waits for it: for programs without a main loop.
 *
 * Returns: (transfer full) (nullable): what was done
 */
AmbImportResult *
amb_importer_run (AmbImporter   *self,
                  gboolean       dry_run,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Job job = { self, dry_run };

  g_return_val_if_fail (AMB_IS_IMPORTER (self), NULL);

  return amb_database_run (amb_context_get_database (self->context), AMB_ACCESS_EXCLUSIVE, run, &job, cancellable, error);
}

static void
free_job (Job *job)
{
  g_object_unref (job->importer);
  g_free (job);
}

static void
run_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (GTask) task = data;
  AmbImporter *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  AmbImportResult *done = amb_database_run_finish (AMB_DATABASE (object), result, &error);

  tell_progress_cb (self);
  g_clear_handle_id (&self->progress_source, g_source_remove);

  if (done == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, done, (GDestroyNotify) amb_import_result_free);
}

/**
 * amb_importer_run_async:
 * @self: an importer
 * @dry_run: whether to keep nothing and only tell what would be done
 * @cancellable: (nullable): stops it without a trace
 * @callback: called when it is done
 * @data: for @callback
 *
 * Imports. The progress is told by the properties, on the main context.
 */
void
amb_importer_run_async (AmbImporter         *self,
                        gboolean             dry_run,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (AMB_IS_IMPORTER (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_check_cancellable (task, FALSE);
  job = g_new0 (Job, 1);
  job->importer = g_object_ref (self);
  job->dry_run = dry_run;
  self->progress_source = g_timeout_add (PROGRESS_MILLISECONDS, tell_progress_cb, self);
  amb_database_run_async (amb_context_get_database (self->context), AMB_ACCESS_EXCLUSIVE, run, job,
                          (GDestroyNotify) free_job, (GDestroyNotify) amb_import_result_free, cancellable, run_cb, task);
}

/**
 * amb_importer_run_finish:
 * @self: an importer
 * @result: from the callback
 * @error: [error@FormatError], [error@StorageError] or #GIOErrorEnum; nothing of the file is kept then
 *
 * Tells what the import did.
 *
 * Returns: (transfer full) (nullable): what was done
 */
AmbImportResult *
amb_importer_run_finish (AmbImporter   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-importer.h"

#include "amb-import.h"
#include "amb-storypack-reader.h"
#include "amb-transaction.h"

/* How often the progress is told: often enough to be smooth, seldom enough to cost nothing. */
#define PROGRESS_MILLISECONDS 50

/* How much of a file is read to find out what it is: an XML file must begin within this. */
#define HEAD_SIZE (64 * 1024)

typedef struct
{
  const char    *kind;
  gboolean     (*recognizes) (const char *head, gsize n_bytes, GInputStream *stream);
  AmbImportFunc  import;
} Format;

/* A format is one line here, one function in amb-import-KIND.c, and one prototype in amb-import.h. The first that
 * recognizes a file gets it. */
static const Format formats[] = {
  { "storypack", amb_storypack_reader_recognizes, amb_import_storypack },
};

/**
 * AmbImporter:
 *
 * Brings a file into the database: all of it, in one transaction, or nothing.
 */
struct _AmbImporter
{
  GObject     parent_instance;

  /* Owned */
  AmbContext *context;
  GFile      *file;

  /* Static; NULL to find it out by the content */
  const Format *format;

  /* Written by the thread of the database, read by the main one */
  gint        permille;
  gint        n_records;

  guint       progress_source;
};

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

static const Format *
find_format (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].kind, kind) == 0)
        return &formats[i];
    }

  return NULL;
}

/* Reads the first bytes and leaves the file at its beginning. A pipe cannot go back: its bytes wait in a buffer, which
 * takes the place of @stream. */
static gboolean
read_head (GInputStream **stream,
           char          *head,
           gsize         *n_bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  GBufferedInputStream *buffered;
  gssize n_read;

  if (g_seekable_can_seek (G_SEEKABLE (*stream)))
    return g_input_stream_read_all (*stream, head, HEAD_SIZE, n_bytes, cancellable, error) &&
           g_seekable_seek (G_SEEKABLE (*stream), 0, G_SEEK_SET, cancellable, error);

  buffered = G_BUFFERED_INPUT_STREAM (g_buffered_input_stream_new_sized (*stream, HEAD_SIZE));
  g_object_unref (*stream);
  *stream = G_INPUT_STREAM (buffered);
  do
    n_read = g_buffered_input_stream_fill (buffered, -1, cancellable, error);
  while (n_read > 0);
  *n_bytes = g_buffered_input_stream_peek (buffered, head, 0, HEAD_SIZE);

  return n_read == 0;
}

/* Finds out by its content what a file is; *format is NULL when no format knows it. */
static gboolean
detect (GInputStream  **stream,
        const Format  **format,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autofree char *head = g_malloc (HEAD_SIZE);
  gboolean seekable = g_seekable_can_seek (G_SEEKABLE (*stream));
  gsize n_bytes;

  *format = NULL;
  if (!read_head (stream, head, &n_bytes, cancellable, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (formats) && *format == NULL; i++)
    {
      if (formats[i].recognizes (head, n_bytes, seekable ? *stream : NULL))
        *format = &formats[i];
      if (seekable && !g_seekable_seek (G_SEEKABLE (*stream), 0, G_SEEK_SET, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static char *
get_name (GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);

  return g_filename_display_name (base_name);
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
  AmbImporter *self = job->importer;
  g_autofree char *source = g_file_get_parse_name (self->file);
  g_autofree char *name = get_name (self->file);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (self->file, cancellable, error));
  g_autoptr (AmbImportResult) result = NULL;
  g_autoptr (AmbTransaction) transaction = NULL;
  AmbImport import = { self, connection, NULL, name, get_size (self->file), NULL };
  const Format *format = self->format;

  if (stream == NULL || (format == NULL && !detect (&stream, &format, cancellable, error)))
    return NULL;
  /* The reader of packs says best what is wrong with a file that is empty, cut off, compressed or something else. */
  if (format == NULL)
    format = find_format ("storypack");

  result = amb_import_result_new (source, format->kind);
  import.stream = stream;
  import.result = result;
  transaction = amb_transaction_begin (connection, TRUE, error);
  if (transaction == NULL || !format->import (&import, cancellable, error) ||
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
 * amb_importer_list_kinds:
 *
 * Lists the kinds of files that can be imported.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words for them, as the command line names them
 */
char **
amb_importer_list_kinds (void)
{
  char **kinds = g_new0 (char *, G_N_ELEMENTS (formats) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    kinds[i] = g_strdup (formats[i].kind);

  return kinds;
}

/**
 * amb_importer_recognizes:
 * @file: a file
 *
 * Tells whether the content of a file is of a kind that can be imported, right or wrong. Any thread; blocks.
 *
 * Returns: %TRUE when it is; %FALSE too when it can't be read
 */
gboolean
amb_importer_recognizes (GFile *file)
{
  g_autoptr (GInputStream) stream = NULL;
  const Format *format;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream = G_INPUT_STREAM (g_file_read (file, NULL, NULL));

  return stream != NULL && detect (&stream, &format, NULL, NULL) && format != NULL;
}

/**
 * amb_importer_new:
 * @context: the context
 * @file: a file of any of the kinds
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
 * amb_importer_set_kind:
 * @self: an importer that does not run yet
 * @kind: (nullable): one of [func@Importer.list_kinds], or %NULL to find it out by the content of the file
 *
 * Says what the file is, instead of finding it out by its content.
 */
void
amb_importer_set_kind (AmbImporter *self,
                       const char  *kind)
{
  g_return_if_fail (AMB_IS_IMPORTER (self));
  g_return_if_fail (kind == NULL || find_format (kind) != NULL);

  self->format = find_format (kind);
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
 * Tells how many records were read.
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
 * amb_importer_count_record:
 * @self: an importer that runs
 *
 * Says that one record more was read; for the formats, on the thread of the database.
 */
void
amb_importer_count_record (AmbImporter *self)
{
  g_return_if_fail (AMB_IS_IMPORTER (self));

  g_atomic_int_inc (&self->n_records);
}

/**
 * amb_importer_set_fraction:
 * @self: an importer that runs
 * @fraction: 0.0 to 1.0
 *
 * Says how much of the import is done; for the formats, on the thread of the database.
 */
void
amb_importer_set_fraction (AmbImporter *self,
                           double       fraction)
{
  g_return_if_fail (AMB_IS_IMPORTER (self));

  g_atomic_int_set (&self->permille, (int) (fraction * 1000.0));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-recovery.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amb-error.h"
#include "amb-request.h"
#include "amb-transaction.h"

/* Everything that a person writes and that can come back. */
static const AmbRecoveryKind * const kinds[] = {
  &amb_recovery_draft,
  &amb_recovery_story,
  &amb_recovery_profile,
};

/* Recovery files stand beside the database, one for each thing that is being written. They are key files: GLib reads them
 * back whatever is in the text, and a person can read them too. The first group is named after the kind, and tells when
 * it was written. */
static char *
make_folder_name (AmbContext *context)
{
  return g_strconcat (amb_database_get_path (amb_context_get_database (context)), ".recovery", NULL);
}

typedef struct
{
  char       *path;
  AmbUnsaved *unsaved;
} Writing;

/* Threads that write or remove take turns. */
static GMutex turn;

/* How many threads are yet to write or remove one. */
static GMutex writings_mutex;
static GCond writing_ended;
static guint n_writings;

/* Takes what is unsaved. */
static Writing *
writing_new (AmbContext *context,
             AmbUnsaved *unsaved)
{
  Writing *writing = g_new0 (Writing, 1);
  g_autofree char *folder = make_folder_name (context);

  writing->path = g_strdup_printf ("%s/%s.%s", folder, unsaved->name, unsaved->kind->id);
  writing->unsaved = unsaved;

  return writing;
}

static void
writing_free (Writing *writing)
{
  g_free (writing->path);
  amb_unsaved_free (writing->unsaved);
  g_free (writing);
}

static gint64
get_written (GKeyFile *file)
{
  g_autofree char *group = g_key_file_get_start_group (file);

  return group == NULL ? 0 : g_key_file_get_int64 (file, group, "written", NULL);
}

static gboolean
is_newer (const char *path,
          gint64      at)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) && get_written (file) > at;
}

static char *
print_unsaved (const AmbUnsaved *unsaved)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_int64 (file, unsaved->kind->id, "written", unsaved->at);
  unsaved->kind->print (unsaved, file);

  return g_key_file_to_data (file, NULL, NULL);
}

static void
write_file (const char       *path,
            const AmbUnsaved *unsaved)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = print_unsaved (unsaved);
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&turn);
  g_mkdir_with_parents (folder, 0700);
  if (!is_newer (path, unsaved->at) &&
      !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &error))
    g_warning ("The recovery file was not written: %s", error->message);
  g_mutex_unlock (&turn);
}

static void
remove_file (const char *path,
             gint64      at)
{
  g_mutex_lock (&turn);
  if (!is_newer (path, at))
    g_unlink (path);
  g_mutex_unlock (&turn);
}

static void
begin_writing (void)
{
  g_mutex_lock (&writings_mutex);
  n_writings++;
  g_mutex_unlock (&writings_mutex);
}

static void
end_writing (void)
{
  g_mutex_lock (&writings_mutex);
  n_writings--;
  g_cond_broadcast (&writing_ended);
  g_mutex_unlock (&writings_mutex);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Writing *writing = task_data;

  write_file (writing->path, writing->unsaved);
  end_writing ();
  g_task_return_boolean (task, TRUE);
}

static void
remove_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Writing *writing = task_data;

  remove_file (writing->path, writing->unsaved->at);
  end_writing ();
  g_task_return_boolean (task, TRUE);
}

static void
run_in_thread (AmbContext      *context,
               AmbUnsaved      *unsaved,
               GTaskThreadFunc  func)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, writing_new (context, unsaved), (GDestroyNotify) writing_free);
  begin_writing ();
  g_task_run_in_thread (task, func);
}

/**
 * amb_recovery_write_async:
 * @context: the context
 * @unsaved: (transfer full): what a person wrote
 *
 * Writes it to its recovery file, off the main thread, unless something newer stands there.
 */
void
amb_recovery_write_async (AmbContext *context,
                          AmbUnsaved *unsaved)
{
  run_in_thread (context, unsaved, write_thread);
}

/**
 * amb_recovery_remove_async:
 * @context: the context
 * @unsaved: (transfer full): what a person wrote, and is stored
 *
 * Removes its recovery file, off the main thread, unless something newer stands there.
 */
void
amb_recovery_remove_async (AmbContext *context,
                           AmbUnsaved *unsaved)
{
  run_in_thread (context, unsaved, remove_thread);
}

/**
 * amb_recovery_wait:
 *
 * Waits until all recovery files that were asked for are written or removed: at the end of the program, when nobody
 * else waits for their threads.
 */
void
amb_recovery_wait (void)
{
  g_mutex_lock (&writings_mutex);
  while (n_writings > 0)
    g_cond_wait (&writing_ended, &writings_mutex);
  g_mutex_unlock (&writings_mutex);
}

static gboolean
store (AmbConnection     *connection,
       const AmbUnsaved  *unsaved,
       GError           **error)
{
  g_autoptr (AmbTransaction) transaction = amb_transaction_begin (connection, TRUE, error);

  return transaction != NULL &&
         unsaved->kind->store (connection, unsaved, error) &&
         amb_transaction_commit (&transaction, error);
}

/* What the database refuses goes to the recovery file from here already: when the program ends, nobody else waits for the
 * answer. */
static gpointer
save (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  AmbRequest *request = data;
  Writing *writing = request->object;

  if (store (connection, writing->unsaved, error))
    return g_steal_pointer (&request->object);

  write_file (writing->path, writing->unsaved);

  return NULL;
}

/**
 * amb_recovery_save_async:
 * @context: the context
 * @unsaved: (transfer full): what a person wrote
 * @cancellable: (nullable): stops it
 * @callback: called when it is on the disk
 * @data: for @callback
 *
 * Stores what a person wrote; while the database can't be written, in its recovery file.
 */
void
amb_recovery_save_async (AmbContext          *context,
                         AmbUnsaved          *unsaved,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  AmbRequest *request = amb_request_new (context, 0, 0, NULL);

  amb_request_send (amb_request_take (request, writing_new (context, unsaved), (GDestroyNotify) writing_free),
                    AMB_ACCESS_EXCLUSIVE, save, (GDestroyNotify) writing_free, cancellable, callback, data);
}

/**
 * amb_recovery_save_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Takes what was stored: what was written later is not in it.
 *
 * Returns: (transfer full) (nullable): what was handed in, or %NULL with an error
 */
AmbUnsaved *
amb_recovery_save_finish (AmbContext    *context,
                          GAsyncResult  *result,
                          GError       **error)
{
  Writing *writing = amb_request_finish (context, result, error);
  AmbUnsaved *unsaved;

  if (writing == NULL)
    return NULL;

  unsaved = writing->unsaved;
  g_free (writing->path);
  g_free (writing);

  return unsaved;
}

typedef struct
{
  char                  *path;
  const AmbRecoveryKind *kind;
  GKeyFile              *file;
  gint64                 written;
} Left;

static void
left_free (gpointer data)
{
  Left *left = data;

  g_free (left->path);
  g_key_file_unref (left->file);
  g_free (left);
}

/* A file that can't be read stays where it is: a person may still read it. */
static Left *
read_left (const char            *path,
           const AmbRecoveryKind *kind)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  Left *left;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, kind->id))
    return NULL;

  left = g_new (Left, 1);
  left->path = g_strdup (path);
  left->kind = kind;
  left->written = g_key_file_get_int64 (file, kind->id, "written", NULL);
  left->file = g_steal_pointer (&file);

  return left;
}

static int
compare_left (gconstpointer a,
              gconstpointer b)
{
  const Left *first = *(const Left * const *) a;
  const Left *second = *(const Left * const *) b;

  return (first->written > second->written) - (first->written < second->written);
}

static void
add_left (GPtrArray  *list,
          const char *folder,
          const char *name)
{
  const char *end = strrchr (name, '.');

  for (guint i = 0; end != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Left *left = g_str_equal (end + 1, kinds[i]->id) ? read_left (path, kinds[i]) : NULL;

      if (left != NULL)
        g_ptr_array_add (list, left);
    }
}

/* What could not be brought back gets a name under which nothing else is written. */
static char *
make_aside_end (const Left *left)
{
  return g_strdup_printf ("-%" G_GINT64_FORMAT ".%s", left->written, left->kind->id);
}

static gboolean
is_aside (const Left *left)
{
  g_autofree char *end = make_aside_end (left);

  return g_str_has_suffix (left->path, end);
}

/* In the order in which they were written. */
static GPtrArray *
list_left (AmbContext *context)
{
  g_autofree char *folder = make_folder_name (context);
  GPtrArray *list = g_ptr_array_new_with_free_func (left_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add_left (list, folder, name);
  g_ptr_array_sort (list, compare_left);

  return list;
}

static AmbRecoveryOutcome
apply_left (AmbConnection  *connection,
            const Left     *left,
            GError        **error)
{
  g_autoptr (AmbTransaction) transaction = amb_transaction_begin (connection, TRUE, error);
  AmbRecoveryOutcome outcome = transaction == NULL ? AMB_RECOVERY_FAILED : left->kind->apply (connection, left->file, error);

  return outcome == AMB_RECOVERY_APPLIED && !amb_transaction_commit (&transaction, error) ? AMB_RECOVERY_FAILED : outcome;
}

/* What the person writes from now on must not take its place. What it belongs to may be gone for good: then it is kept for
 * the person to read, and not tried again. */
static void
set_aside (const Left   *left,
           const GError *error)
{
  g_autofree char *end = make_aside_end (left);
  gsize length = strlen (left->path) - strlen (left->kind->id) - 1;
  g_autofree char *path = NULL;

  if (g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    path = g_strconcat (left->path, ".kept", NULL);
  else if (!is_aside (left))
    path = g_strdup_printf ("%.*s%s", (int) length, left->path, end);

  g_mutex_lock (&turn);
  if (path != NULL && !is_newer (left->path, left->written))
    g_rename (left->path, path);
  g_mutex_unlock (&turn);
}

typedef struct
{
  guint   n_applied;
  GError *error;
} Summary;

static void
summary_free (gpointer data)
{
  Summary *summary = data;

  g_clear_error (&summary->error);
  g_free (summary);
}

/* While another program is writing, each try would wait as long for it as the first one. */
static gboolean
is_pointless (const GError *error)
{
  return g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Each in a transaction of its own: one that the database refuses keeps no other one out. */
static gpointer
apply (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  AmbRequest *request = data;
  gboolean again = request->number;
  g_autoptr (GPtrArray) list = list_left (request->context);
  Summary *summary = g_new0 (Summary, 1);

  for (guint i = 0; i < list->len; i++)
    {
      const Left *left = g_ptr_array_index (list, i);
      g_autoptr (GError) refusal = is_pointless (summary->error) ? g_error_copy (summary->error) : NULL;
      AmbRecoveryOutcome outcome;

      if (again && !is_aside (left))
        continue;

      outcome = refusal == NULL ? apply_left (connection, left, &refusal) : AMB_RECOVERY_FAILED;
      if (outcome == AMB_RECOVERY_APPLIED)
        summary->n_applied++;
      if (outcome == AMB_RECOVERY_APPLIED || outcome == AMB_RECOVERY_OLD)
        remove_file (left->path, left->written);
      if (outcome == AMB_RECOVERY_FAILED)
        set_aside (left, refusal);
      if (refusal != NULL && summary->error == NULL)
        summary->error = g_steal_pointer (&refusal);
    }

  return summary;
}

/**
 * amb_recovery_apply_async:
 * @context: the context
 * @again: whether to try only what could not be brought back before: the person writes something else by now
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Brings back what was written and not stored before the program ended: call it when the database is open, and again
 * after %AMB_SERVICE_ERROR_NOT_RECOVERED. What the database holds that is newer stays.
 */
void
amb_recovery_apply_async (AmbContext          *context,
                          gboolean             again,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, again, NULL), AMB_ACCESS_EXCLUSIVE, apply, summary_free, cancellable,
                    callback, data);
}

/* The person knows nothing of a database; they do know that they wrote something. */
static void
explain (AmbContext    *context,
         const GError  *reason,
         GError       **error)
{
  g_autofree char *folder = make_folder_name (context);
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_error_matches (reason, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    g_set_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED,
                 /* Translators: %s is a folder */
                 _("You wrote something that was not saved, and what it belongs to is gone. Your words are in %s."), shown);
  else
    g_set_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED,
                 /* Translators: the first %s is a folder, the second one a sentence that says why */
                 _("You wrote something that was not saved, and it could not be brought back yet. It is kept in %s, and "
                   "tried again. %s"), shown, reason->message);
}

/**
 * amb_recovery_apply_finish:
 * @context: the context
 * @result: from the callback
 * @error: %AMB_SERVICE_ERROR_NOT_RECOVERED when something could not be brought back, although other things may be, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Tells how many texts were brought back.
 *
 * Returns: how many
 */
guint
amb_recovery_apply_finish (AmbContext    *context,
                           GAsyncResult  *result,
                           GError       **error)
{
  Summary *summary = amb_request_finish (context, result, error);
  guint n_applied;

  if (summary == NULL)
    return 0;

  n_applied = summary->n_applied;
  if (g_error_matches (summary->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&summary->error));
  else if (summary->error != NULL)
    explain (context, summary->error, error);
  summary_free (summary);

  return n_applied;
}

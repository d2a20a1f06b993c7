/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-recovery.h"

#include <string.h>

#include <glib/gstdio.h>

#include "amb-draft-store.h"
#include "amb-error.h"
#include "amb-request.h"
#include "amb-time.h"

#define GROUP_DRAFT "draft"
#define GROUP_VARIANT "variant "

/* Recovery files stand beside the database, one for each draft. They are key files: GLib reads them back whatever is in
 * the text, and a person can read them too. */
static char *
make_folder_name (AmbContext *context)
{
  return g_strconcat (amb_database_get_path (amb_context_get_database (context)), ".recovery", NULL);
}

static char *
make_file_name (AmbContext *context,
                gint64      draft_id)
{
  g_autofree char *folder = make_folder_name (context);

  return g_strdup_printf ("%s/%" G_GINT64_FORMAT ".draft", folder, draft_id);
}

static void
set_text (GKeyFile   *file,
          const char *group,
          const char *key,
          const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static char *
print_draft (AmbDraft *draft,
             gint64    now)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));

  g_key_file_set_int64 (file, GROUP_DRAFT, "id", amb_record_get_id (AMB_RECORD (draft)));
  g_key_file_set_int64 (file, GROUP_DRAFT, "written", now);
  set_text (file, GROUP_DRAFT, "text", amb_draft_get_text (draft, AMB_DRAFT_TEXT));

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);
      g_autofree char *group = g_strdup_printf (GROUP_VARIANT "%u", i);

      /* A channel of the person's own can have any name; a group of a key file can't. */
      set_text (file, group, "channel", amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
      g_key_file_set_boolean (file, group, "follows", amb_variant_get_follows (variant));
      set_text (file, group, "text", amb_variant_get_text (variant, AMB_VARIANT_TEXT));
    }

  return g_key_file_to_data (file, NULL, NULL);
}

typedef struct
{
  char   *folder;
  char   *path;
  char   *data;
  gint64  at;
} Writing;

/* Threads that write or remove take turns. */
static GMutex turn;

static Writing *
make_writing (AmbContext *context,
              AmbDraft   *draft,
              gint64      at)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->folder = make_folder_name (context);
  writing->path = make_file_name (context, amb_record_get_id (AMB_RECORD (draft)));
  writing->data = print_draft (draft, at);
  writing->at = at;

  return writing;
}

static void
free_writing (Writing *writing)
{
  g_free (writing->folder);
  g_free (writing->path);
  g_free (writing->data);
  g_free (writing);
}

static gboolean
is_newer (const char *path,
          gint64      at)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) &&
         g_key_file_get_int64 (file, GROUP_DRAFT, "written", NULL) > at;
}

static void
write_file (const Writing *writing)
{
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&turn);
  g_mkdir_with_parents (writing->folder, 0700);
  if (!is_newer (writing->path, writing->at) &&
      !g_file_set_contents_full (writing->path, writing->data, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_warning ("The recovery file was not written: %s", error->message);
  g_mutex_unlock (&turn);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  write_file (task_data);
  g_task_return_boolean (task, TRUE);
}

/**
 * amb_recovery_write:
 * @context: the context
 * @draft: a draft that no other thread uses
 * @at: when it held what it holds: milliseconds since 1970, UTC
 *
 * Writes a draft to its recovery file, unless something newer stands there. Any thread but the main one: it waits for
 * the disk.
 */
void
amb_recovery_write (AmbContext *context,
                    AmbDraft   *draft,
                    gint64      at)
{
  Writing *writing = make_writing (context, draft, at);

  write_file (writing);
  free_writing (writing);
}

/**
 * amb_recovery_write_async:
 * @context: the context
 * @draft: a draft; what it holds now is written
 *
 * Writes a draft to its recovery file, off the main thread.
 */
void
amb_recovery_write_async (AmbContext *context,
                          AmbDraft   *draft)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, make_writing (context, draft, amb_context_get_now (context)), (GDestroyNotify) free_writing);
  g_task_run_in_thread (task, write_thread);
}

static void
remove_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Writing *writing = task_data;

  g_mutex_lock (&turn);
  if (!is_newer (writing->path, writing->at))
    g_unlink (writing->path);
  g_mutex_unlock (&turn);
  g_task_return_boolean (task, TRUE);
}

/* Takes the path. */
static void
remove_unless_newer (char   *path,
                     gint64  at)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Writing *writing = g_new0 (Writing, 1);

  writing->path = path;
  writing->at = at;
  g_task_set_task_data (task, writing, (GDestroyNotify) free_writing);
  g_task_run_in_thread (task, remove_thread);
}

/**
 * amb_recovery_remove_async:
 * @context: the context
 * @draft_id: a draft
 *
 * Removes the recovery file of a draft that is stored, unless it is written anew meanwhile.
 */
void
amb_recovery_remove_async (AmbContext *context,
                           gint64      draft_id)
{
  remove_unless_newer (make_file_name (context, draft_id), amb_context_get_now (context));
}

/* The stored draft need not know the channel yet. */
static AmbVariant *
ensure_variant (AmbDraft   *draft,
                const char *channel)
{
  g_autoptr (AmbVariant) added = NULL;

  if (amb_draft_get_variant (draft, channel) == NULL)
    {
      added = amb_variant_new ();
      amb_variant_set_text (added, AMB_VARIANT_CHANNEL, channel);
      g_list_store_append (amb_draft_get_variants (draft), added);
    }

  return amb_draft_get_variant (draft, channel);
}

static void
read_variants (GKeyFile *file,
               AmbDraft *draft)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *channel = NULL;
      g_autofree char *text = NULL;
      AmbVariant *variant;

      if (!g_str_has_prefix (groups[i], GROUP_VARIANT))
        continue;

      channel = g_key_file_get_string (file, groups[i], "channel", NULL);
      if (channel == NULL)
        continue;

      text = g_key_file_get_string (file, groups[i], "text", NULL);
      variant = ensure_variant (draft, channel);
      amb_variant_set_follows (variant, g_key_file_get_boolean (file, groups[i], "follows", NULL));
      amb_variant_set_text (variant, AMB_VARIANT_TEXT, text);
    }
}

/* What is stored as it was at the same moment or later came through after all. */
static gboolean
apply_file (AmbConnection  *connection,
            GKeyFile       *file,
            guint          *n_applied,
            GError        **error)
{
  gint64 id = g_key_file_get_int64 (file, GROUP_DRAFT, "id", NULL);
  gint64 written = g_key_file_get_int64 (file, GROUP_DRAFT, "written", NULL);
  g_autofree char *text = g_key_file_get_string (file, GROUP_DRAFT, "text", NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AmbDraft) draft = amb_draft_store_load (connection, id, &local_error);

  if (g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    {
      draft = amb_draft_new ();
      amb_draft_set_state (draft, AMB_DRAFT_STATE_DRAFT);
    }
  else if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  else if (written <= amb_draft_get_updated_at (draft))
    {
      return TRUE;
    }

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);
  read_variants (file, draft);
  (*n_applied)++;

  return amb_draft_store_save_as_of (connection, draft, written, error);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".draft"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }

  return paths;
}

static gpointer
apply (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  AmbRequest *request = data;
  GPtrArray *paths = request->object;
  guint n_applied = 0;

  for (guint i = paths->len; i > 0; i--)
    {
      g_autoptr (GKeyFile) file = g_key_file_new ();

      /* A file that can't be read stays where it is: a person may still read it. */
      if (!g_key_file_load_from_file (file, g_ptr_array_index (paths, i - 1), G_KEY_FILE_NONE, NULL) ||
          g_key_file_get_int64 (file, GROUP_DRAFT, "id", NULL) <= 0)
        g_ptr_array_remove_index (paths, i - 1);
      else if (!apply_file (connection, file, &n_applied, error))
        return NULL;
    }

  return g_memdup2 (&n_applied, sizeof n_applied);
}

typedef struct
{
  GTask     *task;
  GPtrArray *paths;
  gint64     at;
} Application;

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  Application *application = data;
  GError *error = NULL;
  g_autofree guint *n_applied = amb_request_finish (AMB_CONTEXT (object), result, &error);

  /* Only what is on the disk elsewhere is removed here. */
  for (guint i = 0; n_applied != NULL && i < application->paths->len; i++)
    remove_unless_newer (g_strdup (g_ptr_array_index (application->paths, i)), application->at);

  if (n_applied == NULL)
    g_task_return_error (application->task, error);
  else
    g_task_return_int (application->task, *n_applied);

  g_object_unref (application->task);
  g_ptr_array_unref (application->paths);
  g_free (application);
}

/**
 * amb_recovery_apply_async:
 * @context: the context
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Brings back what was typed and not stored before the program ended: call it once, when the database is open.
 */
void
amb_recovery_apply_async (AmbContext          *context,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autofree char *folder = make_folder_name (context);
  GPtrArray *paths = list_files (folder);
  GTask *task = g_task_new (context, cancellable, callback, data);
  Application *application;

  if (paths->len == 0)
    {
      g_ptr_array_unref (paths);
      g_task_return_int (task, 0);
      g_object_unref (task);
      return;
    }

  application = g_new0 (Application, 1);
  application->task = task;
  application->paths = g_ptr_array_ref (paths);
  application->at = amb_context_get_now (context);
  amb_request_send (amb_request_take (amb_request_new (context, 0, 0, NULL), paths, (GDestroyNotify) g_ptr_array_unref),
                    AMB_ACCESS_WRITE, apply, g_free, cancellable, applied_cb, application);
}

/**
 * amb_recovery_apply_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Tells how many drafts were brought back.
 *
 * Returns: how many
 */
guint
amb_recovery_apply_finish (AmbContext    *context,
                           GAsyncResult  *result,
                           GError       **error)
{
  gssize n_applied = g_task_propagate_int (G_TASK (result), error);

  return n_applied < 0 ? 0 : n_applied;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-recovery.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-recovery-file.h"
#include "amb-request.h"
#include "amb-transaction.h"

/* Everything that a person writes and that can come back. */
static const AmbRecoveryKind * const kinds[] = {
  &amb_recovery_draft,
  &amb_recovery_story,
  &amb_recovery_profile,
  &amb_recovery_conversation,
  &amb_recovery_entry,
  &amb_recovery_channel,
};

typedef struct
{
  char                  *path;
  char                  *name;
  const AmbRecoveryKind *kind;
  GKeyFile              *file;
  gint64                 written;
} Left;

static void
left_free (gpointer data)
{
  Left *left = data;

  g_free (left->path);
  g_free (left->name);
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
  left->name = g_path_get_basename (path);
  left->kind = kind;
  left->written = amb_recovery_file_get_written (file);
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

static void
add_folder (GPtrArray  *list,
            const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add_left (list, folder, name);
}

static gboolean
is_superseded (GPtrArray *list,
               guint      position)
{
  const Left *left = g_ptr_array_index (list, position);

  for (guint i = position + 1; i < list->len; i++)
    {
      const Left *later = g_ptr_array_index (list, i);

      if (g_str_equal (later->name, left->name))
        return TRUE;
    }

  return FALSE;
}

/* In the order in which they were written; of two that are the same thing in two places, the later one. */
static GPtrArray *
list_left (AmbContext *context)
{
  const char *database = amb_database_get_path (amb_context_get_database (context));
  g_auto (GStrv) folders = amb_recovery_file_list_folders (database);
  GPtrArray *list = g_ptr_array_new_with_free_func (left_free);

  for (guint i = 0; folders[i] != NULL; i++)
    add_folder (list, folders[i]);
  g_ptr_array_sort (list, compare_left);
  for (guint i = list->len; i > 0; i--)
    {
      if (is_superseded (list, i - 1))
        g_ptr_array_remove_index (list, i - 1);
    }

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
           const GError *error,
           gint64        now)
{
  g_autofree char *end = make_aside_end (left);
  gsize length = strlen (left->path) - strlen (left->kind->id) - 1;
  g_autofree char *path = NULL;

  if (g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    path = g_strconcat (left->path, ".kept", NULL);
  else if (!is_aside (left))
    path = g_strdup_printf ("%.*s%s", (int) length, left->path, end);

  if (path != NULL)
    amb_recovery_file_rename (left->path, path, left->written, now);
}

/* Who goes on with it writes to the file that has its name. */
static void
put_back (const Left       *left,
          const AmbUnsaved *begun,
          gint64            now)
{
  g_autofree char *folder = g_path_get_dirname (left->path);
  g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, begun->name, begun->kind->id);

  if (!g_str_equal (path, left->path))
    amb_recovery_file_rename (left->path, path, left->written, now);
}

typedef struct
{
  guint      n_applied;
  GPtrArray *begun; /* AmbUnsaved: what the person goes on with */
  GError    *error;
  char      *folder; /* where what could not be brought back stands */
} Summary;

static void
summary_free (gpointer data)
{
  Summary *summary = data;

  g_ptr_array_unref (summary->begun);
  g_clear_error (&summary->error);
  g_free (summary->folder);
  g_free (summary);
}

/* While another program is writing, each try would wait as long for it as the first one. */
static gboolean
is_pointless (const GError *error)
{
  return g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
take_refusal (Summary    *summary,
              const Left *left,
              GError     *refusal)
{
  if (summary->error != NULL)
    {
      g_error_free (refusal);
      return;
    }

  summary->error = refusal;
  summary->folder = g_path_get_dirname (left->path);
}

static void
take_back (AmbConnection *connection,
           const char    *database,
           const Left    *left,
           Summary       *summary)
{
  gint64 now = amb_connection_get_now (connection);
  GError *refusal = is_pointless (summary->error) ? g_error_copy (summary->error) : NULL;
  AmbRecoveryOutcome outcome = AMB_RECOVERY_FAILED;
  AmbUnsaved *begun = NULL;

  if (refusal == NULL)
    outcome = left->kind->resume != NULL ? left->kind->resume (connection, left->file, &begun, &refusal)
                                         : apply_left (connection, left, &refusal);

  /* What is begun keeps its file until the person has stored it, or thrown it away. */
  if (outcome == AMB_RECOVERY_BEGUN)
    {
      put_back (left, begun, now);
      g_ptr_array_add (summary->begun, begun);
    }
  if (outcome == AMB_RECOVERY_APPLIED)
    summary->n_applied++;
  if (outcome == AMB_RECOVERY_APPLIED || outcome == AMB_RECOVERY_OLD)
    amb_recovery_file_remove (database, left->name, left->written, now);
  if (outcome == AMB_RECOVERY_FAILED)
    set_aside (left, refusal, now);
  if (refusal != NULL)
    take_refusal (summary, left, refusal);
}

/* Each in a transaction of its own: one that the database refuses keeps no other one out. */
static gpointer
apply (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  AmbRequest *request = data;
  const char *database = amb_database_get_path (amb_context_get_database (request->context));
  gboolean again = request->number;
  g_autoptr (GPtrArray) list = list_left (request->context);
  Summary *summary = g_new0 (Summary, 1);

  summary->begun = g_ptr_array_new_with_free_func ((GDestroyNotify) amb_unsaved_free);
  for (guint i = 0; i < list->len; i++)
    {
      const Left *left = g_ptr_array_index (list, i);

      if (!again || is_aside (left))
        take_back (connection, database, left, summary);
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
explain (const GError  *reason,
         const char    *folder,
         GError       **error)
{
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
 * @begun: (out) (optional) (transfer full) (element-type AmbUnsaved): what the person had not finished: they go on with it
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
                           GPtrArray    **begun,
                           GError       **error)
{
  Summary *summary = amb_request_finish (context, result, error);
  guint n_applied;

  if (begun != NULL)
    *begun = summary == NULL ? g_ptr_array_new () : g_ptr_array_ref (summary->begun);
  if (summary == NULL)
    return 0;

  n_applied = summary->n_applied;
  if (g_error_matches (summary->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&summary->error));
  else if (summary->error != NULL)
    explain (summary->error, summary->folder, error);
  summary_free (summary);

  return n_applied;
}

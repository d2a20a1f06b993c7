/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-logbook.h"

#include "amb-entry-store.h"
#include "amb-log-export.h"
#include "amb-request.h"

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  AmbRequest *request = data;

  return amb_entry_store_require (connection, request->id, error)
           ? amb_entry_store_load (connection, request->id, error)
           : NULL;
}

static gpointer
save (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  AmbRequest *request = data;
  AmbEntry *entry = request->object;

  return amb_entry_store_save (connection, entry, error)
           ? amb_entry_store_load (connection, amb_record_get_id (AMB_RECORD (entry)), error)
           : NULL;
}

typedef struct
{
  AmbEntry *before;
  AmbEntry *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->before);
  g_object_unref (change->after);
  g_free (change);
}

static gpointer
change_entry (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  AmbRequest *request = data;
  const Change *change = request->object;
  g_autoptr (AmbEntry) entry = amb_entry_store_load (connection, request->id, error);

  if (entry == NULL)
    return NULL;

  amb_entry_merge (entry, change->before, change->after);

  return amb_entry_store_save (connection, entry, error) ? amb_entry_store_load (connection, request->id, error) : NULL;
}

static gpointer
remove_entry (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  AmbRequest *request = data;

  return amb_request_done (amb_entry_store_remove (connection, request->id, request->number, error));
}

static gpointer
export_log (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  AmbRequest *request = data;
  gint64 n_records = amb_log_export_to_file (connection, request->object, request->text, cancellable, error);

  return n_records < 0 ? NULL : g_memdup2 (&n_records, sizeof n_records);
}

/**
 * amb_logbook_load_async:
 * @context: the context
 * @entry_id: an entry
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Loads an entry with all that belongs to it. One that was removed is not there: %AMB_STORAGE_ERROR_NOT_FOUND.
 */
void
amb_logbook_load_async (AmbContext          *context,
                        gint64               entry_id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  amb_request_send (amb_request_new (context, entry_id, 0, NULL), AMB_ACCESS_READ, load,
                    g_object_unref, cancellable, callback, data);
}

/**
 * amb_logbook_load_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the entry
 */
AmbEntry *
amb_logbook_load_finish (AmbContext    *context,
                         GAsyncResult  *result,
                         GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_logbook_save_async:
 * @context: the context
 * @entry: an entry; what it holds now is stored, whatever happens to it later
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Stores an entry with all that belongs to it; one without an id is new.
 */
void
amb_logbook_save_async (AmbContext          *context,
                        AmbEntry            *entry,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  AmbEntry *copy = amb_entry_new ();

  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (entry));
  amb_request_send (amb_request_take (amb_request_new (context, 0, 0, NULL), copy, g_object_unref), AMB_ACCESS_WRITE,
                    save, g_object_unref, cancellable, callback, data);
}

/**
 * amb_logbook_save_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the entry as it was stored
 */
AmbEntry *
amb_logbook_save_finish (AmbContext    *context,
                         GAsyncResult  *result,
                         GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_logbook_change_async:
 * @context: the context
 * @before: an entry that was loaded whole
 * @after: what the person made of it
 * @cancellable: (nullable): stops it
 * @callback: called when it is done; take the answer with amb_logbook_save_finish()
 * @data: for @callback
 *
 * Stores what the person changed of an entry; what another program changed of it meanwhile stays. Both are taken as they
 * are now.
 */
void
amb_logbook_change_async (AmbContext          *context,
                          AmbEntry            *before,
                          AmbEntry            *after,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  Change *change = g_new (Change, 1);

  change->before = amb_entry_copy (before);
  change->after = amb_entry_copy (after);
  amb_request_send (amb_request_take (amb_request_new (context, amb_record_get_id (AMB_RECORD (before)), 0, NULL), change,
                                      change_free),
                    AMB_ACCESS_WRITE, change_entry, g_object_unref, cancellable, callback, data);
}

/**
 * amb_logbook_remove_async:
 * @context: the context
 * @entry_id: an entry
 * @remove_it: whether to remove it or to bring it back
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Removes an entry, or brings back one that was removed.
 */
void
amb_logbook_remove_async (AmbContext          *context,
                          gint64               entry_id,
                          gboolean             remove_it,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  amb_request_send (amb_request_new (context, entry_id, remove_it, NULL), AMB_ACCESS_WRITE, remove_entry,
                    NULL, cancellable, callback, data);
}

/**
 * amb_logbook_remove_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: %TRUE when it is stored
 */
gboolean
amb_logbook_remove_finish (AmbContext    *context,
                           GAsyncResult  *result,
                           GError       **error)
{
  return amb_request_is_done (context, result, error);
}

/**
 * amb_logbook_export_async:
 * @context: the context
 * @file: the file to write
 * @format: "csv" or "json"
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Writes the whole log to a file, which gets its name only when it is whole.
 */
void
amb_logbook_export_async (AmbContext          *context,
                          GFile               *file,
                          const char          *format,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  amb_request_send (amb_request_take (amb_request_new (context, 0, 0, format), g_object_ref (file), g_object_unref),
                    AMB_ACCESS_READ, export_log, g_free, cancellable, callback, data);
}

/**
 * amb_logbook_export_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: how many entries were written, −1 with an error
 */
gint64
amb_logbook_export_finish (AmbContext    *context,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_autofree gint64 *n_records = amb_request_finish (context, result, error);

  return n_records == NULL ? -1 : *n_records;
}

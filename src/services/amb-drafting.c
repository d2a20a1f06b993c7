/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-drafting.h"

#include "amb-draft-store.h"
#include "amb-recovery.h"
#include "amb-request.h"
#include "amb-setting-store.h"
#include "amb-story-store.h"
#include "amb-time.h"
#include "amb-transaction.h"

/* A person who chose nothing writes for the channel that most of them use. */
#define FALLBACK_CHANNEL "linkedin"

static gboolean
add_channel (AmbConnection  *connection,
             AmbDraft       *draft,
             const char     *channel,
             GError        **error)
{
  g_autoptr (AmbVariant) variant = amb_variant_new ();
  g_autofree char *chosen = g_strdup (channel);

  if (chosen == NULL && !amb_setting_store_get (connection, "default-channel", &chosen, error))
    return FALSE;

  amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, chosen == NULL ? FALLBACK_CHANNEL : chosen);
  g_list_store_append (amb_draft_get_variants (draft), variant);

  return TRUE;
}

static gboolean
add_story (AmbConnection  *connection,
           AmbDraft       *draft,
           gint64          story_id,
           GError        **error)
{
  g_autoptr (AmbStory) story = amb_story_store_load (connection, story_id, error);

  if (story == NULL)
    return FALSE;

  amb_draft_add_story (draft, story_id, amb_story_get_version (story));
  if (amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE) == NULL)
    amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, amb_story_get_text (story, AMB_STORY_LANGUAGE));

  return TRUE;
}

/**
 * amb_drafting_make:
 * @connection: a connection in a writing transaction
 * @story_id: a story to write about, or 0
 * @channel: (nullable): where it is to be shared, or %NULL for where the person usually does
 * @text: (nullable): what is written already
 * @error: [error@StorageError]
 *
 * Makes and stores a draft.
 *
 * Returns: (transfer full) (nullable): the draft
 */
AmbDraft *
amb_drafting_make (AmbConnection  *connection,
                   gint64          story_id,
                   const char     *channel,
                   const char     *text,
                   GError        **error)
{
  g_autoptr (AmbDraft) draft = amb_draft_new ();

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);
  amb_draft_set_state (draft, text == NULL ? AMB_DRAFT_STATE_IDEA : AMB_DRAFT_STATE_DRAFT);

  if (!add_channel (connection, draft, channel, error) ||
      (story_id != 0 && !add_story (connection, draft, story_id, error)) ||
      !amb_draft_store_save (connection, draft, error))
    return NULL;

  amb_record_set_loaded (AMB_RECORD (draft), TRUE);

  return g_steal_pointer (&draft);
}

/* Who asks for an empty draft while there is one goes on with that: they would pile up. */
static gpointer
create (AmbConnection  *connection,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  AmbRequest *request = data;
  gint64 untouched = amb_draft_store_find_untouched (connection, request->id, request->text, error);

  if (untouched < 0)
    return NULL;
  if (untouched > 0)
    return amb_draft_store_load (connection, untouched, error);

  return amb_drafting_make (connection, request->id, request->text, NULL, error);
}

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  AmbRequest *request = data;

  return amb_draft_store_load (connection, request->id, error);
}

static gboolean
store (AmbConnection  *connection,
       AmbDraft       *draft,
       gint64          at,
       GError        **error)
{
  g_autoptr (AmbTransaction) transaction = amb_transaction_begin (connection, TRUE, error);

  return transaction != NULL &&
         amb_draft_store_save_as_of (connection, draft, at, error) &&
         amb_transaction_commit (&transaction, error);
}

/* What was typed is no longer just an idea. What the database refuses goes to the recovery file from here already: when
 * the program ends, nobody else waits for the answer. */
static gpointer
save (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  AmbRequest *request = data;
  AmbDraft *draft = request->object;

  if (amb_draft_get_state (draft) == AMB_DRAFT_STATE_IDEA && amb_draft_get_text (draft, AMB_DRAFT_TEXT) != NULL)
    amb_draft_set_state (draft, AMB_DRAFT_STATE_DRAFT);

  if (store (connection, draft, request->number, error))
    return g_object_ref (draft);

  amb_recovery_write (request->context, draft, request->number);

  return NULL;
}

static gpointer
discard (AmbConnection  *connection,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  AmbRequest *request = data;

  return amb_request_done (amb_draft_store_discard (connection, request->id, request->number, error));
}

/**
 * amb_drafting_create_async:
 * @context: the context
 * @story_id: a story to write about, or 0
 * @channel: (nullable): where it is to be shared, or %NULL for where the person usually does
 * @cancellable: (nullable): stops it
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Makes and stores an empty draft, or finds the one like it that nobody has written in yet.
 */
void
amb_drafting_create_async (AmbContext          *context,
                           gint64               story_id,
                           const char          *channel,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  amb_request_send (amb_request_new (context, story_id, 0, channel), AMB_ACCESS_WRITE, create, g_object_unref,
                    cancellable, callback, data);
}

/**
 * amb_drafting_create_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Takes the new draft.
 *
 * Returns: (transfer full) (nullable): the draft
 */
AmbDraft *
amb_drafting_create_finish (AmbContext    *context,
                            GAsyncResult  *result,
                            GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_drafting_load_async:
 * @context: the context
 * @draft_id: a draft
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @data: for @callback
 *
 * Loads a draft with its variants and stories.
 */
void
amb_drafting_load_async (AmbContext          *context,
                         gint64               draft_id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  amb_request_send (amb_request_new (context, draft_id, 0, NULL), AMB_ACCESS_READ, load, g_object_unref,
                    cancellable, callback, data);
}

/**
 * amb_drafting_load_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Takes the draft.
 *
 * Returns: (transfer full) (nullable): the draft
 */
AmbDraft *
amb_drafting_load_finish (AmbContext    *context,
                          GAsyncResult  *result,
                          GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_drafting_save_async:
 * @context: the context
 * @draft: a draft; what it holds now is stored, whatever happens to it later
 * @cancellable: (nullable): stops it
 * @callback: called when it is on the disk
 * @data: for @callback
 *
 * Stores a draft; while the database can't be written, in its recovery file.
 */
void
amb_drafting_save_async (AmbContext          *context,
                         AmbDraft            *draft,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  AmbDraft *copy = amb_draft_new ();

  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (draft));
  amb_request_send (amb_request_take (amb_request_new (context, 0, amb_context_get_now (context), NULL), copy, g_object_unref),
                    AMB_ACCESS_EXCLUSIVE, save, g_object_unref, cancellable, callback, data);
}

/**
 * amb_drafting_save_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Tells of which moment the draft is that was stored: what was typed later is not in it.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET with an error
 */
gint64
amb_drafting_save_finish (AmbContext    *context,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr (AmbDraft) draft = amb_request_finish (context, result, error);

  return draft == NULL ? AMB_TIME_UNSET : amb_draft_get_updated_at (draft);
}

/**
 * amb_drafting_discard_async:
 * @context: the context
 * @draft_id: a draft
 * @discard_it: whether to discard it or to bring it back
 * @cancellable: (nullable): stops it
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Discards a draft, or brings back a discarded one.
 */
void
amb_drafting_discard_async (AmbContext          *context,
                            gint64               draft_id,
                            gboolean             discard_it,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  amb_request_send (amb_request_new (context, draft_id, discard_it, NULL), AMB_ACCESS_WRITE, discard, NULL,
                    cancellable, callback, data);
}

/**
 * amb_drafting_discard_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Tells whether it is stored.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_drafting_discard_finish (AmbContext    *context,
                             GAsyncResult  *result,
                             GError       **error)
{
  return amb_request_is_done (context, result, error);
}

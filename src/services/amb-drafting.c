/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-drafting.h"

#include "amb-channel-store.h"
#include "amb-draft-store.h"
#include "amb-request.h"
#include "amb-setting-store.h"
#include "amb-story-store.h"

/* A person who chose nothing writes for the channel that most of them use. */
#define FALLBACK_CHANNEL "linkedin"

static gboolean
add_own_channels (AmbConnection  *connection,
                  AmbDraft       *draft,
                  GError        **error)
{
  g_autoptr (GListStore) channels = amb_channel_store_list (connection, error);

  if (channels == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (channels)); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (G_LIST_MODEL (channels), i);

      amb_draft_add_variant (draft, amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL));
    }

  return TRUE;
}

/* What was chosen for this draft; else what was chosen for every draft; else wherever the person shares. */
static gboolean
add_channels (AmbConnection  *connection,
              AmbDraft       *draft,
              const char     *channel,
              GError        **error)
{
  g_autofree char *chosen = g_strdup (channel);

  if (chosen == NULL && !amb_setting_store_get (connection, "default-channel", &chosen, error))
    return FALSE;
  if (chosen != NULL)
    amb_draft_add_variant (draft, chosen);
  else if (!add_own_channels (connection, draft, error))
    return FALSE;

  if (g_list_model_get_n_items (G_LIST_MODEL (amb_draft_get_variants (draft))) == 0)
    amb_draft_add_variant (draft, FALLBACK_CHANNEL);

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
 * @channel: (nullable): where it is to be shared, or %NULL for where the person usually does: the
 *   default channel when they chose one, else each of the channels of their profile
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

  if (!add_channels (connection, draft, channel, error) ||
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
 * @channel: (nullable): where it is to be shared, or %NULL for where the person usually does: the
 *   default channel when they chose one, else each of the channels of their profile
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

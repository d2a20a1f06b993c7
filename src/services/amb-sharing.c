/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-sharing.h"

#include <glib/gi18n-lib.h>

#include "amb-compose-address.h"
#include "amb-draft-store.h"
#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-own-words.h"
#include "amb-permalink.h"
#include "amb-request.h"
#include "amb-time.h"

static int
get_zone_offset (gint64 at)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (at / 1000);

  return moment == NULL ? 0 : g_date_time_get_utc_offset (moment) / G_TIME_SPAN_MINUTE;
}

/**
 * amb_sharing_make_entry:
 * @connection: a connection in a writing transaction
 * @draft: a draft
 * @channel: the id of a channel
 * @error: [error@StorageError]
 *
 * Makes the entry of the log for a draft that goes to a channel: the text is frozen as it is now, with the stories it
 * uses and the share of it that is the person's own.
 *
 * Returns: (transfer full) (nullable): the entry, not stored yet
 */
AmbEntry *
amb_sharing_make_entry (AmbConnection  *connection,
                        AmbDraft       *draft,
                        const char     *channel,
                        GError        **error)
{
  const AmbChannelRules *rules = amb_channel_rules_lookup (channel);
  const char *text = amb_draft_get_text_for (draft, channel);
  GArray *stories = amb_draft_get_stories (draft);
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbReuse) reuse = amb_own_words_measure (connection, text, stories, error);

  if (reuse == NULL)
    return NULL;

  amb_entry_set_at (entry, amb_connection_get_now (connection));
  amb_entry_set_zone_offset (entry, get_zone_offset (amb_entry_get_at (entry)));
  amb_entry_set_online (entry, rules == NULL || amb_channel_rules_is_online (rules));
  amb_entry_set_kind (entry, amb_entry_get_online (entry) ? AMB_ENTRY_KIND_POST : AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_draft_id (entry, amb_record_get_id (AMB_RECORD (draft)));
  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, channel);
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, text);
  amb_entry_set_text (entry, AMB_ENTRY_LANGUAGE, amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE));
  amb_entry_set_own_words (entry, amb_reuse_get_share (reuse));
  for (guint i = 0; i < stories->len; i++)
    {
      AmbStoryUse *use = &g_array_index (stories, AmbStoryUse, i);

      amb_entry_add_story (entry, use->story_id, use->version);
    }

  return g_steal_pointer (&entry);
}

/**
 * amb_sharing_confirm:
 * @connection: a connection in a writing transaction
 * @entry: an entry
 * @link: (nullable): the permalink, as it was typed
 * @error: %AMB_SERVICE_ERROR_INVALID when @link is no link, or [error@StorageError]
 *
 * Stores that something went out. The time is read from the permalink where that tells one that has come; a draft that it
 * was made of becomes shared.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_sharing_confirm (AmbConnection  *connection,
                     AmbEntry       *entry,
                     const char     *link,
                     GError        **error)
{
  gint64 at = AMB_TIME_UNSET;
  g_autofree char *address = link == NULL ? NULL : amb_permalink_read (link);

  if (link != NULL && address == NULL)
    {
      g_set_error_literal (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID,
                           _("This is not a link. Copy the address of your post, or leave it empty."));
      return FALSE;
    }

  amb_entry_set_confirmed (entry, TRUE);
  if (address != NULL)
    {
      amb_entry_set_text (entry, AMB_ENTRY_LINK, address);
      at = amb_permalink_get_time (address);
    }
  /* Clocks differ by minutes; what is days ahead is no time but a number that looks like one. */
  if (at != AMB_TIME_UNSET && at < amb_connection_get_now (connection) + AMB_TIME_DAY)
    {
      amb_entry_set_at (entry, at);
      amb_entry_set_zone_offset (entry, get_zone_offset (at));
    }

  return amb_entry_store_save (connection, entry, error) &&
         (amb_entry_get_draft_id (entry) == 0 ||
          amb_draft_store_set_state (connection, amb_entry_get_draft_id (entry), AMB_DRAFT_STATE_SHARED, error));
}

/**
 * amb_sharing_unconfirm:
 * @connection: a connection in a writing transaction
 * @entry: an entry that was confirmed
 * @error: [error@StorageError]
 *
 * Takes the confirmation of a share back: it is opened again, and its draft planned or a draft. The link that was given and
 * the time that was read from it stay; they can be edited.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_sharing_unconfirm (AmbConnection  *connection,
                       AmbEntry       *entry,
                       GError        **error)
{
  g_autoptr (AmbDraft) draft = NULL;

  amb_entry_set_confirmed (entry, FALSE);
  if (!amb_entry_store_save (connection, entry, error))
    return FALSE;
  if (amb_entry_get_draft_id (entry) == 0)
    return TRUE;

  draft = amb_draft_store_load (connection, amb_entry_get_draft_id (entry), error);
  if (draft == NULL)
    return FALSE;
  if (amb_draft_get_state (draft) != AMB_DRAFT_STATE_SHARED)
    return TRUE;

  return amb_draft_store_set_state (connection, amb_entry_get_draft_id (entry),
                                    amb_draft_get_planned_at (draft) == AMB_TIME_UNSET ? AMB_DRAFT_STATE_DRAFT
                                                                                      : AMB_DRAFT_STATE_PLANNED, error);
}

/* The draft on the screen may be newer than the stored one: what was shared is stored with it. */
static gpointer
log_opened (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  AmbRequest *request = data;
  AmbDraft *draft = request->object;
  g_autoptr (AmbEntry) entry = NULL;

  if (!amb_draft_store_save_as_of (connection, draft, request->number, error))
    return NULL;

  entry = amb_sharing_make_entry (connection, draft, request->text, error);
  if (entry == NULL)
    return NULL;

  amb_entry_set_confirmed (entry, FALSE);

  return amb_entry_store_save (connection, entry, error) ? g_steal_pointer (&entry) : NULL;
}

static gpointer
confirm (AmbConnection  *connection,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  AmbRequest *request = data;

  g_autoptr (AmbEntry) entry = amb_entry_store_load (connection, request->id, error);

  if (entry == NULL || !amb_sharing_confirm (connection, entry, request->text, error))
    return NULL;

  return g_steal_pointer (&entry);
}

static gpointer
unconfirm (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  AmbRequest *request = data;

  g_autoptr (AmbEntry) entry = amb_entry_store_load (connection, request->id, error);

  if (entry == NULL || !amb_sharing_unconfirm (connection, entry, error))
    return NULL;

  return g_steal_pointer (&entry);
}

/**
 * amb_sharing_get_address:
 * @draft: a draft
 * @channel: the id of a channel
 * @instance: (nullable): the host of the person's instance, for channels that have several
 * @link: (nullable): an address to share along
 *
 * Makes the address of the compose page of a channel with the text in it. Any thread.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL when the channel has none: the clipboard is the way
 */
char *
amb_sharing_get_address (AmbDraft   *draft,
                         const char *channel,
                         const char *instance,
                         const char *link)
{
  const AmbChannelRules *rules = amb_channel_rules_lookup (channel);

  if (rules == NULL)
    return NULL;

  return amb_compose_address (rules, instance, NULL, amb_draft_get_text_for (draft, channel), link);
}

/**
 * amb_sharing_open_async:
 * @context: the context
 * @draft: a draft; what it holds now is frozen
 * @channel: the id of a channel
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Logs that the person was taken to a channel with a draft. It counts once they confirm it.
 */
void
amb_sharing_open_async (AmbContext          *context,
                        AmbDraft            *draft,
                        const char          *channel,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  AmbDraft *copy = amb_draft_new ();

  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (draft));
  amb_request_send (amb_request_take (amb_request_new (context, 0, amb_context_get_now (context), channel), copy, g_object_unref),
                    AMB_ACCESS_WRITE, log_opened, g_object_unref, cancellable, callback, data);
}

/**
 * amb_sharing_open_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the entry, not confirmed yet
 */
AmbEntry *
amb_sharing_open_finish (AmbContext    *context,
                         GAsyncResult  *result,
                         GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_sharing_confirm_async:
 * @context: the context
 * @entry_id: an entry
 * @link: (nullable): the permalink
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Stores that something went out.
 */
void
amb_sharing_confirm_async (AmbContext          *context,
                           gint64               entry_id,
                           const char          *link,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  amb_request_send (amb_request_new (context, entry_id, 0, link), AMB_ACCESS_WRITE, confirm,
                    g_object_unref, cancellable, callback, data);
}

/**
 * amb_sharing_confirm_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the entry
 */
AmbEntry *
amb_sharing_confirm_finish (AmbContext    *context,
                            GAsyncResult  *result,
                            GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_sharing_unconfirm_async:
 * @context: the context
 * @entry_id: an entry
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Takes a confirmation back, as [func@sharing_unconfirm].
 */
void
amb_sharing_unconfirm_async (AmbContext          *context,
                             gint64               entry_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  amb_request_send (amb_request_new (context, entry_id, 0, NULL), AMB_ACCESS_WRITE, unconfirm,
                    g_object_unref, cancellable, callback, data);
}

/**
 * amb_sharing_unconfirm_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the entry
 */
AmbEntry *
amb_sharing_unconfirm_finish (AmbContext    *context,
                              GAsyncResult  *result,
                              GError       **error)
{
  return amb_request_finish (context, result, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-draft.h"
#include "amb-entry.h"

G_BEGIN_DECLS

/* The address of a channel's compose page with the draft in it, or NULL when the channel has none: then the clipboard
 * is the way. Pure; the instance comes from the person's channel. */
char     *amb_sharing_get_address     (AmbDraft *draft, const char *channel, const char *instance, const char *link);

/* Within a transaction of the caller: for the command line. */
AmbEntry *amb_sharing_make_entry      (AmbConnection *connection, AmbDraft *draft, const char *channel, GError **error);
gboolean  amb_sharing_confirm         (AmbConnection *connection, AmbEntry *entry, const char *link, GError **error);
gboolean  amb_sharing_unconfirm       (AmbConnection *connection, AmbEntry *entry, GError **error);

/* Freezes the text as it goes to @channel and logs it as opened, not yet confirmed. */
void      amb_sharing_open_async      (AmbContext *context, AmbDraft *draft, const char *channel,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AmbEntry *amb_sharing_open_finish     (AmbContext *context, GAsyncResult *result, GError **error);

/* The person says that it went out, with the permalink (or NULL); the time is read from it where it tells, else it
 * stays that of the opening. The draft becomes shared. */
void      amb_sharing_confirm_async   (AmbContext *context, gint64 entry_id, const char *link,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AmbEntry *amb_sharing_confirm_finish  (AmbContext *context, GAsyncResult *result, GError **error);

/* The person said so too soon. */
void      amb_sharing_unconfirm_async (AmbContext *context, gint64 entry_id,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AmbEntry *amb_sharing_unconfirm_finish (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

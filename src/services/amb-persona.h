/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-channel.h"
#include "amb-context.h"
#include "amb-profile-store.h"

G_BEGIN_DECLS

/* The verbs of the profile page. */

void        amb_persona_load_async   (AmbContext *context, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data);
AmbProfile *amb_persona_load_finish  (AmbContext *context, GAsyncResult *result, GError **error);

/* Newest first, as AmbProfileVersion. */
void        amb_persona_list_versions_async  (AmbContext *context, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
GArray     *amb_persona_list_versions_finish (AmbContext *context, GAsyncResult *result, GError **error);
void        amb_persona_load_version_async   (AmbContext *context, gint64 version_id, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
AmbProfile *amb_persona_load_version_finish  (AmbContext *context, GAsyncResult *result, GError **error);

/* The person's channels, in their order: a list of AmbChannel. AmbChannelSaver stores them. */
void        amb_persona_list_channels_async  (AmbContext *context, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
GListStore *amb_persona_list_channels_finish (AmbContext *context, GAsyncResult *result, GError **error);

/* The photo: bytes in, its name for the profile field "photo" out; and back. */
char       *amb_persona_store_photo          (AmbConnection *connection, GBytes *bytes, GError **error);
void        amb_persona_store_photo_async    (AmbContext *context, GBytes *bytes, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
char       *amb_persona_store_photo_finish   (AmbContext *context, GAsyncResult *result, GError **error);
void        amb_persona_load_photo_async     (AmbContext *context, const char *name, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
GBytes     *amb_persona_load_photo_finish    (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS

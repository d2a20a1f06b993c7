/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-persona.h"

#include "amb-channel-store.h"
#include "amb-media-store.h"
#include "amb-request.h"

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  return amb_profile_store_load (connection, error);
}

static gpointer
list_versions (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  return amb_profile_store_list_versions (connection, error);
}

static gpointer
load_version (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  AmbRequest *request = data;

  return amb_profile_store_load_version (connection, request->id, error);
}

static gpointer
list_channels (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  return amb_channel_store_list (connection, error);
}

static gpointer
store_photo (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  AmbRequest *request = data;

  return amb_persona_store_photo (connection, request->object, error);
}

static gpointer
load_photo (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  AmbRequest *request = data;

  return amb_media_store_load (connection, 0, request->text, error);
}

/**
 * amb_persona_load_async:
 * @context: the context
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Loads the profile.
 */
void
amb_persona_load_async (AmbContext          *context,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, 0, NULL), AMB_ACCESS_READ, load,
                    g_object_unref, cancellable, callback, data);
}

/**
 * amb_persona_load_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the profile, empty when nothing was written yet
 */
AmbProfile *
amb_persona_load_finish (AmbContext    *context,
                         GAsyncResult  *result,
                         GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_persona_list_versions_async:
 * @context: the context
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Lists the saved versions of the profile.
 */
void
amb_persona_list_versions_async (AmbContext          *context,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, 0, NULL), AMB_ACCESS_READ, list_versions,
                    (GDestroyNotify) g_array_unref, cancellable, callback, data);
}

/**
 * amb_persona_list_versions_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (element-type AmbProfileVersion) (nullable): the versions, newest first
 */
GArray *
amb_persona_list_versions_finish (AmbContext    *context,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_persona_load_version_async:
 * @context: the context
 * @version_id: a version
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Loads a saved version of the profile.
 */
void
amb_persona_load_version_async (AmbContext          *context,
                                gint64               version_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  amb_request_send (amb_request_new (context, version_id, 0, NULL), AMB_ACCESS_READ, load_version,
                    g_object_unref, cancellable, callback, data);
}

/**
 * amb_persona_load_version_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the profile
 */
AmbProfile *
amb_persona_load_version_finish (AmbContext    *context,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_persona_list_channels_async:
 * @context: the context
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Lists the channels of the person.
 */
void
amb_persona_list_channels_async (AmbContext          *context,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, 0, NULL), AMB_ACCESS_READ, list_channels,
                    g_object_unref, cancellable, callback, data);
}

/**
 * amb_persona_list_channels_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): a list of [class@Channel], in the order of the person
 */
GListStore *
amb_persona_list_channels_finish (AmbContext    *context,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_persona_store_photo:
 * @connection: a connection in a writing transaction
 * @bytes: a picture
 * @error: [error@StorageError]
 *
 * Stores a photo. Its name is made of what is in the picture: the same one is stored once, and a version of the profile
 * keeps its own.
 *
 * Returns: (transfer full) (nullable): its name, for the field "photo" of the profile
 */
char *
amb_persona_store_photo (AmbConnection  *connection,
                         GBytes         *bytes,
                         GError        **error)
{
  g_autofree char *name = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return amb_media_store_save (connection, 0, name, bytes, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * amb_persona_store_photo_async:
 * @context: the context
 * @bytes: a picture as PNG or JPEG
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Stores a photo of the person.
 */
void
amb_persona_store_photo_async (AmbContext          *context,
                               GBytes              *bytes,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  AmbRequest *request = amb_request_new (context, 0, 0, NULL);

  amb_request_send (amb_request_take (request, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref), AMB_ACCESS_WRITE,
                    store_photo, g_free, cancellable, callback, data);
}

/**
 * amb_persona_store_photo_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): its name, for the field "photo" of the profile
 */
char *
amb_persona_store_photo_finish (AmbContext    *context,
                                GAsyncResult  *result,
                                GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_persona_load_photo_async:
 * @context: the context
 * @name: its name, from the field "photo" of the profile
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Loads a photo of the person.
 */
void
amb_persona_load_photo_async (AmbContext          *context,
                              const char          *name,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, 0, name), AMB_ACCESS_READ, load_photo,
                    (GDestroyNotify) g_bytes_unref, cancellable, callback, data);
}

/**
 * amb_persona_load_photo_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL without an error when there is none of that name
 */
GBytes *
amb_persona_load_photo_finish (AmbContext    *context,
                               GAsyncResult  *result,
                               GError       **error)
{
  return amb_request_finish (context, result, error);
}

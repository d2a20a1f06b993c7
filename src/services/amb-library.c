/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-library.h"

#include "amb-media-store.h"
#include "amb-request.h"
#include "amb-story-store.h"

static gpointer
load_story (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  AmbRequest *request = data;

  return amb_story_store_load (connection, request->id, error);
}

static gpointer
set_own_text (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  AmbRequest *request = data;

  return amb_request_done (amb_story_store_set_own (connection, request->id, request->number, request->text, error));
}

static gpointer
set_favourite (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  AmbRequest *request = data;

  return amb_request_done (amb_story_store_set_favourite (connection, request->id, request->number, error));
}

static gpointer
list_labels (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  AmbRequest *request = data;

  return amb_story_store_count_labels (connection, request->number, error);
}

static gpointer
list_languages (AmbConnection  *connection,
                gpointer        data,
                GCancellable   *cancellable,
                GError        **error)
{
  return amb_story_store_count_languages (connection, error);
}

static gpointer
load_media (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  AmbRequest *request = data;

  return amb_media_store_load (connection, request->id, request->text, error);
}

/**
 * amb_library_load_story_async:
 * @context: the context
 * @story_id: a story
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @data: for @callback
 *
 * Loads a story with its labels and parts.
 */
void
amb_library_load_story_async (AmbContext          *context,
                              gint64               story_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  amb_request_send (amb_request_new (context, story_id, 0, NULL), AMB_ACCESS_READ, load_story, g_object_unref,
                    cancellable, callback, data);
}

/**
 * amb_library_load_story_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Takes the story.
 *
 * Returns: (transfer full) (nullable): the story
 */
AmbStory *
amb_library_load_story_finish (AmbContext    *context,
                               GAsyncResult  *result,
                               GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_library_set_own_text_async:
 * @context: the context
 * @story_id: a story
 * @field: %AMB_STORY_MY_ROLE, %AMB_STORY_NOTE or %AMB_STORY_DISMISSED
 * @text: (nullable): what the person wrote; nothing clears it
 * @cancellable: (nullable): stops it
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Stores what the person adds to a story. It survives every update of the story.
 */
void
amb_library_set_own_text_async (AmbContext          *context,
                                gint64               story_id,
                                AmbStoryText         field,
                                const char          *text,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  amb_request_send (amb_request_new (context, story_id, field, text), AMB_ACCESS_WRITE, set_own_text, NULL,
                    cancellable, callback, data);
}

/**
 * amb_library_set_favourite_async:
 * @context: the context
 * @story_id: a story
 * @favourite: whether it is a favourite
 * @cancellable: (nullable): stops it
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Makes a story a favourite of the person, or no longer.
 */
void
amb_library_set_favourite_async (AmbContext          *context,
                                 gint64               story_id,
                                 gboolean             favourite,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  amb_request_send (amb_request_new (context, story_id, favourite, NULL), AMB_ACCESS_WRITE, set_favourite, NULL,
                    cancellable, callback, data);
}

/**
 * amb_library_set_own_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Tells whether what the person added is stored.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_library_set_own_finish (AmbContext    *context,
                            GAsyncResult  *result,
                            GError       **error)
{
  return amb_request_is_done (context, result, error);
}

/**
 * amb_library_list_labels_async:
 * @context: the context
 * @kind: which labels
 * @cancellable: (nullable): stops it
 * @callback: called when they are there
 * @data: for @callback
 *
 * Counts how many stories carry each label of a kind.
 */
void
amb_library_list_labels_async (AmbContext          *context,
                               AmbStoryLabelKind    kind,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, kind, NULL), AMB_ACCESS_READ, list_labels,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/**
 * amb_library_list_languages_async:
 * @context: the context
 * @cancellable: (nullable): stops it
 * @callback: called when they are there
 * @data: for @callback
 *
 * Counts how many stories there are in each language. Ends with [func@library_list_labels_finish].
 */
void
amb_library_list_languages_async (AmbContext          *context,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, 0, NULL), AMB_ACCESS_READ, list_languages,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/**
 * amb_library_list_labels_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Takes the labels, or the languages.
 *
 * Returns: (transfer full) (element-type AmbLabelCount) (nullable): the labels, most used first
 */
GPtrArray *
amb_library_list_labels_finish (AmbContext    *context,
                                GAsyncResult  *result,
                                GError       **error)
{
  return amb_request_finish (context, result, error);
}

/**
 * amb_library_load_media_async:
 * @context: the context
 * @source_id: the source of the story
 * @file: the name of the file in the pack
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @data: for @callback
 *
 * Loads a media file of a story.
 */
void
amb_library_load_media_async (AmbContext          *context,
                              gint64               source_id,
                              const char          *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  amb_request_send (amb_request_new (context, source_id, 0, file), AMB_ACCESS_READ, load_media,
                    (GDestroyNotify) g_bytes_unref, cancellable, callback, data);
}

/**
 * amb_library_load_media_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError]
 *
 * Takes the file.
 *
 * Returns: (transfer full) (nullable): what is in it, or %NULL without an error when the pack had none of that name
 */
GBytes *
amb_library_load_media_finish (AmbContext    *context,
                               GAsyncResult  *result,
                               GError       **error)
{
  return amb_request_finish (context, result, error);
}

static gboolean
store_own (AmbConnection  *connection,
           AmbStory       *story,
           GError        **error)
{
  static const AmbStoryText own_texts[] = { AMB_STORY_MY_ROLE, AMB_STORY_NOTE, AMB_STORY_DISMISSED };
  gint64 id = amb_record_get_id (AMB_RECORD (story));

  for (guint i = 0; i < G_N_ELEMENTS (own_texts); i++)
    {
      const char *text = amb_story_get_text (story, own_texts[i]);

      if (text != NULL && !amb_story_store_set_own (connection, id, own_texts[i], text, error))
        return FALSE;
    }

  return !amb_story_get_favourite (story) || amb_story_store_set_favourite (connection, id, TRUE, error);
}

/**
 * amb_library_add_story:
 * @connection: a connection in a writing transaction
 * @story: a story with a title, a message and a language; without a uid it gets one
 * @error: [error@StorageError]
 *
 * Stores a story of the person's own. One of theirs with the same uid takes its new form.
 *
 * Returns: (transfer full) (nullable): the story as it is stored
 */
AmbStory *
amb_library_add_story (AmbConnection  *connection,
                       AmbStory       *story,
                       GError        **error)
{
  g_autoptr (AmbStoryIndex) index = NULL;
  g_autoptr (AmbStoryRuns) runs = amb_story_runs_new ();

  amb_story_set_source_id (story, 0);
  if (amb_story_get_text (story, AMB_STORY_UID) == NULL)
    {
      g_autofree char *uid = g_uuid_string_random ();

      amb_story_set_text (story, AMB_STORY_UID, uid);
    }

  index = amb_story_index_new (story);
  if (amb_story_store_save (connection, story, index, runs, error) == AMB_STORE_FAILED ||
      !amb_story_runs_write (runs, connection, NULL, NULL, error) ||
      !store_own (connection, story, error))
    return NULL;

  return amb_story_store_load (connection, amb_record_get_id (AMB_RECORD (story)), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-label-count.h"
#include "amb-story.h"

G_BEGIN_DECLS

/* The verbs of the stories page: the organisation's stories, and what the person adds to them. */

void      amb_library_load_story_async    (AmbContext *context, gint64 story_id, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
AmbStory *amb_library_load_story_finish   (AmbContext *context, GAsyncResult *result, GError **error);

/* @field is AMB_STORY_MY_ROLE, AMB_STORY_NOTE or AMB_STORY_DISMISSED; NULL or "" clears it. */
void      amb_library_set_own_text_async  (AmbContext *context, gint64 story_id, AmbStoryText field, const char *text,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void      amb_library_set_favourite_async (AmbContext *context, gint64 story_id, gboolean favourite,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean  amb_library_set_own_finish      (AmbContext *context, GAsyncResult *result, GError **error);

/* The labels of one kind that stories carry, most used first, as AmbLabelCount: for filters. */
void       amb_library_list_labels_async  (AmbContext *context, AmbStoryLabelKind kind, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);

/* The languages of the stories, most used first, as AmbLabelCount; ends with amb_library_list_labels_finish(). */
void       amb_library_list_languages_async (AmbContext *context, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer data);
GPtrArray *amb_library_list_labels_finish (AmbContext *context, GAsyncResult *result, GError **error);

/* The bytes of a media file of a story: NULL without an error when the pack had none of that name. */
void       amb_library_load_media_async   (AmbContext *context, gint64 source_id, const char *file,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GBytes    *amb_library_load_media_finish  (AmbContext *context, GAsyncResult *result, GError **error);

/* Within a transaction of the caller: for the command line. */
AmbStory  *amb_library_add_story          (AmbConnection *connection, AmbStory *story, GError **error);

G_END_DECLS

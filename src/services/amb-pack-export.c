/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-pack-export.h"

#include <glib/gi18n-lib.h>

#include "amb-database-file.h"
#include "amb-error.h"
#include "amb-media-store.h"
#include "amb-pack-store.h"
#include "amb-profile-store.h"
#include "amb-story-store.h"
#include "amb-storypack-writer.h"

typedef struct
{
  AmbConnection      *connection;
  GCancellable       *cancellable;
  AmbStorypackWriter *writer;
  GHashTable         *uids;
  GHashTable         *media; /* the name in the pack → the source it comes from; NULL when there is no room for any */
  gint64              n_stories;
} Export;

static GPtrArray *
load_stories (AmbConnection  *connection,
              char          **themes,
              GError        **error)
{
  AmbStoryFilter filter = { .themes = themes };
  g_autoptr (GArray) ids = amb_story_store_query (connection, &filter, NULL, error);

  return ids == NULL ? NULL : amb_story_store_load_rows (connection, (const gint64 *) ids->data, ids->len, error);
}

/* The heading of the pack that all stories come from; 0 when they come from several, or are the person's own. */
static gint64
find_common_source (GPtrArray *stories)
{
  gint64 source_id = stories->len == 0 ? 0 : amb_story_get_source_id (g_ptr_array_index (stories, 0));

  for (guint i = 1; i < stories->len; i++)
    {
      if (amb_story_get_source_id (g_ptr_array_index (stories, i)) != source_id)
        return 0;
    }

  return source_id;
}

static AmbPack *
make_heading (AmbConnection  *connection,
              GPtrArray      *stories,
              GError        **error)
{
  gint64 source_id = find_common_source (stories);
  g_autoptr (AmbProfile) profile = NULL;
  g_autoptr (AmbPack) pack = NULL;
  g_autofree char *uid = NULL;
  const char *organisation;

  if (source_id != 0)
    return amb_pack_store_load (connection, source_id, error);

  profile = amb_profile_store_load (connection, error);
  if (profile == NULL)
    return NULL;

  organisation = amb_profile_get_text (profile, "organisation", NULL);
  if (organisation == NULL)
    organisation = amb_profile_get_text (profile, "name", NULL);
  uid = g_uuid_string_random ();
  pack = amb_pack_new ();
  amb_pack_set_text (pack, AMB_PACK_UID, uid);
  amb_pack_set_text (pack, AMB_PACK_TITLE, _("Stories"));
  amb_pack_set_text (pack, AMB_PACK_ORGANISATION, organisation == NULL ? _("Unknown") : organisation);
  amb_pack_set_text (pack, AMB_PACK_LANGUAGE, amb_story_get_text (g_ptr_array_index (stories, 0), AMB_STORY_LANGUAGE));
  amb_pack_set_updated_at (pack, amb_connection_get_now (connection));

  return g_steal_pointer (&pack);
}

/* Within a pack every uid is used once; two sources may have chosen the same. */
static void
make_uid_unique (Export   *export,
                 AmbStory *story)
{
  const char *uid = amb_story_get_text (story, AMB_STORY_UID);
  char *unique = g_strdup (uid);

  for (guint i = 2; g_hash_table_contains (export->uids, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", uid, i);
    }
  amb_story_set_text (story, AMB_STORY_UID, unique);
  g_hash_table_add (export->uids, unique);
}

/* A pack that came without its pictures names them all the same. One with pictures may only name those that are in it. */
static gboolean
note_media (Export    *export,
            AmbStory  *story,
            GError   **error)
{
  gint64 source_id = amb_story_get_source_id (story);

  for (guint i = amb_story_get_n_parts (story); i > 0; i--)
    {
      AmbStoryPart *part = amb_story_get_part (story, i - 1);
      const char *name = amb_record_get_text (AMB_RECORD (part), AMB_STORY_PART_NAME);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (amb_story_part_get_kind (part) != AMB_STORY_PART_MEDIA || g_hash_table_contains (export->media, name))
        continue;

      bytes = amb_media_store_load (export->connection, source_id, name, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (bytes == NULL)
        amb_story_remove_part (story, i - 1);
      else
        g_hash_table_insert (export->media, g_strdup (name), g_memdup2 (&source_id, sizeof source_id));
    }

  return TRUE;
}

static gboolean
write_stories (Export     *export,
               GPtrArray  *stories,
               GError    **error)
{
  /* The list is newest first, and ids grow: the last was the first in its pack. */
  for (guint i = stories->len; i > 0; i--)
    {
      g_autoptr (AmbStory) story = NULL;

      if (g_cancellable_set_error_if_cancelled (export->cancellable, error))
        return FALSE;
      story = amb_story_store_load (export->connection, amb_record_get_id (g_ptr_array_index (stories, i - 1)), error);
      if (story == NULL)
        return FALSE;

      make_uid_unique (export, story);
      if ((export->media != NULL && !note_media (export, story, error)) ||
          !amb_storypack_writer_add_story (export->writer, story, error))
        return FALSE;
      export->n_stories++;
    }

  return TRUE;
}

static gboolean
write_media (Export  *export,
             GError **error)
{
  GHashTableIter iter;
  gpointer name;
  gpointer source_id;

  g_hash_table_iter_init (&iter, export->media);
  while (g_hash_table_iter_next (&iter, &name, &source_id))
    {
      g_autoptr (GBytes) bytes = amb_media_store_load (export->connection, *(gint64 *) source_id, name, error);

      if (bytes == NULL || !amb_storypack_writer_add_media (export->writer, name, bytes, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
write_pack (AmbConnection  *connection,
            GOutputStream  *stream,
            gboolean        zip,
            GPtrArray      *stories,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (AmbPack) pack = make_heading (connection, stories, error);
  g_autoptr (AmbStorypackWriter) writer = pack == NULL ? NULL : amb_storypack_writer_new (stream, pack, zip, error);
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) media = zip ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) : NULL;
  Export export = { connection, cancellable, writer, uids, media, 0 };

  if (writer == NULL || !write_stories (&export, stories, error) || (zip && !write_media (&export, error)) ||
      !amb_storypack_writer_finish (writer, error))
    return -1;

  return export.n_stories;
}

/**
 * amb_pack_export_to_file:
 * @connection: a connection
 * @file: the file to write; one that is there is replaced once the new one is whole. One whose name ends in
 *   `.storypack` or `.zip` holds the pictures too
 * @themes: (nullable) (array zero-terminated=1): only stories of any of these
 * @cancellable: (nullable): stops it
 * @error: [error@StorageError], [error@FormatError] or #GIOErrorEnum
 *
 * Writes the stories of the library as a story pack. What the person added to them stays out. Stories of one pack keep
 * its heading; a mixture gets one in the name of the person's organisation.
 *
 * Returns: how many stories were written, −1 with an error
 */
gint64
amb_pack_export_to_file (AmbConnection  *connection,
                         GFile          *file,
                         char          **themes,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autofree char *name = g_file_get_basename (file);
  gboolean zip = g_str_has_suffix (name, ".storypack") || g_str_has_suffix (name, ".zip");
  g_autoptr (GPtrArray) stories = load_stories (connection, themes, error);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) give_up = g_cancellable_new ();
  gint64 n_stories;

  if (stories == NULL || !amb_database_file_require_other (amb_connection_get_path (connection), g_file_peek_path (file), error))
    return -1;
  if (stories->len == 0)
    {
      g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There are no stories to write."));
      return -1;
    }

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return -1;

  n_stories = write_pack (connection, G_OUTPUT_STREAM (stream), zip, stories, cancellable, error);
  if (n_stories >= 0 && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return n_stories;

  /* Closing with a cancelled cancellable leaves the file that was there as it was. */
  g_cancellable_cancel (give_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);

  return -1;
}

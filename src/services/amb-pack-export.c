/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-pack-export.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-fold.h"
#include "amb-media-store.h"
#include "amb-output-file.h"
#include "amb-pack-store.h"
#include "amb-profile-store.h"
#include "amb-story-store.h"
#include "amb-storypack-vocabulary.h"
#include "amb-storypack-writer.h"

typedef struct
{
  AmbConnection      *connection;
  GCancellable       *cancellable;
  AmbStorypackWriter *writer;
  GHashTable         *uids;
  GHashTable         *media; /* the name in the pack → Picture; NULL when there is no room for any */
  gint64              n_stories;
} Export;

/* Where a picture of the pack comes from. */
typedef struct
{
  gint64  source_id;
  char   *name;
} Picture;

typedef struct
{
  GPtrArray  *stories;
  char      **themes;
  gboolean    zip;
} Job;

static void
free_picture (Picture *picture)
{
  g_free (picture->name);
  g_free (picture);
}

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

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What is missing in a newer edition of a pack counts as withdrawn. So a pack of some themes is not an edition of the one
 * that it was taken from but of the same themes before. */
static void
name_after_themes (AmbPack  *pack,
                   char    **themes)
{
  const char *last = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *uid = NULL;

  for (guint i = 0; themes[i] != NULL; i++)
    g_ptr_array_add (keys, amb_fold (themes[i], -1));
  g_ptr_array_sort (keys, compare_texts);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      if (g_strcmp0 (key, last) != 0)
        g_checksum_update (checksum, (const guchar *) key, strlen (key) + 1);
      last = key;
    }

  uid = g_strdup_printf ("%.100s.%.16s", amb_pack_get_text (pack, AMB_PACK_UID), g_checksum_get_string (checksum));
  amb_pack_set_text (pack, AMB_PACK_UID, uid);
}

/* A pack of the person's own stories, or of a mixture. Its id stays the same from edition to edition, or every edition
 * would come to colleagues as a new source: the oldest story is another in each library, and in one always the same. */
static AmbPack *
make_heading (AmbConnection  *connection,
              AmbStory       *story,
              GError        **error)
{
  g_autoptr (AmbProfile) profile = amb_profile_store_load (connection, error);
  gint64 oldest = profile == NULL ? -1 : amb_story_store_find_oldest (connection, error);
  g_autofree char *uid = NULL;
  const char *organisation;
  AmbPack *pack;

  if (oldest < 0)
    return NULL;

  organisation = amb_profile_get_text (profile, "organisation", NULL);
  if (organisation == NULL)
    organisation = amb_profile_get_text (profile, "name", NULL);
  uid = g_strdup_printf ("library-%" G_GINT64_FORMAT, oldest);
  pack = amb_pack_new ();
  amb_pack_set_text (pack, AMB_PACK_UID, uid);
  amb_pack_set_text (pack, AMB_PACK_TITLE, _("Stories"));
  amb_pack_set_text (pack, AMB_PACK_ORGANISATION, organisation == NULL ? _("Unknown") : organisation);
  amb_pack_set_text (pack, AMB_PACK_LANGUAGE, amb_story_get_text (story, AMB_STORY_LANGUAGE));
  amb_pack_set_updated_at (pack, amb_connection_get_now (connection));

  return pack;
}

static AmbPack *
find_heading (AmbConnection  *connection,
              const Job      *job,
              GError        **error)
{
  gint64 source_id = find_common_source (job->stories);
  AmbPack *pack = source_id != 0 ? amb_pack_store_load (connection, source_id, error)
                                 : make_heading (connection, g_ptr_array_index (job->stories, 0), error);

  if (pack != NULL && job->themes != NULL && job->themes[0] != NULL)
    name_after_themes (pack, job->themes);

  return pack;
}

/* As long as a uid may be: what is too long for the number loses its end. */
static char *
number_uid (const char *uid,
            guint       number)
{
  g_autofree char *suffix = g_strdup_printf ("-%u", number);
  glong length = MIN (g_utf8_strlen (uid, -1), AMB_STORYPACK_MAX_IDENTIFIER - (glong) strlen (suffix));
  g_autofree char *start = g_utf8_substring (uid, 0, length);

  return g_strconcat (start, suffix, NULL);
}

/* As long as a name may be: what is too long for the number loses its beginning, for the end says what it is. Such a
 * name is ASCII. */
static char *
number_file (const char *path,
             guint       number)
{
  g_autofree char *prefix = g_strdup_printf (AMB_STORYPACK_MEDIA_FOLDER "%u-", number);
  const char *name = path + strlen (AMB_STORYPACK_MEDIA_FOLDER);
  gsize room = strlen (AMB_STORYPACK_MEDIA_FOLDER) + AMB_STORYPACK_MAX_FILE - strlen (prefix);

  return g_strconcat (prefix, strlen (name) > room ? name + strlen (name) - room : name, NULL);
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
      unique = number_uid (uid, i);
    }
  amb_story_set_text (story, AMB_STORY_UID, unique);
  g_hash_table_add (export->uids, unique);
}

/* The name that a picture has in the pack: its own, or another when a picture of another source took that. */
static char *
choose_name (Export     *export,
             gint64      source_id,
             const char *name)
{
  char *chosen = g_strdup (name);

  for (guint i = 2; ; i++)
    {
      const Picture *picture = g_hash_table_lookup (export->media, chosen);

      if (picture == NULL || (picture->source_id == source_id && g_str_equal (picture->name, name)))
        return chosen;

      g_free (chosen);
      chosen = number_file (name, i);
    }
}

static gboolean
has_picture (Export      *export,
             gint64       source_id,
             const char  *name,
             GError     **error)
{
  g_autoptr (GBytes) bytes = amb_media_store_load (export->connection, source_id, name, error);

  return bytes != NULL;
}

/* Sets *@found to whether the picture of a part goes into the pack. */
static gboolean
note_picture (Export       *export,
              gint64        source_id,
              AmbStoryPart *part,
              gboolean     *found,
              GError      **error)
{
  const char *name = amb_record_get_text (AMB_RECORD (part), AMB_STORY_PART_NAME);
  g_autofree char *chosen = NULL;
  g_autoptr (GError) local_error = NULL;
  Picture *picture;

  *found = amb_storypack_type_accepts (AMB_STORYPACK_FILE, name == NULL ? "" : name) &&
           has_picture (export, source_id, name, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!*found)
    return TRUE;

  chosen = choose_name (export, source_id, name);
  if (!g_hash_table_contains (export->media, chosen))
    {
      picture = g_new0 (Picture, 1);
      picture->source_id = source_id;
      picture->name = g_strdup (name);
      g_hash_table_insert (export->media, g_strdup (chosen), picture);
    }
  amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_NAME, chosen);

  return TRUE;
}

/* A pack that came without its pictures names them all the same. One with pictures may only name those that are in it. */
static gboolean
note_media (Export    *export,
            AmbStory  *story,
            GError   **error)
{
  for (guint i = amb_story_get_n_parts (story); i > 0; i--)
    {
      AmbStoryPart *part = amb_story_get_part (story, i - 1);
      gboolean found;

      if (amb_story_part_get_kind (part) != AMB_STORY_PART_MEDIA)
        continue;
      if (!note_picture (export, amb_story_get_source_id (story), part, &found, error))
        return FALSE;
      if (!found)
        amb_story_remove_part (story, i - 1);
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
  gpointer value;

  g_hash_table_iter_init (&iter, export->media);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const Picture *picture = value;
      g_autoptr (GBytes) bytes = amb_media_store_load (export->connection, picture->source_id, picture->name, error);

      if (bytes == NULL || !amb_storypack_writer_add_media (export->writer, name, bytes, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
write_pack (AmbConnection  *connection,
            GOutputStream  *stream,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  Job *job = data;
  g_autoptr (AmbPack) pack = find_heading (connection, job, error);
  g_autoptr (AmbStorypackWriter) writer = pack == NULL ? NULL : amb_storypack_writer_new (stream, pack, job->zip, error);
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_picture);
  Export export = { connection, cancellable, writer, uids, job->zip ? media : NULL, 0 };

  if (writer == NULL || !write_stories (&export, job->stories, error) || (job->zip && !write_media (&export, error)) ||
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
 * its heading; a mixture gets one in the name of the person's organisation. A pack of some themes has an id of its own.
 * The id is the same each time, so that the receiver sees a new edition of what they have.
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
  Job job = { stories, themes, zip };

  if (stories == NULL)
    return -1;
  if (stories->len == 0)
    {
      g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There are no stories to write."));
      return -1;
    }

  return amb_output_file_write (connection, file, G_FILE_CREATE_NONE, write_pack, &job, cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-checker.h"

#include <glib/gi18n-lib.h>

#include "amb-archive.h"
#include "amb-error.h"
#include "amb-storypack-reader.h"
#include "amb-storypack-vocabulary.h"
#include "amb-time.h"

typedef struct
{
  GPtrArray  *problems;
  GHashTable *media; /* file → line */
  int         line;
} Check;

static void
check_validity (Check    *check,
                AmbStory *story)
{
  gint64 from = amb_story_get_usable_from (story);
  gint64 until = amb_story_get_usable_until (story);

  if (from != AMB_TIME_UNSET && until != AMB_TIME_UNSET && from >= until)
    amb_storypack_problems_add (check->problems, check->line, _("The story “%s” ends before it begins: look at “from” and “until”."),
                                amb_story_get_text (story, AMB_STORY_UID));
}

/* What else a hashtag may hold differs from channel to channel; these every channel reads to the end. */
static gboolean
is_whole_hashtag (const char *hashtag)
{
  gboolean has_letter = FALSE;

  for (const char *p = hashtag; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) && c != '_')
        return FALSE;
      has_letter = has_letter || !g_unichar_isdigit (c);
    }

  return has_letter;
}

static void
check_hashtags (Check    *check,
                AmbStory *story)
{
  const char * const *hashtags = amb_story_get_labels (story, AMB_STORY_LABEL_HASHTAG);

  for (guint i = 0; hashtags[i] != NULL; i++)
    {
      if (!is_whole_hashtag (hashtags[i]))
        amb_storypack_problems_add (check->problems, check->line,
                                    _("The hashtag “%s” breaks off on most channels: use letters, digits and _ only, and at least one letter."),
                                    hashtags[i]);
    }
}

static void
note_media (Check    *check,
            AmbStory *story)
{
  g_autoptr (GListModel) media = amb_story_list_parts (story, AMB_STORY_PART_MEDIA);

  for (guint i = 0; i < g_list_model_get_n_items (media); i++)
    {
      g_autoptr (AmbRecord) part = g_list_model_get_item (media, i);
      const char *file = amb_record_get_text (part, AMB_STORY_PART_NAME);

      if (!g_hash_table_contains (check->media, file))
        g_hash_table_insert (check->media, g_strdup (file), GINT_TO_POINTER (check->line));
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const AmbStorypackProblem *first = *(const AmbStorypackProblem * const *) a;
  const AmbStorypackProblem *second = *(const AmbStorypackProblem * const *) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

/* A pack that is XML alone can name media; they come with the zip that is made of it. */
static void
check_media (Check      *check,
             AmbArchive *archive)
{
  g_autoptr (GPtrArray) paths = amb_archive_list_paths (archive);
  GHashTableIter iter;
  gpointer file;
  gpointer line;

  g_hash_table_iter_init (&iter, check->media);
  while (g_hash_table_iter_next (&iter, &file, &line))
    {
      if (!amb_archive_contains (archive, file))
        amb_storypack_problems_add (check->problems, GPOINTER_TO_INT (line), _("The file “%s” is missing in the pack."), (char *) file);
    }

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (!g_str_has_suffix (path, "/") && !g_str_equal (path, AMB_STORYPACK_PACK_FILE) && !g_hash_table_contains (check->media, path))
        amb_storypack_problems_add (check->problems, 0, _("No story names the file “%s”: leave it out."), path);
    }
}

static gboolean
check_stories (Check               *check,
               AmbStorypackReader  *reader,
               GCancellable        *cancellable,
               GError             **error)
{
  for (;;)
    {
      g_autoptr (AmbStory) story = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !amb_storypack_reader_next (reader, &story, error))
        return FALSE;
      if (story == NULL)
        return TRUE;

      check->line = amb_storypack_reader_get_line (reader);
      check_validity (check, story);
      check_hashtags (check, story);
      note_media (check, story);
    }
}

/* That a file is there does not mean that it can be unpacked. */
static gboolean
read_media (AmbStorypackReader  *reader,
            GCancellable        *cancellable,
            GError             **error)
{
  g_autofree char *file = NULL;

  do
    {
      g_autofree char *type = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_clear_pointer (&file, g_free);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !amb_storypack_reader_next_media (reader, &file, &bytes, &type, error))
        return FALSE;
    }
  while (file != NULL);

  return TRUE;
}

/**
 * amb_storypack_check_stream:
 * @stream: the bytes of a pack; not closed. A zip file must be seekable
 * @name: what the person calls it, for messages
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Finds everything that is wrong with a pack: what the schema says, and what it cannot say (ids that stand twice, times
 * that end before they begin, media that are missing or that no story names, hashtags that break off). Any thread; blocks.
 *
 * Returns: (transfer full) (nullable) (element-type AmbStorypackProblem): what is wrong, by line, empty for a good pack;
 *   or %NULL with a %G_IO_ERROR
 */
GPtrArray *
amb_storypack_check_stream (GInputStream  *stream,
                            const char    *name,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (GPtrArray) problems = amb_storypack_problems_new ();
  g_autoptr (GHashTable) media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AmbStorypackReader) reader = NULL;
  g_autoptr (GError) failure = NULL;
  Check check = { problems, media, 0 };

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  reader = amb_storypack_reader_new_checking (stream, name, problems, &failure);
  if (reader != NULL && check_stories (&check, reader, cancellable, &failure) && amb_storypack_reader_get_archive (reader) != NULL)
    {
      check_media (&check, amb_storypack_reader_get_archive (reader));
      read_media (reader, cancellable, &failure);
    }

  /* The reader has noted what is wrong with the format. */
  if (failure != NULL && failure->domain != AMB_FORMAT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_sort (problems, compare_lines);

  return g_steal_pointer (&problems);
}

/**
 * amb_storypack_check:
 * @file: a pack
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Finds everything that is wrong with the pack in a file, as [func@storypack_check_stream].
 *
 * Returns: (transfer full) (nullable) (element-type AmbStorypackProblem): what is wrong, by line, empty for a good pack;
 *   or %NULL with a %G_IO_ERROR
 */
GPtrArray *
amb_storypack_check (GFile         *file,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  base_name = g_file_get_basename (file);
  name = g_filename_display_name (base_name);

  return amb_storypack_check_stream (G_INPUT_STREAM (stream), name, cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-story-index.h"

#include "amb-fold.h"
#include "amb-reuse.h"

/* FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): it only has to notice that a text differs. */
#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static guint64
add_text_to_digest (guint64     digest,
                    const char *text)
{
  for (const char *byte = text; byte != NULL && *byte != '\0'; byte++)
    digest = (digest ^ (guint8) *byte) * FNV_PRIME;

  return (digest ^ 0xff) * FNV_PRIME;
}

static guint64
add_number_to_digest (guint64 digest,
                      gint64  number)
{
  for (guint i = 0; i < 8; i++)
    digest = (digest ^ (guint8) (number >> (8 * i))) * FNV_PRIME;

  return digest;
}

static guint64
add_parts_to_digest (guint64   digest,
                     AmbStory *story)
{
  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbStoryPart *part = amb_story_get_part (story, i);

      digest = add_number_to_digest (digest, amb_story_part_get_kind (part));
      digest = add_number_to_digest (digest, amb_story_part_get_time (part));
      for (guint field = 0; field < AMB_STORY_PART_N_TEXTS; field++)
        digest = add_text_to_digest (digest, amb_record_get_text (AMB_RECORD (part), field));
    }

  return digest;
}

static guint64
add_labels_to_digest (guint64   digest,
                      AmbStory *story)
{
  for (guint kind = AMB_STORY_LABEL_THEME; kind <= AMB_STORY_LABEL_HASHTAG; kind++)
    {
      const char * const *labels = amb_story_get_labels (story, kind);

      digest = add_number_to_digest (digest, kind);
      for (guint i = 0; labels[i] != NULL; i++)
        digest = add_text_to_digest (digest, labels[i]);
    }

  return digest;
}

static gint64
make_digest (AmbStory *story)
{
  guint64 digest = FNV_OFFSET;

  for (guint field = AMB_STORY_LANGUAGE; field <= AMB_STORY_SPOKEN; field++)
    digest = add_text_to_digest (digest, amb_story_get_text (story, field));
  digest = add_number_to_digest (digest, amb_story_get_version (story));
  digest = add_number_to_digest (digest, amb_story_get_kind (story));
  digest = add_number_to_digest (digest, amb_story_get_status (story));
  digest = add_number_to_digest (digest, amb_story_get_usable_from (story));
  digest = add_number_to_digest (digest, amb_story_get_usable_until (story));
  digest = add_number_to_digest (digest, amb_story_get_cleared (story));
  digest = add_labels_to_digest (digest, story);

  return (gint64) add_parts_to_digest (digest, story);
}

static void
append_line (GString    *lines,
             const char *text)
{
  if (text == NULL)
    return;

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, text);
}

static char *
join_other_texts (AmbStory *story)
{
  static const AmbStoryText fields[] = { AMB_STORY_WHY, AMB_STORY_AVOID, AMB_STORY_SPOKEN, AMB_STORY_CONTACT };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_line (lines, amb_story_get_text (story, fields[i]));

  for (guint kind = AMB_STORY_LABEL_THEME; kind <= AMB_STORY_LABEL_HASHTAG; kind++)
    {
      const char * const *labels = amb_story_get_labels (story, kind);

      for (guint i = 0; labels[i] != NULL; i++)
        append_line (lines, labels[i]);
    }

  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbRecord *part = AMB_RECORD (amb_story_get_part (story, i));

      append_line (lines, amb_record_get_text (part, AMB_STORY_PART_NAME));
      append_line (lines, amb_record_get_text (part, AMB_STORY_PART_TEXT));
    }

  return g_string_free (lines, lines->len == 0);
}

static void
append_folded (GString    *lines,
               const char *text)
{
  g_autofree char *folded = text == NULL ? NULL : amb_fold_extra (text);

  append_line (lines, folded);
}

static char *
fold_texts (AmbStory   *story,
            const char *more)
{
  GString *lines = g_string_new (NULL);

  append_folded (lines, amb_story_get_text (story, AMB_STORY_TITLE));
  append_folded (lines, amb_story_get_text (story, AMB_STORY_MESSAGE));
  append_folded (lines, amb_story_get_text (story, AMB_STORY_BODY));
  append_folded (lines, more);

  return g_string_free (lines, lines->len == 0);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
drop_duplicates (GArray *hashes)
{
  guint kept = 0;

  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len; i++)
    {
      gint64 hash = g_array_index (hashes, gint64, i);

      if (kept == 0 || g_array_index (hashes, gint64, kept - 1) != hash)
        g_array_index (hashes, gint64, kept++) = hash;
    }
  g_array_set_size (hashes, kept);
}

static void
collect_runs (const char *text,
              gpointer    data)
{
  g_autoptr (GArray) found = amb_reuse_fingerprints (text, -1);

  g_array_append_vals (data, found->data, found->len);
}

/**
 * amb_story_index_foreach_quotable:
 * @story: a story with its parts
 * @func: (scope call): called for each text
 * @data: for @func
 *
 * Goes through the texts of a story from which a draft can copy. Prompts are not among them, because the person answers
 * them, nor is the hint on how to say where one works, which is there to be copied.
 */
void
amb_story_index_foreach_quotable (AmbStory         *story,
                                  AmbStoryTextFunc  func,
                                  gpointer          data)
{
  static const AmbStoryText fields[] = {
    AMB_STORY_TITLE, AMB_STORY_MESSAGE, AMB_STORY_BODY, AMB_STORY_WHY, AMB_STORY_SPOKEN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (amb_story_get_text (story, fields[i]) != NULL)
        func (amb_story_get_text (story, fields[i]), data);
    }

  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbStoryPart *part = amb_story_get_part (story, i);
      const char *text = amb_record_get_text (AMB_RECORD (part), AMB_STORY_PART_TEXT);

      if (text != NULL && amb_story_part_get_kind (part) != AMB_STORY_PART_PROMPT)
        func (text, data);
    }
}

/**
 * amb_story_index_new:
 * @story: a story with its parts
 *
 * Works out what the store keeps to find a story again. Any thread.
 *
 * Returns: (transfer full): the index
 */
AmbStoryIndex *
amb_story_index_new (AmbStory *story)
{
  AmbStoryIndex *self;

  g_return_val_if_fail (AMB_IS_STORY (story), NULL);

  self = g_new0 (AmbStoryIndex, 1);
  self->digest = make_digest (story);
  self->more = join_other_texts (story);
  self->folded = fold_texts (story, self->more);
  self->runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  amb_story_index_foreach_quotable (story, collect_runs, self->runs);
  drop_duplicates (self->runs);

  return self;
}

/**
 * amb_story_index_free:
 * @self: (transfer full): an index
 *
 * Frees it.
 */
void
amb_story_index_free (AmbStoryIndex *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->runs);
  g_free (self->more);
  g_free (self->folded);
  g_free (self);
}

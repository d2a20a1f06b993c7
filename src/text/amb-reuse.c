/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-reuse.h"

#include <string.h>

#include "amb-fingerprints.h"
#include "amb-reuse-tiles.h"
#include "amb-words.h"

#define NO_WORD (-1)

struct _AmbReuse
{
  gatomicrefcount ref_count;

  GArray *words;
  GArray *fingerprints;
  GArray *passages;
  AmbReuseMatch *matches;

  /* The runs of the draft by fingerprint: a hash table whose slots hold the first run, and for each
   * run the next one in the same slot. */
  GArray *runs;
  gint *slots;
  gint *next_run;
  guint slot_mask;

  guint copied;
  gboolean finished;
};

G_DEFINE_BOXED_TYPE (AmbReuse, amb_reuse, amb_reuse_ref, amb_reuse_unref)

/**
 * amb_reuse_fingerprints:
 * @text: UTF-8
 * @length: bytes, or -1 when @text ends in NUL
 *
 * Makes the numbers by which a text that shares a run of [const@REUSE_MINIMUM_RUN] words with
 * another one is found: positive, of 48 bits, the same on every machine. They are stored, so what
 * they are made of does not change. Thread-safe.
 *
 * Returns: (transfer full) (element-type gint64): the numbers, sorted, each once
 */
GArray *
amb_reuse_fingerprints (const char *text,
                        gssize      length)
{
  g_autoptr (GArray) words = NULL;
  GArray *fingerprints;

  g_return_val_if_fail (text != NULL, NULL);

  words = amb_words_split (text, length);
  fingerprints = amb_fingerprints_list (words);
  amb_fingerprints_sort_unique (fingerprints);

  return fingerprints;
}

static guint
find_slot (const AmbReuse *self,
           gint64          fingerprint)
{
  return (guint) fingerprint & self->slot_mask;
}

static void
index_runs (AmbReuse *self)
{
  guint n_slots = 16;

  while (n_slots < 2 * self->runs->len)
    n_slots *= 2;

  self->slot_mask = n_slots - 1;
  self->slots = g_new (gint, n_slots);
  self->next_run = g_new (gint, self->runs->len + 1);

  for (guint i = 0; i < n_slots; i++)
    self->slots[i] = NO_WORD;

  for (gint i = (gint) self->runs->len - 1; i >= 0; i--)
    {
      guint slot = find_slot (self, g_array_index (self->runs, gint64, i));

      self->next_run[i] = self->slots[slot];
      self->slots[slot] = i;
    }
}

/**
 * amb_reuse_new:
 * @text: UTF-8, the draft
 *
 * Begins to measure how much of a draft stands in other texts.
 *
 * Returns: (transfer full): the measurement
 */
AmbReuse *
amb_reuse_new (const char *text)
{
  AmbReuse *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (AmbReuse, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->words = amb_words_split (text, -1);
  self->runs = amb_fingerprints_list (self->words);
  self->fingerprints = g_array_copy (self->runs);
  amb_fingerprints_sort_unique (self->fingerprints);
  self->passages = g_array_new (FALSE, FALSE, sizeof (AmbReusePassage));
  self->matches = g_new0 (AmbReuseMatch, self->words->len + 1);
  index_runs (self);

  return self;
}

/**
 * amb_reuse_ref:
 * @self: a measurement
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
AmbReuse *
amb_reuse_ref (AmbReuse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * amb_reuse_unref:
 * @self: (transfer full): a measurement
 *
 * Gives up a reference.
 */
void
amb_reuse_unref (AmbReuse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->words);
  g_array_unref (self->runs);
  g_array_unref (self->fingerprints);
  g_array_unref (self->passages);
  g_free (self->matches);
  g_free (self->slots);
  g_free (self->next_run);
  g_free (self);
}

/**
 * amb_reuse_get_fingerprints:
 * @self: a measurement
 *
 * Gives the fingerprints of the draft, to look up which texts may share a passage with it: see
 * [func@reuse_fingerprints].
 *
 * Returns: (transfer none) (element-type gint64): the numbers, sorted, each once
 */
const GArray *
amb_reuse_get_fingerprints (AmbReuse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fingerprints;
}

static guint64
get_hash (const GArray *words,
          guint         i)
{
  return g_array_index (words, AmbWord, i).hash;
}

static void
record_match (AmbReuse *self,
              guint     first_word,
              guint     words,
              gint64    source)
{
  /* A run that begins later is as much shorter; once one is known that is no shorter, the rest is. */
  for (; words >= AMB_REUSE_MINIMUM_RUN && self->matches[first_word].words < words; first_word++, words--)
    self->matches[first_word] = (AmbReuseMatch) { words, source };
}

static void
extend_match (AmbReuse     *self,
              const GArray *source_words,
              gint64        source,
              guint         draft_at,
              guint         source_at)
{
  guint words = 0;

  /* The run that begins one word earlier has recorded this one. */
  if (draft_at > 0 && source_at > 0 &&
      get_hash (self->words, draft_at - 1) == get_hash (source_words, source_at - 1))
    return;

  while (draft_at + words < self->words->len && source_at + words < source_words->len &&
         get_hash (self->words, draft_at + words) == get_hash (source_words, source_at + words))
    words++;

  record_match (self, draft_at, words, source);
}

/**
 * amb_reuse_add_source:
 * @self: a measurement that is not finished
 * @source_id: what to call the source in the passages
 * @source_text: UTF-8
 *
 * Looks for passages of a text in the draft. Of sources that are copied equally far the first one
 * added is named.
 */
void
amb_reuse_add_source (AmbReuse   *self,
                      gint64      source_id,
                      const char *source_text)
{
  g_autoptr (GArray) source_words = NULL;
  g_autoptr (GArray) source_runs = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (source_text != NULL);
  g_return_if_fail (!self->finished);

  if (self->runs->len == 0)
    return;

  source_words = amb_words_split (source_text, -1);
  source_runs = amb_fingerprints_list (source_words);

  for (guint i = 0; i < source_runs->len; i++)
    {
      gint64 fingerprint = g_array_index (source_runs, gint64, i);

      for (gint run = self->slots[find_slot (self, fingerprint)]; run != NO_WORD; run = self->next_run[run])
        if (g_array_index (self->runs, gint64, run) == fingerprint)
          extend_match (self, source_words, source_id, run, i);
    }
}

/**
 * amb_reuse_finish:
 * @self: a measurement
 *
 * Chooses the passages, after the last source: runs of at least [const@REUSE_MINIMUM_RUN] words,
 * longest first, that do not overlap. A word is copied once, however many sources have it.
 */
void
amb_reuse_finish (AmbReuse *self)
{
  g_autoptr (GArray) tiles = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (!self->finished);

  tiles = amb_reuse_tiles_choose (self->matches, self->words->len);

  for (guint i = 0; i < tiles->len; i++)
    {
      const AmbReuseTile *tile = &g_array_index (tiles, AmbReuseTile, i);
      const AmbWord *first = &g_array_index (self->words, AmbWord, tile->first_word);
      const AmbWord *last = &g_array_index (self->words, AmbWord, tile->first_word + tile->words - 1);
      AmbReusePassage passage = { { first->range.start, last->range.end }, tile->source, tile->words };

      g_array_append_val (self->passages, passage);
      self->copied += tile->words;
    }

  self->finished = TRUE;
}

/**
 * amb_reuse_get_passages:
 * @self: a finished measurement
 *
 * Gives the copied passages.
 *
 * Returns: (transfer none) (element-type AmbReusePassage): the passages, in the order of the draft
 */
const GArray *
amb_reuse_get_passages (AmbReuse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->passages;
}

/**
 * amb_reuse_get_words:
 * @self: a measurement
 *
 * Gives the number of words of the draft: see [func@words_split].
 *
 * Returns: the number of words
 */
guint
amb_reuse_get_words (AmbReuse *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->words->len;
}

/**
 * amb_reuse_get_copied:
 * @self: a finished measurement
 *
 * Gives the number of words of the draft that are copied.
 *
 * Returns: the number of words
 */
guint
amb_reuse_get_copied (AmbReuse *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->copied;
}

/**
 * amb_reuse_get_share:
 * @self: a finished measurement
 *
 * Gives the share of the draft that is in the writer's own words: the words that are not copied
 * divided by all words. A text without words is wholly own. It says copied or not copied, not whose
 * idea it is.
 *
 * Returns: from 0 to 1
 */
double
amb_reuse_get_share (AmbReuse *self)
{
  g_return_val_if_fail (self != NULL, 1.0);

  if (self->words->len == 0)
    return 1.0;

  return 1.0 - (double) self->copied / self->words->len;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-reuse-tiles.h"

#include "amb-reuse.h"

/* The first words of the runs, by length: a run is looked at when its length has its turn, and goes
 * to a shorter one when a longer run took its end. */
typedef struct
{
  const AmbReuseMatch *matches;
  guint n_words;
  gboolean *taken;
  GArray **by_length;
} Chooser;

static void
queue (Chooser *self,
       guint    length,
       guint    first_word)
{
  if (length < AMB_REUSE_MINIMUM_RUN)
    return;

  if (self->by_length[length] == NULL)
    self->by_length[length] = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (self->by_length[length], first_word);
}

static guint
measure_free (const Chooser *self,
              guint          first_word,
              guint          length)
{
  guint n_free = 0;

  while (n_free < length && !self->taken[first_word + n_free])
    n_free++;

  return n_free;
}

static gint
compare_words (gconstpointer a,
               gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

static gint
compare_tiles (gconstpointer a,
               gconstpointer b)
{
  return compare_words (&((const AmbReuseTile *) a)->first_word, &((const AmbReuseTile *) b)->first_word);
}

static void
choose_of_length (Chooser *self,
                  guint    length,
                  GArray  *tiles)
{
  GArray *queued = self->by_length[length];

  g_array_sort (queued, compare_words);

  for (guint i = 0; i < queued->len; i++)
    {
      guint first_word = g_array_index (queued, guint, i);
      guint n_free = measure_free (self, first_word, length);
      AmbReuseTile tile = { first_word, length, self->matches[first_word].source };

      if (n_free < length)
        {
          queue (self, n_free, first_word);
          continue;
        }

      for (guint word = first_word; word < first_word + length; word++)
        self->taken[word] = TRUE;

      g_array_append_val (tiles, tile);
    }
}

/**
 * amb_reuse_tiles_choose:
 * @matches: (array length=n_words): the longest run that begins at each word, or one of 0 words
 * @n_words: the number of words of the draft
 *
 * Chooses runs that do not overlap: the longest first, of equal ones the first in the draft, as
 * greedy string tiling does (Wise, 1993), but a source may be copied more than once.
 *
 * Returns: (transfer full) (element-type AmbReuseTile): the runs, in the order of the draft
 */
GArray *
amb_reuse_tiles_choose (const AmbReuseMatch *matches,
                        guint                n_words)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (AmbReuseTile));
  g_autofree gboolean *taken = g_new0 (gboolean, n_words + 1);
  g_autofree GArray **by_length = g_new0 (GArray *, n_words + 1);
  Chooser chooser = { matches, n_words, taken, by_length };

  for (guint i = 0; i < n_words; i++)
    queue (&chooser, matches[i].words, i);

  for (guint length = n_words; length >= AMB_REUSE_MINIMUM_RUN; length--)
    if (by_length[length] != NULL)
      {
        choose_of_length (&chooser, length, tiles);
        g_clear_pointer (&by_length[length], g_array_unref);
      }

  g_array_sort (tiles, compare_tiles);

  return tiles;
}

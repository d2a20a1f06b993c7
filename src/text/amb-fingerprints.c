/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-fingerprints.h"

#include "amb-reuse.h"
#include "amb-word-hash.h"
#include "amb-words.h"

#define BITS 48
#define BUCKET_BITS 8
#define N_BUCKETS (1 << BUCKET_BITS)

/* An odd number, so that multiplying loses nothing: 2^64 divided by the golden ratio. */
#define MULTIPLIER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* Never 0 and never negative, so that any column and any reader takes it. */
static gint64
make_fingerprint (guint64 rolling)
{
  guint64 fingerprint = amb_word_hash_finish (rolling) >> (64 - BITS);

  return fingerprint == 0 ? 1 : (gint64) fingerprint;
}

/**
 * amb_fingerprints_list:
 * @words: (element-type AmbWord): the words of a text
 *
 * Makes a number of 48 bits of every run of [const@REUSE_MINIMUM_RUN] words: a polynomial over the
 * hashes that rolls from word to word (Karp and Rabin, 1987). Thread-safe.
 *
 * Returns: (transfer full) (element-type gint64): the numbers, that of the run which begins at each
 *   word in turn
 */
GArray *
amb_fingerprints_list (const GArray *words)
{
  const AmbWord *word = (const AmbWord *) (gpointer) words->data;
  guint n_runs = words->len < AMB_REUSE_MINIMUM_RUN ? 0 : words->len - AMB_REUSE_MINIMUM_RUN + 1;
  GArray *fingerprints = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_runs);
  guint64 rolling = 0;
  guint64 oldest = 1;

  g_array_set_size (fingerprints, n_runs);
  for (guint i = 0; i < AMB_REUSE_MINIMUM_RUN; i++)
    oldest *= MULTIPLIER;

  for (guint i = 0; i < words->len; i++)
    {
      rolling = rolling * MULTIPLIER + word[i].hash;

      if (i >= AMB_REUSE_MINIMUM_RUN)
        rolling -= word[i - AMB_REUSE_MINIMUM_RUN].hash * oldest;

      if (i + 1 >= AMB_REUSE_MINIMUM_RUN)
        g_array_index (fingerprints, gint64, i + 1 - AMB_REUSE_MINIMUM_RUN) = make_fingerprint (rolling);
    }

  return fingerprints;
}

/* The numbers are spread evenly, so the top bits bring each nearly to its place. */
static void
scatter (const gint64 *from,
         gint64       *to,
         guint         length)
{
  guint starts[N_BUCKETS + 1] = { 0 };

  for (guint i = 0; i < length; i++)
    starts[(from[i] >> (BITS - BUCKET_BITS)) + 1]++;

  for (guint i = 1; i <= N_BUCKETS; i++)
    starts[i] += starts[i - 1];

  for (guint i = 0; i < length; i++)
    to[starts[from[i] >> (BITS - BUCKET_BITS)]++] = from[i];
}

static gint
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
sort (GArray *fingerprints)
{
  gint64 *numbers = (gint64 *) (gpointer) fingerprints->data;
  g_autofree gint64 *scattered = NULL;

  /* A long text fills the buckets too much, and one that repeats itself fills a few. */
  if (fingerprints->len > 4 * N_BUCKETS)
    {
      g_array_sort (fingerprints, compare);
      return;
    }

  scattered = g_new (gint64, fingerprints->len + 1);
  scatter (numbers, scattered, fingerprints->len);

  for (guint i = 0; i < fingerprints->len; i++)
    {
      gint64 number = scattered[i];
      guint hole = i;

      for (; hole > 0 && numbers[hole - 1] > number; hole--)
        numbers[hole] = numbers[hole - 1];
      numbers[hole] = number;
    }
}

/**
 * amb_fingerprints_sort_unique:
 * @fingerprints: (element-type gint64): numbers of [func@fingerprints_list]
 *
 * Sorts the numbers, lowest first, and keeps one of each.
 */
void
amb_fingerprints_sort_unique (GArray *fingerprints)
{
  gint64 *numbers = (gint64 *) (gpointer) fingerprints->data;
  guint kept = 0;

  sort (fingerprints);

  for (guint i = 0; i < fingerprints->len; i++)
    if (kept == 0 || numbers[kept - 1] != numbers[i])
      numbers[kept++] = numbers[i];

  g_array_set_size (fingerprints, kept);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-difference.h"

#include <string.h>

/* Two texts of 2,000 words that have nothing in common: 8 MB for a moment. Longer ones count as replaced. */
#define MAXIMUM_CELLS (4 * 1000 * 1000)

typedef struct
{
  const char *text;
  AmbRange *words;
  gsize n_words;
} Side;

/* A word takes the white space behind it along. */
static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (AmbRange));
  const char *start = text;
  gboolean in_space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      if (in_space && !is_space)
        {
          amb_range_array_add (words, start - text, p - text);
          start = p;
        }
      in_space = is_space;
    }

  if (*start != '\0')
    amb_range_array_add (words, start - text, strlen (text));

  return words;
}

static gboolean
is_same (const Side *before,
         gsize       i,
         const Side *after,
         gsize       j)
{
  const AmbRange *a = &before->words[i];
  const AmbRange *b = &after->words[j];

  return a->end - a->start == b->end - b->start &&
         memcmp (before->text + a->start, after->text + b->start, a->end - a->start) == 0;
}

static void
add (GArray            *parts,
     AmbDifferenceKind  kind,
     const AmbRange    *range)
{
  AmbDifference *last = parts->len == 0 ? NULL : &g_array_index (parts, AmbDifference, parts->len - 1);
  AmbDifference part = { kind, *range };

  if (last != NULL && last->kind == kind && last->range.end == range->start)
    last->range.end = range->end;
  else
    g_array_append_val (parts, part);
}

static void
add_all (GArray            *parts,
         AmbDifferenceKind  kind,
         const Side        *side)
{
  for (gsize i = 0; i < side->n_words; i++)
    add (parts, kind, &side->words[i]);
}

/* The length of the longest common subsequence of what follows each pair of words (Wagner and Fischer 1974). */
static guint16 *
measure (const Side *before,
         const Side *after)
{
  gsize width = after->n_words + 1;
  guint16 *lengths = g_new0 (guint16, (before->n_words + 1) * width);

  for (gsize i = before->n_words; i-- > 0;)
    for (gsize j = after->n_words; j-- > 0;)
      {
        guint16 *cell = &lengths[i * width + j];

        *cell = is_same (before, i, after, j) ? cell[width + 1] + 1 : MAX (cell[width], cell[1]);
      }

  return lengths;
}

static void
compare (GArray     *parts,
         const Side *before,
         const Side *after)
{
  gsize width = after->n_words + 1;
  g_autofree guint16 *lengths = measure (before, after);
  gsize i = 0;
  gsize j = 0;

  while (i < before->n_words && j < after->n_words)
    {
      const guint16 *cell = &lengths[i * width + j];

      if (is_same (before, i, after, j))
        {
          add (parts, AMB_DIFFERENCE_SAME, &after->words[j]);
          i++;
          j++;
        }
      else if (cell[width] >= cell[1])
        add (parts, AMB_DIFFERENCE_REMOVED, &before->words[i++]);
      else
        add (parts, AMB_DIFFERENCE_ADDED, &after->words[j++]);
    }

  while (i < before->n_words)
    add (parts, AMB_DIFFERENCE_REMOVED, &before->words[i++]);
  while (j < after->n_words)
    add (parts, AMB_DIFFERENCE_ADDED, &after->words[j++]);
}

static gboolean
is_small (const Side *before,
          const Side *after)
{
  return before->n_words < G_MAXUINT16 && after->n_words < G_MAXUINT16 &&
         (before->n_words + 1) * (after->n_words + 1) <= MAXIMUM_CELLS;
}

/* What both begin or end with needs no table. */
static gsize
cut_start (Side *before,
           Side *after)
{
  gsize n = 0;

  while (n < before->n_words && n < after->n_words && is_same (before, n, after, n))
    n++;

  before->words += n;
  before->n_words -= n;
  after->words += n;
  after->n_words -= n;

  return n;
}

static gsize
cut_end (Side *before,
         Side *after)
{
  gsize n = 0;

  while (before->n_words > 0 && after->n_words > 0 &&
         is_same (before, before->n_words - 1, after, after->n_words - 1))
    {
      before->n_words--;
      after->n_words--;
      n++;
    }

  return n;
}

/**
 * amb_difference_find:
 * @before: UTF-8
 * @after: UTF-8
 *
 * Compares two texts word by word: the fewest words removed and added that turn one into the other. Where the texts are
 * so long that it would take noticeable time, everything between what they begin and end with counts as replaced.
 * Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbDifference): the passages in order; all that were not removed make up @after,
 *   all that were not added make up @before
 */
GArray *
amb_difference_find (const char *before,
                     const char *after)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (AmbDifference));
  g_autoptr (GArray) before_words = NULL;
  g_autoptr (GArray) after_words = NULL;
  Side old = { before };
  Side new = { after };
  const AmbRange *first;
  gsize n_first;
  gsize n_last;

  g_return_val_if_fail (before != NULL, parts);
  g_return_val_if_fail (after != NULL, parts);

  before_words = split (before);
  after_words = split (after);
  old.words = (AmbRange *) before_words->data;
  old.n_words = before_words->len;
  new.words = (AmbRange *) after_words->data;
  new.n_words = after_words->len;
  first = new.words;

  n_first = cut_start (&old, &new);
  n_last = cut_end (&old, &new);

  for (gsize i = 0; i < n_first; i++)
    add (parts, AMB_DIFFERENCE_SAME, &first[i]);
  if (is_small (&old, &new))
    compare (parts, &old, &new);
  else
    {
      add_all (parts, AMB_DIFFERENCE_REMOVED, &old);
      add_all (parts, AMB_DIFFERENCE_ADDED, &new);
    }
  for (gsize i = 0; i < n_last; i++)
    add (parts, AMB_DIFFERENCE_SAME, &new.words[new.n_words + i]);

  return parts;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-lists"

#include "config.h"

#include "amb-id-diff.h"

/* How far to look for the row at which both go on together. */
#define WINDOW 512

/* Each change moves the rows behind it, so many small ones cost more than one large one. */
#define MOST_CHANGES 64

static gint64
get (GArray *ids,
     guint   position)
{
  return g_array_index (ids, gint64, position);
}

/* Counts the rows that stand before the row @wanted of the other array; WINDOW when it is not near. */
static guint
count_until (GArray *ids,
             guint   position,
             guint   end,
             gint64  wanted)
{
  guint most = MIN (WINDOW, end - position);

  for (guint n = 1; n < most; n++)
    {
      if (get (ids, position + n) == wanted)
        return n;
    }

  return WINDOW;
}

/* Both arrays differ at their position: finds how many rows of each to pass over until they go on together. */
static void
measure_change (GArray *before,
                guint   i,
                guint   before_end,
                GArray *after,
                guint   j,
                guint   after_end,
                guint  *removed,
                guint  *added)
{
  guint gone = j < after_end ? count_until (before, i, before_end, get (after, j)) : WINDOW;
  guint come = i < before_end ? count_until (after, j, after_end, get (before, i)) : WINDOW;

  *removed = before_end - i;
  *added = after_end - j;
  if (gone < come)
    {
      *removed = gone;
      *added = 0;
    }
  else if (come < WINDOW)
    {
      *removed = 0;
      *added = come;
    }
  else if (i + 1 < before_end && j + 1 < after_end && get (before, i + 1) == get (after, j + 1))
    {
      *removed = 1;
      *added = 1;
    }
}

/**
 * amb_id_diff:
 * @before: (element-type gint64): the ids as they were
 * @after: (element-type gint64): the ids as they are
 * @func: (scope call): called for each change, the first first; its position is that in @after
 * @data: for @func
 *
 * Tells how one array of ids became another, in few and small changes. What the beginnings and the ends have in common
 * is passed over; in between, rows that came, went or moved are told where that happened. Takes time in proportion to
 * the length, a millisecond for a million rows.
 */
void
amb_id_diff (GArray        *before,
             GArray        *after,
             AmbIdDiffFunc  func,
             gpointer       data)
{
  guint before_end = before->len;
  guint after_end = after->len;
  guint n_changes = 0;
  guint i = 0;
  guint j = 0;

  while (before_end > 0 && after_end > 0 && get (before, before_end - 1) == get (after, after_end - 1))
    {
      before_end--;
      after_end--;
    }

  while (i < before_end || j < after_end)
    {
      guint removed;
      guint added;

      if (i < before_end && j < after_end && get (before, i) == get (after, j))
        {
          i++;
          j++;
          continue;
        }

      measure_change (before, i, before_end, after, j, after_end, &removed, &added);
      if (++n_changes == MOST_CHANGES)
        {
          removed = before_end - i;
          added = after_end - j;
        }
      func (j, removed, added, data);
      i += removed;
      j += added;
    }
}

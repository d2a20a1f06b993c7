/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-log-statistics.h"

#include <string.h>

#include "amb-entry-statistics.h"
#include "amb-fold.h"
#include "amb-record-enum-types.h"

typedef struct
{
  AmbLogStatistic  statistic;
  GArray          *views;
  GArray          *own_words;
} Group;

typedef struct
{
  AmbLogGrouping  grouping;
  GHashTable     *groups; /* folded key → Group */
} Counting;

static const char * const nicks[AMB_LOG_N_GROUPINGS] = {
  "day", "week", "month", "year", "channel", "kind", "theme", "audience",
};

static void
free_statistic (AmbLogStatistic *statistic)
{
  g_free (statistic->key);
  g_free (statistic);
}

static void
free_group (Group *group)
{
  g_free (group->statistic.key);
  g_array_unref (group->views);
  g_array_unref (group->own_words);
  g_free (group);
}

static Group *
get_group (Counting   *counting,
           const char *key)
{
  g_autofree char *folded = amb_fold (key, -1);
  Group *group = g_hash_table_lookup (counting->groups, folded);

  if (group != NULL)
    return group;

  group = g_new0 (Group, 1);
  group->statistic.key = g_strdup (key);
  group->views = g_array_new (FALSE, FALSE, sizeof (double));
  group->own_words = g_array_new (FALSE, FALSE, sizeof (double));
  g_hash_table_insert (counting->groups, g_steal_pointer (&folded), group);

  return group;
}

static void
count_in (Counting              *counting,
          const AmbEntryFigures *figures,
          const char            *key)
{
  Group *group = get_group (counting, key == NULL ? "" : key);

  group->statistic.n_entries++;
  group->statistic.n_online += figures->online ? 1 : 0;
  group->statistic.n_heard += figures->n_heard;
  if (figures->views >= 0)
    {
      double views = figures->views;

      g_array_append_val (group->views, views);
    }
  if (figures->own_words >= 0.0)
    g_array_append_val (group->own_words, figures->own_words);
}

static void
count_in_period (Counting              *counting,
                 const AmbEntryFigures *figures)
{
  static const char * const formats[] = {
    [AMB_LOG_BY_DAY] = "%Y-%m-%d", [AMB_LOG_BY_WEEK] = "%G-W%V", [AMB_LOG_BY_MONTH] = "%Y-%m", [AMB_LOG_BY_YEAR] = "%Y",
  };
  gint64 on_that_clock = figures->at / 1000 + figures->zone_offset * 60;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (on_that_clock);
  g_autofree char *key = moment == NULL ? NULL : g_date_time_format (moment, formats[counting->grouping]);

  count_in (counting, figures, key);
}

/* An entry that touches several themes counts once in each. */
static void
count_in_labels (Counting              *counting,
                 const AmbEntryFigures *figures)
{
  for (guint i = 0; i < figures->labels->len; i++)
    count_in (counting, figures, g_ptr_array_index (figures->labels, i));
  if (figures->labels->len == 0)
    count_in (counting, figures, NULL);
}

static void
count_entry (const AmbEntryFigures *figures,
             gpointer               data)
{
  Counting *counting = data;

  switch (counting->grouping)
    {
    case AMB_LOG_BY_DAY:
    case AMB_LOG_BY_WEEK:
    case AMB_LOG_BY_MONTH:
    case AMB_LOG_BY_YEAR:
      count_in_period (counting, figures);
      break;
    case AMB_LOG_BY_CHANNEL:
      count_in (counting, figures, figures->channel);
      break;
    case AMB_LOG_BY_KIND:
      count_in (counting, figures, amb_enum_get_nick (AMB_TYPE_ENTRY_KIND, figures->kind));
      break;
    case AMB_LOG_BY_THEME:
      count_in_labels (counting, figures);
      break;
    case AMB_LOG_BY_AUDIENCE:
      if (figures->audience != NULL)
        count_in (counting, figures, figures->audience);
      else
        count_in_labels (counting, figures);
      break;
    case AMB_LOG_N_GROUPINGS:
      g_assert_not_reached ();
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
find_median (GArray *values)
{
  guint middle = values->len / 2;

  if (values->len == 0)
    return 0.0;

  g_array_sort (values, compare_numbers);
  if (values->len % 2 == 1)
    return g_array_index (values, double, middle);

  return (g_array_index (values, double, middle - 1) + g_array_index (values, double, middle)) / 2.0;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const AmbLogStatistic *first = *(AmbLogStatistic * const *) a;
  const AmbLogStatistic *second = *(AmbLogStatistic * const *) b;

  return strcmp (first->key, second->key);
}

static GPtrArray *
collect (Counting *counting)
{
  GPtrArray *statistics = g_ptr_array_new_with_free_func ((GDestroyNotify) free_statistic);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counting->groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Group *group = value;
      AmbLogStatistic *statistic = g_memdup2 (&group->statistic, sizeof group->statistic);

      statistic->key = g_strdup (group->statistic.key);
      statistic->n_views = group->views->len;
      statistic->views_median = find_median (group->views);
      statistic->n_own_words = group->own_words->len;
      statistic->own_words_median = find_median (group->own_words);
      g_ptr_array_add (statistics, statistic);
    }
  g_ptr_array_sort (statistics, compare_keys);

  return statistics;
}

/**
 * amb_log_grouping_from_nick:
 * @nick: a word
 * @grouping: (out): what it stands for
 *
 * Reads by what to count.
 *
 * Returns: %TRUE when there is such a word
 */
gboolean
amb_log_grouping_from_nick (const char     *nick,
                            AmbLogGrouping *grouping)
{
  for (guint i = 0; i < AMB_LOG_N_GROUPINGS; i++)
    {
      if (g_strcmp0 (nicks[i], nick) != 0)
        continue;
      *grouping = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * amb_log_grouping_get_nick:
 * @grouping: by what is counted
 *
 * Gets the word for it.
 *
 * Returns: (transfer none): a word
 */
const char *
amb_log_grouping_get_nick (AmbLogGrouping grouping)
{
  g_return_val_if_fail (grouping < AMB_LOG_N_GROUPINGS, NULL);

  return nicks[grouping];
}

/**
 * amb_log_statistics_make:
 * @connection: a connection
 * @grouping: by what to count
 * @since: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment that counts
 * @until: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment that counts no more
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Counts the entries of the log. What the person did not confirm does not count.
 *
 * Returns: (transfer full) (element-type AmbLogStatistic) (nullable): the groups, sorted by key
 */
GPtrArray *
amb_log_statistics_make (AmbConnection   *connection,
                         AmbLogGrouping   grouping,
                         gint64           since,
                         gint64           until,
                         GError         **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_group);
  Counting counting = { grouping, groups };
  AmbStoryLabelKind labels = grouping == AMB_LOG_BY_THEME      ? AMB_STORY_LABEL_THEME
                             : grouping == AMB_LOG_BY_AUDIENCE ? AMB_STORY_LABEL_AUDIENCE
                                                               : 0;

  if (!amb_entry_statistics_foreach (connection, since, until, labels, count_entry, &counting, error))
    return NULL;

  return collect (&counting);
}

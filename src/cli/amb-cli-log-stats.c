/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-cli-table.h"
#include "amb-cli-value.h"
#include "amb-log-statistics.h"
#include "amb-record-enum-types.h"
#include "amb-record-enums.h"
#include "amb-time.h"

typedef struct
{
  AmbLogGrouping  grouping;
  gint64          since;
  gint64          until;
  GPtrArray      *statistics;
} Question;

static gpointer
count (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  Question *question = data;

  question->statistics = amb_log_statistics_make (connection, question->grouping, question->since, question->until, error);

  return NULL;
}

static gboolean
read_grouping (const char      *nick,
               AmbLogGrouping  *grouping,
               GError         **error)
{
  g_autoptr (GString) known = NULL;

  if (nick == NULL || amb_log_grouping_from_nick (nick, grouping))
    return TRUE;

  known = g_string_new (NULL);
  for (guint i = 0; i < AMB_LOG_N_GROUPINGS; i++)
    g_string_append_printf (known, "%s%s", i == 0 ? "" : ", ", amb_log_grouping_get_nick (i));
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not one of: %s."), nick, known->str);

  return FALSE;
}

static JsonObject *
make_object (const AmbLogStatistic *statistic)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "key", statistic->key);
  json_object_set_int_member (object, "entries", statistic->n_entries);
  json_object_set_int_member (object, "online", statistic->n_online);
  json_object_set_int_member (object, "offline", statistic->n_entries - statistic->n_online);
  json_object_set_int_member (object, "heard", statistic->n_heard);
  json_object_set_int_member (object, "views_measured", statistic->n_views);
  if (statistic->n_views > 0)
    json_object_set_double_member (object, "views_median", statistic->views_median);
  json_object_set_int_member (object, "own_words_measured", statistic->n_own_words);
  if (statistic->n_own_words > 0)
    json_object_set_double_member (object, "own_words_median", statistic->own_words_median);

  return object;
}

static void
print_json (AmbCli    *cli,
            GPtrArray *statistics)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < statistics->len; i++)
    json_array_add_object_element (array, make_object (g_ptr_array_index (statistics, i)));
  amb_cli_print_json (cli, json_node_init_array (json_node_alloc (), array));
}

static char *
format_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static const char *
name_key (AmbLogGrouping  grouping,
          const char     *key)
{
  int kind;

  if (*key == '\0')
    return "–";
  if (grouping == AMB_LOG_BY_CHANNEL)
    return amb_channel_rules_name_channel (key);
  if (grouping == AMB_LOG_BY_KIND && amb_enum_from_nick (AMB_TYPE_ENTRY_KIND, key, &kind))
    return amb_entry_kind_get_label (kind);

  return key;
}

static void
print_text (AmbCli    *cli,
            Question  *question)
{
  static const char * const labels[] = {
    [AMB_LOG_BY_DAY] = N_("Day"), [AMB_LOG_BY_WEEK] = N_("Week"), [AMB_LOG_BY_MONTH] = N_("Month"),
    [AMB_LOG_BY_YEAR] = N_("Year"), [AMB_LOG_BY_CHANNEL] = N_("Channel"), [AMB_LOG_BY_KIND] = N_("Kind"),
    [AMB_LOG_BY_THEME] = N_("Theme"), [AMB_LOG_BY_AUDIENCE] = N_("Audience"),
  };
  g_autoptr (AmbCliTable) table = amb_cli_table_new (7);

  /* Translators: how many entries, and the median of how often they were seen and of the share of own words */
  amb_cli_table_add (table, _(labels[question->grouping]), _("Entries"), _("Online"), _("Offline"),
                     _("Heard"), _("Views (median)"), _("Own words (median)"));
  for (guint i = 0; i < question->statistics->len; i++)
    {
      const AmbLogStatistic *statistic = g_ptr_array_index (question->statistics, i);
      g_autofree char *entries = format_count (statistic->n_entries);
      g_autofree char *online = format_count (statistic->n_online);
      g_autofree char *offline = format_count (statistic->n_entries - statistic->n_online);
      g_autofree char *heard = format_count (statistic->n_heard);
      g_autofree char *views = g_strdup_printf ("%.1f", statistic->views_median);
      g_autofree char *own_words = g_strdup_printf ("%.0f %%", statistic->own_words_median * 100.0);

      amb_cli_table_add (table, name_key (question->grouping, statistic->key), entries, online, offline, heard,
                         statistic->n_views > 0 ? views : "–", statistic->n_own_words > 0 ? own_words : "–");
    }
  amb_cli_table_print (table, cli, TRUE);
}

static gboolean
run_stats (AmbCli  *cli,
           GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GPtrArray) statistics = NULL;
  Question question = { AMB_LOG_BY_MONTH, AMB_TIME_UNSET, AMB_TIME_UNSET, NULL };
  gboolean done;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_("day, week, month, year, channel, kind, theme or audience"), N_("WHAT") },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &since, N_("Only from this day on"), N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Only up to and including this day"), N_("DATE") },
    { NULL }
  };

  if (!amb_cli_parse (cli, entries, 0, 0, error) ||
      !read_grouping (by, &question.grouping, error) ||
      (since != NULL && !amb_cli_value_read_time (since, &question.since, NULL, error)) ||
      (until != NULL && !amb_cli_value_read_until (until, &question.until, error)))
    return FALSE;

  done = amb_cli_run (cli, AMB_ACCESS_READ, count, &question, error);
  statistics = question.statistics;
  if (done && amb_cli_wants_json (cli))
    print_json (cli, statistics);
  else if (done)
    print_text (cli, &question);

  return done;
}

const AmbCliCommand amb_cli_log_stats_commands[] = {
  { "log stats", NULL, N_("Count the entries"), run_stats },
  { NULL }
};

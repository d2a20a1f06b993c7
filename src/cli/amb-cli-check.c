/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-channel-store.h"
#include "amb-checker.h"
#include "amb-cli-table.h"
#include "amb-cli-value.h"
#include "amb-json-object.h"
#include "amb-readability.h"
#include "amb-setting-store.h"
#include "amb-story-store.h"

typedef struct
{
  char           *text;
  char          **channels;
  char           *language;
  GArray         *stories;
  AmbCheckReport *report;
  AmbReadability  readability;
} Check;

static const char * const grades[] = {
  [AMB_READABILITY_GRADE_NONE] = NULL,
  [AMB_READABILITY_GRADE_VERY_HARD] = "very-hard",
  [AMB_READABILITY_GRADE_HARD] = "hard",
  [AMB_READABILITY_GRADE_RATHER_HARD] = "rather-hard",
  [AMB_READABILITY_GRADE_NORMAL] = "normal",
  [AMB_READABILITY_GRADE_RATHER_EASY] = "rather-easy",
  [AMB_READABILITY_GRADE_EASY] = "easy",
  [AMB_READABILITY_GRADE_VERY_EASY] = "very-easy",
};

static void
add_channel (AmbDraft   *draft,
             const char *channel)
{
  g_autoptr (AmbVariant) variant = amb_variant_new ();

  if (amb_draft_get_variant (draft, channel) != NULL)
    return;

  amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, channel);
  g_list_store_append (amb_draft_get_variants (draft), variant);
}

/* Who names no channel means those where they are; who told of none, every one that the program knows. */
static gboolean
add_usual_channels (AmbConnection  *connection,
                    AmbDraft       *draft,
                    GError        **error)
{
  g_autoptr (GListStore) own = amb_channel_store_list (connection, error);
  const AmbChannelRules * const *rules;
  gsize n_rules;

  if (own == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (own)); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (G_LIST_MODEL (own), i);

      add_channel (draft, amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL));
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (own)) > 0)
    return TRUE;

  rules = amb_channel_rules_list (&n_rules);
  for (gsize i = 0; i < n_rules; i++)
    add_channel (draft, amb_channel_rules_get_id (rules[i]));

  return TRUE;
}

static gboolean
add_channels (AmbConnection  *connection,
              Check          *check,
              AmbDraft       *draft,
              GError        **error)
{
  if (check->channels == NULL)
    return add_usual_channels (connection, draft, error);

  for (guint i = 0; check->channels[i] != NULL; i++)
    {
      if (!amb_cli_value_require_channel (connection, check->channels[i], error))
        return FALSE;
      add_channel (draft, check->channels[i]);
    }

  return TRUE;
}

static gboolean
add_stories (AmbConnection  *connection,
             Check          *check,
             AmbDraft       *draft,
             GError        **error)
{
  for (guint i = 0; i < check->stories->len; i++)
    {
      gint64 id = g_array_index (check->stories, gint64, i);
      g_autoptr (AmbStory) story = NULL;

      if (!amb_story_store_require (connection, id, error))
        return FALSE;
      story = amb_story_store_load (connection, id, error);
      if (story == NULL)
        return FALSE;

      amb_draft_add_story (draft, id, amb_story_get_version (story));
      if (amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE) == NULL)
        amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, amb_story_get_text (story, AMB_STORY_LANGUAGE));
    }

  return TRUE;
}

/* What was said on the command line comes first, then what the story is in, then what the person chose once. */
static gboolean
measure_readability (AmbConnection  *connection,
                     Check          *check,
                     AmbDraft       *draft,
                     GError        **error)
{
  g_autofree char *usual = amb_cli_value_get_language ();
  g_autofree char *chosen = NULL;
  const char *language = check->language;

  if (!amb_setting_store_get (connection, "check-language", &chosen, error))
    return FALSE;

  if (language == NULL)
    language = amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE);
  if (language == NULL)
    language = chosen;
  amb_readability_measure (check->text, language == NULL ? usual : language, &check->readability);

  return TRUE;
}

static gpointer
check_text (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  Check *check = data;
  g_autoptr (AmbDraft) draft = amb_draft_new ();

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, check->text);
  if (add_stories (connection, check, draft, error) && add_channels (connection, check, draft, error) &&
      measure_readability (connection, check, draft, error))
    check->report = amb_checker_check (connection, draft, NULL, check->language, error);

  return NULL;
}

static JsonArray *
make_channels (AmbCheckReport *report)
{
  GArray *channels = amb_check_report_get_channels (report);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < channels->len; i++)
    {
      const AmbCheckChannel *channel = &g_array_index (channels, AmbCheckChannel, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "channel", channel->channel);
      json_object_set_string_member (object, "unit", amb_length_unit_get_name (channel->length.unit));
      json_object_set_int_member (object, "length", channel->length.length);
      if (channel->length.limit > 0)
        {
          json_object_set_int_member (object, "limit", channel->length.limit);
          json_object_set_int_member (object, "remaining", channel->length.remaining);
        }
      json_object_set_boolean_member (object, "over", channel->length.over);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
make_own_words (AmbCheckReport *report)
{
  GArray *passages = amb_check_report_get_passages (report);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < passages->len; i++)
    {
      const AmbCheckPassage *passage = &g_array_index (passages, AmbCheckPassage, i);
      JsonObject *member = json_object_new ();

      json_object_set_int_member (member, "start", passage->range.start);
      json_object_set_int_member (member, "end", passage->range.end);
      json_object_set_int_member (member, "story", passage->story_id);
      json_array_add_object_element (array, member);
    }
  json_object_set_int_member (object, "words", amb_check_report_get_words (report));
  json_object_set_int_member (object, "copied", amb_check_report_get_copied (report));
  json_object_set_double_member (object, "share", amb_check_report_get_share (report));
  json_object_set_array_member (object, "passages", array);

  return object;
}

static JsonObject *
make_readability (const AmbReadability *readability)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "formula", readability->formula);
  if (readability->enough)
    json_object_set_double_member (object, "score", readability->score);
  amb_json_object_set_text (object, "grade", grades[readability->grade]);

  return object;
}

static const char *
get_severity (AmbSeverity severity)
{
  switch (severity)
    {
    case AMB_SEVERITY_HINT:
      return "hint";
    case AMB_SEVERITY_WARNING:
      return "warning";
    case AMB_SEVERITY_ERROR:
      return "error";
    }

  return NULL;
}

static JsonArray *
make_issues (AmbCheckReport *report)
{
  GArray *issues = amb_check_report_get_issues (report);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < issues->len; i++)
    {
      const AmbCheckIssue *issue = &g_array_index (issues, AmbCheckIssue, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", issue->id);
      json_object_set_string_member (object, "severity", get_severity (issue->severity));
      json_object_set_int_member (object, "start", issue->range.start);
      json_object_set_int_member (object, "end", issue->range.end);
      json_object_set_string_member (object, "message", issue->message);
      amb_json_object_set_text (object, "why", issue->why);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_json (AmbCli *cli,
            Check  *check)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "channels", make_channels (check->report));
  json_object_set_object_member (object, "own_words", make_own_words (check->report));
  json_object_set_object_member (object, "readability", make_readability (&check->readability));
  json_object_set_array_member (object, "issues", make_issues (check->report));
  amb_cli_print_json (cli, amb_json_object_to_node (object));
}

static void
print_channels (AmbCli         *cli,
                AmbCheckReport *report)
{
  GArray *channels = amb_check_report_get_channels (report);
  g_autoptr (AmbCliTable) table = amb_cli_table_new (2);

  for (guint i = 0; i < channels->len; i++)
    {
      const AmbCheckChannel *channel = &g_array_index (channels, AmbCheckChannel, i);
      g_autofree char *length = NULL;

      if (channel->length.limit > 0)
        /* Translators: the length of a text, and how much of what it may be is left */
        length = g_strdup_printf (_("%d of %d, %d left"), (int) channel->length.length, (int) channel->length.limit,
                                  (int) channel->length.remaining);
      else
        length = g_strdup_printf ("%d", (int) channel->length.length);
      amb_cli_table_add (table, amb_channel_rules_name_channel (channel->channel), length);
    }
  amb_cli_table_print (table, cli, FALSE);
}

static void
print_text (AmbCli *cli,
            Check  *check)
{
  GArray *issues = amb_check_report_get_issues (check->report);

  print_channels (cli, check->report);
  amb_cli_print (cli, AMB_CLI_PLAIN, "\n");
  amb_cli_print (cli, AMB_CLI_PLAIN, _("%d of %d words are your own.\n"),
                 (int) (amb_check_report_get_words (check->report) - amb_check_report_get_copied (check->report)),
                 (int) amb_check_report_get_words (check->report));
  /* Translators: followed by how a text reads, for example “easy” */
  amb_cli_print (cli, AMB_CLI_PLAIN, _("Reading it: %s.\n"), amb_readability_grade_get_name (check->readability.grade));

  for (guint i = 0; i < issues->len; i++)
    {
      const AmbCheckIssue *issue = &g_array_index (issues, AmbCheckIssue, i);

      amb_cli_print (cli, issue->severity == AMB_SEVERITY_ERROR ? AMB_CLI_BAD : AMB_CLI_PLAIN, "• %s", issue->message);
      if (issue->why != NULL)
        amb_cli_print (cli, AMB_CLI_DIM, " %s", issue->why);
      amb_cli_print (cli, AMB_CLI_PLAIN, "\n");
    }
}

static gboolean
run_check (AmbCli  *cli,
           GError **error)
{
  g_auto (GStrv) channels = NULL;
  g_auto (GStrv) story_texts = NULL;
  g_autofree char *language = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) stories = NULL;
  g_autoptr (AmbCheckReport) report = NULL;
  const char *path;
  gboolean done;
  Check check;
  const GOptionEntry entries[] = {
    { "channel", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &channels, N_("Where it is to be shared"), N_("CHANNEL") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("The language it is in"), N_("LANGUAGE") },
    { "story", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &story_texts, N_("A story it is about"), N_("ID") },
    { NULL }
  };

  if (!amb_cli_parse (cli, entries, 0, 1, error) || !amb_cli_value_read_ids (story_texts, &stories, error))
    return FALSE;

  path = amb_cli_get_n_arguments (cli) == 0 ? "-" : amb_cli_get_argument (cli, 0);
  text = amb_cli_value_read_text (path, amb_cli_get_cancellable (cli), error);
  if (text == NULL)
    return FALSE;

  check = (Check) { .text = text, .channels = channels, .language = language, .stories = stories };
  done = amb_cli_run (cli, AMB_ACCESS_READ, check_text, &check, error);
  report = check.report;
  if (done && amb_cli_wants_json (cli))
    print_json (cli, &check);
  else if (done)
    print_text (cli, &check);

  return done;
}

const AmbCliCommand amb_cli_check_commands[] = {
  { "check", N_("[FILE|-]"), N_("Check a text as the window would"), run_check },
  { NULL }
};

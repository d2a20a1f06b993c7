/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-log-entry.h"

#include <glib/gi18n-lib.h>

#include "amb-cli-page.h"
#include "amb-cli-table.h"
#include "amb-entry-json.h"

static const struct
{
  const char   *label;
  AmbEntryText  field;
} texts[] = {
  { N_("Channel"), AMB_ENTRY_CHANNEL },
  { N_("Place"), AMB_ENTRY_PLACE },
  { N_("For"), AMB_ENTRY_AUDIENCE },
  { N_("With"), AMB_ENTRY_WITH },
  { N_("Title"), AMB_ENTRY_TITLE },
  { N_("Text"), AMB_ENTRY_TEXT },
  { N_("Link"), AMB_ENTRY_LINK },
  { N_("Language"), AMB_ENTRY_LANGUAGE },
  { N_("To do next"), AMB_ENTRY_FOLLOW_UP },
  { N_("What came of it"), AMB_ENTRY_OUTCOME },
  { N_("How I know"), AMB_ENTRY_EVIDENCE },
  { N_("What I got for it"), AMB_ENTRY_REWARD },
};

static void
add_heard (AmbCliTable *table,
           AmbEntry    *entry)
{
  GListModel *list = G_LIST_MODEL (amb_entry_get_heard (entry));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AmbHeard) heard = g_list_model_get_item (list, i);
      const char *quote = amb_heard_get_text (heard, AMB_HEARD_QUOTE);
      const char *value = amb_heard_get_text (heard, AMB_HEARD_VALUE);
      g_autofree char *line = g_strdup_printf ("%s (%s%s%+d)", quote == NULL ? "" : quote, value == NULL ? "" : value,
                                               value == NULL ? "" : ", ", amb_heard_get_tone (heard));

      amb_cli_table_add_field (table, _("Heard"), line);
    }
}

static void
append_count (GString    *line,
              const char *label,
              gint64      count)
{
  if (count >= 0)
    g_string_append_printf (line, "  %s %" G_GINT64_FORMAT, label, count);
}

static void
add_results (AmbCliTable *table,
             AmbEntry    *entry)
{
  GArray *results = amb_entry_get_results (entry);

  for (guint i = 0; i < results->len; i++)
    {
      const AmbResult *result = &g_array_index (results, AmbResult, i);
      g_autofree char *time = amb_cli_table_format_time (result->at, NULL);
      g_autoptr (GString) line = g_string_new (time);

      append_count (line, _("views"), result->views);
      append_count (line, _("reactions"), result->reactions);
      append_count (line, _("comments"), result->comments);
      append_count (line, _("re-shares"), result->reshares);
      append_count (line, _("clicks"), result->clicks);
      amb_cli_table_add_field (table, _("Result"), line->str);
    }
}

static char *
format_time (AmbEntry *entry)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (amb_entry_get_zone_offset (entry) * 60);

  return amb_cli_table_format_time (amb_entry_get_at (entry), zone);
}

static void
print_text (AmbCli   *cli,
            AmbEntry *entry)
{
  g_autoptr (AmbCliTable) table = amb_cli_table_new (2);
  g_autofree char *time = format_time (entry);
  GArray *stories = amb_entry_get_stories (entry);

  amb_cli_table_add_id (table, _("Number"), amb_record_get_id (AMB_RECORD (entry)));
  amb_cli_table_add_field (table, _("Kind"), amb_entry_kind_get_label (amb_entry_get_kind (entry)));
  amb_cli_table_add_field (table, _("When"), time);
  if (!amb_entry_get_confirmed (entry))
    amb_cli_table_add_field (table, _("Open"), _("Not confirmed that it went out."));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    amb_cli_table_add_field (table, _(texts[i].label), amb_entry_get_text (entry, texts[i].field));
  for (guint i = 0; i < stories->len; i++)
    amb_cli_table_add_id (table, _("Story"), g_array_index (stories, AmbStoryUse, i).story_id);
  if (amb_entry_get_own_words (entry) >= 0.0)
    {
      g_autofree char *share = g_strdup_printf ("%.0f %%", amb_entry_get_own_words (entry) * 100.0);

      amb_cli_table_add_field (table, _("Own words"), share);
    }
  add_results (table, entry);
  add_heard (table, entry);
  amb_cli_table_add_list (table, _("Tags"), amb_entry_get_tags (entry));
  amb_cli_table_print (table, cli, FALSE);
}

/**
 * amb_cli_log_entry_print:
 * @cli: the call
 * @entry: an entry
 *
 * Prints an entry, for whoever asked.
 */
void
amb_cli_log_entry_print (AmbCli   *cli,
                         AmbEntry *entry)
{
  if (amb_cli_wants_json (cli))
    amb_cli_print_json (cli, amb_entry_to_json (entry));
  else
    print_text (cli, entry);
}

static void
print_list (AmbCli    *cli,
            GPtrArray *entries,
            guint      total)
{
  g_autoptr (AmbCliTable) table = amb_cli_table_new (5);

  amb_cli_table_add (table, _("Number"), _("When"), _("Kind"), _("Channel"), _("Text"));
  for (guint i = 0; i < entries->len; i++)
    {
      AmbEntry *entry = g_ptr_array_index (entries, i);
      const char *title = amb_entry_get_text (entry, AMB_ENTRY_TITLE);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, amb_record_get_id (AMB_RECORD (entry)));
      g_autofree char *time = format_time (entry);
      g_autofree char *text = amb_cli_table_shorten (title != NULL ? title : amb_entry_get_text (entry, AMB_ENTRY_TEXT), 60);

      amb_cli_table_add (table, id, time, amb_entry_kind_get_label (amb_entry_get_kind (entry)),
                         amb_entry_get_text (entry, AMB_ENTRY_CHANNEL), text);
    }
  amb_cli_table_print (table, cli, TRUE);
  amb_cli_print (cli, AMB_CLI_DIM, ngettext ("%u entry\n", "%u entries\n", total), total);
}

/**
 * amb_cli_log_entry_print_list:
 * @cli: the call
 * @entries: (element-type AmbEntry): some of the entries of a list
 * @total: how many the list has
 *
 * Prints a list, for whoever asked.
 */
void
amb_cli_log_entry_print_list (AmbCli    *cli,
                              GPtrArray *entries,
                              guint      total)
{
  JsonArray *array;

  if (!amb_cli_wants_json (cli))
    {
      print_list (cli, entries, total);
      return;
    }

  array = json_array_new ();
  for (guint i = 0; i < entries->len; i++)
    json_array_add_element (array, amb_entry_to_json (g_ptr_array_index (entries, i)));
  amb_cli_print_json (cli, amb_cli_page_to_json (total, "entries", array));
}

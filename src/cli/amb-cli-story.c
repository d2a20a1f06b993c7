/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-story.h"

#include <glib/gi18n-lib.h>

#include "amb-cli-table.h"
#include "amb-time.h"

static const struct
{
  const char   *label;
  AmbStoryText  field;
} texts[] = {
  { N_("Organisation"), AMB_STORY_ORGANISATION },
  { N_("Language"), AMB_STORY_LANGUAGE },
  { N_("In one sentence"), AMB_STORY_MESSAGE },
  { N_("Story"), AMB_STORY_BODY },
  { N_("Why it matters"), AMB_STORY_WHY },
  { N_("Better avoid"), AMB_STORY_AVOID },
  { N_("How to say where you work"), AMB_STORY_DISCLOSURE },
  { N_("In thirty seconds"), AMB_STORY_SPOKEN },
  { N_("Whom to ask"), AMB_STORY_CONTACT },
  { N_("My role"), AMB_STORY_MY_ROLE },
  { N_("My note"), AMB_STORY_NOTE },
  { N_("Not for me"), AMB_STORY_DISMISSED },
};

static const struct
{
  const char       *label;
  AmbStoryLabelKind kind;
} labels[] = {
  { N_("Themes"), AMB_STORY_LABEL_THEME },
  /* Translators: what somebody stands for, not what something is worth */
  { N_("Values"), AMB_STORY_LABEL_VALUE },
  { N_("Audiences"), AMB_STORY_LABEL_AUDIENCE },
  { N_("Hashtags"), AMB_STORY_LABEL_HASHTAG },
};

static const struct
{
  const char       *label;
  AmbStoryPartKind  kind;
} parts[] = {
  { N_("Proof"), AMB_STORY_PART_PROOF },
  { N_("Role"), AMB_STORY_PART_ROLE },
  { N_("Question to you"), AMB_STORY_PART_PROMPT },
  { N_("Ready text"), AMB_STORY_PART_VARIANT },
  { N_("They may ask"), AMB_STORY_PART_QUESTION },
  { N_("Link"), AMB_STORY_PART_LINK },
  { N_("Picture"), AMB_STORY_PART_MEDIA },
};

/* One line for each text that the part has. */
static void
add_part (AmbCliTable  *table,
          const char   *label,
          AmbStoryPart *part)
{
  static const AmbStoryPartText fields[] = {
    AMB_STORY_PART_NAME, AMB_STORY_PART_TEXT, AMB_STORY_PART_ADDRESS, AMB_STORY_PART_NOTE,
  };
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = amb_record_get_text (AMB_RECORD (part), fields[i]);

      if (text != NULL)
        g_string_append_printf (lines, "%s%s", lines->len == 0 ? "" : "\n", text);
    }
  amb_cli_table_add_field (table, label, lines->str);
}

static void
add_parts (AmbCliTable *table,
           AmbStory    *story)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (parts); kind++)
    {
      for (guint i = 0; i < amb_story_get_n_parts (story); i++)
        {
          AmbStoryPart *part = amb_story_get_part (story, i);

          if (amb_story_part_get_kind (part) == parts[kind].kind)
            add_part (table, _(parts[kind].label), part);
        }
    }
}

/**
 * amb_cli_story_print:
 * @cli: the call
 * @story: a story
 *
 * Prints a whole story for a person.
 */
void
amb_cli_story_print (AmbCli   *cli,
                     AmbStory *story)
{
  g_autoptr (AmbCliTable) table = amb_cli_table_new (2);
  gint64 until = amb_story_get_usable_until (story); /* the first moment at which it may not be shared any more */

  amb_cli_print (cli, AMB_CLI_HEADING, "%s", amb_story_get_text (story, AMB_STORY_TITLE));
  amb_cli_print (cli, AMB_CLI_PLAIN, "\n\n");

  amb_cli_table_add_id (table, _("Number"), amb_record_get_id (AMB_RECORD (story)));
  amb_cli_table_add_field (table, _("Kind"), amb_story_kind_get_label (amb_story_get_kind (story)));
  if (amb_story_get_status (story) == AMB_STORY_STATUS_WITHDRAWN)
    amb_cli_table_add_field (table, _("Withdrawn"), _("The organisation took it back."));
  if (!amb_story_get_cleared (story))
    amb_cli_table_add_field (table, _("Internal"), _("It is only for inside the organisation."));
  amb_cli_table_add_time (table, _("Usable from"), amb_story_get_usable_from (story));
  amb_cli_table_add_time (table, _("Usable until"), until == AMB_TIME_UNSET ? until : until - 1);
  amb_cli_table_add_time (table, _("Last used"), amb_story_get_used_at (story));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    amb_cli_table_add_list (table, _(labels[i].label), amb_story_get_labels (story, labels[i].kind));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    amb_cli_table_add_field (table, _(texts[i].label), amb_story_get_text (story, texts[i].field));
  add_parts (table, story);

  amb_cli_table_print (table, cli, FALSE);
}

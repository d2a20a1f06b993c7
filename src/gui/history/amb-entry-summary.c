/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-summary.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-format.h"

#define TITLE_CHARACTERS 120

static const char *
skip_space (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static char *
cut_first_line (const char *text)
{
  const char *start = skip_space (text);
  gsize length = strcspn (start, "\r\n");
  g_autofree char *line = g_strndup (start, length);

  return g_utf8_strlen (line, -1) > TITLE_CHARACTERS ? g_utf8_substring (line, 0, TITLE_CHARACTERS)
                                                     : g_steal_pointer (&line);
}

static gboolean
has_words (AmbEntry *entry)
{
  const char *text = amb_entry_get_text (entry, AMB_ENTRY_TEXT);

  return amb_entry_get_text (entry, AMB_ENTRY_TITLE) != NULL || (text != NULL && *skip_space (text) != '\0');
}

/**
 * amb_entry_summary_get_title:
 * @entry: an entry
 *
 * Puts an entry into a few words: its title, else the first words of its text, else whom it was with, else what it was.
 *
 * Returns: (transfer full): one line of UTF-8
 */
char *
amb_entry_summary_get_title (AmbEntry *entry)
{
  const char *title = amb_entry_get_text (entry, AMB_ENTRY_TITLE);
  const char *text = amb_entry_get_text (entry, AMB_ENTRY_TEXT);
  const char *with = amb_entry_get_text (entry, AMB_ENTRY_WITH);

  if (has_words (entry))
    return cut_first_line (title != NULL ? title : text);
  if (with != NULL)
    return cut_first_line (with);

  return g_strdup (amb_entry_kind_get_label (amb_entry_get_kind (entry)));
}

/**
 * amb_entry_summary_get_place:
 * @entry: an entry
 *
 * Says where it was: the channel, else the place, else whom it was with, unless that is the title already.
 *
 * Returns: (transfer full): UTF-8, empty when nothing is known
 */
char *
amb_entry_summary_get_place (AmbEntry *entry)
{
  const char *channel = amb_entry_get_text (entry, AMB_ENTRY_CHANNEL);
  const char *place = amb_entry_get_text (entry, AMB_ENTRY_PLACE);
  const char *with = amb_entry_get_text (entry, AMB_ENTRY_WITH);

  if (channel != NULL)
    return g_strdup (amb_channel_rules_name_channel (channel));

  if (place != NULL)
    return g_strdup (place);

  return g_strdup (with != NULL && has_words (entry) ? with : "");
}

static char *
format_views (gint64 number)
{
  g_autofree char *text = amb_format_number (number);

  return g_strdup_printf (ngettext ("%s view", "%s views", (gulong) number), text);
}

static char *
format_reactions (gint64 number)
{
  g_autofree char *text = amb_format_number (number);

  return g_strdup_printf (ngettext ("%s reaction", "%s reactions", (gulong) number), text);
}

static char *
format_comments (gint64 number)
{
  g_autofree char *text = amb_format_number (number);

  return g_strdup_printf (ngettext ("%s comment", "%s comments", (gulong) number), text);
}

static char *
format_reshares (gint64 number)
{
  g_autofree char *text = amb_format_number (number);

  return g_strdup_printf (ngettext ("%s re-share", "%s re-shares", (gulong) number), text);
}

static char *
format_clicks (gint64 number)
{
  g_autofree char *text = amb_format_number (number);

  return g_strdup_printf (ngettext ("%s click", "%s clicks", (gulong) number), text);
}

/* In the order in which they say most: the first that is known stands for the rest. */
static char **
list_counts (const AmbResult *result)
{
  g_autoptr (GStrvBuilder) counts = g_strv_builder_new ();
  const struct
  {
    gint64 number;
    char *(*format) (gint64 number);
  } numbers[] = {
    { result->views, format_views },
    { result->reactions, format_reactions },
    { result->comments, format_comments },
    { result->reshares, format_reshares },
    { result->clicks, format_clicks },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *count = numbers[i].number < 0 ? NULL : numbers[i].format (numbers[i].number);

      if (count != NULL)
        g_strv_builder_add (counts, count);
    }

  return g_strv_builder_end (counts);
}

/**
 * amb_entry_summary_list_numbers:
 * @result: what an entry had brought at one moment
 *
 * Lists the numbers that are known.
 *
 * Returns: (transfer full): UTF-8, for example “1,204 views · 35 reactions”
 */
char *
amb_entry_summary_list_numbers (const AmbResult *result)
{
  g_auto (GStrv) counts = list_counts (result);

  return g_strjoinv (" · ", counts);
}

/**
 * amb_entry_summary_get_result:
 * @entry: an entry
 *
 * Says in one number what it brought: the latest that was counted, else how many people it reached.
 *
 * Returns: (transfer full): UTF-8, empty when nothing is known
 */
char *
amb_entry_summary_get_result (AmbEntry *entry)
{
  GArray *results = amb_entry_get_results (entry);
  int reached = amb_entry_get_reached (entry);
  g_autofree char *text = NULL;

  if (results->len > 0)
    {
      g_auto (GStrv) counts = list_counts (&g_array_index (results, AmbResult, results->len - 1));

      if (counts[0] != NULL)
        return g_strdup (counts[0]);
    }
  if (reached < 0)
    return g_strdup ("");

  text = amb_format_number (reached);

  return g_strdup_printf (ngettext ("%s person", "%s people", (gulong) reached), text);
}

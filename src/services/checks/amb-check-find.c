/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check.h"

#include "amb-search-query.h"

/* What a search takes for the end of a phrase. */
static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e;
}

/* Finds words where they stand together as whole words; accents, case and what stands between them do not matter.
 * Returns: (transfer full) (element-type AmbRange): the places in the text */
GArray *
amb_check_find (const AmbCheckInput *input,
                const char          *words)
{
  g_autoptr (GString) phrase = g_string_new ("\"");
  g_autoptr (AmbSearchQuery) query = NULL;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (phrase, is_quote (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  g_string_append_c (phrase, '"');
  query = amb_search_query_parse (phrase->str);

  return amb_search_query_find (query, input->text);
}

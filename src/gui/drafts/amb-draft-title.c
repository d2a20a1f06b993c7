/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-title.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-excerpt.h"

#define MAX_TITLE 120

static const char *
skip_space (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/**
 * amb_draft_title_make:
 * @text: (nullable): the main text of a draft
 *
 * A draft has no title of its own: its first words are.
 *
 * Returns: (transfer full): one line, never empty
 */
char *
amb_draft_title_make (const char *text)
{
  const char *start = text == NULL ? "" : skip_space (text);
  g_autofree char *line = g_strndup (start, strcspn (start, "\n"));

  if (*line == '\0')
    /* Translators: stands for a draft that has no words yet */
    return g_strdup (_("Empty draft"));

  return amb_excerpt_cut (line, (AmbRange) { 0, 0 }, MAX_TITLE);
}

/**
 * amb_draft_title_get_symbol:
 * @state: a state
 *
 * Gives the symbol that stands beside the word for a state.
 *
 * Returns: (transfer none): the name of an icon
 */
const char *
amb_draft_title_get_symbol (AmbDraftState state)
{
  switch (state)
    {
    case AMB_DRAFT_STATE_IDEA:
      return "amb-idea-symbolic";
    case AMB_DRAFT_STATE_DRAFT:
      return "document-edit-symbolic";
    case AMB_DRAFT_STATE_PLANNED:
      return "x-office-calendar-symbolic";
    case AMB_DRAFT_STATE_SHARED:
      return "object-select-symbolic";
    case AMB_DRAFT_STATE_ARCHIVED:
      return "amb-archived-symbolic";
    default:
      g_return_val_if_reached (NULL);
    }
}

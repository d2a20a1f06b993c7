/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-language-choice.h"

#include <string.h>

typedef struct
{
  const char *code;
  const char *name;
} Language;

/* By their own names, as who reads them knows them; those the program speaks itself come first. */
static const Language languages[] = {
  { "en", "English" },
  { "nl", "Nederlands" },
  { "ar", "العربية" },
  { "da", "Dansk" },
  { "de", "Deutsch" },
  { "es", "Español" },
  { "fr", "Français" },
  { "fy", "Frysk" },
  { "it", "Italiano" },
  { "pl", "Polski" },
  { "pt", "Português" },
  { "ro", "Română" },
  { "sv", "Svenska" },
  { "tr", "Türkçe" },
  { "uk", "Українська" },
};

static const char *
find_code (const char *language)
{
  gsize length = strcspn (language, "-_.@");

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (strlen (languages[i].code) == length && g_ascii_strncasecmp (languages[i].code, language, length) == 0)
        return languages[i].code;
    }

  return NULL;
}

/**
 * amb_language_choice_list:
 * @none: (nullable): what no language is called, where that can be chosen
 *
 * Lists languages to write in.
 *
 * Returns: (transfer full): a list of [class@Choice]
 */
GListStore *
amb_language_choice_list (const char *none)
{
  GListStore *choices = amb_choice_list_new ();

  if (none != NULL)
    amb_choice_list_add (choices, NULL, none);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    amb_choice_list_add (choices, languages[i].code, languages[i].name);

  return choices;
}

/**
 * amb_language_choice_ensure:
 * @choices: a list of languages
 * @language: BCP 47
 *
 * Adds a language when the list does not have it.
 */
void
amb_language_choice_ensure (GListStore *choices,
                            const char *language)
{
  g_return_if_fail (G_IS_LIST_STORE (choices));

  if (amb_choice_list_find (G_LIST_MODEL (choices), language) == GTK_INVALID_LIST_POSITION)
    amb_choice_list_add (choices, language, language);
}

/**
 * amb_language_choice_get_default:
 * @used: (array zero-terminated=1): the languages the person wrote in already
 *
 * Chooses the language to begin with: that of the person's desktop, unless they only wrote in others.
 *
 * Returns: (transfer none): BCP 47; it lives as long as @used
 */
const char *
amb_language_choice_get_default (const char * const *used)
{
  const char *own = find_code (g_get_language_names ()[0]);

  if (own != NULL && (used[0] == NULL || g_strv_contains (used, own)))
    return own;

  return used[0] != NULL ? used[0] : languages[0].code;
}

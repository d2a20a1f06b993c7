/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-fold.h"
#include "amb-language.h"

#define LONG_NAME 5

/* Where a line ends does not matter to who reads it. */
static char *
fold_on_one_line (const char *text)
{
  g_autofree char *folded = amb_fold (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (line, character);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }

  return g_strchomp (g_string_free (line, FALSE));
}

static gboolean
contains_folded (const char *text,
                 const char *wanted)
{
  g_autofree char *folded_text = fold_on_one_line (text);
  g_autofree char *folded_wanted = fold_on_one_line (wanted);

  return *folded_wanted != '\0' && strstr (folded_text, folded_wanted) != NULL;
}

/* A long name may be part of a word: #WorkingAtZonneveld. A short one is part of too many: ING of “during”. */
static gboolean
names_organisation (const AmbCheckInput *input,
                    const char          *organisation)
{
  g_autoptr (GArray) found = NULL;

  if (g_utf8_strlen (organisation, -1) >= LONG_NAME)
    return contains_folded (input->text, organisation);

  found = amb_check_find (input, organisation);

  return found->len > 0;
}

/* The first phrase that the person wrote, in a language of any country, or in any language when @code is NULL. */
static const char *
find_phrase (const AmbCheckInput *input,
             const char          *code)
{
  g_auto (GStrv) languages = amb_profile_get_languages (input->profile);
  const char *phrase = NULL;

  for (guint i = 0; phrase == NULL && languages[i] != NULL; i++)
    {
      if (code == NULL || amb_language_is (languages[i], code))
        phrase = amb_profile_get_text (input->profile, "disclosure", languages[i]);
    }

  return phrase;
}

/* The phrase for the language of the text, that of another country before that of another language; when the language is
 * not known, the first that the person wrote. */
static const char *
choose_phrase (const AmbCheckInput *input)
{
  const char *phrase = amb_profile_get_text (input->profile, "disclosure", input->language);
  g_autofree char *code = NULL;

  if (phrase == NULL && input->language != NULL)
    {
      code = g_strndup (input->language, strcspn (input->language, "-_"));
      phrase = find_phrase (input, code);
    }

  return phrase == NULL ? find_phrase (input, NULL) : phrase;
}

/* A text about one's work says where one works: readers may know that (FTC 16 CFR 255.5; the Dutch Reclamecode Social
 * Media & Influencer Marketing). The organisation's name is enough, or the phrase the person chose. */
void
amb_check_disclosure (const AmbCheckInput *input,
                      AmbCheckReport      *report)
{
  const char *phrase = choose_phrase (input);
  const char *organisation = amb_profile_get_text (input->profile, "organisation", NULL);

  if (*input->text == '\0' || (phrase == NULL && organisation == NULL))
    return;
  if ((phrase != NULL && contains_folded (input->text, phrase)) ||
      (organisation != NULL && names_organisation (input, organisation)))
    return;

  amb_check_report_take_issue (report, "disclosure", AMB_SEVERITY_WARNING, 0, 0,
                               phrase != NULL
                                 ? g_strdup_printf (_("Say where you work, for example: “%s”."), phrase)
                                 : g_strdup_printf (_("Say that you work at %s."), organisation),
                               _("Who reads your post should know that it is about your own work."));
  amb_check_report_offer (report, phrase);
}

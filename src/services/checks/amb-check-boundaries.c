/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check.h"

#include <glib/gi18n-lib.h>

static void
report_words (const AmbCheckInput *input,
              AmbCheckReport      *report,
              const char          *words,
              const char          *message)
{
  g_autoptr (GArray) found = amb_check_find (input, words);

  for (guint i = 0; i < found->len; i++)
    {
      AmbRange *range = &g_array_index (found, AmbRange, i);

      amb_check_report_take_issue (report, "boundaries", AMB_SEVERITY_WARNING, range->start, range->end,
                                   g_strdup_printf (message, words), _("You said so in your profile."));
    }
}

/* Points out the words that the person never uses, and the subjects that they do not touch. */
void
amb_check_boundaries (const AmbCheckInput *input,
                      AmbCheckReport      *report)
{
  const char * const *words = amb_profile_get_list (input->profile, "avoid-words", NULL);
  const char * const *subjects = amb_profile_get_list (input->profile, "boundaries", NULL);

  for (guint i = 0; words[i] != NULL; i++)
    report_words (input, report, words[i], _("“%s” is a word you never use."));
  for (guint i = 0; subjects[i] != NULL; i++)
    report_words (input, report, subjects[i], _("“%s” is a subject you do not touch."));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A prompt is a question to the person: one that still stands in the text was not answered. */
void
amb_check_prompts (const AmbCheckInput *input,
                   AmbCheckReport      *report)
{
  for (guint i = 0; i < input->prompts->len; i++)
    {
      const char *prompt = g_ptr_array_index (input->prompts, i);
      const char *found = strstr (input->text, prompt);

      if (found != NULL)
        amb_check_report_take_issue (report, "prompts", AMB_SEVERITY_WARNING, found - input->text,
                                     found - input->text + strlen (prompt),
                                     g_strdup (_("This question still waits for your answer.")),
                                     _("Put your own experience in its place."));
    }
}

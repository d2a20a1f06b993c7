/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check.h"

#include <glib/gi18n-lib.h>

/* Below this share of own words a text reads as the organisation's; it is advice, not a rule. */
#define ENOUGH_OWN_WORDS 0.5

static const char *
find_title (GPtrArray *stories,
            gint64     id)
{
  for (guint i = 0; i < stories->len; i++)
    {
      AmbStory *story = g_ptr_array_index (stories, i);

      if (amb_record_get_id (AMB_RECORD (story)) == id)
        return amb_story_get_text (story, AMB_STORY_TITLE);
    }

  return NULL;
}

static void
report_passage (const AmbCheckInput   *input,
                AmbCheckReport        *report,
                const AmbReusePassage *passage)
{
  const char *title = find_title (input->stories, passage->source);

  amb_check_report_take_issue (report, "own-words", AMB_SEVERITY_HINT, passage->range.start, passage->range.end,
                               g_strdup_printf (ngettext ("%u word is copied from “%s”.",
                                                          "%u words are copied from “%s”.", passage->words),
                                                passage->words, title == NULL ? "" : title),
                               _("People trust your voice more than a text they can read anywhere."));
}

static AmbRange
find_longest (const GArray *passages)
{
  AmbRange longest = { 0, 0 };
  guint words = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const AmbReusePassage *passage = &g_array_index (passages, AmbReusePassage, i);

      if (passage->words <= words)
        continue;
      words = passage->words;
      longest = passage->range;
    }

  return longest;
}

/* Points out what is copied, and says so when that is most of the text: its longest passage is the place to begin. */
void
amb_check_own_words (const AmbCheckInput *input,
                     AmbCheckReport      *report)
{
  const GArray *passages = amb_reuse_get_passages (input->reuse);
  AmbRange longest = find_longest (passages);

  for (guint i = 0; i < passages->len; i++)
    report_passage (input, report, &g_array_index (passages, AmbReusePassage, i));

  if (amb_reuse_get_share (input->reuse) < ENOUGH_OWN_WORDS)
    amb_check_report_take_issue (report, "own-words", AMB_SEVERITY_WARNING, longest.start, longest.end,
                                 g_strdup (_("Most of this text is copied. What did you see or do yourself?")),
                                 _("In your own words it sounds like you."));
}

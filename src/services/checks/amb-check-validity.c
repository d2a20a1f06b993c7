/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check.h"

#include <glib/gi18n-lib.h>

#include "amb-story-obstacle.h"

static char *
format_day (gint64 time)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (time / 1000);

  /* Translators: a day, as strftime writes it: 3 January 2027 */
  return g_date_time_format (day, _("%-d %B %Y"));
}

static char *
describe (AmbStory *story,
          gint64    now)
{
  const char *title = amb_story_get_text (story, AMB_STORY_TITLE);
  g_autofree char *day = NULL;

  switch (amb_story_obstacle_find (story, now))
    {
    case AMB_STORY_OBSTACLE_WITHDRAWN:
      return g_strdup_printf (_("“%s” was withdrawn by the organisation."), title);
    case AMB_STORY_OBSTACLE_EXPIRED:
      day = format_day (amb_story_get_usable_until (story) - 1);
      return g_strdup_printf (_("“%s” could be shared until %s."), title, day);
    case AMB_STORY_OBSTACLE_INTERNAL:
      return g_strdup_printf (_("“%s” is only for inside the organisation."), title);
    case AMB_STORY_OBSTACLE_EMBARGOED:
      day = format_day (amb_story_get_usable_from (story));
      return g_strdup_printf (_("“%s” may not be shared before %s."), title, day);
    case AMB_STORY_OBSTACLE_NONE:
      break;
    }

  return NULL;
}

/* Says of each story that the text was made of whether it may be shared now. */
void
amb_check_validity (const AmbCheckInput *input,
                    AmbCheckReport      *report)
{
  for (guint i = 0; i < input->stories->len; i++)
    {
      AmbStory *story = g_ptr_array_index (input->stories, i);
      char *message = describe (story, input->now);
      const char *contact = amb_story_get_text (story, AMB_STORY_CONTACT);
      g_autofree char *why = contact == NULL ? NULL : g_strdup_printf (_("Ask %s."), contact);

      if (message != NULL)
        amb_check_report_take_issue (report, "validity", AMB_SEVERITY_ERROR, 0, 0, message, why);
    }
}

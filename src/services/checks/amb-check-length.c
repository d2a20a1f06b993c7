/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"

/* Says of each channel in which the text is too long by how much. The lengths themselves are in the report already. */
void
amb_check_length (const AmbCheckInput *input,
                  AmbCheckReport      *report)
{
  GArray *channels = amb_check_report_get_channels (report);

  for (guint i = 0; i < channels->len; i++)
    {
      AmbCheckChannel *channel = &g_array_index (channels, AmbCheckChannel, i);
      const AmbChannelRules *rules = amb_channel_rules_lookup (channel->channel);
      const char *name = amb_channel_rules_name_channel (channel->channel);
      gint64 excess = -channel->length.remaining;
      g_autofree char *number = NULL;
      g_autofree char *message = NULL;

      if (!channel->length.over)
        continue;

      number = g_strdup_printf ("%'" G_GINT64_FORMAT, excess);
      /* Translators: %1$s is a channel such as LinkedIn, %2$s the number of characters that are too many */
      message = g_strdup_printf (ngettext ("Too long for %1$s by %2$s character.",
                                           "Too long for %1$s by %2$s characters.", excess),
                                 name, number);
      amb_check_report_take_issue (report, "length", AMB_SEVERITY_ERROR, 0, 0, g_steal_pointer (&message),
                                   rules == NULL ? NULL : amb_channel_rules_get_unit_note (rules));
    }
}

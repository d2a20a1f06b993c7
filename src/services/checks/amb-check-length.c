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
      const char *name = rules == NULL ? channel->channel : amb_channel_rules_get_name (rules, NULL);
      gint64 excess = -channel->length.remaining;

      if (!channel->length.over)
        continue;

      amb_check_report_take_issue (report, "length", AMB_SEVERITY_ERROR, 0, 0,
                                   g_strdup_printf (ngettext ("%s takes %" G_GINT64_FORMAT " character less.",
                                                              "%s takes %" G_GINT64_FORMAT " characters less.", excess),
                                                    name, excess),
                                   rules == NULL ? NULL : amb_channel_rules_get_unit_note (rules));
    }
}

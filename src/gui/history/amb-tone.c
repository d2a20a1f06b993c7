/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-tone.h"

#include <glib/gi18n-lib.h>

/**
 * amb_tone_get_label:
 * @tone: −2 to 2
 *
 * Puts the tone of what was heard into words.
 *
 * Returns: the words
 */
const char *
amb_tone_get_label (int tone)
{
  switch (CLAMP (tone, AMB_TONE_LOWEST, AMB_TONE_HIGHEST))
    {
    /* Translators: the tone of what somebody said of an organisation */
    case -2: return _("Very critical");
    case -1: return _("Critical");
    /* Translators: the tone of what somebody said of an organisation */
    case 0: return _("Neutral");
    case 1: return _("Positive");
    default: return _("Very positive");
    }
}

/**
 * amb_tone_get_symbol:
 * @tone: −2 to 2
 *
 * Gets the shape that goes with the tone: it points down or up, once or twice, so that it needs no colour.
 *
 * Returns: the name of a symbolic icon
 */
const char *
amb_tone_get_symbol (int tone)
{
  switch (CLAMP (tone, AMB_TONE_LOWEST, AMB_TONE_HIGHEST))
    {
    case -2: return "amb-tone-very-negative-symbolic";
    case -1: return "amb-tone-negative-symbolic";
    case 0: return "amb-tone-neutral-symbolic";
    case 1: return "amb-tone-positive-symbolic";
    default: return "amb-tone-very-positive-symbolic";
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-length-unit.h"

G_BEGIN_DECLS

/**
 * AmbChannelRules:
 *
 * What the application knows of a place where people share. Immutable and never freed; may be used
 * from any thread.
 */
typedef struct _AmbChannelRules AmbChannelRules;

const AmbChannelRules         *amb_channel_rules_lookup                   (const char *id);
const AmbChannelRules * const *amb_channel_rules_list                     (gsize *n_rules);
const char                    *amb_channel_rules_get_id                   (const AmbChannelRules *self);
const char                    *amb_channel_rules_get_name                 (const AmbChannelRules *self,
                                                                           const char            *locale);
const char                    *amb_channel_rules_name_channel             (const char *id);
AmbLengthUnit                  amb_channel_rules_get_unit                 (const AmbChannelRules *self);
const char                    *amb_channel_rules_get_unit_note            (const AmbChannelRules *self);
gint64                         amb_channel_rules_get_limit                (const AmbChannelRules *self);
gint64                         amb_channel_rules_get_byte_limit           (const AmbChannelRules *self);
gint64                         amb_channel_rules_get_fold                 (const AmbChannelRules *self);
gint64                         amb_channel_rules_get_hashtag_limit        (const AmbChannelRules *self);
const char                    *amb_channel_rules_get_compose_address      (const AmbChannelRules *self);
const char                    *amb_channel_rules_get_text_compose_address (const AmbChannelRules *self);
gboolean                       amb_channel_rules_is_online                (const AmbChannelRules *self);

G_END_DECLS

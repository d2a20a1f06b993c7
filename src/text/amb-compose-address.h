/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-channel-rules.h"

G_BEGIN_DECLS

char *amb_compose_address (const AmbChannelRules *rules, const char *instance, const char *subject, const char *text,
                           const char *link);

G_END_DECLS

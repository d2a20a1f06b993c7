/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-choice.h"
#include "amb-context.h"

G_BEGIN_DECLS

GListStore *amb_channel_choice_list     (const char *none);
void        amb_channel_choice_ensure   (GListStore *choices, const char *id);
void        amb_channel_choice_add_own  (GListStore *choices, AmbContext *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-choice.h"

G_BEGIN_DECLS

GListStore *amb_language_choice_list        (const char *none);
void        amb_language_choice_ensure      (GListStore *choices, const char *language);
const char *amb_language_choice_get_default (const char * const *used);

G_END_DECLS

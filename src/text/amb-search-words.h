/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

gboolean amb_search_words_is_word_character (gunichar character);
gboolean amb_search_words_next              (const char *text, gsize length, gsize *position,
                                             AmbRange *word);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  amb_word_breaker_split (GArray *words, const char *text, gsize offset, gsize length);
char *amb_word_breaker_fold  (const char *word, gsize length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean amb_abbreviations_contain (const char *language, const char *word, gsize length, gboolean before_number);

G_END_DECLS

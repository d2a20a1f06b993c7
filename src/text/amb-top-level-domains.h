/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

gboolean amb_top_level_domains_contain (const char *name, gsize length);
int32_t  amb_top_level_domains_match   (const UChar *text, int32_t length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

int32_t  amb_platform_domain_read       (const UChar *text, int32_t length, int32_t start,
                                         int32_t *fails_before);
gboolean amb_platform_domain_is_short   (const UChar *text, int32_t start, int32_t end);
gboolean amb_platform_domain_find_latin (const UChar *text, int32_t start, int32_t end,
                                         int32_t *latin_start, int32_t *latin_end);
gboolean amb_platform_domain_is_latin   (UChar unit);

G_END_DECLS

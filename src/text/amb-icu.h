/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

G_BEGIN_DECLS

UBreakIterator    *amb_icu_get_break_iterator (UBreakIteratorType type);
const UNormalizer2 *amb_icu_get_nfc           (void);
const UNormalizer2 *amb_icu_get_nfd           (void);
const UNormalizer2 *amb_icu_get_nfkc_casefold (void);
UChar             *amb_icu_from_utf8          (const char *text, gssize length, int32_t *n_units);
char              *amb_icu_to_utf8            (const UChar *units, int32_t n_units);
UChar             *amb_icu_normalize          (const UNormalizer2 *normalizer, const UChar *units,
                                               int32_t n_units, int32_t *n_normalized);
gsize              amb_icu_skip_units         (const char *text, gsize length, gsize position, int32_t n_units);

G_END_DECLS

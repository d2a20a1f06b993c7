/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-language-name.h"

#include <unicode/uloc.h>

#include "amb-icu.h"

/* The longest name that ICU 72 knows has some sixty characters. */
#define MAX_UNITS 256

/**
 * amb_language_name_for_tag:
 * @tag: a language: BCP 47, such as `nl` or `pt-BR`
 * @locale: the language of the reader, such as `nl_NL`
 *
 * Names a language as a reader calls it: “Dutch”, “Portuguese (Brazil)”, in the spelling of the CLDR. Thread-safe.
 *
 * Returns: (transfer full): UTF-8; @tag itself when the language has no name
 */
char *
amb_language_name_for_tag (const char *tag,
                           const char *locale)
{
  char id[ULOC_FULLNAME_CAPACITY];
  UChar name[MAX_UNITS];
  UErrorCode status = U_ZERO_ERROR;
  int32_t n_units;

  g_return_val_if_fail (tag != NULL, NULL);
  g_return_val_if_fail (locale != NULL, NULL);

  /* Of a tag that is none, ICU makes the empty id: that of the root, which it calls an unknown language. */
  uloc_forLanguageTag (tag, id, sizeof id, NULL, &status);
  if (U_FAILURE (status) || *id == '\0')
    return g_strdup (tag);

  n_units = uloc_getDisplayName (id, locale, name, MAX_UNITS, &status);

  /* A name cut short and a name that is missing are warnings, no errors. */
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || n_units == 0)
    return g_strdup (tag);

  return amb_icu_to_utf8 (name, n_units);
}

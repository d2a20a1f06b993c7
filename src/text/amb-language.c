/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-language.h"

#include <string.h>

/**
 * amb_language_is:
 * @language: (nullable): a language tag or locale: `nl`, `nl-BE`, `nl_BE.UTF-8`
 * @code: a code of two letters
 *
 * Tells whether a tag names a language, whatever country it names. Thread-safe.
 *
 * Returns: whether it does
 */
gboolean
amb_language_is (const char *language,
                 const char *code)
{
  gsize length;

  g_return_val_if_fail (code != NULL, FALSE);

  if (language == NULL)
    return FALSE;

  length = strcspn (language, "-_.@");

  return length == strlen (code) && g_ascii_strncasecmp (language, code, length) == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-platform-path.h"

#include <string.h>

#include <unicode/uchar.h>

#include "amb-platform-domain.h"

typedef struct
{
  AmbPlatform platform;
  const UChar *text;
  int32_t length;
} Reader;

static gboolean
is_one_of (UChar       unit,
           const char *characters)
{
  return unit != 0 && unit < 0x80 && strchr (characters, unit) != NULL;
}

static gboolean
is_letter (UChar unit)
{
  if (unit < 0x80)
    return g_ascii_isalnum (unit);

  return (unit >= 0x400 && unit <= 0x4FF) || amb_platform_domain_is_latin (unit);
}

static gboolean
is_path_unit (const Reader *self,
              UChar         unit)
{
  if (self->platform == AMB_PLATFORM_MASTODON)
    return !u_isUWhiteSpace (unit) && !is_one_of (unit, "<>()?");

  return is_letter (unit) || unit == 0x2013 || is_one_of (unit, "!*';:=+,.$/%#[]-_~@|&");
}

static gboolean
may_end_path (const Reader *self,
              UChar         unit)
{
  if (self->platform == AMB_PLATFORM_MASTODON)
    return !u_isUWhiteSpace (unit) && !is_one_of (unit, "()?!*\"'<>;:=,.$%[]~&|@") && unit != 0x300C && unit != 0x300D;

  return is_letter (unit) || is_one_of (unit, "+-=_#/");
}

static int32_t
skip_path_units (const Reader *self,
                 int32_t       position)
{
  while (position < self->length && is_path_unit (self, self->text[position]))
    position++;

  return position;
}

static gboolean
is_at (const Reader *self,
       int32_t       position,
       UChar         unit)
{
  return position < self->length && self->text[position] == unit;
}

/* Brackets with something in them, and at most one more pair inside. */
static int32_t
read_brackets (const Reader *self,
               int32_t       start)
{
  int32_t position = skip_path_units (self, start + 1);

  if (is_at (self, position, ')'))
    return position > start + 1 ? position + 1 : start;

  if (is_at (self, position, '('))
    {
      int32_t inner = skip_path_units (self, position + 1);

      if (inner == position + 1 || !is_at (self, inner, ')'))
        return start;

      position = skip_path_units (self, inner + 1);
      if (is_at (self, position, ')'))
        return position + 1;
    }

  return start;
}

/**
 * amb_platform_path_read:
 * @platform: whose rules
 * @text: UTF-16
 * @length: units
 * @start: where the path may begin
 *
 * Reads the path of an address, without the punctuation of the sentence behind it.
 *
 * Returns: where it ends, or @start when there is none
 */
int32_t
amb_platform_path_read (AmbPlatform  platform,
                        const UChar *text,
                        int32_t      length,
                        int32_t      start)
{
  Reader self = { platform, text, length };
  int32_t position = start + 1;
  int32_t end = start + 1;

  if (!is_at (&self, start, '/'))
    return start;

  while (position < length)
    {
      if (text[position] == '(')
        {
          int32_t behind = read_brackets (&self, position);

          if (behind == position)
            break;

          /* By the grammar of X nothing of the sentence may stand before brackets that end a path. */
          if (platform == AMB_PLATFORM_MASTODON || end == position)
            end = behind;
          position = behind;
        }
      else if (is_path_unit (&self, text[position]))
        {
          position++;
          if (may_end_path (&self, text[position - 1]))
            end = position;
        }
      else
        {
          break;
        }
    }

  return end;
}

static gboolean
is_query_unit (const Reader *self,
               UChar         unit)
{
  if (is_one_of (unit, "!?*'@();:&=+$/%#[]-_.,~|") || (unit < 0x80 && g_ascii_isalnum (unit)))
    return TRUE;

  return self->platform == AMB_PLATFORM_MASTODON && (unit >= 0xA0 || unit == '^');
}

static gboolean
may_end_query (const Reader *self,
               UChar         unit)
{
  if (is_one_of (unit, "-_&=#/") || (unit < 0x80 && g_ascii_isalnum (unit)))
    return TRUE;

  return self->platform == AMB_PLATFORM_MASTODON && unit >= 0xA0;
}

/**
 * amb_platform_path_read_query:
 * @platform: whose rules
 * @text: UTF-16
 * @length: units
 * @start: where the query may begin
 *
 * Reads the query of an address, without the punctuation of the sentence behind it.
 *
 * Returns: where it ends, or @start when there is none
 */
int32_t
amb_platform_path_read_query (AmbPlatform  platform,
                              const UChar *text,
                              int32_t      length,
                              int32_t      start)
{
  Reader self = { platform, text, length };
  int32_t end = start;

  if (!is_at (&self, start, '?'))
    return start;

  for (int32_t i = start + 1; i < length && is_query_unit (&self, text[i]); i++)
    if (may_end_query (&self, text[i]))
      end = i + 1;

  return end;
}

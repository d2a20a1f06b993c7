/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-platform-domain.h"

#include <string.h>

#include "amb-punycode.h"
#include "amb-top-level-domains.h"

#define LONGEST_LABEL 63

/* As many as fit in the 255 octets of RFC 1035; it also bounds the time on a text made to waste it. */
#define MAXIMUM_LABELS 127

static gboolean
is_directional_mark (UChar unit)
{
  return (unit >= 0x202A && unit <= 0x202E) || unit == 0x061C || unit == 0x200E || unit == 0x200F ||
         (unit >= 0x2066 && unit <= 0x2069);
}

static gboolean
is_space (UChar unit)
{
  return (unit >= 0x09 && unit <= 0x0D) || unit == 0x20 || unit == 0x85 || unit == 0xA0 || unit == 0x1680 ||
         unit == 0x180E || (unit >= 0x2000 && unit <= 0x200A) || unit == 0x2028 || unit == 0x2029 ||
         unit == 0x202F || unit == 0x205F || unit == 0x3000;
}

/* Anything that is not ASCII punctuation, white space or a mark of direction; a quotation mark is one. */
static gboolean
is_label_unit (UChar unit)
{
  if (unit > 0 && unit < 0x80)
    return !is_space (unit) && strchr ("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$", unit) == NULL;

  return !is_space (unit) && !is_directional_mark (unit) && unit != 0xFEFF && unit < 0xFFFE;
}

/**
 * amb_platform_domain_is_latin:
 * @unit: a UTF-16 unit
 *
 * Tells whether a unit is one of the accented Latin letters that twitter-text allows in addresses.
 * The iotas of Greek are among them, because they are what a combining iota becomes in capitals.
 *
 * Returns: whether it is
 */
gboolean
amb_platform_domain_is_latin (UChar unit)
{
  static const UChar single[] = {
    0x0253, 0x0254, 0x0256, 0x0257, 0x0259, 0x025B, 0x0263, 0x0268, 0x026F, 0x0272, 0x0289, 0x028B, 0x02BB,
    0x0399, 0x03B9, 0x1FBE,
  };

  if ((unit >= 0xC0 && unit <= 0x24F && unit != 0xD7 && unit != 0xF7) || (unit >= 0x300 && unit <= 0x36F) ||
      (unit >= 0x1E00 && unit <= 0x1EFF))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    if (single[i] == unit)
      return TRUE;

  return FALSE;
}

static gboolean
is_ascii_alnum (UChar unit)
{
  return unit < 0x80 && g_ascii_isalnum (unit);
}

static int32_t
read_punycode_domain (const UChar *text,
                      int32_t      end,
                      int32_t      start)
{
  static const char prefix[] = "xn--";
  int32_t stop = start;

  for (gsize i = 0; prefix[i] != '\0'; i++, stop++)
    if (stop >= end || text[stop] >= 0x80 || g_ascii_tolower (text[stop]) != prefix[i])
      return start;

  while (stop < end && (is_ascii_alnum (text[stop]) || text[stop] == '-'))
    stop++;

  return stop - start > 4 ? stop : start;
}

static int32_t
read_top_level_domain (const UChar *text,
                       int32_t      end,
                       int32_t      start)
{
  int32_t length = amb_top_level_domains_match (text + start, end - start);

  return length > 0 ? start + length : read_punycode_domain (text, end, start);
}

static int32_t
read_label (const UChar *text,
            int32_t      length,
            int32_t      start,
            int32_t     *last_underscore)
{
  int32_t end = start;

  *last_underscore = -1;
  while (end < length && (is_label_unit (text[end]) || text[end] == '-' || text[end] == '_'))
    {
      if (text[end] == '_')
        *last_underscore = end;
      end++;
    }

  return end;
}

/* Where to look next when no domain begins in a label: behind it, or behind the hyphens and
 * underscores that it may not begin with. */
static int32_t
skip_bad_label (const UChar *text,
                int32_t      label,
                int32_t      label_end)
{
  int32_t next = label;

  while (next < label_end && !is_label_unit (text[next]))
    next++;

  return next == label ? label_end : next;
}

/**
 * amb_platform_domain_read:
 * @text: UTF-16
 * @length: units
 * @start: where the domain begins
 * @fails_before: (inout): moved to the place before which no domain begins, when there is none here
 *
 * Reads the longest domain: labels, full stops, and a known top-level domain.
 *
 * Returns: where it ends, or @start when there is none
 */
int32_t
amb_platform_domain_read (const UChar *text,
                          int32_t      length,
                          int32_t      start,
                          int32_t     *fails_before)
{
  int32_t best = start;
  int32_t label = start;
  int32_t next = -1;

  for (guint n_labels = 0; label < length && n_labels < MAXIMUM_LABELS; n_labels++)
    {
      int32_t underscore, domain_end;
      int32_t label_end = read_label (text, length, label, &underscore);

      if (label_end == label || label_end == length || text[label_end] != '.' || !is_label_unit (text[label]) ||
          !is_label_unit (text[label_end - 1]))
        {
          label = skip_bad_label (text, label, label_end);
          break;
        }

      /* The label before the top-level domain has no underscore, but a part of it can do. */
      domain_end = read_top_level_domain (text, length, label_end + 1);
      if (domain_end > label_end + 1 && underscore < 0)
        best = domain_end;
      else if (domain_end > label_end + 1 && next < 0)
        next = underscore + 1;

      label = label_end + 1;
    }

  if (best == start)
    *fails_before = MAX (*fails_before, next >= 0 ? next : label);

  return best;
}

/**
 * amb_platform_domain_is_short:
 * @text: UTF-16
 * @start: where the domain begins
 * @end: where it ends
 *
 * Tells whether each label has at most 63 characters when it is written in ASCII (RFC 1034, RFC 3492).
 *
 * Returns: whether that is so
 */
gboolean
amb_platform_domain_is_short (const UChar *text,
                              int32_t      start,
                              int32_t      end)
{
  int32_t label = start;

  for (int32_t i = start; i <= end; i++)
    {
      if (i < end && text[i] != '.')
        continue;

      if (i == label || amb_punycode_measure (text + label, i - label) > LONGEST_LABEL)
        return FALSE;

      label = i + 1;
    }

  return TRUE;
}

static gboolean
is_latin_label_unit (UChar unit)
{
  return is_ascii_alnum (unit) || unit == '-' || amb_platform_domain_is_latin (unit);
}

/**
 * amb_platform_domain_find_latin:
 * @text: UTF-16
 * @start: where to begin
 * @end: where the domain ends
 * @latin_start: (out): where the part begins
 * @latin_end: (out): where it ends
 *
 * Finds the next part of a domain that is a domain in Latin letters by itself.
 *
 * Returns: whether there is one
 */
gboolean
amb_platform_domain_find_latin (const UChar *text,
                                int32_t      start,
                                int32_t      end,
                                int32_t     *latin_start,
                                int32_t     *latin_end)
{
  while (start < end)
    {
      int32_t label = start;

      *latin_end = start;
      while (label < end)
        {
          int32_t stop = label;

          while (stop < end && is_latin_label_unit (text[stop]))
            stop++;

          if (stop == label || stop == end || text[stop] != '.')
            break;

          label = stop + 1;
          if (read_top_level_domain (text, end, label) > label)
            *latin_end = read_top_level_domain (text, end, label);
        }

      if (*latin_end > start)
        {
          *latin_start = start;
          return TRUE;
        }

      start = MAX (label, start + 1);
      while (start < end && !is_latin_label_unit (text[start]))
        start++;
    }

  return FALSE;
}

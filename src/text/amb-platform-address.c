/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-platform-address.h"

#include <string.h>

#include "amb-platform-domain.h"
#include "amb-platform-path.h"

#define LONGEST_ADDRESS 4096
#define LONGEST_SHORT_NAME 40
#define DEFAULT_PROTOCOL_LENGTH 8

typedef struct
{
  AmbPlatform platform;
  const UChar *text;
  int32_t length;
  GArray *addresses;

  /* Where a domain that begins earlier is known to fail, so that a long text without spaces is read
   * once. */
  int32_t fails_before;
} Finder;

static gboolean
may_stand_before (UChar unit)
{
  return !(unit < 0x80 && (g_ascii_isalnum (unit) || unit == '@' || unit == '$' || unit == '#')) &&
         unit != 0xFF20 && unit != 0xFF03 && unit != 0xFEFF && unit < 0xFFFE;
}

static gboolean
may_stand_before_name (UChar unit)
{
  return unit != '-' && unit != '_' && unit != '.' && unit != '/';
}

static int32_t
read_ascii (const Finder *self,
            int32_t       start,
            const char   *expected)
{
  int32_t i = 0;

  for (; expected[i] != '\0'; i++)
    if (start + i >= self->length || self->text[start + i] >= 0x80 ||
        g_ascii_tolower (self->text[start + i]) != expected[i])
      return start;

  return start + i;
}

static int32_t
read_protocol (const Finder *self,
               int32_t       start)
{
  int32_t end = read_ascii (self, start, "https://");

  return end == start ? read_ascii (self, start, "http://") : end;
}

static int32_t
read_port (const Finder *self,
           int32_t       start)
{
  int32_t end = start + 1;

  if (start >= self->length || self->text[start] != ':')
    return start;

  while (end < self->length && self->text[end] >= '0' && self->text[end] <= '9')
    end++;

  return end == start + 1 ? start : end;
}

/* An address of X's own shortener ends behind its name; returns -1 for a name that is too long. */
static int32_t
cut_short_address (const Finder *self,
                   int32_t       protocol_end,
                   int32_t       end)
{
  int32_t name = read_ascii (self, protocol_end, "t.co/");
  int32_t stop = name;

  if (self->platform != AMB_PLATFORM_X || name == protocol_end)
    return end;

  while (stop < end && self->text[stop] < 0x80 && g_ascii_isalnum (self->text[stop]))
    stop++;

  if (stop == name)
    return end;

  return stop - name > LONGEST_SHORT_NAME ? -1 : amb_platform_path_read_query (self->platform, self->text, end, stop);
}

static void
add_address (Finder *self,
             int32_t start,
             int32_t end)
{
  AmbPlatformAddress address = { start, end };

  g_array_append_val (self->addresses, address);
}

/* Without a protocol only the parts of a domain in Latin letters are addresses; a path belongs to
 * the last of them. */
static void
add_bare_domains (Finder *self,
                  int32_t start,
                  int32_t domain_end,
                  int32_t path_end)
{
  gboolean found = FALSE;
  int32_t latin_start, latin_end;

  while (amb_platform_domain_find_latin (self->text, start, domain_end, &latin_start, &latin_end))
    {
      add_address (self, latin_start, latin_end);
      start = latin_end;
      found = TRUE;
    }

  if (found && path_end > domain_end)
    {
      AmbPlatformAddress *last = &g_array_index (self->addresses, AmbPlatformAddress, self->addresses->len - 1);

      /* Also when letters of another script stand between: so counts the reference. */
      last->end = last->end + (path_end - domain_end);
    }
}

/* Reads an address that begins at @start; returns its end, or @start when there is none. */
static int32_t
read_address (Finder   *self,
              int32_t   start,
              gboolean  is_name_allowed)
{
  int32_t domain_start = read_protocol (self, start);
  int32_t domain_end, port_end, path_end, end, last;
  gboolean has_protocol = domain_start > start;

  if (!has_protocol && start < self->fails_before)
    return start;

  domain_end = amb_platform_domain_read (self->text, self->length, domain_start, &self->fails_before);
  if (domain_end == domain_start)
    return start;

  port_end = read_port (self, domain_end);
  path_end = amb_platform_path_read (self->platform, self->text, self->length, port_end);
  end = amb_platform_path_read_query (self->platform, self->text, self->length, path_end);

  if (end - start + (has_protocol ? domain_start - start : DEFAULT_PROTOCOL_LENGTH) > LONGEST_ADDRESS ||
      !amb_platform_domain_is_short (self->text, domain_start, domain_end))
    return end;

  if (!has_protocol)
    {
      if (is_name_allowed && self->platform == AMB_PLATFORM_X)
        add_bare_domains (self, start, domain_end, path_end > port_end ? end : domain_end);

      return end;
    }

  last = cut_short_address (self, domain_start, end);
  if (last >= 0)
    add_address (self, start, last);

  return end;
}

/**
 * amb_platform_address_find:
 * @platform: whose rules
 * @text: UTF-16
 * @length: units
 *
 * Finds the addresses that a platform shortens, or counts as if it did, by the grammar of
 * twitter-text 3.1 and Mastodon's changes to it (config/initializers/twitter_regex.rb). Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbPlatformAddress): the addresses, in the order of the text
 */
GArray *
amb_platform_address_find (AmbPlatform  platform,
                           const UChar *text,
                           int32_t      length)
{
  Finder self = { platform, text, length, NULL, 0 };
  int32_t position = 0;

  self.addresses = g_array_new (FALSE, FALSE, sizeof (AmbPlatformAddress));

  while (position < length)
    {
      int32_t end = position;

      if (may_stand_before (text[position]))
        {
          int32_t start = position + 1;

          end = start < length ? read_address (&self, start, may_stand_before_name (text[position])) : start;
          end = end == start ? position : end;
        }

      if (end == position && position == 0)
        {
          self.fails_before = 0;
          end = read_address (&self, 0, TRUE);
        }

      position = end == position ? position + 1 : end;
    }

  return self.addresses;
}

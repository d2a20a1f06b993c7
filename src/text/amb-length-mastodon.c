/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-length-mastodon.h"

#include <unicode/uchar.h>

#include "amb-icu.h"
#include "amb-platform-address.h"
#include "amb-platform-domain.h"

/* As long as an address counts: characters_reserved_per_url of an instance. */
#define ADDRESS_STAND_IN "xxxxxxxxxxxxxxxxxxxxxxx"

typedef struct
{
  const UChar *text;
  int32_t length;
} Reader;

static UChar32
peek (const Reader *self,
      int32_t       position)
{
  UChar32 character;

  if (position >= self->length)
    return 0;

  U16_GET (self->text, 0, position, self->length, character);

  return character;
}

static gboolean
is_word_character (UChar32 character)
{
  return u_hasBinaryProperty (character, UCHAR_POSIX_ALNUM) || u_hasBinaryProperty (character, UCHAR_ALPHABETIC) ||
         (U_GET_GC_MASK (character) & (U_GC_M_MASK | U_GC_PC_MASK)) != 0;
}

static gboolean
is_name_character (UChar32 character)
{
  return character < 0x80 && (g_ascii_isalnum (character) || character == '_');
}

/* Words with full stops and hyphens between: the name of an account or of a server. */
static int32_t
read_name (const Reader *self,
           int32_t       start,
           gboolean    (*is_part) (UChar32))
{
  int32_t end = start;
  int32_t position = start;

  while (position < self->length)
    {
      UChar32 character = peek (self, position);

      if (is_part (character))
        end = position + U16_LENGTH (character);
      else if (position == start || (character != '.' && character != '-'))
        break;

      position += U16_LENGTH (character);
    }

  return end;
}

static gboolean
may_stand_before (const Reader *self,
                  int32_t       position)
{
  UChar32 before;

  if (position == 0)
    return TRUE;

  U16_GET (self->text, 0, position - 1, self->length, before);

  return before != '=' && before != '/' && !is_word_character (before);
}

static gboolean
may_stand_behind (const Reader *self,
                  int32_t       position)
{
  UChar32 behind = peek (self, position);

  if (behind == ':' && peek (self, position + 1) == '/' && peek (self, position + 2) == '/')
    return FALSE;

  return behind != '@' && behind != 0xFF20 && !(behind < 0x10000 && amb_platform_domain_is_latin (behind));
}

/* The end of the mention that begins here, or @start; @name_end is the end of what counts. */
static int32_t
read_mention (const Reader *self,
              int32_t       start,
              int32_t      *name_end)
{
  int32_t end;

  if (peek (self, start) != '@' || !may_stand_before (self, start))
    return start;

  *name_end = end = read_name (self, start + 1, is_name_character);
  if (end == start + 1)
    return start;

  if (peek (self, end) == '@')
    {
      int32_t host_end = read_name (self, end + 1, is_word_character);

      end = host_end > end + 1 ? host_end : end;
    }

  return may_stand_behind (self, end) ? end : start;
}

static void
append_units (GString     *shortened,
              const UChar *text,
              int32_t      start,
              int32_t      end)
{
  g_autofree char *part = amb_icu_to_utf8 (text + start, end - start);

  g_string_append (shortened, part);
}

/**
 * amb_length_mastodon_shorten:
 * @text: UTF-8
 * @length: bytes
 *
 * Gives the text whose characters Mastodon counts: 23 of them for an address with a protocol, and a
 * mention without its server (app/validators/status_length_validator.rb, 4.x). Thread-safe.
 *
 * Returns: (transfer full): the text
 */
char *
amb_length_mastodon_shorten (const char *text,
                             gsize       length)
{
  int32_t n_units, done = 0;
  guint next_address = 0;
  g_autofree UChar *units = amb_icu_from_utf8 (text, length, &n_units);
  g_autoptr (GArray) addresses = amb_platform_address_find (AMB_PLATFORM_MASTODON, units, n_units);
  g_autoptr (GString) shortened = g_string_sized_new (length);
  Reader reader = { units, n_units };

  for (int32_t i = 0; i < n_units;)
    {
      int32_t end, name_end;

      if (next_address < addresses->len && g_array_index (addresses, AmbPlatformAddress, next_address).start == i)
        {
          append_units (shortened, units, done, i);
          g_string_append (shortened, ADDRESS_STAND_IN);
          done = i = g_array_index (addresses, AmbPlatformAddress, next_address).end;
          next_address++;
          continue;
        }

      end = read_mention (&reader, i, &name_end);
      if (end > i)
        {
          append_units (shortened, units, done, name_end);
          done = end;
        }

      i = MAX (end, i + 1);
    }

  append_units (shortened, units, done, n_units);

  return g_string_free (g_steal_pointer (&shortened), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-link-scanner.h"

#include <string.h>

#include <unicode/utf8.h>

#include "amb-top-level-domains.h"

#define CLOSING_QUOTE "’"

/* Every byte of a character beyond ASCII counts as a letter here. */
static gboolean
is_name_byte (char byte)
{
  return (guchar) byte >= 0x80 || g_ascii_isalnum (byte) || byte == '_';
}

/* Whether a letter or digit stands before a place, so that no link begins there. */
static gboolean
follows_name (const char *text,
              gsize       position)
{
  const char *previous;
  gunichar character;

  if (position == 0)
    return FALSE;

  if ((guchar) text[position - 1] < 0x80)
    return is_name_byte (text[position - 1]);

  previous = g_utf8_find_prev_char (text, text + position);
  if (previous == NULL)
    return TRUE;

  character = g_utf8_get_char_validated (previous, text + position - previous);

  return character == (gunichar) -1 || character == (gunichar) -2 || g_unichar_isalnum (character) ||
         g_unichar_ismark (character);
}

static gboolean
is_host_byte (char byte)
{
  return g_ascii_isalnum (byte) || byte == '-' || byte == '.';
}

/* Gives the character at a position and moves it on; bytes that are no UTF-8 are U+FFFD. */
static gunichar
read_character (const char *text,
                gsize       length,
                gsize      *position)
{
  UChar32 character;
  gsize next = *position;

  U8_NEXT_OR_FFFD (text, next, length, character);
  *position = next;

  return character;
}

static gboolean
ends_address (gunichar character)
{
  switch (character)
    {
    case '<':
    case '>':
    case '"':
    case '`':
    case '{':
    case '}':
    case '|':
    case '\\':
    case '^':
    case 0x00AB: /* « */
    case 0x00BB: /* » */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x2026: /* … */
    case 0x3001: /* ideographic comma */
    case 0x3002: /* ideographic full stop */
      return TRUE;

    default:
      return character < 0x20 || character == 0x7F || g_unichar_isspace (character);
    }
}

static int
count_depth (const char *text,
             gsize       start,
             gsize       end,
             char        opening,
             char        closing)
{
  int depth = 0;

  for (gsize i = start; i < end; i++)
    depth += text[i] == opening ? 1 : text[i] == closing ? -1 : 0;

  return depth;
}

static gboolean
ends_in_quote (const char *text,
               gsize       start,
               gsize       end)
{
  gsize size = strlen (CLOSING_QUOTE);

  return end - start >= size && memcmp (text + end - size, CLOSING_QUOTE, size) == 0;
}

/* A full stop, a quotation mark or a bracket behind an address belongs to the sentence, unless the
 * bracket was opened in the address. */
static gsize
trim_address (const char *text,
              gsize       start,
              gsize       end)
{
  int round = count_depth (text, start, end, '(', ')');
  int square = count_depth (text, start, end, '[', ']');

  while (end > start)
    {
      char last = text[end - 1];

      if (last == ')' && round < 0)
        round++;
      else if (last == ']' && square < 0)
        square++;
      else if (ends_in_quote (text, start, end))
        end -= strlen (CLOSING_QUOTE) - 1;
      else if (last == '\0' || strchr (".,;:!?'*", last) == NULL)
        break;

      end--;
    }

  return end;
}

static gsize
find_address_end (const char *text,
                  gsize       length,
                  gsize       start,
                  gsize       position)
{
  gsize end = position;

  while (position < length && !ends_address (read_character (text, length, &position)))
    end = position;

  return trim_address (text, start, end);
}

static gboolean
scan_protocol (const char *text,
               gsize       length,
               gsize       start,
               gsize      *end)
{
  static const char * const protocols[] = { "https://", "http://", "ftp://" };

  for (gsize i = 0; i < G_N_ELEMENTS (protocols); i++)
    {
      gsize size = strlen (protocols[i]);

      if (length - start <= size || g_ascii_strncasecmp (text + start, protocols[i], size) != 0)
        continue;

      if (!is_name_byte (text[start + size]) && text[start + size] != '[')
        return FALSE;

      *end = find_address_end (text, length, start, start + size);
      return *end > start + size;
    }

  return FALSE;
}

/* An address without a protocol: labels with full stops between, the last a top-level domain, or
 * www in front. What follows has to be a path, a question, a port or the end of the word. */
static gboolean
scan_host (const char *text,
           gsize       length,
           gsize       start,
           gsize      *end)
{
  gsize stop = start;
  gsize last_label = start;

  while (stop < length && is_host_byte (text[stop]))
    {
      stop++;
      if (text[stop - 1] == '.')
        {
          if (stop - 1 == last_label || stop == length || !g_ascii_isalnum (text[stop]))
            {
              stop--;
              break;
            }
          last_label = stop;
        }
    }

  if (last_label == start || (stop < length && (is_name_byte (text[stop]) || text[stop] == '@')))
    return FALSE;

  if (!amb_top_level_domains_contain (text + last_label, stop - last_label))
    return FALSE;

  *end = stop;
  if (stop < length && strchr ("/?#:", text[stop]) != NULL && text[stop] != '\0')
    *end = find_address_end (text, length, start, stop);

  return TRUE;
}

static gboolean
scan_mention (const char *text,
              gsize       length,
              gsize       start,
              gsize      *end)
{
  gsize position = start + 1;

  while (position < length &&
         (g_ascii_isalnum (text[position]) || text[position] == '_' || text[position] == '.' || text[position] == '-'))
    position++;

  while (position > start + 1 && (text[position - 1] == '.' || text[position - 1] == '-'))
    position--;

  if (position == start + 1)
    return FALSE;

  *end = position;

  if (position + 1 < length && text[position] == '@' && g_ascii_isalnum (text[position + 1]))
    {
      for (position++; position < length && is_host_byte (text[position]); position++)
        *end = text[position] == '.' || text[position] == '-' ? *end : position + 1;
    }

  return TRUE;
}

static gboolean
scan_hashtag (const char *text,
              gsize       length,
              gsize       start,
              gsize      *end)
{
  gboolean has_letter = FALSE;
  gsize position = start + 1;

  *end = position;
  while (position < length)
    {
      gunichar character = read_character (text, length, &position);

      if (!g_unichar_isalnum (character) && !g_unichar_ismark (character) && character != '_')
        break;

      has_letter = has_letter || g_unichar_isalpha (character);
      *end = position;
    }

  return has_letter;
}

static gboolean
scan_link (const char *text,
           gsize       length,
           gsize       start,
           AmbLink    *link)
{
  char sign = text[start];

  if ((sign != '@' && sign != '#' && !g_ascii_isalnum (sign)) || follows_name (text, start))
    return FALSE;

  if (sign == '@')
    {
      link->kind = AMB_LINK_KIND_MENTION;
      return scan_mention (text, length, start, &link->range.end);
    }

  if (sign == '#')
    {
      link->kind = AMB_LINK_KIND_HASHTAG;
      return scan_hashtag (text, length, start, &link->range.end);
    }

  /* What follows these is the end of something else: of a mail address, or of a broken one. */
  if (start > 0 && strchr ("@.-", text[start - 1]) != NULL)
    return FALSE;

  link->kind = AMB_LINK_KIND_URL;
  return scan_protocol (text, length, start, &link->range.end) || scan_host (text, length, start, &link->range.end);
}

/**
 * amb_link_scanner_next:
 * @text: UTF-8
 * @length: bytes
 * @position: (inout): where to begin, and afterwards the byte behind the link
 * @link: (out): the link
 *
 * Finds the next address, mention or hashtag. A link holds no white space, so a text may be scanned
 * between white space with the same result. Thread-safe.
 *
 * Returns: whether there is one
 */
gboolean
amb_link_scanner_next (const char *text,
                       gsize       length,
                       gsize      *position,
                       AmbLink    *link)
{
  gsize i = *position;

  while (i < length)
    {
      if (scan_link (text, length, i, link))
        {
          link->range.start = i;
          *position = link->range.end;
          return TRUE;
        }

      i++;
    }

  *position = length;

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-excerpt.h"

#include <string.h>

#define ELLIPSIS "…"

/* How far a cut may move to fall between words: further, and a text without spaces loses too much. */
#define LONGEST_WORD 24

/* Bytes that are no UTF-8 become U+FFFD, one by one. */
static gunichar
read_character (const char  *p,
                const char **next)
{
  gunichar character = g_utf8_get_char_validated (p, -1);

  if (character == (gunichar) -1 || character == (gunichar) -2)
    {
      *next = p + 1;
      return 0xFFFD;
    }

  *next = g_utf8_next_char (p);

  return character;
}

/* One space for every stretch of white space, and where the part to show went to. */
static char *
put_on_one_line (const char *text,
                 AmbRange   *around)
{
  GString *line = g_string_sized_new (strlen (text));
  AmbRange moved = { 0, 0 };
  gboolean after_space = TRUE;

  for (const char *p = text, *next; *p != '\0'; p = next)
    {
      gunichar character = read_character (p, &next);
      gboolean is_space = g_unichar_isspace (character);

      if ((gsize) (p - text) == around->start)
        moved.start = line->len;

      if (is_space && !after_space)
        g_string_append_c (line, ' ');
      else if (!is_space)
        g_string_append_unichar (line, character);
      after_space = is_space;

      if ((gsize) (next - text) <= around->end)
        moved.end = line->len;
    }

  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  around->start = MIN (moved.start, line->len);
  around->end = CLAMP (moved.end, around->start, line->len);

  return g_string_free (line, FALSE);
}

static gboolean
may_cut (const char *line,
         const char *p)
{
  return p == line || *p == '\0' || *p == ' ' || p[-1] == ' ';
}

static const char *
move_start_to_word (const char *line,
                    const char *start,
                    const char *last)
{
  const char *p = start;

  for (guint i = 0; i < LONGEST_WORD && p < last; i++, p = g_utf8_next_char (p))
    if (may_cut (line, p))
      return *p == ' ' ? p + 1 : p;

  return may_cut (line, p) && p == last ? p : start;
}

static const char *
move_end_to_word (const char *line,
                  const char *first,
                  const char *end)
{
  const char *p = end;

  for (guint i = 0; i < LONGEST_WORD && p > first; i++, p = g_utf8_prev_char (p))
    if (may_cut (line, p))
      return p > first && p[-1] == ' ' ? p - 1 : p;

  return end;
}

/* Whether a place is inside what a reader sees as one character. */
static gboolean
is_inside_character (const char *line,
                     const char *p)
{
  gunichar character = g_utf8_get_char (p);

  if (p == line || character == 0)
    return FALSE;

  return g_unichar_ismark (character) || g_unichar_iszerowidth (character) ||
         (character >= 0x1F3FB && character <= 0x1F3FF) ||
         g_utf8_get_char (g_utf8_prev_char (p)) == 0x200D;
}

/**
 * amb_excerpt_cut:
 * @text: UTF-8
 * @around: the part to show
 * @max_chars: the greatest number of characters (code points), the ellipses included
 *
 * Cuts a text to one line that shows a part of it, between words where it can, with “…” where text
 * was left out. Thread-safe.
 *
 * Returns: (transfer full): the excerpt
 */
char *
amb_excerpt_cut (const char *text,
                 AmbRange    around,
                 guint       max_chars)
{
  g_autofree char *line = NULL;
  const char *start, *end;
  glong n_chars, n_before, n_first, n_last;

  g_return_val_if_fail (text != NULL, NULL);

  line = put_on_one_line (text, &around);
  n_chars = g_utf8_strlen (line, -1);
  if (n_chars <= (glong) max_chars)
    return g_steal_pointer (&line);

  if (max_chars < 3)
    return g_strdup (max_chars == 0 ? "" : ELLIPSIS);

  /* A third of the room goes before the part, the rest to the part and behind it. */
  n_before = g_utf8_strlen (line, around.start);
  n_first = MAX (0, n_before - (glong) max_chars / 3);
  n_first = MIN (n_first, n_chars - (glong) max_chars + 1);
  n_first = MAX (n_first, 0);
  n_last = MIN (n_chars, n_first + (glong) max_chars - (n_first > 0 ? 1 : 0));
  n_last -= n_last < n_chars ? 1 : 0;

  start = g_utf8_offset_to_pointer (line, n_first);
  end = g_utf8_offset_to_pointer (line, n_last);

  if (n_first > 0)
    start = move_start_to_word (line, start, line + around.start);
  if (n_last < n_chars)
    end = move_end_to_word (line, MAX (start, line + around.end), end);

  while (is_inside_character (line, start))
    start = g_utf8_next_char (start);
  while (is_inside_character (line, end))
    end = g_utf8_prev_char (end);

  return g_strdup_printf ("%s%.*s%s", n_first > 0 ? ELLIPSIS : "", (int) MAX (end - start, 0), start,
                          n_last < n_chars ? ELLIPSIS : "");
}

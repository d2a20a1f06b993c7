/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-search-term.h"

#include <string.h>

#include "amb-fold.h"
#include "amb-search-words.h"

/* FTS5 refuses an expression that is too deep or too long; nobody types this much. */
#define MAXIMUM_TERMS 32
#define MAXIMUM_BYTES 2048

static void
term_free (gpointer data)
{
  AmbSearchTerm *self = data;

  g_free (self->typed);
  g_strfreev (self->keys);
  g_free (self);
}

static GStrv
split_keys (const char *typed)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gsize length = strlen (typed);
  gsize position = 0;
  AmbRange word;

  while (amb_search_words_next (typed, length, &position, &word))
    {
      g_autofree char *key = amb_fold (typed + word.start, word.end - word.start);

      if (key[0] != '\0')
        g_strv_builder_add (keys, key);
    }

  return g_strv_builder_end (keys);
}

/* What has no letter or digit finds nothing and would hide what the rest finds. */
static void
add_term (GPtrArray  *terms,
          const char *start,
          const char *end,
          gboolean    is_prefix,
          gboolean    is_excluded)
{
  g_autofree char *typed = g_strndup (start, end - start);
  g_auto (GStrv) keys = split_keys (typed);
  AmbSearchTerm *term;

  if (keys[0] == NULL || terms->len == MAXIMUM_TERMS)
    return;

  term = g_new0 (AmbSearchTerm, 1);
  term->typed = g_steal_pointer (&typed);
  term->keys = g_steal_pointer (&keys);
  term->is_prefix = is_prefix;
  term->is_excluded = is_excluded;
  g_ptr_array_add (terms, term);
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
find_word_end (const char *p)
{
  while (*p != '\0' && *p != '"' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* Straight and curly quotes alike: a phone types the curly ones. */
static char *
normalize (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = valid; *p != '\0' && text->len < MAXIMUM_BYTES; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == 0x201C || character == 0x201D || character == 0x201E)
        character = '"';

      g_string_append_unichar (text, character);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * amb_search_terms_parse:
 * @typed: UTF-8
 * @last_is_prefix: whether the last word is still being typed
 *
 * Takes apart what a person typed: words, `"phrases"`, a `*` behind what is the begin of a word, a
 * `-` before what has to be absent.
 *
 * Returns: (transfer full) (element-type AmbSearchTerm): the terms
 */
GPtrArray *
amb_search_terms_parse (const char *typed,
                        gboolean    last_is_prefix)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);
  g_autofree char *text = normalize (typed);
  const char *p = skip_space (text);

  while (*p != '\0')
    {
      gboolean is_excluded = *p == '-';
      gboolean is_open, is_prefix;
      const char *start, *end;

      p += is_excluded ? 1 : 0;

      if (*p == '"')
        {
          start = p + 1;
          end = strchr (start, '"');
          is_open = end == NULL;
          end = is_open ? start + strlen (start) : end;
          p = is_open ? end : end + 1;
        }
      else
        {
          start = p;
          end = p = find_word_end (p);
          is_open = *p == '\0';
        }

      is_prefix = *p == '*' || (end > start && end[-1] == '*') || (last_is_prefix && is_open);
      p += *p == '*' ? 1 : 0;

      add_term (terms, start, end, is_prefix, is_excluded);
      p = skip_space (p);
    }

  return terms;
}

static void
write_string (GString    *match,
              const char *text,
              gboolean    is_prefix)
{
  g_string_append_c (match, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append (match, is_prefix ? "\"*" : "\"");
}

/**
 * amb_search_term_write_match:
 * @self: a term
 * @match: where to write
 *
 * Writes a term as a part of an FTS5 expression: what was typed, or its plain letters where those
 * differ, so that Strasse finds Straße and the other way round.
 */
void
amb_search_term_write_match (const AmbSearchTerm *self,
                             GString             *match)
{
  g_autofree char *folded = g_strjoinv (" ", self->keys);
  g_autofree char *extra = amb_fold_extra (self->typed);

  if (extra == NULL)
    {
      write_string (match, self->typed, self->is_prefix);
      return;
    }

  g_string_append_c (match, '(');
  write_string (match, self->typed, self->is_prefix);
  g_string_append (match, " OR ");
  write_string (match, folded, self->is_prefix);
  g_string_append_c (match, ')');
}

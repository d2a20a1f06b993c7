/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-search-query.h"

#include <string.h>

#include "amb-excerpt.h"
#include "amb-fold.h"
#include "amb-search-term.h"
#include "amb-search-words.h"

struct _AmbSearchQuery
{
  gatomicrefcount ref_count;

  GPtrArray *terms;
  char *match;
};

G_DEFINE_BOXED_TYPE (AmbSearchQuery, amb_search_query, amb_search_query_ref, amb_search_query_unref)

static void
write_terms (GPtrArray  *terms,
             gboolean    excluded,
             const char *between,
             GString    *match)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < terms->len; i++)
    {
      const AmbSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->is_excluded != excluded)
        continue;

      if (!is_first)
        g_string_append (match, between);
      amb_search_term_write_match (term, match);
      is_first = FALSE;
    }
}

static char *
make_match (GPtrArray *terms)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) excluded = g_string_new (NULL);

  write_terms (terms, FALSE, " AND ", wanted);
  write_terms (terms, TRUE, " OR ", excluded);

  if (wanted->len == 0)
    return NULL;

  if (excluded->len == 0)
    return g_string_free (g_steal_pointer (&wanted), FALSE);

  return g_strdup_printf ("(%s) NOT (%s)", wanted->str, excluded->str);
}

static AmbSearchQuery *
parse (const char *typed,
       gboolean    last_is_prefix)
{
  AmbSearchQuery *self = g_new0 (AmbSearchQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->terms = amb_search_terms_parse (typed, last_is_prefix);
  self->match = make_match (self->terms);

  return self;
}

/**
 * amb_search_query_parse:
 * @typed: UTF-8, what a person typed
 *
 * Reads a query: words that all have to be there, `"a phrase"`, `word*` for the begin of a word,
 * `-word` for what has to be absent. Anything is a legal query. Thread-safe.
 *
 * Returns: (transfer full): the query
 */
AmbSearchQuery *
amb_search_query_parse (const char *typed)
{
  g_return_val_if_fail (typed != NULL, NULL);

  return parse (typed, FALSE);
}

/**
 * amb_search_query_parse_partial:
 * @typed: UTF-8, what a person typed so far
 *
 * Reads a query that is still being typed: its last word may be the begin of one, unless a space or
 * a quote closes it. Thread-safe.
 *
 * Returns: (transfer full): the query
 */
AmbSearchQuery *
amb_search_query_parse_partial (const char *typed)
{
  g_return_val_if_fail (typed != NULL, NULL);

  return parse (typed, TRUE);
}

/**
 * amb_search_query_ref:
 * @self: a query
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
AmbSearchQuery *
amb_search_query_ref (AmbSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * amb_search_query_unref:
 * @self: (transfer full): a query
 *
 * Gives up a reference.
 */
void
amb_search_query_unref (AmbSearchQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->terms);
  g_free (self->match);
  g_free (self);
}

/**
 * amb_search_query_is_empty:
 * @self: a query
 *
 * Tells whether nothing was typed that can be looked for or left out.
 *
 * Returns: whether the query is empty
 */
gboolean
amb_search_query_is_empty (AmbSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->terms->len == 0;
}

/**
 * amb_search_query_get_match:
 * @self: a query
 *
 * Gives the query as the right side of an FTS5 `MATCH`, every word quoted; always legal. The table
 * is one with `unicode61 remove_diacritics 2` and a column for [func@fold_extra].
 *
 * Returns: (transfer none) (nullable): the expression, or %NULL when the query names nothing that
 *   has to be there
 */
const char *
amb_search_query_get_match (AmbSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->match;
}

static gboolean
key_matches (const char *key,
             const char *wanted,
             gboolean    is_prefix)
{
  return is_prefix ? g_str_has_prefix (key, wanted) : g_str_equal (key, wanted);
}

/* How many words from @first on the term covers, or 0. */
static guint
match_term (const AmbSearchTerm *term,
            const GPtrArray     *keys,
            guint                first)
{
  guint n = 0;

  for (; term->keys[n] != NULL; n++)
    {
      gboolean is_last = term->keys[n + 1] == NULL;

      if (first + n >= keys->len ||
          !key_matches (g_ptr_array_index (keys, first + n), term->keys[n], is_last && term->is_prefix))
        return 0;
    }

  return n;
}

static guint
match_any_term (const AmbSearchQuery *self,
                const GPtrArray      *keys,
                guint                 first)
{
  guint longest = 0;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const AmbSearchTerm *term = g_ptr_array_index (self->terms, i);

      if (!term->is_excluded)
        longest = MAX (longest, match_term (term, keys, first));
    }

  return longest;
}

/**
 * amb_search_query_find:
 * @self: a query
 * @text: UTF-8
 *
 * Finds what is looked for in a text, to mark it; accents and case make no difference. Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbRange): the ranges, in the order of the text and without
 *   overlap
 */
GArray *
amb_search_query_find (AmbSearchQuery *self,
                       const char     *text)
{
  GArray *found = amb_range_array_new ();
  g_autoptr (GArray) words = amb_range_array_new ();
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gsize length, position = 0;
  AmbRange word;

  g_return_val_if_fail (self != NULL, found);
  g_return_val_if_fail (text != NULL, found);

  if (self->match == NULL)
    return found;

  length = strlen (text);
  while (amb_search_words_next (text, length, &position, &word))
    {
      g_array_append_val (words, word);
      g_ptr_array_add (keys, amb_fold (text + word.start, word.end - word.start));
    }

  for (guint i = 0; i < words->len;)
    {
      guint n_words = match_any_term (self, keys, i);

      if (n_words > 0)
        amb_range_array_add (found, g_array_index (words, AmbRange, i).start,
                             g_array_index (words, AmbRange, i + n_words - 1).end);

      i += MAX (n_words, 1);
    }

  return found;
}

/**
 * amb_search_query_excerpt:
 * @self: a query
 * @text: UTF-8
 * @max_chars: the greatest number of characters (code points), the ellipses included
 *
 * Gives the part of a text round the first place where something is found, on one line, with “…”
 * where it was cut; the begin of the text when nothing is found. Thread-safe.
 *
 * Returns: (transfer full): the excerpt
 */
char *
amb_search_query_excerpt (AmbSearchQuery *self,
                          const char     *text,
                          guint           max_chars)
{
  g_autoptr (GArray) found = NULL;
  AmbRange hit = { 0, 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = amb_search_query_find (self, text);
  if (found->len > 0)
    hit = g_array_index (found, AmbRange, 0);

  return amb_excerpt_cut (text, hit, max_chars);
}

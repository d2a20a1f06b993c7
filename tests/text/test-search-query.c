/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-search-query.h"

#include <sqlite3.h>

#include "amb-fold.h"
#include "random-text.h"

static void
assert_match (const char *typed,
              const char *expected)
{
  g_autoptr (AmbSearchQuery) query = amb_search_query_parse (typed);

  g_assert_cmpstr (amb_search_query_get_match (query), ==, expected);
}

static void
test_match (void)
{
  assert_match ("nurse", "\"nurse\"");
  assert_match ("  open  day ", "\"open\" AND \"day\"");
  assert_match ("\"open day\" night", "\"open day\" AND \"night\"");
  assert_match ("nurs*", "\"nurs*\"*");
  assert_match ("care -robot", "(\"care\") NOT (\"robot\")");
  assert_match ("“open day”", "\"open day\"");
  assert_match ("\"open", "\"open\"");
  assert_match ("e-mail", "\"e-mail\"");
  assert_match ("Straße", "(\"Straße\" OR \"strasse\")");
  assert_match ("AND", "\"AND\"");
}

static void
test_empty (void)
{
  static const char * const nothing[] = { "", " ", "\"", "\"\"", "*", "-", "- \"", "?!", "-*", "😀", "…" };

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (AmbSearchQuery) query = amb_search_query_parse (nothing[i]);

      g_assert_true (amb_search_query_is_empty (query));
      g_assert_null (amb_search_query_get_match (query));
    }
}

static void
test_only_excluded (void)
{
  g_autoptr (AmbSearchQuery) query = amb_search_query_parse ("-robot");

  g_assert_false (amb_search_query_is_empty (query));
  g_assert_null (amb_search_query_get_match (query));
}

static void
test_partial (void)
{
  g_autoptr (AmbSearchQuery) typing = amb_search_query_parse_partial ("open da");
  g_autoptr (AmbSearchQuery) closed = amb_search_query_parse_partial ("open day ");
  g_autoptr (AmbSearchQuery) phrase = amb_search_query_parse_partial ("\"open da");
  g_autoptr (AmbSearchQuery) closed_phrase = amb_search_query_parse_partial ("\"open day\"");

  g_assert_cmpstr (amb_search_query_get_match (typing), ==, "\"open\" AND \"da\"*");
  g_assert_cmpstr (amb_search_query_get_match (closed), ==, "\"open\" AND \"day\"");
  g_assert_cmpstr (amb_search_query_get_match (phrase), ==, "\"open da\"*");
  g_assert_cmpstr (amb_search_query_get_match (closed_phrase), ==, "\"open day\"");
}

static char *
mark (const char *typed,
      const char *text)
{
  g_autoptr (AmbSearchQuery) query = amb_search_query_parse (typed);
  g_autoptr (GArray) found = amb_search_query_find (query, text);
  g_autoptr (GString) marked = g_string_new (NULL);
  gsize position = 0;

  for (guint i = 0; i < found->len; i++)
    {
      AmbRange range = g_array_index (found, AmbRange, i);

      g_string_append_len (marked, text + position, range.start - position);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + range.start, range.end - range.start);
      g_string_append_c (marked, ']');
      position = range.end;
    }
  g_string_append (marked, text + position);

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_find (void)
{
  static const char * const cases[][3] = {
    { "cafe", "Een Café, twee cafés", "Een [Café], twee cafés" },
    { "cafe*", "Een Café, twee cafés", "Een [Café], twee [cafés]" },
    { "\"open day\"", "open, day; Open-Day open", "[open, day]; [Open-Day] open" },
    { "lodz", "Łódź", "[Łódź]" },
    { "Łódź", "lodz", "[lodz]" },
    { "bold", "so 𝗯𝗼𝗹𝗱", "so [𝗯𝗼𝗹𝗱]" },
    { "a -b", "a b", "[a] b" },
    { "", "a b", "a b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i][0], cases[i][1]);

      g_assert_cmpstr (marked, ==, cases[i][2]);
    }
}

static void
assert_excerpt (const char *typed,
                const char *text,
                guint       max_chars,
                const char *expected)
{
  g_autoptr (AmbSearchQuery) query = amb_search_query_parse (typed);
  g_autofree char *excerpt = amb_search_query_excerpt (query, text, max_chars);

  g_assert_cmpstr (excerpt, ==, expected);
}

static void
test_excerpt (void)
{
  assert_excerpt ("x", "short", 80, "short");
  assert_excerpt ("x", "two\n\n  lines ", 80, "two lines");
  assert_excerpt ("x", "one two three four five", 12, "one two…");
  assert_excerpt ("five", "one two three four five", 12, "…four five");
  assert_excerpt ("three", "one two three four five", 12, "…two three…");
  assert_excerpt ("x", "abc", 0, "");
  assert_excerpt ("x", "abcd", 2, "…");
}

static sqlite3 *
open_index (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE VIRTUAL TABLE t USING fts5 (body, extra, "
                                     "tokenize = 'unicode61 remove_diacritics 2')",
                                 NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

static void
insert (sqlite3    *db,
        const char *text)
{
  g_autofree char *extra = amb_fold_extra (text);
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (db, "INSERT INTO t (body, extra) VALUES (?, ?)", -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, extra, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static int
count_rows (sqlite3    *db,
            const char *match)
{
  sqlite3_stmt *statement;
  int n_rows = 0;
  int result;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT rowid FROM t WHERE t MATCH ?", -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    n_rows++;

  if (result != SQLITE_DONE)
    g_test_message ("%s: %s", match, sqlite3_errmsg (db));
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (statement);

  return n_rows;
}

static void
test_legal (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  sqlite3 *db = open_index ();

  insert (db, "open day for nurses");

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *typed = i % 2 == 0 ? make_random_text (random, g_rand_int_range (random, 0, 60))
                                          : make_random_bytes (random, g_rand_int_range (random, 0, 60));
      g_autoptr (AmbSearchQuery) query = i % 3 == 0 ? amb_search_query_parse_partial (typed)
                                                    : amb_search_query_parse (typed);

      if (amb_search_query_get_match (query) != NULL)
        count_rows (db, amb_search_query_get_match (query));
    }

  sqlite3_close (db);
}

static void
test_endless (void)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (AmbSearchQuery) query = NULL;
  sqlite3 *db = open_index ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (typed, i % 3 == 0 ? "-a " : "\"b c\"* ");

  query = amb_search_query_parse (typed->str);
  count_rows (db, amb_search_query_get_match (query));
  sqlite3_close (db);
}

static void
test_index (void)
{
  static const struct
  {
    const char *text;
    const char *typed;
    int n_rows;
  } cases[] = {
    { "Open dag in de Grote Straße", "strasse", 1 },
    { "Open dag in de Grote Strasse", "Straße", 1 },
    { "Open dag in Łódź", "lodz", 1 },
    { "Open dag in Lodz", "łódź", 1 },
    { "Een café", "CAFE", 1 },
    { "Een cafe", "Café", 1 },
    { "imitation 𝗯𝗼𝗹𝗱 letters", "bold", 1 },
    { "open day", "\"day open\"", 0 },
    { "open day", "open -day", 0 },
    { "open days", "open day*", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AmbSearchQuery) query = amb_search_query_parse (cases[i].typed);
      g_autoptr (GArray) found = amb_search_query_find (query, cases[i].text);
      sqlite3 *db = open_index ();

      insert (db, cases[i].text);
      g_test_message ("%s: %s", cases[i].typed, amb_search_query_get_match (query));
      g_assert_cmpint (count_rows (db, amb_search_query_get_match (query)), ==, cases[i].n_rows);
      if (cases[i].n_rows > 0)
        g_assert_cmpuint (found->len, >, 0);
      sqlite3_close (db);
    }
}

static void
test_excerpt_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *typed = make_random_text (random, 3);
      g_autofree char *text = make_random_text (random, 60);
      guint max_chars = g_rand_int_range (random, 0, 60);
      g_autoptr (AmbSearchQuery) query = amb_search_query_parse_partial (typed);
      g_autofree char *excerpt = amb_search_query_excerpt (query, text, max_chars);

      g_assert_true (g_utf8_validate (excerpt, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (excerpt, -1), <=, MAX (max_chars, 1));
      g_assert_null (strchr (excerpt, '\n'));
    }
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (10);
  g_autoptr (AmbSearchQuery) query = amb_search_query_parse_partial ("a");

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *bytes = make_broken_text (random, 20);
      g_autoptr (GArray) found = amb_search_query_find (query, bytes);
      g_autofree char *excerpt = amb_search_query_excerpt (query, bytes, 20);

      g_assert_nonnull (excerpt);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/search-query/match", test_match);
  g_test_add_func ("/text/search-query/empty", test_empty);
  g_test_add_func ("/text/search-query/only-excluded", test_only_excluded);
  g_test_add_func ("/text/search-query/partial", test_partial);
  g_test_add_func ("/text/search-query/find", test_find);
  g_test_add_func ("/text/search-query/excerpt", test_excerpt);
  g_test_add_func ("/text/search-query/legal", test_legal);
  g_test_add_func ("/text/search-query/endless", test_endless);
  g_test_add_func ("/text/search-query/index", test_index);
  g_test_add_func ("/text/search-query/excerpt-properties", test_excerpt_properties);
  g_test_add_func ("/text/search-query/any-bytes", test_any_bytes);

  return g_test_run ();
}

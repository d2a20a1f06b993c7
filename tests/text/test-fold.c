/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-fold.h"

#include <sqlite3.h>
#include <unicode/uchar.h>

#include "random-text.h"

static void
test_fold (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { "Hello WORLD", "hello world" },
    { "Één café à Zürich", "een cafe a zurich" },
    { "e\xcc\x81", "e" },
    { "Łódź", "lodz" },
    { "Đặng", "dang" },
    { "Ørsted", "orsted" },
    { "Æsir œuvre", "aesir oeuvre" },
    { "Straße STRASSE ẞ", "strasse strasse ss" },
    { "Þór", "thor" },
    { "Ħal", "hal" },
    { "İstanbul ısı", "istanbul isi" },
    { "𝗯𝗼𝗹𝗱 𝓼𝓬𝓻𝓲𝓹𝓽", "bold script" },
    { "ﬁne ½", "fine 1⁄2" },
    { "ΆΛΦΑΣ", "αλφασ" },
    { "हिन्दी", "हिन्दी" },
    { "が", "が" },
    { "한국", "한국" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = amb_fold (cases[i][0], -1);

      g_assert_cmpstr (key, ==, cases[i][1]);
    }
}

static void
test_again (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = make_random_text (random, 20);
      g_autofree char *key = amb_fold (text, -1);
      g_autofree char *again = amb_fold (key, -1);

      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_cmpstr (again, ==, key);
    }
}

static void
test_extra (void)
{
  static const char * const cases[][2] = {
    { "plain words, café, Zürich – “quotes” € …", NULL },
    { "Łódź is a city", "lodz" },
    { "Große Straße, große Freude", "grosse strasse grosse" },
    { "so 𝗯𝗼𝗹𝗱!", "bold" },
    { "CO₂ 😀 smørrebrød", "co2 smorrebrod" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *extra = amb_fold_extra (cases[i][0]);

      g_assert_cmpstr (extra, ==, cases[i][1]);
    }
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
        gint64      id,
        const char *text)
{
  g_autofree char *extra = amb_fold_extra (text);
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (db, "INSERT INTO t (rowid, body, extra) VALUES (?, ?, ?)", -1, &statement, NULL);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, extra, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static gboolean
finds (sqlite3    *db,
       gint64      id,
       const char *key)
{
  g_autofree char *match = g_strdup_printf ("\"%s\"", key);
  sqlite3_stmt *statement;
  gboolean found;

  sqlite3_prepare_v2 (db, "SELECT 1 FROM t WHERE t MATCH ? AND rowid = ?", -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, id);
  found = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_finalize (statement);

  return found;
}

/* The tables of `unicode61` are those of Unicode 6.1: a newer letter is no part of a word to it. */
static gboolean
is_known_to_sqlite (gunichar character)
{
  UVersionInfo age;

  u_charAge (character, age);

  return age[0] < 6 || (age[0] == 6 && age[1] <= 1);
}

static char *
make_word (gunichar character)
{
  char bytes[7] = { 0 };

  g_unichar_to_utf8 (character, bytes);

  return g_strconcat ("x", bytes, "y", NULL);
}

/* The point of it all: every word with a letter is found by its plain letters. */
static void
test_every_letter (void)
{
  sqlite3 *db = open_index ();
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (gunichar character = 0x80; character < 0x1E000; character++)
    if (g_unichar_isalpha (character) && is_known_to_sqlite (character) &&
        (character < 0x3000 || character > 0x1D3FF || character % 97 == 0))
      g_array_append_val (letters, character);
  g_assert_cmpuint (letters->len, >, 3000);

  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < letters->len; i++)
    {
      g_autofree char *word = make_word (g_array_index (letters, gunichar, i));

      insert (db, i + 1, word);
    }
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);

  for (guint i = 0; i < letters->len; i++)
    {
      g_autofree char *word = make_word (g_array_index (letters, gunichar, i));
      g_autofree char *key = amb_fold (word, -1);

      if (!finds (db, i + 1, key))
        g_error ("U+%04X: %s is not found by %s", g_array_index (letters, gunichar, i), word, key);
    }

  sqlite3_close (db);
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *bytes = make_random_bytes (random, g_rand_int_range (random, 0, 60));
      g_autofree char *key = amb_fold (bytes, -1);
      g_autofree char *extra = amb_fold_extra (bytes);

      g_assert_nonnull (key);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold/fold", test_fold);
  g_test_add_func ("/text/fold/again", test_again);
  g_test_add_func ("/text/fold/extra", test_extra);
  g_test_add_func ("/text/fold/every-letter", test_every_letter);
  g_test_add_func ("/text/fold/any-bytes", test_any_bytes);

  return g_test_run ();
}

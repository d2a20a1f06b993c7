/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "amb-bench-rows.h"
#include "amb-checker.h"
#include "amb-entry-store.h"
#include "amb-importer.h"
#include "amb-search-query.h"
#include "amb-story-store.h"

/* Measurements without a window, for tools/bench: each prints numbers, one name and value a line. */

#define N_COMMITS 200
#define N_SEARCHES 120
#define N_CHECKS 400
#define DRAFT_LENGTH 3000

#define MATCH_SQL "SELECT s.id, story_fts.rank FROM story_fts CROSS JOIN story AS s ON s.id = story_fts.rowid" \
                  " WHERE story_fts MATCH ? AND s.deleted_at IS NULL ORDER BY story_fts.rank"

static double
now (void)
{
  return g_get_monotonic_time () / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_percentile (GArray *values,
                double  share)
{
  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, MIN ((guint) (values->len * share), values->len - 1));
}

static AmbDatabase *
open_database (const char *path)
{
  g_autoptr (AmbClock) clock = amb_clock_new ();
  g_autoptr (GError) error = NULL;
  AmbDatabase *database = amb_database_new (path, clock);

  if (!amb_database_open (database, NULL, &error))
    g_error ("%s", error->message);

  return database;
}

static void
measure_import (const char *pack,
                const char *path)
{
  g_autoptr (AmbDatabase) database = open_database (path);
  g_autoptr (AmbClock) clock = amb_clock_new ();
  g_autoptr (AmbContext) context = amb_context_new (database, clock);
  g_autoptr (GFile) file = g_file_new_for_path (pack);
  g_autoptr (AmbImporter) importer = amb_importer_new (context, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) result = NULL;
  double start = now ();

  result = amb_importer_run (importer, FALSE, NULL, &error);
  if (result == NULL)
    g_error ("%s", error->message);
  printf ("seconds %.3f\nstories %" G_GINT64_FORMAT "\n", now () - start, result->added);
  amb_database_close (database);
}

static gpointer
search (AmbConnection  *connection,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  AmbStoryFilter filter = { .search = data };
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ids = amb_story_store_query (connection, &filter, scores, error);

  return GUINT_TO_POINTER (ids->len + 1);
}

static guint
search_bare (sqlite3_stmt *statement,
             const char   *match)
{
  guint n = 0;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      sqlite3_column_int64 (statement, 0);
      sqlite3_column_double (statement, 1);
      n++;
    }
  sqlite3_reset (statement);

  return n;
}

/* Words as they come in the titles, from the commonest to the rarest, alone and in pairs. */
static GPtrArray *
choose_searches (sqlite3 *handle)
{
  GPtrArray *searches = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (handle, "SELECT title FROM story WHERE id % 97 = 0 LIMIT ?", -1, &statement, NULL);
  sqlite3_bind_int (statement, 1, N_SEARCHES);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_auto (GStrv) words = g_strsplit ((const char *) sqlite3_column_text (statement, 0), " ", -1);
      guint n = g_strv_length (words);

      if (searches->len % 2 == 0 || n < 2)
        g_ptr_array_add (searches, g_strdup (words[n / 2]));
      else
        g_ptr_array_add (searches, g_strdup_printf ("%s %s", words[n - 1], words[n - 2]));
    }
  sqlite3_finalize (statement);

  return searches;
}

static void
measure_search (const char *path)
{
  g_autoptr (AmbDatabase) database = open_database (path);
  g_autoptr (GPtrArray) searches = NULL;
  sqlite3_stmt *statement;
  sqlite3 *handle;
  double ours = 0;
  double bare = 0;

  sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL);
  sqlite3_exec (handle, "PRAGMA cache_size = -4000", NULL, NULL, NULL);
  sqlite3_prepare_v2 (handle, MATCH_SQL, -1, &statement, NULL);
  searches = choose_searches (handle);

  /* The first round warms the caches of both. */
  for (guint round = 0; round < 4; round++)
    {
      for (guint i = 0; i < searches->len; i++)
        {
          const char *typed = g_ptr_array_index (searches, i);
          g_autoptr (AmbSearchQuery) query = amb_search_query_parse (typed);
          double start = now ();
          double middle;
          double end;

          amb_database_run (database, AMB_ACCESS_READ, search, (gpointer) typed, NULL, NULL);
          middle = now ();
          search_bare (statement, amb_search_query_get_match (query));
          end = now ();
          if (round > 0)
            {
              ours += middle - start;
              bare += end - middle;
            }
        }
    }

  printf ("ours %.6f\nbare %.6f\nsearches %u\n", ours, bare, searches->len * 3);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  amb_database_close (database);
}

static gpointer
add_entry (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  amb_entry_set_text (entry, AMB_ENTRY_TEXT, data);
  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, "linkedin");
  amb_entry_store_save (connection, entry, error);

  return NULL;
}

static void
run_bare (sqlite3    *handle,
          const char *sql)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
}

static void
add_entry_bare (sqlite3      *handle,
                sqlite3_stmt *row,
                sqlite3_stmt *index,
                const char   *text,
                gint64        id)
{
  run_bare (handle, "BEGIN IMMEDIATE");
  sqlite3_bind_int64 (row, 1, id);
  sqlite3_bind_text (row, 2, text, -1, SQLITE_STATIC);
  sqlite3_step (row);
  sqlite3_reset (row);
  sqlite3_bind_int64 (index, 1, id);
  sqlite3_bind_text (index, 2, text, -1, SQLITE_STATIC);
  sqlite3_step (index);
  sqlite3_reset (index);
  run_bare (handle, "COMMIT");
}

/* Both write the same row and the same words to a database of the same form and size, in turn. */
static void
measure_commit (const char *ours_path,
                const char *bare_path)
{
  const char *text = "We told the neighbours why the street is open, and what will be under it when it closes again.";
  g_autoptr (AmbDatabase) database = open_database (ours_path);
  g_autoptr (AmbDatabase) form = open_database (bare_path);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3_stmt *row;
  sqlite3_stmt *index;
  sqlite3 *handle;

  amb_database_close (form);
  sqlite3_open (bare_path, &handle);
  run_bare (handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  sqlite3_prepare_v2 (handle, "INSERT INTO entry (id, kind, online, at, zone_offset, confirmed, private, created_at, channel, "
                      "text) VALUES (?, 1, 1, 1, 0, 1, 0, 1, 'linkedin', ?)", -1, &row, NULL);
  sqlite3_prepare_v2 (handle, "INSERT INTO entry_fts (rowid, text) VALUES (?, ?)", -1, &index, NULL);

  for (guint i = 0; i < N_COMMITS; i++)
    {
      double start = now ();
      double middle;
      double seconds;

      amb_database_run (database, AMB_ACCESS_WRITE, add_entry, (gpointer) text, NULL, NULL);
      middle = now ();
      seconds = middle - start;
      g_array_append_val (ours, seconds);
      add_entry_bare (handle, row, index, text, (gint64) 1 << 52 | i);
      seconds = now () - middle;
      g_array_append_val (bare, seconds);
    }

  printf ("ours %.6f\nbare %.6f\ncommits %u\n", get_percentile (ours, 0.5), get_percentile (bare, 0.5), N_COMMITS);
  sqlite3_finalize (row);
  sqlite3_finalize (index);
  sqlite3_close (handle);
  amb_database_close (database);
}

static gpointer
check (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  g_autoptr (AmbCheckReport) report = amb_checker_check (connection, data, NULL, NULL, error);

  g_assert_nonnull (report);

  return GUINT_TO_POINTER (amb_check_report_get_passages (report)->len + 1);
}

static GArray *
list_stories (sqlite3 *handle)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (handle, "SELECT id FROM story WHERE body IS NOT NULL ORDER BY id", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);

  return ids;
}

/* Half of the words stand in the story in this order, half in an order that no story has. */
static void
append_half_copied (GString    *text,
                    const char *body)
{
  g_auto (GStrv) words = g_strsplit (body, " ", 80);
  guint n_words = g_strv_length (words);

  for (guint i = 0; i < n_words && i < 40; i++)
    g_string_append_printf (text, "%s ", words[i]);
  for (guint i = 79; i > 40 && n_words == 80; i--)
    g_string_append_printf (text, "%s ", words[i - 1]);
  g_string_append (text, "\n\n");
}

/* The stories come from all over the library: what one draft brought into a cache does not help the next. */
static AmbDraft *
make_draft (sqlite3 *handle,
            GArray  *stories,
            guint    number)
{
  AmbDraft *draft = amb_draft_new ();
  GString *text = g_string_new (NULL);
  static const char * const channels[] = { "linkedin", "mastodon", "x" };
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (handle, "SELECT body FROM story WHERE id = ?", -1, &statement, NULL);
  for (guint i = 0; text->len < DRAFT_LENGTH; i++)
    {
      sqlite3_bind_int64 (statement, 1, g_array_index (stories, gint64, (number * 257 + i * 40009) % stories->len));
      if (sqlite3_step (statement) == SQLITE_ROW)
        append_half_copied (text, (const char *) sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  while (text->len > DRAFT_LENGTH && (text->str[DRAFT_LENGTH] & 0xc0) == 0x80)
    g_string_truncate (text, text->len - 1);
  g_string_truncate (text, MIN (text->len, DRAFT_LENGTH));

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, g_utf8_validate (text->str, -1, NULL) ? text->str : "");
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      g_autoptr (AmbVariant) variant = amb_variant_new ();

      amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, channels[i]);
      g_list_store_append (amb_draft_get_variants (draft), variant);
    }
  g_string_free (text, TRUE);

  return draft;
}

static void
measure_checks (const char *path)
{
  g_autoptr (AmbDatabase) database = open_database (path);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) stories = NULL;
  guint n_passages = 0;
  sqlite3 *handle;

  sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL);
  stories = list_stories (handle);
  /* As with searches, the first round warms the caches: a disk that is shared is not what is measured. */
  for (guint i = 0; i < 2 * N_CHECKS; i++)
    {
      g_autoptr (AmbDraft) draft = make_draft (handle, stories, i % N_CHECKS);
      double start = now ();
      double milliseconds;

      if (i == N_CHECKS)
        {
          n_passages = 0;
          g_array_set_size (times, 0);
        }

      n_passages += GPOINTER_TO_UINT (amb_database_run (database, AMB_ACCESS_READ, check, draft, NULL, NULL)) - 1;
      milliseconds = (now () - start) * 1000;
      g_array_append_val (times, milliseconds);
    }

  printf ("p50 %.3f\np99 %.3f\npassages %u\n", get_percentile (times, 0.5), get_percentile (times, 0.99), n_passages);
  sqlite3_close (handle);
  amb_database_close (database);
}

static gpointer
fill (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  static const char * const channels[] = { "linkedin", "mastodon", "x", "in-person" };
  gint64 at = amb_connection_get_now (connection);

  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autoptr (AmbEntry) entry = amb_entry_new ();
      g_autofree char *text = g_strdup_printf ("Entry %u: what I told %s about street %u", i,
                                               i % 3 == 0 ? "a neighbour" : "my colleagues", i % 977);

      amb_entry_set_kind (entry, 1 + i % 14);
      amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, channels[i % 4]);
      amb_entry_set_text (entry, AMB_ENTRY_TEXT, text);
      amb_entry_set_at (entry, at - (gint64) i * 300000);
      if (!amb_entry_store_save (connection, entry, error))
        return NULL;
    }

  return NULL;
}

static void
fill_log (const char *path,
          guint       n_entries)
{
  g_autoptr (AmbDatabase) database = open_database (path);
  g_autoptr (GError) error = NULL;

  amb_database_run (database, AMB_ACCESS_WRITE, fill, GUINT_TO_POINTER (n_entries), NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  amb_database_close (database);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");

  if (argc == 4 && g_str_equal (argv[1], "import"))
    measure_import (argv[2], argv[3]);
  else if (argc == 4 && g_str_equal (argv[1], "bare-import"))
    printf ("seconds %.3f\n", amb_bench_rows_insert_again (argv[2], argv[3]));
  else if (argc == 3 && g_str_equal (argv[1], "search"))
    measure_search (argv[2]);
  else if (argc == 4 && g_str_equal (argv[1], "commit"))
    measure_commit (argv[2], argv[3]);
  else if (argc == 3 && g_str_equal (argv[1], "checks"))
    measure_checks (argv[2]);
  else if (argc == 4 && g_str_equal (argv[1], "fill"))
    fill_log (argv[2], atoi (argv[3]));
  else
    return 2;

  return 0;
}

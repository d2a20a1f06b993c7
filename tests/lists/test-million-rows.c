/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "amb-entry-list.h"
#include "amb-entry-store.h"
#include "amb-logbook.h"
#include "amb-test-context.h"

/* A log of a million entries: everything a page does with it has to be right there too. Filling it takes minutes, so
 * this is one of the long tests, and one database serves them all. */

#define N_ENTRIES 1000000
#define MINUTE 60000
#define N_CHANNELS 4
#define RARE 99991

static const char * const channels[N_CHANNELS] = { "linkedin", "mastodon", "x", "in-person" };

static AmbTestContext *test;

/* Entry 0 is the newest. */
static gpointer
add_entries (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (AmbEntry) entry = amb_entry_new ();
      g_autofree char *text = g_strdup_printf ("Entry %u%s", i, i % RARE == 0 ? " about a walrus" : "");

      amb_entry_set_text (entry, AMB_ENTRY_TEXT, text);
      amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, channels[i % N_CHANNELS]);
      amb_entry_set_at (entry, AMB_TEST_NOW - (gint64) i * MINUTE);
      if (!amb_entry_store_save (connection, entry, error))
        return NULL;
    }

  return NULL;
}

static void
wait_until_loaded (AmbEntryList *list)
{
  while (amb_record_list_get_loading (AMB_RECORD_LIST (list)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (amb_record_list_get_error (AMB_RECORD_LIST (list)));
}

static AmbEntryList *
make_list (void)
{
  AmbEntryList *list = amb_entry_list_new (test->context);

  wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_ENTRIES);

  return list;
}

static AmbEntry *
get_filled (AmbEntryList *list,
            guint         position)
{
  AmbEntry *entry = g_list_model_get_item (G_LIST_MODEL (list), position);

  while (!amb_record_get_loaded (AMB_RECORD (entry)))
    g_main_context_iteration (NULL, TRUE);

  return entry;
}

static void
assert_text (AmbEntryList *list,
             guint         position,
             guint         number)
{
  g_autoptr (AmbEntry) entry = get_filled (list, position);
  g_autofree char *text = g_strdup_printf ("Entry %u%s", number, number % RARE == 0 ? " about a walrus" : "");

  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_TEXT), ==, text);
}

static void
test_every_place (void)
{
  g_autoptr (AmbEntryList) list = make_list ();

  assert_text (list, 0, 0);
  assert_text (list, N_ENTRIES - 1, N_ENTRIES - 1);
  for (guint i = 0; i < 500; i++)
    {
      guint position = g_test_rand_int_range (0, N_ENTRIES);

      assert_text (list, position, position);
    }
}

typedef struct
{
  guint n_signals;
  guint position;
  guint removed;
  guint added;
} Told;

static void
items_changed_cb (Told       *told,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GListModel *list)
{
  *told = (Told) { told->n_signals + 1, position, removed, added };
}

static void
wait_for_change (Told  *told,
                 guint  position,
                 guint  removed,
                 guint  added)
{
  while (told->n_signals == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told->n_signals, ==, 1);
  g_assert_cmpuint (told->position, ==, position);
  g_assert_cmpuint (told->removed, ==, removed);
  g_assert_cmpuint (told->added, ==, added);
  *told = (Told) { 0 };
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  AmbEntry **entry = data;
  g_autoptr (GError) error = NULL;

  *entry = amb_logbook_save_finish (AMB_CONTEXT (object), result, &error);
  g_assert_no_error (error);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (amb_logbook_remove_finish (AMB_CONTEXT (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_one_row_more (void)
{
  g_autoptr (AmbEntryList) list = make_list ();
  g_autoptr (AmbEntry) added = amb_entry_new ();
  g_autoptr (AmbEntry) held = get_filled (list, N_ENTRIES / 2 + 10);
  g_autoptr (AmbEntry) stored = NULL;
  g_autoptr (AmbEntry) same = NULL;
  gboolean removed = FALSE;
  Told told = { 0 };

  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), &told);

  amb_entry_set_at (added, AMB_TEST_NOW - (gint64) N_ENTRIES / 2 * MINUTE - 1);
  amb_entry_set_text (added, AMB_ENTRY_TEXT, "Between");
  amb_logbook_save_async (test->context, added, NULL, saved_cb, &stored);
  wait_for_change (&told, N_ENTRIES / 2 + 1, 0, 1);
  same = g_list_model_get_item (G_LIST_MODEL (list), N_ENTRIES / 2 + 11);
  g_assert_true (held == same);

  while (stored == NULL)
    g_main_context_iteration (NULL, TRUE);
  amb_logbook_remove_async (test->context, amb_record_get_id (AMB_RECORD (stored)), TRUE, NULL, removed_cb, &removed);
  wait_for_change (&told, N_ENTRIES / 2 + 1, 1, 0);
  amb_test_context_iterate_until (&removed);
}

static void
set_filter (AmbEntryList *list,
            const char   *channel,
            const char   *search)
{
  g_autoptr (AmbEntryFilter) filter = amb_entry_filter_new ();

  filter->channel = g_strdup (channel);
  filter->search = g_strdup (search);
  amb_entry_list_set_filter (list, filter);
  wait_until_loaded (list);
}

static void
test_filters (void)
{
  g_autoptr (AmbEntryList) list = make_list ();
  GListModel *model = G_LIST_MODEL (list);

  set_filter (list, "x", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ENTRIES / N_CHANNELS);
  assert_text (list, 12345, 12345 * N_CHANNELS + 2);

  set_filter (list, NULL, "walrus");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ENTRIES / RARE + 1);
  assert_text (list, 3, 3 * RARE);

  set_filter (list, NULL, "entry");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ENTRIES);
  assert_text (list, N_ENTRIES - 2, N_ENTRIES - 2);

  set_filter (list, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ENTRIES);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(gint64 *) data = amb_logbook_export_finish (AMB_CONTEXT (object), result, &error);
  g_assert_no_error (error);
}

static guint
count_lines (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const char *position = g_mapped_file_get_contents (file);
  const char *end = position + g_mapped_file_get_length (file);
  guint n_lines = 0;

  while ((position = memchr (position, '\n', end - position)) != NULL)
    {
      n_lines++;
      position++;
    }

  return n_lines;
}

static void
test_export (void)
{
  g_autofree char *path = g_build_filename (test->folder, "log.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 n_records = 0;

  amb_logbook_export_async (test->context, file, "csv", NULL, exported_cb, &n_records);
  while (n_records == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_records, ==, N_ENTRIES);
  g_assert_cmpuint (count_lines (path), ==, N_ENTRIES + 1);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  test = amb_test_context_new ();
  amb_database_run (test->database, AMB_ACCESS_WRITE, add_entries, NULL, NULL, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE));

  g_test_add_func ("/lists/million-rows/every-place", test_every_place);
  g_test_add_func ("/lists/million-rows/one-row-more", test_one_row_more);
  g_test_add_func ("/lists/million-rows/filters", test_filters);
  g_test_add_func ("/lists/million-rows/export", test_export);
  status = g_test_run ();

  amb_test_context_free (test);

  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-entry-list.h"
#include "amb-entry-store.h"
#include "amb-id-diff.h"
#include "amb-logbook.h"
#include "amb-test-context.h"
#include "amb-time.h"

#define N_ENTRIES 2000

static gpointer
add_entries (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autoptr (AmbEntry) entry = amb_entry_new ();
      g_autofree char *text = g_strdup_printf ("Entry %u", i);

      amb_entry_set_text (entry, AMB_ENTRY_TEXT, text);
      amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, i % 2 == 0 ? "linkedin" : "x");
      amb_entry_set_at (entry, AMB_TEST_NOW - (gint64) i * 60000);
      amb_entry_store_save (connection, entry, error);
    }

  return NULL;
}

static void
wait_until_loaded (gpointer list)
{
  while (amb_record_list_get_loading (AMB_RECORD_LIST (list)))
    g_main_context_iteration (NULL, TRUE);
}

static void
fill (AmbTestContext *test,
      guint           n)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, add_entries, GUINT_TO_POINTER (n), NULL, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE));
}

static void
test_items (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntryList) list = NULL;
  g_autoptr (AmbEntry) entry = NULL;
  g_autoptr (AmbEntry) same = NULL;

  fill (test, N_ENTRIES);
  list = amb_entry_list_new (test->context);
  wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_ENTRIES);

  /* An item is there at once, empty; it is filled in later, and it stays the same object. */
  entry = g_list_model_get_item (G_LIST_MODEL (list), 1500);
  g_assert_false (amb_record_get_loaded (AMB_RECORD (entry)));
  while (!amb_record_get_loaded (AMB_RECORD (entry)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_TEXT), ==, "Entry 1500");
  same = g_list_model_get_item (G_LIST_MODEL (list), 1500);
  g_assert_true (entry == same);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), N_ENTRIES));
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
  told->n_signals++;
  told->position = position;
  told->removed = removed;
  told->added = added;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_save_finish (AMB_CONTEXT (object), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(AmbEntry **) data = amb_logbook_load_finish (AMB_CONTEXT (object), result, &error);
  g_assert_no_error (error);
}

static void
test_follows_changes (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntryList) list = NULL;
  g_autoptr (AmbEntry) held = NULL;
  g_autoptr (AmbEntry) added = amb_entry_new ();
  g_autoptr (AmbEntry) whole = NULL;
  gboolean done = FALSE;
  Told told = { 0 };

  fill (test, N_ENTRIES);
  list = amb_entry_list_new (test->context);
  wait_until_loaded (list);
  held = g_list_model_get_item (G_LIST_MODEL (list), 10);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), &told);

  /* An entry between the tenth and the eleventh is one row added there. */
  amb_entry_set_at (added, AMB_TEST_NOW - 10 * 60000 - 1);
  amb_entry_set_text (added, AMB_ENTRY_TEXT, "Between");
  amb_logbook_save_async (test->context, added, NULL, saved_cb, &done);
  while (!done || told.n_signals == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told.n_signals, ==, 1);
  g_assert_cmpuint (told.position, ==, 11);
  g_assert_cmpuint (told.removed, ==, 0);
  g_assert_cmpuint (told.added, ==, 1);

  /* What somebody holds changes in place. */
  while (!amb_record_get_loaded (AMB_RECORD (held)))
    g_main_context_iteration (NULL, TRUE);
  done = FALSE;
  amb_logbook_load_async (test->context, amb_record_get_id (AMB_RECORD (held)), NULL, loaded_cb, &whole);
  while (whole == NULL)
    g_main_context_iteration (NULL, TRUE);
  amb_entry_set_text (whole, AMB_ENTRY_PLACE, "Delft");
  amb_logbook_save_async (test->context, whole, NULL, saved_cb, &done);
  while (amb_entry_get_text (held, AMB_ENTRY_PLACE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (amb_entry_get_text (held, AMB_ENTRY_PLACE), ==, "Delft");
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_newest_filter_wins (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntryList) list = NULL;
  g_autoptr (AmbEntryFilter) filter = amb_entry_filter_new ();

  fill (test, N_ENTRIES);
  list = amb_entry_list_new (test->context);
  for (guint i = 0; i < 20; i++)
    {
      g_free (filter->search);
      filter->search = g_strdup_printf ("entry %u", i);
      amb_entry_list_set_filter (list, filter);
    }
  g_clear_pointer (&filter->search, g_free);
  filter->channel = g_strdup ("x");
  amb_entry_list_set_filter (list, filter);
  wait_until_loaded (list);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_ENTRIES / 2);
  g_assert_null (amb_record_list_get_error (AMB_RECORD_LIST (list)));
}

/* What a view knows: the ids that the signals told it. */
typedef struct
{
  AmbRecordList *list;
  GArray        *ids;
  guint          most_exchanged;
} Mirror;

static void
list_items_changed_cb (GListModel *list,
                       guint       position,
                       guint       removed,
                       guint       added,
                       Mirror     *mirror)
{
  if (removed > 0)
    {
      g_array_remove_range (mirror->ids, position, removed);
      mirror->most_exchanged = MAX (mirror->most_exchanged, added);
    }
  for (guint i = 0; i < added; i++)
    {
      gint64 id = amb_record_list_get_id (mirror->list, position + i);

      g_array_insert_val (mirror->ids, position + i, id);
    }

  /* Between two signals the list is what was told so far. */
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, mirror->ids->len);
}

static void
ask_for (Mirror     *mirror,
         const char *channel)
{
  g_autoptr (AmbEntryFilter) filter = amb_entry_filter_new ();

  filter->channel = g_strdup (channel);
  amb_entry_list_set_filter (AMB_ENTRY_LIST (mirror->list), filter);
  wait_until_loaded (mirror->list);

  for (guint i = 0; i < mirror->ids->len; i++)
    g_assert_cmpint (amb_record_list_get_id (mirror->list, i), ==, g_array_index (mirror->ids, gint64, i));
}

/* Views search what comes in the place of other rows item by item, so that is never much. */
static void
test_exchange (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntryList) list = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Mirror mirror = { NULL, ids, 0 };

  fill (test, N_ENTRIES);
  list = amb_entry_list_new (test->context);
  mirror.list = AMB_RECORD_LIST (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (list_items_changed_cb), &mirror);
  wait_until_loaded (list);
  g_assert_cmpuint (ids->len, ==, N_ENTRIES);

  ask_for (&mirror, "linkedin");
  g_assert_cmpuint (ids->len, ==, N_ENTRIES / 2);
  ask_for (&mirror, "x");
  g_assert_cmpuint (ids->len, ==, N_ENTRIES / 2);
  ask_for (&mirror, NULL);
  g_assert_cmpuint (ids->len, ==, N_ENTRIES);
  g_assert_cmpuint (mirror.most_exchanged, <=, 256);
}

static void
apply (guint    position,
       guint    removed,
       guint    added,
       gpointer data)
{
  GArray **arrays = data;

  if (removed > 0)
    g_array_remove_range (arrays[0], position, removed);
  if (added > 0)
    g_array_insert_vals (arrays[0], position, &g_array_index (arrays[1], gint64, position), added);
}

/* Whatever changed: applying what the difference tells makes the old array the new one. */
static void
test_difference (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) applied = NULL;
      GArray *arrays[2];

      for (gint64 id = 1; id < 60; id++)
        {
          if (g_test_rand_int_range (0, 3) > 0)
            g_array_append_val (before, id);
          if (g_test_rand_int_range (0, 3) > 0)
            g_array_append_val (after, id);
        }
      for (guint i = g_test_rand_int_range (0, 4); i > 1 && after->len > 1; i--)
        {
          guint from = g_test_rand_int_range (0, after->len);
          gint64 moved = g_array_index (after, gint64, from);

          g_array_remove_index (after, from);
          g_array_prepend_val (after, moved);
        }

      applied = g_array_copy (before);
      arrays[0] = applied;
      arrays[1] = after;
      amb_id_diff (before, after, apply, arrays);
      g_assert_cmpmem (applied->data, applied->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
    }
}

#define TEST_TYPE_SLOW_LIST (test_slow_list_get_type ())
G_DECLARE_FINAL_TYPE (TestSlowList, test_slow_list, TEST, SLOW_LIST, AmbRecordList)

/* A list whose first reading of some row ends after its second one. */
struct _TestSlowList
{
  AmbRecordList parent_instance;
};

G_DEFINE_FINAL_TYPE (TestSlowList, test_slow_list, AMB_TYPE_RECORD_LIST)

/* The reading that begins with this row waits until it may go on. */
static gint64 slow_id;
static gint n_loads;
static gint may_go_on;

static gpointer
test_slow_list_make_query (AmbRecordList *list)
{
  return g_new0 (char, 1);
}

static GArray *
test_slow_list_query (AmbConnection  *connection,
                      gpointer        query,
                      GError        **error)
{
  g_autoptr (AmbEntryFilter) filter = amb_entry_filter_new ();

  return amb_entry_store_query (connection, filter, error);
}

static GPtrArray *
test_slow_list_load_rows (AmbConnection  *connection,
                          const gint64   *ids,
                          guint           n_ids,
                          GError        **error)
{
  GPtrArray *rows = amb_entry_store_load_rows (connection, ids, n_ids, error);

  if (ids[0] == slow_id && g_atomic_int_add (&n_loads, 1) == 0)
    {
      while (!g_atomic_int_get (&may_go_on))
        g_thread_yield ();
    }

  return rows;
}

static void
test_slow_list_class_init (TestSlowListClass *klass)
{
  AmbRecordListClass *list_class = AMB_RECORD_LIST_CLASS (klass);

  list_class->record_type = AMB_TYPE_ENTRY;
  list_class->table = AMB_TABLE_ENTRY;
  list_class->make_query = test_slow_list_make_query;
  list_class->free_query = g_free;
  list_class->query = test_slow_list_query;
  list_class->load_rows = test_slow_list_load_rows;
}

static void
test_slow_list_init (TestSlowList *self)
{
}

static gpointer
rename_entry (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (AmbEntry) entry = amb_entry_store_load (connection, *(gint64 *) data, error);

  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "New");
  amb_entry_store_save (connection, entry, error);

  return NULL;
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  *(gboolean *) data = TRUE;
}

static gpointer
do_nothing (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  return NULL;
}

static AmbRecordList *
make_slow_list (AmbTestContext *test)
{
  AmbRecordList *list = g_object_new (TEST_TYPE_SLOW_LIST, "context", test->context, NULL);

  wait_until_loaded (list);
  slow_id = amb_record_list_get_id (list, 0);
  n_loads = 0;
  may_go_on = FALSE;

  return list;
}

static void
wait_until_slow (void)
{
  while (g_atomic_int_get (&n_loads) == 0)
    g_thread_yield ();
}

/* Each of the two threads is through with what came before. */
static void
finish_readings (AmbTestContext *test)
{
  gboolean is_done[2] = { FALSE, FALSE };

  g_atomic_int_set (&may_go_on, TRUE);
  for (guint i = 0; i < 2; i++)
    amb_database_run_async (test->database, AMB_ACCESS_READ, do_nothing, NULL, NULL, NULL, NULL, answered_cb, &is_done[i]);
  amb_database_close (test->database);
  while (!is_done[0] || !is_done[1])
    g_main_context_iteration (NULL, TRUE);
}

/* What was read before a change may arrive after what was read because of it. */
static void
test_newest_wins (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbRecordList) list = NULL;
  g_autoptr (AmbEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  fill (test, 1);
  list = make_slow_list (test);
  id = amb_record_list_get_id (list, 0);
  entry = g_list_model_get_item (G_LIST_MODEL (list), 0);
  wait_until_slow ();

  amb_database_run (test->database, AMB_ACCESS_WRITE, rename_entry, &id, NULL, &error);
  g_assert_no_error (error);
  while (g_strcmp0 (amb_entry_get_text (entry, AMB_ENTRY_TEXT), "New") != 0)
    g_main_context_iteration (NULL, TRUE);
  finish_readings (test);

  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_TEXT), ==, "New");
}

/* Who scrolls away so far that the reading of a row is given up, and back before it was answered, sees that row. */
static void
test_there_and_back (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbRecordList) list = NULL;
  g_autoptr (AmbEntry) entry = NULL;
  g_autoptr (AmbEntry) same = NULL;

  fill (test, N_ENTRIES);
  list = make_slow_list (test);
  entry = g_list_model_get_item (G_LIST_MODEL (list), 0);
  wait_until_slow ();
  for (guint position = 0; position < N_ENTRIES; position += 10)
    {
      g_autoptr (AmbEntry) passed = g_list_model_get_item (G_LIST_MODEL (list), position);

      g_assert_nonnull (passed);
    }
  same = g_list_model_get_item (G_LIST_MODEL (list), 0);
  finish_readings (test);

  g_assert_true (entry == same);
  g_assert_true (amb_record_get_loaded (AMB_RECORD (entry)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/record-list/items", test_items);
  g_test_add_func ("/lists/record-list/follows-changes", test_follows_changes);
  g_test_add_func ("/lists/record-list/newest-filter-wins", test_newest_filter_wins);
  g_test_add_func ("/lists/record-list/exchange", test_exchange);
  g_test_add_func ("/lists/id-diff/random", test_difference);
  g_test_add_func ("/lists/record-list/newest-wins", test_newest_wins);
  g_test_add_func ("/lists/record-list/there-and-back", test_there_and_back);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include "amb-entry-keeper.h"
#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-recovery-file.h"
#include "amb-recovery.h"
#include "amb-story-index.h"
#include "amb-story-runs.h"
#include "amb-story-store.h"
#include "amb-test-context.h"
#include "amb-time.h"

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Starts the program. Returns: (transfer full): what the person goes on with. */
static GPtrArray *
start (AmbTestContext *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *begun;

  amb_recovery_apply_async (test->context, FALSE, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (amb_recovery_apply_finish (test->context, result, &begun, &error), ==, 0);
  g_assert_no_error (error);

  return begun;
}

static AmbEntry *
begin_entry (AmbTestContext *test)
{
  AmbEntry *entry = amb_entry_new ();

  amb_record_set_id (AMB_RECORD (entry), amb_context_make_id (test->context));
  amb_entry_set_at (entry, AMB_TEST_NOW);
  amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_online (entry, FALSE);

  return entry;
}

static char *
make_name (AmbEntry   *entry,
           const char *kind)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%s", amb_record_get_id (AMB_RECORD (entry)), kind);
}

static void
wait_for_file (AmbTestContext *test,
               const char     *name,
               const char     *text)
{
  while (!amb_test_context_has_recovery (test, name, text))
    g_main_context_iteration (NULL, FALSE);
}

static gpointer
save (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  return GINT_TO_POINTER (amb_entry_store_save (connection, data, error));
}

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  return amb_entry_store_load (connection, *(gint64 *) data, error);
}

static void
store_entry (AmbTestContext *test,
             AmbEntry       *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (amb_database_run (test->database, AMB_ACCESS_WRITE, save, entry, NULL, &error));
  g_assert_no_error (error);
}

static AmbEntry *
load_entry (AmbTestContext *test,
            gint64          id)
{
  g_autoptr (GError) error = NULL;
  AmbEntry *entry = amb_database_run (test->database, AMB_ACCESS_READ, load, &id, NULL, &error);

  g_assert_no_error (error);

  return entry;
}

static gpointer
save_story (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (AmbStoryRuns) runs = amb_story_runs_new ();
  g_autoptr (AmbStoryIndex) index = amb_story_index_new (data);

  return GINT_TO_POINTER (amb_story_store_save (connection, data, index, runs, error) != AMB_STORE_FAILED &&
                          amb_story_runs_write (runs, connection, NULL, NULL, error));
}

static gint64
store_story (AmbTestContext *test)
{
  g_autoptr (AmbStory) story = amb_story_new ();
  g_autoptr (GError) error = NULL;

  amb_story_set_text (story, AMB_STORY_UID, "roof");
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "en");
  amb_story_set_text (story, AMB_STORY_TITLE, "The roof is tight");
  amb_story_set_text (story, AMB_STORY_MESSAGE, "The roof is tight");
  g_assert_nonnull (amb_database_run (test->database, AMB_ACCESS_WRITE, save_story, story, NULL, &error));
  g_assert_no_error (error);

  return amb_record_get_id (AMB_RECORD (story));
}

/* The program is killed while a conversation is written down. */
static void
test_goes_on (void)
{
  static const char * const tags[] = { "care", "night; shift", NULL };
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = begin_entry (test);
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  AmbEntryKeeper *keeper = amb_entry_keeper_new (test->context, &amb_recovery_conversation, entry);
  g_autofree char *name = make_name (entry, "conversation");
  gint64 story_id = store_story (test);
  g_autoptr (GPtrArray) begun = NULL;
  AmbEntry *again;
  g_autoptr (AmbHeard) heard_again = NULL;

  g_list_store_append (amb_entry_get_heard (entry), heard);
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Neighbours [north]");
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "First line\nand = the second; one");
  amb_entry_set_tags (entry, tags);
  amb_entry_set_reached (entry, 12);
  amb_entry_set_follow_up_at (entry, AMB_TEST_NOW + 1000);
  amb_entry_add_story (entry, story_id, 1);
  amb_entry_add_story (entry, 999, 1);
  amb_heard_set_tone (heard, -2);
  wait_for_file (test, name, "tone=-2");
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "You never call back");
  wait_for_file (test, name, "You never call back");
  g_object_unref (keeper);

  amb_test_context_start_again (test);
  begun = start (test);
  g_assert_cmpuint (begun->len, ==, 1);
  g_assert_true (((AmbUnsaved *) g_ptr_array_index (begun, 0))->kind == &amb_recovery_conversation);
  again = amb_unsaved_get_entry (g_ptr_array_index (begun, 0));
  g_assert_false (amb_record_get_loaded (AMB_RECORD (again)));
  g_assert_cmpint (amb_record_get_id (AMB_RECORD (again)), ==, amb_record_get_id (AMB_RECORD (entry)));
  g_assert_cmpint (amb_entry_get_kind (again), ==, AMB_ENTRY_KIND_CONVERSATION);
  g_assert_false (amb_entry_get_online (again));
  g_assert_cmpint (amb_entry_get_at (again), ==, AMB_TEST_NOW);
  g_assert_cmpint (amb_entry_get_follow_up_at (again), ==, AMB_TEST_NOW + 1000);
  g_assert_cmpint (amb_entry_get_reached (again), ==, 12);
  g_assert_cmpint (amb_entry_get_reached_indirectly (again), ==, -1);
  g_assert_cmpstr (amb_entry_get_text (again, AMB_ENTRY_WITH), ==, "Neighbours [north]");
  g_assert_cmpstr (amb_entry_get_text (again, AMB_ENTRY_TEXT), ==, "First line\nand = the second; one");
  g_assert_null (amb_entry_get_text (again, AMB_ENTRY_PLACE));
  g_assert_cmpstrv (amb_entry_get_tags (again), tags);
  /* The other one is not there. */
  g_assert_cmpuint (amb_entry_get_stories (again)->len, ==, 1);
  heard_again = g_list_model_get_item (G_LIST_MODEL (amb_entry_get_heard (again)), 0);
  g_assert_cmpstr (amb_heard_get_text (heard_again, AMB_HEARD_QUOTE), ==, "You never call back");
  g_assert_cmpint (amb_heard_get_tone (heard_again), ==, -2);

  /* The file stays until the person has finished. */
  g_assert_true (amb_test_context_has_recovery (test, name, "You never call back"));
}

static void
test_finished (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = begin_entry (test);
  g_autoptr (AmbEntryKeeper) keeper = amb_entry_keeper_new (test->context, &amb_recovery_conversation, entry);
  g_autofree char *name = make_name (entry, "conversation");

  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Neighbours");
  wait_for_file (test, name, "Neighbours");
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Nobody");
  amb_entry_keeper_finish (keeper);
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Still nobody");
  g_clear_object (&keeper);
  amb_recovery_wait ();
  g_assert_false (amb_test_context_has_recovery (test, name, ""));
}

/* The program was killed after the entry was stored, and before its file was gone. */
static void
test_stored (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = begin_entry (test);
  g_autofree char *name = make_name (entry, "conversation");
  g_autoptr (GPtrArray) begun = NULL;

  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Neighbours");
  amb_recovery_write_async (test->context, amb_unsaved_new_entry (&amb_recovery_conversation, entry, NULL, AMB_TEST_NOW),
                            NULL, NULL);
  amb_recovery_wait ();
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "A word more");
  store_entry (test, entry);

  begun = start (test);
  g_assert_cmpuint (begun->len, ==, 0);
  g_assert_false (amb_test_context_has_recovery (test, name, ""));
}

/* What the form does not show is as it was stored last. */
static void
test_edited (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = begin_entry (test);
  g_autoptr (AmbEntry) edited = NULL;
  g_autoptr (GPtrArray) begun = NULL;
  g_autoptr (GPtrArray) none = NULL;
  AmbResult result = { AMB_TEST_NOW, 10, -1, -1, -1, -1 };
  AmbEntry *again;
  AmbEntry *before;

  amb_entry_set_text (entry, AMB_ENTRY_TITLE, "Before");
  amb_entry_set_zone_offset (entry, 120);
  store_entry (test, entry);
  edited = load_entry (test, amb_record_get_id (AMB_RECORD (entry)));
  amb_entry_set_text (edited, AMB_ENTRY_TITLE, "After");
  amb_recovery_write_async (test->context, amb_unsaved_new_entry (&amb_recovery_entry, edited, NULL, AMB_TEST_NOW), NULL,
                            NULL);
  amb_recovery_wait ();
  amb_entry_add_result (entry, &result);
  store_entry (test, entry);

  begun = start (test);
  g_assert_cmpuint (begun->len, ==, 1);
  again = amb_unsaved_get_entry (g_ptr_array_index (begun, 0));
  g_assert_true (amb_record_get_loaded (AMB_RECORD (again)));
  g_assert_cmpstr (amb_entry_get_text (again, AMB_ENTRY_TITLE), ==, "After");
  g_assert_cmpuint (amb_entry_get_results (again)->len, ==, 1);
  g_assert_cmpint (amb_entry_get_zone_offset (again), ==, 120);
  before = amb_unsaved_get_before (g_ptr_array_index (begun, 0));
  g_assert_cmpstr (amb_entry_get_text (before, AMB_ENTRY_TITLE), ==, "Before");

  /* Once it is stored, nobody goes on with it. */
  store_entry (test, again);
  none = start (test);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
count_cb (AmbEntryKeeper *keeper,
          const GError   *error,
          guint          *n_told)
{
  g_assert_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_KEPT);
  *n_told += 1;
}

/* No disk takes it: the person hears of it once. */
static void
test_not_kept (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = begin_entry (test);
  g_autoptr (AmbEntryKeeper) keeper = amb_entry_keeper_new (test->context, &amb_recovery_conversation, entry);
  g_autofree char *name = make_name (entry, "conversation");
  g_auto (GStrv) folders = amb_recovery_file_list_folders (test->path);
  guint n_told = 0;

  g_signal_connect (keeper, "not-kept", G_CALLBACK (count_cb), &n_told);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *parent = g_path_get_dirname (folders[i]);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_assert_true (g_file_set_contents (folders[i], "", 0, NULL));
    }
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Neighbours");
  while (n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (amb_recovery_has_lost (test->context));

  for (guint i = 0; folders[i] != NULL; i++)
    g_assert_cmpint (g_unlink (folders[i]), ==, 0);
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "The clinic");
  wait_for_file (test, name, "The clinic");
  amb_recovery_wait ();
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_false (amb_recovery_has_lost (test->context));
}

/* What could not be read at the start is read later, and belongs to the entry again. */
static void
test_later (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntry) entry = begin_entry (test);
  g_autofree char *name = make_name (entry, "entry");
  g_autoptr (GPtrArray) begun = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor;

  amb_entry_set_text (entry, AMB_ENTRY_WITH, "Neighbours");
  amb_recovery_write_async (test->context, amb_unsaved_new_entry (&amb_recovery_entry, entry, NULL, AMB_TEST_NOW), NULL, NULL);
  amb_recovery_wait ();
  descriptor = amb_test_context_hold_lock (test);
  amb_test_context_recover (test, FALSE, &error);
  close (descriptor);

  amb_recovery_apply_async (test->context, error != NULL, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  amb_recovery_apply_finish (test->context, result, &begun, NULL);
  g_assert_cmpuint (begun->len, ==, 1);
  g_assert_true (amb_test_context_has_recovery (test, name, "Neighbours"));
}

/* Whatever is in the file, the program starts. */
static void
test_odd_files (void)
{
  static const char * const contents[] = {
    "", "[entry]", "[entry]\nwritten=1\nid=-1\n", "[entry]\nid=x\nkind=99999\ntags=\n", "\xff\xfe",
    "[entry]\nwritten=1\nid=5\nnew=true\nkind=4711\nreached=many\nat=\ntags=;;\n[heard 0]\ntone=99999999999\nquote=\\x\n[story 0]\nid=-9\n",
    "[entry]\nwritten=1\nid=6\nonline=perhaps\ntext=\\\n[heard ]\n[heard 1]\nid=-5\n",
  };
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GPtrArray) begun = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.entry", i);
      g_autofree char *path = amb_test_context_get_recovery (test, name);
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
    }

  begun = start (test);
  g_assert_cmpuint (begun->len, ==, 2);
  for (guint i = 0; i < begun->len; i++)
    store_entry (test, amb_unsaved_get_entry (g_ptr_array_index (begun, i)));
  /* What says nothing of itself is left for the person to read. */
  g_assert_true (amb_test_context_has_recovery (test, "2.entry", "id=-1"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/entry-keeper/goes-on", test_goes_on);
  g_test_add_func ("/services/entry-keeper/finished", test_finished);
  g_test_add_func ("/services/entry-keeper/stored", test_stored);
  g_test_add_func ("/services/entry-keeper/edited", test_edited);
  g_test_add_func ("/services/entry-keeper/not-kept", test_not_kept);
  g_test_add_func ("/services/entry-keeper/later", test_later);
  g_test_add_func ("/services/entry-keeper/odd-files", test_odd_files);

  return g_test_run ();
}

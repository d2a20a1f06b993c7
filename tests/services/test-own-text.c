/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "amb-error.h"
#include "amb-fault-vfs.h"
#include "amb-own-text.h"
#include "amb-story-store.h"
#include "amb-test-context.h"

#define PACK "data/packs/zonneveld-en.storypack.xml"

typedef struct
{
  gint64      story_id;
  const char *text;
} Own;

static gpointer
find_story (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (GArray) ids = amb_story_store_query (connection, NULL, NULL, error);

  return ids == NULL ? NULL : g_memdup2 (&g_array_index (ids, gint64, 0), sizeof (gint64));
}

static gint64
import_story (AmbTestContext *test)
{
  g_autofree gint64 *id = NULL;

  amb_test_context_import (test, PACK);
  id = amb_database_run (test->database, AMB_ACCESS_READ, find_story, NULL, NULL, NULL);

  return *id;
}

static gpointer
load_role (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (AmbStory) story = amb_story_store_load (connection, *(gint64 *) data, error);

  return g_strdup (amb_story_get_text (story, AMB_STORY_MY_ROLE));
}

static char *
get_stored (AmbTestContext *test,
            gint64          story_id)
{
  return amb_database_run (test->database, AMB_ACCESS_READ, load_role, &story_id, NULL, NULL);
}

static gpointer
set_role (AmbConnection  *connection,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  Own *own = data;

  amb_story_store_set_own (connection, own->story_id, AMB_STORY_MY_ROLE, own->text, error);

  return NULL;
}

static void
store (AmbTestContext *test,
       gint64          story_id,
       const char     *text)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, set_role, &(Own) { story_id, text }, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_stored (AmbTestContext *test,
               gint64          story_id,
               const char     *text)
{
  g_autofree char *stored = get_stored (test, story_id);

  g_assert_cmpstr (stored, ==, text);
}

static void
wait_for_state (AmbOwnText       *own,
                AmbAutosaveState  state)
{
  while (amb_autosave_get_state (AMB_AUTOSAVE (own)) != state)
    g_main_context_iteration (NULL, TRUE);
}

static char *
make_file_name (gint64 story_id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "-my-role.story", story_id);
}

static void
wait_for_recovery (AmbTestContext *test,
                   gint64          story_id,
                   const char     *text)
{
  g_autofree char *name = make_file_name (story_id);

  while (!amb_test_context_has_recovery (test, name, text))
    g_main_context_iteration (NULL, FALSE);
}

static void
assert_recovered (AmbTestContext *test,
                  guint           n_texts)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &error), ==, n_texts);
  g_assert_no_error (error);
}

static void
test_saves (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  gint64 story_id = import_story (test);
  g_autoptr (AmbOwnText) own = amb_own_text_new (test->context, story_id, AMB_STORY_MY_ROLE, NULL);

  amb_own_text_set_text (own, "I was there");
  g_assert_cmpint (amb_autosave_get_state (AMB_AUTOSAVE (own)), ==, AMB_AUTOSAVE_STATE_CHANGED);
  wait_for_state (own, AMB_AUTOSAVE_STATE_SAVED);
  assert_stored (test, story_id, "I was there");
}

/* The disk is full when the program closes, and has room when it starts again. */
static void
test_full_at_end (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  gint64 story_id = import_story (test);
  AmbOwnText *own = amb_own_text_new (test->context, story_id, AMB_STORY_MY_ROLE, NULL);

  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  amb_own_text_set_text (own, "The last; word\\ \n and a line");
  amb_autosave_flush (AMB_AUTOSAVE (own));
  g_object_unref (own);
  amb_database_close (test->database);
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);

  amb_test_context_start_again (test);
  assert_stored (test, story_id, NULL);
  assert_recovered (test, 1);
  assert_stored (test, story_id, "The last; word\\ \n and a line");
  assert_recovered (test, 0);
}

/* Another program writes for long, and this one is killed: what came through of it is older than the recovery file, and
 * what somebody else wrote is newer. */
static void
test_newer_wins (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  gint64 story_id = import_story (test);
  g_autoptr (AmbOwnText) own = amb_own_text_new (test->context, story_id, AMB_STORY_MY_ROLE, NULL);
  g_autofree char *name = make_file_name (story_id);
  g_autofree char *path = amb_test_context_get_recovery (test, name);
  g_autofree char *left = NULL;
  int lock = amb_test_context_hold_lock (test);

  amb_own_text_set_text (own, "Typed");
  amb_autosave_flush (AMB_AUTOSAVE (own));
  amb_clock_advance (test->clock, 1000);
  amb_own_text_set_text (own, "Typed, and more");
  wait_for_recovery (test, story_id, "Typed, and more");
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  close (lock);
  wait_for_state (own, AMB_AUTOSAVE_STATE_SAVED);
  assert_stored (test, story_id, "Typed, and more");

  store (test, story_id, "Typed");
  g_assert_true (g_file_set_contents (path, left, -1, NULL));
  assert_recovered (test, 1);
  assert_stored (test, story_id, "Typed, and more");

  store (test, story_id, "Theirs");
  g_assert_true (g_file_set_contents (path, left, -1, NULL));
  assert_recovered (test, 0);
  assert_stored (test, story_id, "Theirs");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* It is under way already when the window closes: then only the recovery file can be on the disk at once. */
static void
test_flush_under_way (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  gint64 story_id = import_story (test);
  g_autoptr (AmbOwnText) own = amb_own_text_new (test->context, story_id, AMB_STORY_MY_ROLE, NULL);
  g_autofree char *name = make_file_name (story_id);
  int lock = amb_test_context_hold_lock (test);

  amb_own_text_set_text (own, "Typed, and closed");
  wait_for_state (own, AMB_AUTOSAVE_STATE_SAVING);
  amb_autosave_flush (AMB_AUTOSAVE (own));
  /* Nobody iterates the main context now. */
  while (!amb_test_context_has_recovery (test, name, "Typed, and closed"))
    g_thread_yield ();
  g_assert_cmpint (amb_autosave_get_state (AMB_AUTOSAVE (own)), ==, AMB_AUTOSAVE_STATE_SAVING);

  close (lock);
  wait_for_state (own, AMB_AUTOSAVE_STATE_SAVED);
}

/* Whoever held the text let go of it before it could be stored. */
static void
test_let_go (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  gint64 story_id = import_story (test);
  AmbOwnText *own = amb_own_text_new (test->context, story_id, AMB_STORY_MY_ROLE, NULL);
  g_autofree char *stored = NULL;

  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  amb_own_text_set_text (own, "Typed on a full disk");
  wait_for_state (own, AMB_AUTOSAVE_STATE_FAILED);
  g_assert_nonnull (amb_autosave_get_error (AMB_AUTOSAVE (own)));
  g_object_add_weak_pointer (G_OBJECT (own), (gpointer *) &own);
  g_object_unref (own);
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  while (own != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_stored (test, story_id, "Typed on a full disk");
}

/* There is nothing to try again for, but the words are kept, and at the next start the person is told where; once. */
static void
test_story_gone (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbOwnText *own = amb_own_text_new (test->context, 999, AMB_STORY_MY_ROLE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  amb_own_text_set_text (own, "Of a story that is gone");
  wait_for_state (own, AMB_AUTOSAVE_STATE_FAILED);
  g_assert_error (amb_autosave_get_error (AMB_AUTOSAVE (own)), AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND);
  g_assert_finalize_object (own);

  amb_test_context_start_again (test);
  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &error), ==, 0);
  g_assert_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED);
  g_assert_true (amb_test_context_has_recovery (test, "999-my-role.story.kept", "Of a story that is gone"));
  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &again), ==, 0);
  g_assert_no_error (again);
}

int
main (int   argc,
      char *argv[])
{
  amb_fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/own-text/saves", test_saves);
  g_test_add_func ("/services/own-text/full-at-end", test_full_at_end);
  g_test_add_func ("/services/own-text/newer-wins", test_newer_wins);
  g_test_add_func ("/services/own-text/flush-under-way", test_flush_under_way);
  g_test_add_func ("/services/own-text/let-go", test_let_go);
  g_test_add_func ("/services/own-text/story-gone", test_story_gone);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include "amb-draft-autosave.h"
#include "amb-draft-store.h"
#include "amb-drafting.h"
#include "amb-error.h"
#include "amb-fault-vfs.h"
#include "amb-recovery-file.h"
#include "amb-recovery.h"
#include "amb-story-store.h"
#include "amb-test-context.h"

typedef struct
{
  GAsyncResult *result;
  gboolean      is_done;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->result = g_object_ref (result);
  answer->is_done = TRUE;
}

static AmbDraft *
create_draft (AmbTestContext *test)
{
  Answer answer = { 0 };
  g_autoptr (GError) error = NULL;
  AmbDraft *draft;

  amb_drafting_create_async (test->context, 0, "linkedin", NULL, answer_cb, &answer);
  amb_test_context_iterate_until (&answer.is_done);
  draft = amb_drafting_create_finish (test->context, answer.result, &error);
  g_assert_no_error (error);
  g_object_unref (answer.result);

  return draft;
}

/* One with nothing in it would be given out again. */
static AmbDraft *
create_used_draft (AmbTestContext *test)
{
  AmbDraft *draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_draft_autosave_new (test->context, draft);

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Begun");
  amb_autosave_flush (autosave);
  while (amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);

  return draft;
}

static AmbDraft *
load_draft (AmbContext *context,
            gint64      id)
{
  Answer answer = { 0 };
  g_autoptr (GError) error = NULL;
  AmbDraft *draft;

  amb_drafting_load_async (context, id, NULL, answer_cb, &answer);
  amb_test_context_iterate_until (&answer.is_done);
  draft = amb_drafting_load_finish (context, answer.result, &error);
  g_assert_no_error (error);
  g_object_unref (answer.result);

  return draft;
}

static guint
recover (AmbTestContext *test)
{
  g_autoptr (GError) error = NULL;
  guint n_texts = amb_test_context_recover (test, FALSE, &error);

  g_assert_no_error (error);

  return n_texts;
}

/* There is no such story: the database refuses the draft. */
static void
break_draft (AmbDraft *draft)
{
  amb_draft_add_story (draft, 999, 1);
}

static char *
make_file_name (AmbDraft *draft)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".draft", amb_record_get_id (AMB_RECORD (draft)));
}

static gboolean
recovery_file_contains (AmbTestContext *test,
                        AmbDraft       *draft,
                        const char     *text)
{
  g_autofree char *name = make_file_name (draft);

  return amb_test_context_has_recovery (test, name, text);
}

static void
test_saves (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_draft_autosave_new (test->context, draft);
  g_autoptr (AmbDraft) stored = NULL;

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "One");
  amb_autosave_flush (autosave);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Two");
  amb_autosave_flush (autosave);
  while (amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);

  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Two");
}

/* The program ends: nobody iterates the main context any more, so nobody hears that the last save failed. */
static void
test_fails_at_end (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  AmbAutosave *autosave = amb_draft_autosave_new (test->context, draft);
  g_autoptr (AmbDraft) stored = NULL;

  amb_clock_advance (test->clock, 1000);
  break_draft (draft);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "The last word");
  amb_autosave_flush (autosave);
  g_object_unref (autosave);
  amb_database_close (test->database);
  g_assert_true (recovery_file_contains (test, draft, "The last word"));

  amb_test_context_start_again (test);
  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "The last word");
}

/* What is typed after a save failed does not wait for the next try to be on the disk. */
static void
test_typed_after_failure (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_draft_autosave_new (test->context, draft);

  break_draft (draft);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed first");
  amb_autosave_flush (autosave);
  while (amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_FAILED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (amb_autosave_get_error (autosave));

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed later");
  while (!recovery_file_contains (test, draft, "Typed later"))
    {
      g_assert_cmpint (amb_autosave_get_state (autosave), ==, AMB_AUTOSAVE_STATE_CHANGED);
      g_main_context_iteration (NULL, FALSE);
    }
}

static AmbUnsaved *
take (AmbDraft *draft,
      gint64    at)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (gint64));

  return amb_unsaved_new_draft (draft, known, at);
}

static void
write_recovery (AmbTestContext *test,
                AmbDraft       *draft,
                const char     *text)
{
  amb_recovery_write_async (test->context, take (draft, amb_context_get_now (test->context)), NULL, NULL);
  while (!recovery_file_contains (test, draft, text))
    g_main_context_iteration (NULL, FALSE);
}

/* Another program writes: the save waits, and the person goes on. When it comes through at last and the program is killed
 * then, what was typed meanwhile stands in the recovery file alone. */
static void
test_typed_while_saving (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  int descriptor = amb_test_context_hold_lock (test);
  g_autoptr (AmbDraft) stored = NULL;
  g_autoptr (AmbUnsaved) saved = NULL;
  Answer answer = { 0 };

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed first");
  amb_recovery_save_async (test->context, take (draft, AMB_TEST_NOW), NULL, answer_cb, &answer);
  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed first, and then more");
  write_recovery (test, draft, "and then more");
  amb_clock_advance (test->clock, 1000);
  close (descriptor);
  amb_test_context_iterate_until (&answer.is_done);
  saved = amb_recovery_save_finish (test->context, answer.result, NULL);
  g_assert_cmpint (saved->at, ==, AMB_TEST_NOW);
  g_object_unref (answer.result);

  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Typed first, and then more");
}

/* The channel came with the words: the stored draft does not know it yet. */
static void
test_new_channel (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbVariant) variant = amb_variant_new ();
  g_autoptr (AmbDraft) stored = NULL;

  amb_clock_advance (test->clock, 1000);
  amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, "Prikbord [zorg]");
  amb_variant_set_follows (variant, FALSE);
  amb_variant_set_text (variant, AMB_VARIANT_TEXT, "For the notice board");
  g_list_store_append (amb_draft_get_variants (draft), variant);
  write_recovery (test, draft, "For the notice board");

  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text_for (stored, "Prikbord [zorg]"), ==, "For the notice board");
}

/* A file that can't be read is left for the person to read. */
static void
test_unreadable_file_stays (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *folder = g_strconcat (test->path, ".recovery", NULL);
  g_autofree char *path = g_build_filename (folder, "1.draft", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "My words, and no key file", -1, &error));
  g_assert_cmpuint (recover (test), ==, 0);
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_cmpstr (contents, ==, "My words, and no key file");
}

static void
write_by_hand (AmbTestContext *test,
               const char     *name,
               const char     *text)
{
  g_autofree char *path = amb_test_context_get_recovery (test, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* One that the database refuses keeps no other out, and is told of. */
static void
test_one_refused (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbDraft) stored = NULL;
  g_autoptr (GError) error = NULL;

  write_by_hand (test, "999-note.story", "[story]\nwritten=1\nid=999\nfield=note\nbefore=;\ntext=Of a story that is gone\n");
  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed");
  write_recovery (test, draft, "Typed");

  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &error), ==, 1);
  g_assert_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Typed");
}

/* The disk is still full when the program starts again. What could not be brought back is told of, and does not make room
 * for what is typed from now on; it comes back later. */
static void
test_still_full (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) first = create_used_draft (test);
  g_autoptr (AmbDraft) second = create_draft (test);
  g_autoptr (AmbDraft) stored = NULL;
  g_autoptr (GError) error = NULL;

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (first, AMB_DRAFT_TEXT, "Typed before");
  write_recovery (test, first, "Typed before");
  amb_draft_set_text (second, AMB_DRAFT_TEXT, "Typed before, too");
  write_recovery (test, second, "Typed before, too");

  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &error), ==, 0);
  g_assert_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED);
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  g_assert_false (recovery_file_contains (test, first, "Typed"));

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (first, AMB_DRAFT_TEXT, "Typed later");
  write_recovery (test, first, "Typed later");
  g_assert_cmpuint (amb_test_context_recover (test, TRUE, NULL), ==, 2);
  g_assert_true (recovery_file_contains (test, first, "Typed later"));
  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (first)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Typed later");
  g_clear_object (&stored);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (second)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Typed before, too");
}

/* Another program writes when this one starts: each file would wait as long for it as the first. */
static void
test_locked (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (GError) error = NULL;
  int lock;

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed before");
  write_recovery (test, draft, "Typed before");
  lock = amb_test_context_hold_lock (test);
  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &error), ==, 0);
  g_assert_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED);
  close (lock);
  g_assert_cmpuint (recover (test), ==, 1);
}

/* What is stored later than the file was written is newer. */
static void
test_newer_wins (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbDraft) stored = NULL;

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed before");
  write_recovery (test, draft, "Typed before");
  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Stored later");
  amb_test_context_save_draft (test, draft);

  g_assert_cmpuint (recover (test), ==, 0);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Stored later");
  g_assert_false (recovery_file_contains (test, draft, "Typed"));
}

static gpointer
find_story (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (GArray) ids = amb_story_store_query (connection, NULL, NULL, error);

  return g_memdup2 (&g_array_index (ids, gint64, 0), sizeof (gint64));
}

/* Not only words: what else the person did to the draft comes back too. */
static void
test_everything (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autofree gint64 *story_id = NULL;
  g_autoptr (AmbDraft) stored = NULL;
  AmbStoryUse *use;

  amb_test_context_import (test, "data/packs/zonneveld-en.storypack.xml");
  story_id = amb_database_run (test->database, AMB_ACCESS_READ, find_story, NULL, NULL, NULL);
  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, "nl");
  amb_draft_set_text (draft, AMB_DRAFT_ZONE, "Europe/Amsterdam");
  amb_draft_set_planned_at (draft, AMB_TEST_NOW + 5000);
  amb_draft_set_state (draft, AMB_DRAFT_STATE_PLANNED);
  amb_draft_add_story (draft, *story_id, 1);
  amb_draft_add_story (draft, 999, 1);
  g_list_store_remove_all (amb_draft_get_variants (draft));
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed");
  write_recovery (test, draft, "Typed");

  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_LANGUAGE), ==, "nl");
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_ZONE), ==, "Europe/Amsterdam");
  g_assert_cmpint (amb_draft_get_planned_at (stored), ==, AMB_TEST_NOW + 5000);
  g_assert_cmpint (amb_draft_get_state (stored), ==, AMB_DRAFT_STATE_PLANNED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (amb_draft_get_variants (stored))), ==, 0);
  g_assert_cmpuint (amb_draft_get_stories (stored)->len, ==, 1);
  use = &g_array_index (amb_draft_get_stories (stored), AmbStoryUse, 0);
  g_assert_cmpint (use->story_id, ==, *story_id);
}

static gpointer
set_shared (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  amb_draft_store_set_state (connection, amb_record_get_id (data), AMB_DRAFT_STATE_SHARED, error);

  return NULL;
}

/* It was shared after the file was written, which the time of its text does not tell. */
static void
test_shared_since (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbDraft) stored = NULL;
  g_autoptr (GError) error = NULL;

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed");
  write_recovery (test, draft, "Typed");
  amb_database_run (test->database, AMB_ACCESS_WRITE, set_shared, draft, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Typed");
  g_assert_cmpint (amb_draft_get_state (stored), ==, AMB_DRAFT_STATE_SHARED);
}

/* The first form of the file held words only: nothing else changes. */
static void
test_words_only (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autofree char *name = make_file_name (draft);
  g_autofree char *text = g_strdup_printf ("[draft]\nid=%" G_GINT64_FORMAT "\nwritten=%" G_GINT64_FORMAT "\ntext=Typed\n\n"
                                           "[variant 0]\nchannel=linkedin\nfollows=true\n",
                                           amb_record_get_id (AMB_RECORD (draft)), AMB_TEST_NOW + 1000);
  g_autoptr (AmbDraft) stored = NULL;

  amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, "nl");
  amb_draft_set_state (draft, AMB_DRAFT_STATE_ARCHIVED);
  amb_test_context_save_draft (test, draft);

  write_by_hand (test, name, text);
  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Typed");
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_LANGUAGE), ==, "nl");
  g_assert_cmpint (amb_draft_get_state (stored), ==, AMB_DRAFT_STATE_ARCHIVED);
}

/* Where a folder should be is a file: nothing can be written there, whoever asks. */
static void
block (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, "", 0, &error);
  g_assert_no_error (error);
}

static void
save_in_vain (AmbAutosave *autosave,
              AmbDraft    *draft,
              const char  *text)
{
  break_draft (draft);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);
  amb_autosave_flush (autosave);
  while (amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_FAILED)
    g_main_context_iteration (NULL, TRUE);
}

/* The disk of the database takes nothing, not even a recovery file. */
static void
test_second_place (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbDraft) stored = NULL;
  g_auto (GStrv) folders = amb_recovery_file_list_folders (test->path);
  g_autofree char *name = make_file_name (draft);
  g_autofree char *path = g_build_filename (folders[1], name, NULL);
  AmbAutosave *autosave = amb_draft_autosave_new (test->context, draft);

  block (folders[0]);
  amb_clock_advance (test->clock, 1000);
  save_in_vain (autosave, draft, "Kept elsewhere");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (amb_autosave_get_error (autosave)->domain, ==, AMB_STORAGE_ERROR);
  g_assert_false (amb_recovery_has_lost (test->context));
  amb_database_close (test->database);
  g_object_unref (autosave);

  amb_test_context_start_again (test);
  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Kept elsewhere");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The disk took the first words, and not those that came later: the first ones are not newer for that. */
static void
test_later_place_wins (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbDraft) stored = NULL;
  g_auto (GStrv) folders = amb_recovery_file_list_folders (test->path);
  g_autofree char *name = make_file_name (draft);
  g_autofree char *beside = g_build_filename (folders[0], name, NULL);
  g_autofree char *elsewhere = g_build_filename (folders[1], name, NULL);

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "First");
  write_recovery (test, draft, "First");
  g_assert_cmpint (g_mkdir_with_parents (folders[1], 0700), ==, 0);
  g_assert_cmpint (g_rename (beside, elsewhere), ==, 0);
  g_assert_cmpint (g_rmdir (folders[0]), ==, 0);
  block (folders[0]);

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Later");
  amb_recovery_write_async (test->context, take (draft, amb_context_get_now (test->context)), NULL, NULL);
  amb_recovery_wait ();
  g_assert_cmpint (g_unlink (folders[0]), ==, 0);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "First");
  amb_recovery_write_async (test->context, take (draft, AMB_TEST_NOW + 1000), NULL, NULL);
  amb_recovery_wait ();
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_mkdir_with_parents (folders[0], 0700), ==, 0);
  write_by_hand (test, name, "[draft]\nwritten=1\nid=1\ntext=First\n");

  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Later");
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
}

/* The clock was an hour ahead, and is set right while somebody writes. */
static void
test_clock_set_back (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) begun = NULL;
  g_autoptr (AmbDraft) draft = NULL;
  g_autoptr (AmbDraft) stored = NULL;
  AmbAutosave *autosave;

  amb_clock_advance (test->clock, 3600000);
  begun = create_used_draft (test);
  write_recovery (test, begun, "Begun");
  draft = load_draft (test->context, amb_record_get_id (AMB_RECORD (begun)));
  amb_clock_advance (test->clock, -3600000);

  autosave = amb_draft_autosave_new (test->context, draft);
  save_in_vain (autosave, draft, "Written at the right time");
  g_assert_true (recovery_file_contains (test, draft, "Written at the right time"));
  amb_database_close (test->database);
  g_object_unref (autosave);

  amb_test_context_start_again (test);
  g_assert_cmpuint (recover (test), ==, 1);
  stored = load_draft (test->context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Written at the right time");
  g_assert_false (recovery_file_contains (test, draft, ""));
}

/* No disk takes it: the person must know that their words are on the screen only. */
static void
test_no_place (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_draft_autosave_new (test->context, draft);
  g_auto (GStrv) folders = amb_recovery_file_list_folders (test->path);

  for (guint i = 0; folders[i] != NULL; i++)
    block (folders[i]);
  save_in_vain (autosave, draft, "On the screen");
  g_assert_error (amb_autosave_get_error (autosave), AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_KEPT);
  g_assert_true (amb_recovery_has_lost (test->context));

  g_array_set_size (amb_draft_get_stories (draft), 0);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Stored at last");
  amb_autosave_flush (autosave);
  while (amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  amb_recovery_wait ();
  g_assert_false (amb_recovery_has_lost (test->context));
  for (guint i = 0; folders[i] != NULL; i++)
    g_assert_cmpint (g_unlink (folders[i]), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  amb_fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/recovery/saves", test_saves);
  g_test_add_func ("/services/recovery/fails-at-end", test_fails_at_end);
  g_test_add_func ("/services/recovery/typed-after-failure", test_typed_after_failure);
  g_test_add_func ("/services/recovery/typed-while-saving", test_typed_while_saving);
  g_test_add_func ("/services/recovery/new-channel", test_new_channel);
  g_test_add_func ("/services/recovery/unreadable-file-stays", test_unreadable_file_stays);
  g_test_add_func ("/services/recovery/one-refused", test_one_refused);
  g_test_add_func ("/services/recovery/still-full", test_still_full);
  g_test_add_func ("/services/recovery/locked", test_locked);
  g_test_add_func ("/services/recovery/newer-wins", test_newer_wins);
  g_test_add_func ("/services/recovery/everything", test_everything);
  g_test_add_func ("/services/recovery/shared-since", test_shared_since);
  g_test_add_func ("/services/recovery/words-only", test_words_only);
  g_test_add_func ("/services/recovery/second-place", test_second_place);
  g_test_add_func ("/services/recovery/later-place-wins", test_later_place_wins);
  g_test_add_func ("/services/recovery/no-place", test_no_place);
  g_test_add_func ("/services/recovery/clock-set-back", test_clock_set_back);

  return g_test_run ();
}

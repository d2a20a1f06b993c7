/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "amb-autosave.h"
#include "amb-drafting.h"
#include "amb-recovery.h"
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
recover (AmbContext *context)
{
  Answer answer = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_drafts;

  amb_recovery_apply_async (context, NULL, answer_cb, &answer);
  amb_test_context_iterate_until (&answer.is_done);
  n_drafts = amb_recovery_apply_finish (context, answer.result, &error);
  g_assert_no_error (error);
  g_object_unref (answer.result);

  return n_drafts;
}

/* There is no such story: the database refuses the draft. */
static void
break_draft (AmbDraft *draft)
{
  amb_draft_add_story (draft, 999, 1);
}

static gboolean
recovery_file_contains (AmbTestContext *test,
                        AmbDraft       *draft,
                        const char     *text)
{
  g_autofree char *path = g_strdup_printf ("%s.recovery/%" G_GINT64_FORMAT ".draft", test->path,
                                           amb_record_get_id (AMB_RECORD (draft)));
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) && strstr (contents, text) != NULL;
}

static void
test_saves (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_autosave_new (test->context, draft);
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
  g_autoptr (AmbAutosave) autosave = amb_autosave_new (test->context, draft);
  g_autoptr (AmbClock) later = amb_clock_new_fixed (AMB_TEST_NOW + 2000);
  g_autoptr (AmbDatabase) again = amb_database_new (test->path, later);
  g_autoptr (AmbContext) context = amb_context_new (again, later);
  g_autoptr (AmbDraft) stored = NULL;
  g_autoptr (GError) error = NULL;

  amb_clock_advance (test->clock, 1000);
  break_draft (draft);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "The last word");
  amb_autosave_flush (autosave);
  amb_database_close (test->database);
  g_assert_true (recovery_file_contains (test, draft, "The last word"));

  g_assert_true (amb_database_open (again, NULL, &error));
  g_assert_cmpuint (recover (context), ==, 1);
  stored = load_draft (context, amb_record_get_id (AMB_RECORD (draft)));
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "The last word");
  amb_database_close (again);
}

/* What is typed after a save failed does not wait for the next try to be on the disk. */
static void
test_typed_after_failure (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_autosave_new (test->context, draft);

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

static void
write_recovery (AmbTestContext *test,
                AmbDraft       *draft,
                const char     *text)
{
  amb_recovery_write_async (test->context, draft);
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
  g_autofree char *lock_path = g_strconcat (test->path, ".lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };
  int descriptor = g_open (lock_path, O_RDWR | O_CREAT, 0600);
  g_autoptr (AmbDraft) stored = NULL;
  Answer answer = { 0 };

  g_assert_cmpint (fcntl (descriptor, F_OFD_SETLK, &lock), ==, 0);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed first");
  amb_drafting_save_async (test->context, draft, NULL, answer_cb, &answer);
  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed first, and then more");
  write_recovery (test, draft, "and then more");
  amb_clock_advance (test->clock, 1000);
  close (descriptor);
  amb_test_context_iterate_until (&answer.is_done);
  g_assert_cmpint (amb_drafting_save_finish (test->context, answer.result, NULL), ==, AMB_TEST_NOW);
  g_object_unref (answer.result);

  g_assert_cmpuint (recover (test->context), ==, 1);
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

  g_assert_cmpuint (recover (test->context), ==, 1);
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
  g_assert_cmpuint (recover (test->context), ==, 0);
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_cmpstr (contents, ==, "My words, and no key file");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/recovery/saves", test_saves);
  g_test_add_func ("/services/recovery/fails-at-end", test_fails_at_end);
  g_test_add_func ("/services/recovery/typed-after-failure", test_typed_after_failure);
  g_test_add_func ("/services/recovery/typed-while-saving", test_typed_while_saving);
  g_test_add_func ("/services/recovery/new-channel", test_new_channel);
  g_test_add_func ("/services/recovery/unreadable-file-stays", test_unreadable_file_stays);

  return g_test_run ();
}

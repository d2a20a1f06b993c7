/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "amb-draft-autosave.h"
#include "amb-draft-store.h"
#include "amb-drafting.h"
#include "amb-recovery.h"
#include "amb-test-context.h"

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  AmbDraft **draft = data;

  *draft = amb_drafting_create_finish (AMB_CONTEXT (object), result, &error);
  g_assert_no_error (error);
}

static AmbDraft *
create_draft (AmbTestContext *test)
{
  AmbDraft *draft = NULL;

  amb_drafting_create_async (test->context, 0, "linkedin", NULL, created_cb, &draft);
  while (draft == NULL)
    g_main_context_iteration (NULL, TRUE);

  return draft;
}

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  return amb_draft_store_load (connection, *(gint64 *) data, error);
}

static char *
get_stored_text (AmbTestContext *test,
                 AmbDraft       *draft)
{
  gint64 id = amb_record_get_id (AMB_RECORD (draft));
  g_autoptr (AmbDraft) stored = amb_database_run (test->database, AMB_ACCESS_READ, load, &id, NULL, NULL);

  return g_strdup (amb_draft_get_text (stored, AMB_DRAFT_TEXT));
}

static void
wait_for_state (AmbAutosave      *autosave,
                AmbAutosaveState  state)
{
  while (amb_autosave_get_state (autosave) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_saves (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_draft_autosave_new (test->context, draft);
  g_autofree char *stored = NULL;

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "What I saw");
  g_assert_cmpint (amb_autosave_get_state (autosave), ==, AMB_AUTOSAVE_STATE_CHANGED);
  wait_for_state (autosave, AMB_AUTOSAVE_STATE_SAVED);
  stored = get_stored_text (test, draft);
  g_assert_cmpstr (stored, ==, "What I saw");
}

static void
test_flush (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autoptr (AmbAutosave) autosave = amb_draft_autosave_new (test->context, draft);
  g_autoptr (AmbVariant) variant = g_list_model_get_item (G_LIST_MODEL (amb_draft_get_variants (draft)), 0);
  g_autofree char *stored = NULL;

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "The last words");
  amb_variant_set_follows (variant, FALSE);
  amb_variant_set_text (variant, AMB_VARIANT_TEXT, "For LinkedIn");
  amb_autosave_flush (autosave);
  /* What is read now comes after what was flushed only when the writer is done: ask it. */
  wait_for_state (autosave, AMB_AUTOSAVE_STATE_SAVED);
  stored = get_stored_text (test, draft);
  g_assert_cmpstr (stored, ==, "The last words");
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  int *n_applied = data;

  *n_applied = amb_recovery_apply_finish (AMB_CONTEXT (object), result, NULL, &error);
  g_assert_no_error (error);
}

/* Another program keeps the lock: what is typed stands in the recovery file, and comes back from it. */
static void
test_recovery (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDraft) draft = create_draft (test);
  g_autofree char *recovery = g_strdup_printf ("%s.recovery/%" G_GINT64_FORMAT ".draft", test->path,
                                               amb_record_get_id (AMB_RECORD (draft)));
  int descriptor = amb_test_context_hold_lock (test);
  AmbAutosave *autosave = amb_draft_autosave_new (test->context, draft);
  g_autofree char *stored = NULL;
  int n_applied = -1;

  amb_clock_advance (test->clock, 1000);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Typed meanwhile");
  while (!g_file_test (recovery, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
  wait_for_state (autosave, AMB_AUTOSAVE_STATE_FAILED);
  g_assert_nonnull (amb_autosave_get_error (autosave));

  /* The program ends here, as far as the draft is concerned. */
  g_object_unref (autosave);
  close (descriptor);
  stored = get_stored_text (test, draft);
  g_assert_null (stored);

  amb_recovery_apply_async (test->context, FALSE, NULL, applied_cb, &n_applied);
  while (n_applied < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_applied, ==, 1);
  stored = get_stored_text (test, draft);
  g_assert_cmpstr (stored, ==, "Typed meanwhile");

  /* It comes back once, even when a write that was under way leaves the file again. */
  n_applied = -1;
  amb_recovery_apply_async (test->context, FALSE, NULL, applied_cb, &n_applied);
  while (n_applied < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_applied, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/autosave/saves", test_saves);
  g_test_add_func ("/services/autosave/flush", test_flush);
  g_test_add_func ("/services/autosave/recovery", test_recovery);

  return g_test_run ();
}

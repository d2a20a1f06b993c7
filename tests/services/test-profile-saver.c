/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "amb-fault-vfs.h"
#include "amb-profile-saver.h"
#include "amb-profile-store.h"
#include "amb-test-context.h"

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  return amb_profile_store_load (connection, error);
}

static gpointer
save (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  amb_profile_store_save (connection, data, FALSE, error);

  return NULL;
}

static void
store (AmbTestContext *test,
       const char     *field,
       const char     *language,
       const char     *text)
{
  g_autoptr (AmbProfile) profile = amb_database_run (test->database, AMB_ACCESS_READ, load, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  amb_profile_set_text (profile, field, language, text);
  amb_database_run (test->database, AMB_ACCESS_WRITE, save, profile, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_stored (AmbTestContext *test,
               const char     *field,
               const char     *language,
               const char     *text)
{
  g_autoptr (AmbProfile) profile = amb_database_run (test->database, AMB_ACCESS_READ, load, NULL, NULL, NULL);

  g_assert_cmpstr (amb_profile_get_text (profile, field, language), ==, text);
}

static AmbProfileSaver *
get_saver (AmbTestContext *test)
{
  AmbProfileSaver *saver = amb_profile_saver_get (test->context);

  while (!amb_profile_saver_get_loaded (saver))
    g_main_context_iteration (NULL, TRUE);

  return saver;
}

static void
type (AmbProfileSaver *saver,
      const char      *field,
      const char      *language,
      const char      *text)
{
  amb_profile_set_text (amb_profile_saver_get_profile (saver), field, language, text);
}

static void
wait_for_state (AmbProfileSaver  *saver,
                AmbAutosaveState  state)
{
  while (amb_autosave_get_state (AMB_AUTOSAVE (saver)) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_recovered (AmbTestContext *test,
                  guint           n_texts)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &error), ==, n_texts);
  g_assert_no_error (error);
}

/* Closes the program on a full disk after something was typed, and starts it again. */
static void
type_at_end (AmbTestContext *test,
             const char     *field,
             const char     *language,
             const char     *text)
{
  AmbProfileSaver *saver = get_saver (test);

  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  type (saver, field, language, text);
  amb_autosave_flush (AMB_AUTOSAVE (saver));
  g_object_unref (saver);
  amb_database_close (test->database);
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  amb_test_context_start_again (test);
}

static void
test_full_at_end (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  type_at_end (test, "disclosure", "en", "I work at Zonneveld");
  assert_stored (test, "disclosure", "en", NULL);
  assert_recovered (test, 1);
  assert_stored (test, "disclosure", "en", "I work at Zonneveld");
  assert_recovered (test, 0);
}

/* Somebody else stored another text of the profile meanwhile: both stay. */
static void
test_both_stay (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  store (test, "disclosure", "en", "As before");
  type_at_end (test, "disclosure", "en", "I work at Zonneveld");
  store (test, "role", NULL, "Nurse");
  assert_recovered (test, 1);
  assert_stored (test, "disclosure", "en", "I work at Zonneveld");
  assert_stored (test, "role", NULL, "Nurse");
}

static void
test_newer_wins (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  type_at_end (test, "disclosure", "en", "I work at Zonneveld");
  store (test, "disclosure", "en", "Theirs");
  assert_recovered (test, 0);
  assert_stored (test, "disclosure", "en", "Theirs");
}

/* Another program writes for long, what is under way comes through, and this one is killed then. */
static void
test_typed_while_saving (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbProfileSaver) saver = get_saver (test);
  g_autofree char *path = amb_test_context_get_recovery (test, "own.profile");
  g_autofree char *left = NULL;
  int lock = amb_test_context_hold_lock (test);

  type (saver, "role", NULL, "Nurse");
  amb_autosave_flush (AMB_AUTOSAVE (saver));
  amb_clock_advance (test->clock, 1000);
  type (saver, "role", NULL, "Nurse at night");
  while (!amb_test_context_has_recovery (test, "own.profile", "Nurse at night"))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  close (lock);
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_stored (test, "role", NULL, "Nurse at night");

  store (test, "role", NULL, "Nurse");
  g_assert_true (g_file_set_contents (path, left, -1, NULL));
  assert_recovered (test, 1);
  assert_stored (test, "role", NULL, "Nurse at night");
  while (g_main_context_iteration (NULL, FALSE));
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
}

/* The preferences close before what was typed in them could be stored: whoever edits the profile next has it, and it is
 * stored as soon as that is possible. */
static void
test_let_go (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbProfileSaver *saver = get_saver (test);
  g_autoptr (AmbProfileSaver) next = NULL;

  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  type (saver, "disclosure", "en", "I work at Zonneveld");
  wait_for_state (saver, AMB_AUTOSAVE_STATE_FAILED);
  g_object_unref (saver);

  next = get_saver (test);
  g_assert_cmpstr (amb_profile_get_text (amb_profile_saver_get_profile (next), "disclosure", "en"), ==,
                   "I work at Zonneveld");
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  wait_for_state (next, AMB_AUTOSAVE_STATE_SAVED);
  assert_stored (test, "disclosure", "en", "I work at Zonneveld");
}

int
main (int   argc,
      char *argv[])
{
  amb_fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/profile-saver/full-at-end", test_full_at_end);
  g_test_add_func ("/services/profile-saver/both-stay", test_both_stay);
  g_test_add_func ("/services/profile-saver/newer-wins", test_newer_wins);
  g_test_add_func ("/services/profile-saver/typed-while-saving", test_typed_while_saving);
  g_test_add_func ("/services/profile-saver/let-go", test_let_go);

  return g_test_run ();
}

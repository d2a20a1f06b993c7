/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "amb-channel-saver.h"
#include "amb-channel-store.h"
#include "amb-error.h"
#include "amb-fault-vfs.h"
#include "amb-test-context.h"

static gpointer
list_stored (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  return amb_channel_store_list (connection, error);
}

static gpointer
save (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  amb_channel_store_save (connection, data, error);

  return NULL;
}

static gpointer
remove_stored (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  amb_channel_store_remove (connection, *(gint64 *) data, error);

  return NULL;
}

static GListModel *
load (AmbTestContext *test)
{
  g_autoptr (GError) error = NULL;
  GListModel *channels = amb_database_run (test->database, AMB_ACCESS_READ, list_stored, NULL, NULL, &error);

  g_assert_no_error (error);

  return channels;
}

/* What another program stores. */
static void
store (AmbTestContext *test,
       gint64          id,
       const char     *handle)
{
  g_autoptr (AmbChannel) channel = amb_channel_new ();
  g_autoptr (GError) error = NULL;

  amb_record_set_id (AMB_RECORD (channel), id);
  amb_channel_set_text (channel, AMB_CHANNEL_CHANNEL, "mastodon");
  amb_channel_set_text (channel, AMB_CHANNEL_HANDLE, handle);
  amb_database_run (test->database, AMB_ACCESS_WRITE, save, channel, NULL, &error);
  g_assert_no_error (error);
}

static void
delete (AmbTestContext *test,
        gint64          id)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, remove_stored, &id, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_handle (AmbTestContext *test,
               const char     *handle)
{
  g_autoptr (GListModel) channels = load (test);
  g_autoptr (AmbChannel) channel = g_list_model_get_item (channels, 0);

  g_assert_cmpuint (g_list_model_get_n_items (channels), ==, 1);
  g_assert_cmpstr (amb_channel_get_text (channel, AMB_CHANNEL_HANDLE), ==, handle);
}

static void
assert_none (AmbTestContext *test)
{
  g_autoptr (GListModel) channels = load (test);

  g_assert_cmpuint (g_list_model_get_n_items (channels), ==, 0);
}

static void
assert_recovered (AmbTestContext *test,
                  guint           n_channels)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (amb_test_context_recover (test, FALSE, &error), ==, n_channels);
  g_assert_no_error (error);
}

static AmbChannelSaver *
add (AmbTestContext *test)
{
  g_autoptr (AmbChannel) channel = amb_channel_new ();

  amb_channel_set_text (channel, AMB_CHANNEL_CHANNEL, "mastodon");

  return amb_channel_saver_new (test->context, channel);
}

/* The saver of the only channel that there is. */
static AmbChannelSaver *
open_only (AmbTestContext *test)
{
  g_autoptr (GListModel) stored = load (test);
  g_autoptr (GPtrArray) savers = amb_channel_saver_list (test->context, stored);

  g_assert_cmpuint (savers->len, ==, 1);

  return g_object_ref (g_ptr_array_index (savers, 0));
}

static void
type (AmbChannelSaver *saver,
      const char      *handle)
{
  amb_channel_set_text (amb_channel_saver_get_channel (saver), AMB_CHANNEL_HANDLE, handle);
}

static gint64
get_id (AmbChannelSaver *saver)
{
  return amb_record_get_id (AMB_RECORD (amb_channel_saver_get_channel (saver)));
}

static void
wait_for_state (AmbChannelSaver  *saver,
                AmbAutosaveState  state)
{
  while (amb_autosave_get_state (AMB_AUTOSAVE (saver)) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* The program ends on a full disk, and starts again when there is room. */
static void
end_on_full_disk (AmbTestContext  *test,
                  AmbChannelSaver *saver)
{
  amb_autosave_flush (AMB_AUTOSAVE (saver));
  g_object_unref (saver);
  amb_database_close (test->database);
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  amb_test_context_start_again (test);
}

/* A channel is the same one from its first moment on, however quickly it is edited and removed. */
static void
test_saves (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbChannelSaver) saver = add (test);
  gint64 id = get_id (saver);

  g_assert_cmpint (id, >, 0);
  type (saver, "@anna");
  amb_autosave_flush (AMB_AUTOSAVE (saver));
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_handle (test, "@anna");

  type (saver, "@anna@example.social");
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_handle (test, "@anna@example.social");
  g_assert_cmpint (get_id (saver), ==, id);

  amb_channel_saver_set_removed (saver, TRUE);
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_none (test);
}

/* Removed before it is stored, it does not come back by itself; the person may bring it back. */
static void
test_removed_at_once (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  int lock = amb_test_context_hold_lock (test);
  g_autoptr (AmbChannelSaver) saver = add (test);

  type (saver, "@anna");
  amb_channel_saver_set_removed (saver, TRUE);
  close (lock);
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_none (test);

  amb_channel_saver_set_removed (saver, FALSE);
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_handle (test, "@anna");
}

/* The database refuses for a while: it is tried again until it is removed, although nobody holds it any more. */
static void
test_remove_again (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbChannelSaver *saver = add (test);

  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  amb_channel_saver_set_removed (saver, TRUE);
  wait_for_state (saver, AMB_AUTOSAVE_STATE_FAILED);
  g_object_add_weak_pointer (G_OBJECT (saver), (gpointer *) &saver);
  g_object_unref (saver);
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  while (saver != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_none (test);
}

static void
test_new_at_end (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbChannelSaver *saver;
  gint64 id;

  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  saver = add (test);
  id = get_id (saver);
  type (saver, "@anna; [and] others");
  end_on_full_disk (test, saver);

  assert_none (test);
  assert_recovered (test, 1);
  assert_handle (test, "@anna; [and] others");
  assert_recovered (test, 0);
  saver = open_only (test);
  g_assert_cmpint (get_id (saver), ==, id);
  g_object_unref (saver);
}

static void
test_edited_at_end (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbChannelSaver *saver;

  store (test, 7, "@anna");
  saver = open_only (test);
  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  type (saver, "@anna@example.social");
  amb_channel_set_limit (amb_channel_saver_get_channel (saver), 5000);
  end_on_full_disk (test, saver);

  assert_handle (test, "@anna");
  assert_recovered (test, 1);
  assert_handle (test, "@anna@example.social");
  saver = open_only (test);
  g_assert_cmpint (amb_channel_get_limit (amb_channel_saver_get_channel (saver)), ==, 5000);
  g_object_unref (saver);
}

/* What the person did last is what comes back. */
static void
test_removed_at_end (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbChannelSaver *saver;

  store (test, 7, "@anna");
  saver = open_only (test);
  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  type (saver, "@anna@example.social");
  amb_channel_saver_set_removed (saver, TRUE);
  end_on_full_disk (test, saver);

  assert_handle (test, "@anna");
  assert_recovered (test, 1);
  assert_none (test);
  assert_recovered (test, 0);
}

static void
test_undone_at_end (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbChannelSaver *saver;

  store (test, 7, "@anna");
  saver = open_only (test);
  amb_channel_saver_set_removed (saver, TRUE);
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_none (test);
  amb_clock_advance (test->clock, 1000);
  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  amb_channel_saver_set_removed (saver, FALSE);
  end_on_full_disk (test, saver);

  assert_none (test);
  assert_recovered (test, 1);
  assert_handle (test, "@anna");
}

/* Another program changed or removed it since. */
static void
test_newer_wins (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = amb_test_context_get_recovery (test, "7.channel");
  g_autofree char *left = NULL;
  AmbChannelSaver *saver;

  store (test, 7, "@anna");
  saver = open_only (test);
  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  type (saver, "@anna@example.social");
  end_on_full_disk (test, saver);
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));

  store (test, 7, "@theirs");
  assert_recovered (test, 0);
  assert_handle (test, "@theirs");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  delete (test, 7);
  g_assert_true (g_file_set_contents (path, left, -1, NULL));
  assert_recovered (test, 0);
  assert_none (test);
}

/* Another program writes for long, what is under way comes through, and this one is killed then. */
static void
test_edited_while_saving (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  int lock = amb_test_context_hold_lock (test);
  g_autoptr (AmbChannelSaver) saver = add (test);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT ".channel", get_id (saver));
  g_autofree char *path = amb_test_context_get_recovery (test, name);
  g_autofree char *left = NULL;

  amb_clock_advance (test->clock, 1000);
  type (saver, "@anna");
  while (!amb_test_context_has_recovery (test, name, "@anna"))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  close (lock);
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_handle (test, "@anna");

  /* Neither before nor after the first save is there anything that somebody else did. */
  store (test, get_id (saver), NULL);
  g_assert_true (g_file_set_contents (path, left, -1, NULL));
  assert_recovered (test, 1);
  assert_handle (test, "@anna");
  delete (test, get_id (saver));
  g_assert_true (g_file_set_contents (path, left, -1, NULL));
  assert_recovered (test, 1);
  assert_handle (test, "@anna");
}

/* The page closes before what was typed could be stored: the next one has it, and so it has a channel that is new. */
static void
test_let_go (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  AmbChannelSaver *saver;
  g_autoptr (AmbChannelSaver) next = NULL;

  amb_fault_vfs_arm (AMB_FAULT_FULL, 1);
  saver = add (test);
  type (saver, "@anna");
  wait_for_state (saver, AMB_AUTOSAVE_STATE_FAILED);
  g_object_unref (saver);

  next = open_only (test);
  g_assert_cmpstr (amb_channel_get_text (amb_channel_saver_get_channel (next), AMB_CHANNEL_HANDLE), ==, "@anna");
  amb_fault_vfs_arm (AMB_FAULT_NONE, 0);
  wait_for_state (next, AMB_AUTOSAVE_STATE_SAVED);
  assert_handle (test, "@anna");
}

/* Another program's news shows, but not over what the person is typing. */
static void
test_follows (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbChannelSaver) saver = NULL;
  g_autoptr (AmbChannelSaver) same = NULL;

  store (test, 7, "@anna");
  saver = open_only (test);
  store (test, 7, "@theirs");
  same = open_only (test);
  g_assert_true (same == saver);
  g_assert_cmpstr (amb_channel_get_text (amb_channel_saver_get_channel (saver), AMB_CHANNEL_HANDLE), ==, "@theirs");
  g_assert_cmpint (amb_autosave_get_state (AMB_AUTOSAVE (saver)), ==, AMB_AUTOSAVE_STATE_SAVED);

  delete (test, 7);
  g_object_unref (open_only (test));
  g_assert_true (amb_channel_saver_get_removed (saver));
  store (test, 7, "@back");
  g_object_unref (open_only (test));
  g_assert_false (amb_channel_saver_get_removed (saver));

  type (saver, "@mine");
  store (test, 7, "@later");
  g_object_unref (open_only (test));
  wait_for_state (saver, AMB_AUTOSAVE_STATE_SAVED);
  assert_handle (test, "@mine");
}

static void
test_unreadable (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = amb_test_context_get_recovery (test, "7.channel");
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "[channel]\nid=7\nhandle=@anna\n\n[before 0]\nremoved=true\n", -1, NULL));
  assert_recovered (test, 0);
  assert_none (test);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  amb_fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/channel-saver/saves", test_saves);
  g_test_add_func ("/services/channel-saver/removed-at-once", test_removed_at_once);
  g_test_add_func ("/services/channel-saver/remove-again", test_remove_again);
  g_test_add_func ("/services/channel-saver/new-at-end", test_new_at_end);
  g_test_add_func ("/services/channel-saver/edited-at-end", test_edited_at_end);
  g_test_add_func ("/services/channel-saver/removed-at-end", test_removed_at_end);
  g_test_add_func ("/services/channel-saver/undone-at-end", test_undone_at_end);
  g_test_add_func ("/services/channel-saver/newer-wins", test_newer_wins);
  g_test_add_func ("/services/channel-saver/edited-while-saving", test_edited_while_saving);
  g_test_add_func ("/services/channel-saver/let-go", test_let_go);
  g_test_add_func ("/services/channel-saver/follows", test_follows);
  g_test_add_func ("/services/channel-saver/unreadable", test_unreadable);

  return g_test_run ();
}

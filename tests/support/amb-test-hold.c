/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-test-hold.h"

#include <fcntl.h>

#include <glib/gstdio.h>

/**
 * amb_test_hold_lock:
 * @path: the file of a database
 *
 * Keeps a database from being written, as another program does; waits for who is writing just now.
 *
 * Returns: a file descriptor; close it to let go
 */
int
amb_test_hold_lock (const char *path)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };
  int descriptor = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (fcntl (descriptor, F_OFD_SETLKW, &lock), ==, 0);

  return descriptor;
}

static gpointer
wait_to_be_released (AmbConnection  *connection,
                     gpointer        data,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_async_queue_pop (data);

  return NULL;
}

/**
 * amb_test_hold_writer:
 * @database: a database
 *
 * Keeps the thread that writes busy: what is to be written waits, for as long as it takes.
 *
 * Returns: (transfer full): give it to amb_test_release_writer()
 */
GAsyncQueue *
amb_test_hold_writer (AmbDatabase *database)
{
  GAsyncQueue *held = g_async_queue_new ();

  amb_database_run_async (database, AMB_ACCESS_EXCLUSIVE, wait_to_be_released, g_async_queue_ref (held),
                          (GDestroyNotify) g_async_queue_unref, NULL, NULL, NULL, NULL);

  return held;
}

/**
 * amb_test_release_writer:
 * @held: (transfer full): from amb_test_hold_writer()
 *
 * Lets the thread go on.
 */
void
amb_test_release_writer (GAsyncQueue *held)
{
  g_async_queue_push (held, GINT_TO_POINTER (TRUE));
  g_async_queue_unref (held);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "amb-error.h"
#include "amb-test-context.h"
#include "amb-test-drafts.h"

#define N_JOBS 200

static void
count_answer_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GError) error = NULL;
  guint *n = data;

  amb_database_run_finish (AMB_DATABASE (object), result, &error);
  g_assert_no_error (error);
  (*n)++;
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  GError **error = data;

  amb_database_run_finish (AMB_DATABASE (object), result, error);
}

static void
count_notify_cb (guint *n_notifies)
{
  (*n_notifies)++;
}

static void
test_closed (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;
  guint n_answers = 0;
  guint n_notifies = 0;
  gboolean is_ready;

  for (guint i = 0; i < N_JOBS; i++)
    amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Text", NULL, NULL, NULL,
                            count_answer_cb, &n_answers);
  g_signal_connect_swapped (test->database, "notify::ready", G_CALLBACK (count_notify_cb), &n_notifies);
  amb_database_close (test->database);
  g_object_get (test->database, "ready", &is_ready, NULL);
  g_assert_false (is_ready);
  g_assert_cmpuint (n_notifies, ==, 1);
  amb_database_run_async (test->database, AMB_ACCESS_READ, amb_test_count_drafts, NULL, NULL, NULL, NULL, closed_cb, &error);
  while (n_answers < N_JOBS || error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_CLOSED);
}

static gpointer
wait_for_go (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  g_async_queue_pop (data);

  return NULL;
}

static void
count_closed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  guint *n = data;

  amb_database_close_finish (AMB_DATABASE (object), result);
  (*n)++;
}

/* A thread that is busy for as long as it likes keeps nobody waiting, and nothing that was handed in is lost. */
static void
test_close_async (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GAsyncQueue) go = g_async_queue_new ();
  g_autofree char *journal = g_strconcat (test->path, "-wal", NULL);
  guint n_answers = 0;
  guint n_closed = 0;

  amb_database_run_async (test->database, AMB_ACCESS_READ, wait_for_go, go, NULL, NULL, NULL, count_answer_cb, &n_answers);
  amb_database_run_async (test->database, AMB_ACCESS_WRITE, wait_for_go, go, NULL, NULL, NULL, count_answer_cb, &n_answers);
  for (guint i = 0; i < N_JOBS; i++)
    amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Text", NULL, NULL, NULL,
                            count_answer_cb, &n_answers);
  amb_database_close_async (test->database, count_closed_cb, &n_closed);
  amb_database_close_async (test->database, count_closed_cb, &n_closed);
  g_assert_cmpuint (n_answers, ==, 0);
  g_async_queue_push (go, go);
  g_async_queue_push (go, go);
  while (n_closed < 2)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (n_answers, ==, N_JOBS + 2);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  amb_database_close_async (test->database, count_closed_cb, &n_closed);
  while (n_closed < 3)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
let_go_cb (gpointer data)
{
  close (GPOINTER_TO_INT (data));

  return G_SOURCE_REMOVE;
}

/* There is nobody to be told that another program wrote for longer than a job usually waits. */
static void
test_close_while_locked (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  int descriptor = amb_test_context_hold_lock (test);
  guint n_answers = 0;
  guint n_closed = 0;

  amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Text", NULL, NULL, NULL,
                          count_answer_cb, &n_answers);
  amb_database_close_async (test->database, count_closed_cb, &n_closed);
  g_timeout_add (5500, let_go_cb, GINT_TO_POINTER (descriptor));
  while (n_closed == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (n_answers, ==, 1);
}

/* Who opens what is still being closed finds all of it. */
static void
test_open_after (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDatabase) again = amb_database_new (test->path, test->clock);
  g_autoptr (GAsyncQueue) go = g_async_queue_new ();
  gpointer n;
  guint n_answers = 0;
  guint n_closed = 0;

  amb_database_run_async (test->database, AMB_ACCESS_EXCLUSIVE, wait_for_go, go, NULL, NULL, NULL, count_answer_cb,
                          &n_answers);
  amb_database_run_async (test->database, AMB_ACCESS_WRITE, amb_test_add_draft, (gpointer) "Text", NULL, NULL, NULL,
                          count_answer_cb, &n_answers);
  amb_database_close_async (test->database, count_closed_cb, &n_closed);
  amb_database_open_after (again, test->database);
  amb_database_open_async (again, NULL, NULL, NULL);
  g_async_queue_push (go, go);
  n = amb_database_run (again, AMB_ACCESS_READ, amb_test_count_drafts, NULL, NULL, NULL);
  g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 2);

  amb_database_close (again);
  while (n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_answers, ==, 2);
}

/* When what is being closed takes its time, whoever opens it hears of it. */
static void
test_open_after_long (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbDatabase) again = amb_database_new (test->path, test->clock);
  g_autoptr (GAsyncQueue) go = g_async_queue_new ();
  g_autoptr (GError) error = NULL;
  guint n_answers = 0;

  amb_database_run_async (test->database, AMB_ACCESS_EXCLUSIVE, wait_for_go, go, NULL, NULL, NULL, count_answer_cb,
                          &n_answers);
  amb_database_close_async (test->database, NULL, NULL);
  amb_database_open_after (again, test->database);
  g_assert_false (amb_database_open (again, NULL, &error));
  g_assert_error (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY);
  g_clear_error (&error);

  g_async_queue_push (go, go);
  g_assert_true (amb_database_open (again, NULL, &error));
  g_assert_no_error (error);
  amb_database_close (again);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/closing/closed", test_closed);
  g_test_add_func ("/storage/closing/async", test_close_async);
  g_test_add_func ("/storage/closing/while-locked", test_close_while_locked);
  g_test_add_func ("/storage/closing/open-after", test_open_after);
  g_test_add_func ("/storage/closing/open-after-long", test_open_after_long);

  return g_test_run ();
}

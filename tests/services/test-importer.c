/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "amb-error.h"
#include "amb-import-feed.h"
#include "amb-importer.h"
#include "amb-story-store.h"
#include "amb-test-context.h"

#define N_STORIES 4000

#define HEAD "<storypack xmlns=\"https://ambassadortoolkit.github.io/ns/storypack/1\" version=\"1\" id=\"test\" language=\"en\">" \
             "<title>Test</title><organisation>Test</organisation>"

static void
append_story (GString *pack,
              guint    number,
              int      version)
{
  g_string_append_printf (pack,
                          "<story id=\"s%u\" version=\"%d\" kind=\"fact\"><title>Story %u</title>"
                          "<message>What happened in street number %u of the town, as told for the %d. time</message></story>",
                          number, version, number, number, version);
}

static AmbImportResult *
import (AmbTestContext  *test,
        const char      *content,
        gboolean         dry_run,
        GCancellable    *cancellable,
        GError         **error)
{
  g_autofree char *path = g_build_filename (test->folder, "test.storypack.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AmbImporter) importer = amb_importer_new (test->context, file);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return amb_importer_run (importer, dry_run, cancellable, error);
}

static gpointer
count_usable (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  AmbStoryFilter filter = { .usable = data != NULL, .now = AMB_TEST_NOW };
  g_autoptr (GArray) ids = amb_story_store_query (connection, &filter, NULL, error);

  return GUINT_TO_POINTER (ids->len + 1);
}

static guint
get_n_stories (AmbTestContext *test,
               gboolean        usable)
{
  gpointer n = amb_database_run (test->database, AMB_ACCESS_READ, count_usable, GINT_TO_POINTER (usable), NULL, NULL);

  return GPOINTER_TO_UINT (n) - 1;
}

static char *
make_pack (guint n_stories,
           guint changed)
{
  GString *pack = g_string_new (HEAD);

  for (guint i = 0; i < n_stories; i++)
    append_story (pack, i, i == changed ? 2 : 1);
  g_string_append (pack, "</storypack>");

  return g_string_free (pack, FALSE);
}

static void
assert_counts (AmbImportResult *result,
               gint64           added,
               gint64           updated,
               gint64           unchanged,
               gint64           withdrawn)
{
  g_assert_cmpint (result->added, ==, added);
  g_assert_cmpint (result->updated, ==, updated);
  g_assert_cmpint (result->unchanged, ==, unchanged);
  g_assert_cmpint (result->withdrawn, ==, withdrawn);
}

/* The same pack again adds nothing; a changed story is updated; one that is gone is withdrawn, and comes back. */
static void
test_refresh (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *first = make_pack (10, G_MAXUINT);
  g_autofree char *second = make_pack (8, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) added = import (test, first, FALSE, NULL, &error);
  g_autoptr (AmbImportResult) again = import (test, first, FALSE, NULL, &error);
  g_autoptr (AmbImportResult) changed = import (test, second, FALSE, NULL, &error);
  g_autoptr (AmbImportResult) back = NULL;

  g_assert_no_error (error);
  assert_counts (added, 10, 0, 0, 0);
  assert_counts (again, 0, 0, 10, 0);
  assert_counts (changed, 0, 1, 7, 2);
  g_assert_cmpuint (get_n_stories (test, TRUE), ==, 8);
  g_assert_cmpuint (get_n_stories (test, FALSE), ==, 10);

  back = import (test, first, FALSE, NULL, &error);
  assert_counts (back, 0, 3, 7, 0);
  g_assert_cmpuint (get_n_stories (test, TRUE), ==, 10);
}

/* A story that its pack itself withdraws counts as withdrawn once, whatever is said of it later. */
static void
test_withdrawn (void)
{
  static const char format[] = HEAD "<story id='s' version='%d' kind='fact' status='%s'><title>Title</title>"
                               "<message>Message %d</message></story></storypack>";
  static const struct { const char *status; gint64 withdrawn; } editions[] = {
    { "current", 0 }, { "withdrawn", 1 }, { "withdrawn", 0 }, { "current", 0 }, { "withdrawn", 1 },
  };
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *pack = g_strdup_printf (format, i + 1, editions[i].status, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (AmbImportResult) result = import (test, pack, FALSE, NULL, &error);

      g_assert_no_error (error);
      assert_counts (result, i == 0, i != 0, 0, editions[i].withdrawn);
    }
}

static AmbStory *
find_story (AmbConnection *connection,
            const char    *uid)
{
  AmbStoryFilter filter = { .now = AMB_TEST_NOW };
  g_autoptr (GArray) ids = amb_story_store_query (connection, &filter, NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AmbStory) story = amb_story_store_load (connection, g_array_index (ids, gint64, i), NULL);

      if (g_str_equal (amb_story_get_text (story, AMB_STORY_UID), uid))
        return g_steal_pointer (&story);
    }

  return NULL;
}

static gpointer
add_own (AmbConnection  *connection,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autoptr (AmbStory) story = find_story (connection, data);
  gint64 id = amb_record_get_id (AMB_RECORD (story));

  g_assert_true (amb_story_store_set_favourite (connection, id, TRUE, error));
  g_assert_true (amb_story_store_set_own (connection, id, AMB_STORY_MY_ROLE, "I was there", error));
  g_assert_true (amb_story_store_set_own (connection, id, AMB_STORY_NOTE, "Ask Anna", error));
  g_assert_true (amb_story_store_set_own (connection, id, AMB_STORY_DISMISSED, "Not now", error));

  return NULL;
}

static gpointer
load_own (AmbConnection  *connection,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  return find_story (connection, data);
}

static void
assert_own (AmbTestContext *test,
            const char     *uid,
            int             version,
            AmbStoryStatus  status)
{
  g_autoptr (AmbStory) story = amb_database_run (test->database, AMB_ACCESS_READ, load_own, (gpointer) uid, NULL, NULL);

  g_assert_cmpint (amb_story_get_version (story), ==, version);
  g_assert_cmpint (amb_story_get_status (story), ==, status);
  g_assert_true (amb_story_get_favourite (story));
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_MY_ROLE), ==, "I was there");
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_NOTE), ==, "Ask Anna");
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_DISMISSED), ==, "Not now");
}

/* What the person added to a story stays when it changes, when it is withdrawn, and when it comes back. */
static void
test_keeps_own (void)
{
  static const char * const uids[] = { "s3", "s9" };
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *first = make_pack (10, G_MAXUINT);
  g_autofree char *second = make_pack (8, 3);
  g_autoptr (AmbImportResult) added = import (test, first, FALSE, NULL, NULL);
  g_autoptr (AmbImportResult) changed = NULL;
  g_autoptr (AmbImportResult) back = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (uids); i++)
    amb_database_run (test->database, AMB_ACCESS_WRITE, add_own, (gpointer) uids[i], NULL, NULL);

  changed = import (test, second, FALSE, NULL, NULL);
  assert_own (test, "s3", 2, AMB_STORY_STATUS_CURRENT);
  assert_own (test, "s9", 1, AMB_STORY_STATUS_WITHDRAWN);

  back = import (test, first, FALSE, NULL, NULL);
  assert_own (test, "s9", 1, AMB_STORY_STATUS_CURRENT);
}

static void
test_dry_run (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *pack = make_pack (10, G_MAXUINT);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) result = import (test, pack, TRUE, NULL, &error);

  g_assert_no_error (error);
  assert_counts (result, 10, 0, 0, 0);
  g_assert_cmpuint (get_n_stories (test, FALSE), ==, 0);
}

/* A mistake near the end: nothing of the beginning is kept. */
static void
test_all_or_nothing (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *pack = make_pack (N_STORIES, G_MAXUINT);
  g_autoptr (GError) error = NULL;

  memcpy (strstr (pack, "id=\"s3999\""), "id=\"s3998\"", strlen ("id=\"s3998\""));
  g_assert_null (import (test, pack, FALSE, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
  g_assert_cmpuint (get_n_stories (test, FALSE), ==, 0);
}

static void
progress_cb (AmbImporter  *importer,
             GParamSpec   *pspec,
             GCancellable *cancellable)
{
  if (amb_importer_get_n_records (importer) > 0)
    g_cancellable_cancel (cancellable);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  GError **error = data;

  g_assert_null (amb_importer_run_finish (AMB_IMPORTER (object), result, error));
}

/* Cancelled when the first stories were stored: no trace is left. */
static void
test_cancel (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *pack = make_pack (20 * N_STORIES, G_MAXUINT);
  g_autofree char *path = g_build_filename (test->folder, "test.storypack.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AmbImporter) importer = amb_importer_new (test->context, file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, pack, -1, NULL));
  g_signal_connect (importer, "notify::n-records", G_CALLBACK (progress_cb), cancellable);
  amb_importer_run_async (importer, FALSE, cancellable, imported_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (get_n_stories (test, FALSE), ==, 0);
}

static void
assert_bad (AmbTestContext *test,
            gconstpointer   bytes,
            gsize           length,
            AmbFormatError  code,
            const char     *words)
{
  g_autofree char *path = g_build_filename (test->folder, "bad", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AmbImporter) importer = amb_importer_new (test->context, file);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_assert_null (amb_importer_run (importer, FALSE, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“bad”"));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in: %s", words, error->message);
  g_assert_cmpuint (get_n_stories (test, FALSE), ==, 0);
}

/* A file that cannot be told by its content is still told what is wrong with it. */
static void
test_bad_files (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *pack = make_pack (10, G_MAXUINT);
  g_autofree char *latin = g_strconcat (HEAD, "<story id='s' version='1' kind='fact'><title>caf\xe9</title>", NULL);
  const char *wrong = "<?xml version='1.0' encoding='UTF-16'?>" HEAD "</storypack>";
  const char *unknown = "<?xml version='1.0' encoding='KOI8-R'?>" HEAD "</storypack>";
  const char *document_type = "<!DOCTYPE storypack SYSTEM 'x'>" HEAD "</storypack>";
  const char *feed = "<rss version='2.0'><!-- https://ambassadortoolkit.github.io/ns/storypack/1 --></rss>";

  assert_bad (test, "", 0, AMB_FORMAT_ERROR_MALFORMED, "empty");
  assert_bad (test, "<?xml", 5, AMB_FORMAT_ERROR_MALFORMED, "empty or stops");
  assert_bad (test, HEAD, strlen ("<storypack xmlns=\"https:"), AMB_FORMAT_ERROR_MALFORMED, "damaged in line 1");
  assert_bad (test, pack, strlen (pack) / 2, AMB_FORMAT_ERROR_MALFORMED, "damaged in line 1");
  assert_bad (test, "\x1f\x8b\x08\0\0", 5, AMB_FORMAT_ERROR_UNSUPPORTED, "gzip");
  assert_bad (test, latin, strlen (latin), AMB_FORMAT_ERROR_MALFORMED, "encoding");
  assert_bad (test, wrong, strlen (wrong), AMB_FORMAT_ERROR_MALFORMED, "Save it as UTF-8");
  assert_bad (test, unknown, strlen (unknown), AMB_FORMAT_ERROR_UNSUPPORTED, "Save it as UTF-8");
  assert_bad (test, document_type, strlen (document_type), AMB_FORMAT_ERROR_UNSAFE, "DOCTYPE");
  assert_bad (test, "PK\x03\x04\0\0", 6, AMB_FORMAT_ERROR_MALFORMED, "damaged");
  assert_bad (test, feed, strlen (feed), AMB_FORMAT_ERROR_UNKNOWN, "not a story pack. Ask");
  assert_bad (test, "Dear Anna,", 10, AMB_FORMAT_ERROR_UNKNOWN, "not a story pack. Choose");
}

/* What a file is can stand far behind its beginning. */
static void
test_long_comment (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *pack = make_pack (3, G_MAXUINT);
  g_autofree char *filling = g_strnfill (40000, '.');
  g_autofree char *content = g_strdup_printf ("<!-- %s -->%s", filling, pack);
  g_autofree char *path = g_build_filename (test->folder, "test.storypack.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) result = import (test, content, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->kind, ==, "storypack");
  assert_counts (result, 3, 0, 0, 0);
  g_assert_true (amb_importer_recognizes (file));
}

static gpointer
write_pack (gpointer path)
{
  g_autofree char *pack = make_pack (1000, G_MAXUINT);
  FILE *pipe = g_fopen (path, "w");

  g_assert_cmpint (fputs (pack, pipe), >=, 0);
  g_assert_cmpint (fclose (pipe), ==, 0);

  return NULL;
}

/* A pipe can be read only once, so looking at what comes out of it must lose nothing. */
static void
test_pipe (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AmbImporter) importer = amb_importer_new (test->context, file);
  g_autoptr (AmbImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_pack, path);
  result = amb_importer_run (importer, FALSE, NULL, &error);
  g_thread_join (writer);
  g_assert_no_error (error);
  assert_counts (result, 1000, 0, 0, 0);
}

static void
test_kind (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_auto (GStrv) kinds = amb_importer_list_kinds ();
  g_autofree char *pack = make_pack (3, G_MAXUINT);
  g_autofree char *path = g_build_filename (test->folder, "pack", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AmbImporter) importer = amb_importer_new (test->context, file);
  g_autoptr (AmbImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_strv_contains ((const char * const *) kinds, "storypack"));
  g_assert_false (amb_importer_recognizes (file));
  g_assert_true (g_file_set_contents (path, "Dear Anna,", -1, NULL));
  g_assert_false (amb_importer_recognizes (file));

  amb_importer_set_kind (importer, "storypack");
  g_assert_null (amb_importer_run (importer, FALSE, NULL, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, pack, -1, NULL));
  g_assert_true (amb_importer_recognizes (file));
  result = amb_importer_run (importer, FALSE, NULL, &error);
  g_assert_no_error (error);
  assert_counts (result, 3, 0, 0, 0);
}

/* Writes some stories of nearly 2 MB into the pipe, and no end: the reader waits for more. */
static gpointer
write_large_stories (gpointer path)
{
  g_autofree char *paragraph = g_strnfill (99999, 'x');
  g_autoptr (GString) pack = g_string_new (HEAD);
  int descriptor = g_open (path, O_WRONLY, 0);

  for (guint i = 0; i < 3; i++)
    {
      g_string_append_printf (pack, "<story id=\"s%u\" version=\"1\" kind=\"fact\"><title>T</title><message>M</message>", i);
      for (guint j = 0; j < 19; j++)
        g_string_append_printf (pack, "<prompt>%s</prompt>", paragraph);
      g_string_append (pack, "</story>");
    }
  for (gsize written = 0; written < pack->len;)
    {
      gssize n = write (descriptor, pack->str + written, pack->len - written);

      g_assert_cmpint (n, >, 0);
      written += n;
    }

  return GINT_TO_POINTER (descriptor);
}

/* Large stories are handed on at once: a few hundred of them would fill the memory. */
static void
test_large_stories (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *path = g_build_filename (test->folder, "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (AmbImportFeed) feed = NULL;
  g_autoptr (GError) error = NULL;
  AmbImportItem *item = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_large_stories, path);
  stream = g_file_read (file, NULL, &error);
  feed = amb_import_feed_new (G_INPUT_STREAM (stream), "pipe", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (amb_import_feed_next (feed, &item, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (amb_story_get_text (item->story, AMB_STORY_UID), ==, "s0");

  close (GPOINTER_TO_INT (g_thread_join (writer)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/importer/refresh", test_refresh);
  g_test_add_func ("/services/importer/withdrawn", test_withdrawn);
  g_test_add_func ("/services/importer/keeps-own", test_keeps_own);
  g_test_add_func ("/services/importer/dry-run", test_dry_run);
  g_test_add_func ("/services/importer/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/services/importer/cancel", test_cancel);
  g_test_add_func ("/services/importer/bad-files", test_bad_files);
  g_test_add_func ("/services/importer/long-comment", test_long_comment);
  g_test_add_func ("/services/importer/pipe", test_pipe);
  g_test_add_func ("/services/importer/kind", test_kind);
  g_test_add_func ("/services/importer/large-stories", test_large_stories);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-checker.h"
#include "amb-draft-store.h"
#include "amb-drafting.h"
#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-profile-store.h"
#include "amb-sharing.h"
#include "amb-story-store.h"
#include "amb-test-context.h"
#include "amb-time.h"
#include "amb-today.h"

#define PACK "data/packs/zonneveld-en.storypack.xml"

typedef struct
{
  gint64 story_id;
  gint64 draft_id;
  char  *message;
} Walk;

static gpointer
find_story (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  Walk *walk = data;
  AmbStoryFilter filter = { .usable = TRUE, .unused = TRUE, .now = AMB_TEST_NOW };
  g_autoptr (GArray) ids = amb_story_store_query (connection, &filter, NULL, error);
  g_autoptr (AmbStory) story = NULL;

  g_assert_no_error (*error);
  g_assert_cmpuint (ids->len, >, 5);
  walk->story_id = g_array_index (ids, gint64, 0);
  story = amb_story_store_load (connection, walk->story_id, error);
  walk->message = g_strdup (amb_story_get_text (story, AMB_STORY_MESSAGE));

  return NULL;
}

static gpointer
write_draft (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Walk *walk = data;
  g_autoptr (AmbDraft) draft = amb_drafting_make (connection, walk->story_id, NULL, NULL, error);
  g_autofree char *text = NULL;

  g_assert_no_error (*error);
  text = g_strconcat (walk->message, " That is what I saw on my ward last week, and I was glad of it.", NULL);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);
  g_assert_true (amb_draft_store_save (connection, draft, error));
  walk->draft_id = amb_record_get_id (AMB_RECORD (draft));

  return NULL;
}

static gpointer
check_draft (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Walk *walk = data;
  g_autoptr (AmbDraft) draft = amb_draft_store_load (connection, walk->draft_id, error);
  g_autoptr (AmbCheckReport) report = amb_checker_check (connection, draft, NULL, NULL, error);
  GArray *passages;
  AmbCheckPassage *passage;

  g_assert_no_error (*error);
  passages = amb_check_report_get_passages (report);
  g_assert_cmpuint (passages->len, ==, 1);
  passage = &g_array_index (passages, AmbCheckPassage, 0);
  g_assert_cmpuint (passage->range.start, ==, 0);
  g_assert_cmpint (passage->story_id, ==, walk->story_id);
  g_assert_cmpfloat (amb_check_report_get_share (report), <, 1.0);
  g_assert_cmpuint (amb_check_report_get_channels (report)->len, ==, 1);

  return NULL;
}

static gpointer
share_draft (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Walk *walk = data;
  g_autoptr (AmbDraft) draft = amb_draft_store_load (connection, walk->draft_id, error);
  g_autoptr (AmbEntry) entry = amb_sharing_make_entry (connection, draft, "linkedin", error);

  g_assert_no_error (*error);
  g_assert_true (amb_sharing_confirm (connection, entry,
                                      "https://www.linkedin.com/feed/update/urn:li:share:7131199200000000000", error));
  g_assert_no_error (*error);

  return NULL;
}

/* What was shared is in the log as it was shared, whatever becomes of the draft. */
static gpointer
change_draft (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  Walk *walk = data;
  g_autoptr (AmbDraft) draft = amb_draft_store_load (connection, walk->draft_id, error);

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Something else.");
  g_assert_true (amb_draft_store_save (connection, draft, error));

  return NULL;
}

/* What is no link is refused, and nothing is confirmed; a confirmation can be taken back. */
static gpointer
confirm_and_take_back (AmbConnection  *connection,
                       gpointer        data,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (AmbDraft) draft = amb_drafting_make (connection, 0, "linkedin", "What I saw.", error);
  g_autoptr (AmbEntry) entry = amb_sharing_make_entry (connection, draft, "linkedin", error);
  g_autoptr (AmbDraft) stored = NULL;

  g_assert_false (amb_sharing_confirm (connection, entry, "javascript:alert(1) hello", error));
  g_assert_error (*error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID);
  g_clear_error (error);

  g_assert_true (amb_sharing_confirm (connection, entry, "www.linkedin.com/posts/a", error));
  g_assert_cmpstr (amb_entry_get_text (entry, AMB_ENTRY_LINK), ==, "https://www.linkedin.com/posts/a");
  g_assert_true (amb_sharing_unconfirm (connection, entry, error));
  g_assert_no_error (*error);
  g_assert_false (amb_entry_get_confirmed (entry));
  stored = amb_draft_store_load (connection, amb_record_get_id (AMB_RECORD (draft)), error);
  g_assert_cmpint (amb_draft_get_state (stored), ==, AMB_DRAFT_STATE_DRAFT);

  return NULL;
}

/* A number that only looks like a time does not put the entry on top of the history for years. */
static gpointer
share_ahead (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  amb_entry_set_at (entry, AMB_TEST_NOW);
  g_assert_true (amb_sharing_confirm (connection, entry, "https://example.social/@noor/260000000000000000", error));
  g_assert_no_error (*error);
  g_assert_cmpint (amb_entry_get_at (entry), ==, AMB_TEST_NOW);
  g_assert_true (amb_entry_get_confirmed (entry));

  return NULL;
}

static gpointer
find_in_history (AmbConnection  *connection,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  Walk *walk = data;
  AmbEntryFilter filter = { .search = (char *) "ward", .channel = (char *) "linkedin", .since = AMB_TIME_UNSET,
                            .until = AMB_TIME_UNSET };
  g_autoptr (GArray) ids = amb_entry_store_query (connection, &filter, error);
  g_autoptr (AmbEntry) entry = NULL;
  g_autoptr (AmbDraft) draft = NULL;
  g_autoptr (AmbStory) story = NULL;

  g_assert_no_error (*error);
  g_assert_cmpuint (ids->len, ==, 1);
  entry = amb_entry_store_load (connection, g_array_index (ids, gint64, 0), error);
  g_assert_true (amb_entry_get_confirmed (entry));
  /* The time is that of the permalink: 7131199200000000000 >> 22. */
  g_assert_cmpint (amb_entry_get_at (entry), ==, G_GINT64_CONSTANT (7131199200000000000) >> 22);
  g_assert_cmpint (g_array_index (amb_entry_get_stories (entry), AmbStoryUse, 0).story_id, ==, walk->story_id);
  g_assert_cmpfloat (amb_entry_get_own_words (entry), <, 1.0);

  draft = amb_draft_store_load (connection, walk->draft_id, error);
  g_assert_cmpint (amb_draft_get_state (draft), ==, AMB_DRAFT_STATE_SHARED);
  story = amb_story_store_load (connection, walk->story_id, error);
  g_assert_cmpint (amb_story_get_used_at (story), ==, amb_entry_get_at (entry));

  return NULL;
}

static void
run (AmbTestContext  *test,
     AmbAccess        access,
     AmbDatabaseFunc  func,
     Walk            *walk)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, access, func, walk, NULL, &error);
  g_assert_no_error (error);
}

static void
test_main_job (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  Walk walk = { 0 };

  amb_test_context_import (test, PACK);
  run (test, AMB_ACCESS_READ, find_story, &walk);
  run (test, AMB_ACCESS_WRITE, write_draft, &walk);
  run (test, AMB_ACCESS_READ, check_draft, &walk);
  run (test, AMB_ACCESS_WRITE, share_draft, &walk);
  run (test, AMB_ACCESS_WRITE, change_draft, &walk);
  run (test, AMB_ACCESS_READ, find_in_history, &walk);
  g_free (walk.message);
}

/* Empty drafts do not pile up; one that somebody wrote in, or that is about another story, is left alone. */
static gpointer
find_untouched (AmbConnection  *connection,
                gpointer        data,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (AmbDraft) written = amb_drafting_make (connection, 0, "linkedin", "What I saw.", error);
  g_autoptr (AmbDraft) empty = NULL;
  gint64 id;

  g_assert_cmpint (amb_draft_store_find_untouched (connection, 0, NULL, error), ==, 0);
  empty = amb_drafting_make (connection, 0, "linkedin", NULL, error);
  id = amb_record_get_id (AMB_RECORD (empty));
  g_assert_cmpint (amb_draft_store_find_untouched (connection, 0, NULL, error), ==, id);
  g_assert_cmpint (amb_draft_store_find_untouched (connection, 0, "linkedin", error), ==, id);
  g_assert_cmpint (amb_draft_store_find_untouched (connection, 0, "x", error), ==, 0);
  g_assert_cmpint (amb_draft_store_find_untouched (connection, 1, NULL, error), ==, 0);
  g_assert_true (amb_draft_store_discard (connection, id, TRUE, error));
  g_assert_cmpint (amb_draft_store_find_untouched (connection, 0, NULL, error), ==, 0);
  g_assert_no_error (*error);

  return NULL;
}

static void
test_untouched (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  run (test, AMB_ACCESS_WRITE, find_untouched, NULL);
}

static void
test_confirmed (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  run (test, AMB_ACCESS_WRITE, confirm_and_take_back, NULL);
}

static void
test_ahead (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  run (test, AMB_ACCESS_WRITE, share_ahead, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/main-job", test_main_job);
  g_test_add_func ("/services/main-job/confirmed", test_confirmed);
  g_test_add_func ("/services/main-job/untouched", test_untouched);
  g_test_add_func ("/services/main-job/ahead", test_ahead);

  return g_test_run ();
}

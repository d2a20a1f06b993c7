/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-channel-store.h"
#include "amb-draft-session.h"
#include "amb-drafting.h"
#include "amb-gui-test.h"
#include "amb-test-context.h"

#define COPIED "A girl of eight wrote to tell us that the ducklings couldn’t get out of the water."

typedef struct
{
  AmbTestContext  *test;
  AmbDraftSession *session;
  AmbDraft        *draft;
  guint            n_changes;
} Fixture;

static AmbDraft *
create_draft (AmbContext *context)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbDraft *draft;

  amb_drafting_create_async (context, 0, "linkedin", NULL, amb_gui_test_store_result, &result);
  draft = amb_drafting_create_finish (context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return draft;
}

static void
count_change (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  fixture->draft = create_draft (fixture->test->context);
  fixture->session = amb_draft_session_new (fixture->test->context, fixture->draft);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (count_change), fixture);
}

static gboolean
is_saved (gpointer data)
{
  return amb_autosave_get_state (data) == AMB_AUTOSAVE_STATE_SAVED;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_draft_session_flush (fixture->session);
  amb_gui_test_wait (is_saved, amb_draft_session_get_autosave (fixture->session));
  g_object_run_dispose (G_OBJECT (amb_draft_session_get_check (fixture->session)));
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->draft);
  amb_gui_test_settle ();
  amb_test_context_free (fixture->test);
}

static const char *
get_own_text (Fixture    *fixture,
              const char *channel)
{
  return amb_variant_get_text (amb_draft_get_variant (fixture->draft, channel), AMB_VARIANT_TEXT);
}

static void
test_variants (Fixture       *fixture,
               gconstpointer  data)
{
  AmbDraftSession *session = fixture->session;

  amb_draft_session_set_text (session, "For all");
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_DRAFT);
  amb_draft_session_set_channel (session, "linkedin");
  g_assert_cmpstr (amb_draft_session_get_text (session), ==, "For all");
  g_assert_false (amb_draft_session_is_own (session, "linkedin"));

  amb_draft_session_set_text (session, "For LinkedIn");
  g_assert_true (amb_draft_session_is_own (session, "linkedin"));
  g_assert_cmpstr (get_own_text (fixture, "linkedin"), ==, "For LinkedIn");
  g_assert_cmpstr (amb_draft_get_text (fixture->draft, AMB_DRAFT_TEXT), ==, "For all");

  amb_draft_session_set_channel (session, NULL);
  amb_draft_session_set_text (session, "For everybody");
  g_assert_cmpstr (get_own_text (fixture, "linkedin"), ==, "For LinkedIn");

  amb_draft_session_follow (session, "linkedin");
  g_assert_false (amb_draft_session_is_own (session, "linkedin"));
  g_assert_null (get_own_text (fixture, "linkedin"));
  g_assert_cmpstr (amb_draft_get_text_for (fixture->draft, "linkedin"), ==, "For everybody");
}

/* Who writes for one channel only has begun to write all the same. */
static void
test_idea (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_IDEA);

  amb_draft_session_set_channel (fixture->session, "linkedin");
  amb_draft_session_set_text (fixture->session, "For LinkedIn");
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_DRAFT);
}

/* Typing something and taking it back is no text of its own; an empty text is one. */
static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  AmbDraftSession *session = fixture->session;

  amb_draft_session_set_text (session, "For all");
  amb_draft_session_set_channel (session, "linkedin");
  amb_draft_session_set_text (session, "For all!");
  g_assert_true (amb_draft_session_is_own (session, "linkedin"));
  amb_draft_session_set_text (session, "For all");
  g_assert_false (amb_draft_session_is_own (session, "linkedin"));

  amb_draft_session_set_text (session, "");
  g_assert_true (amb_draft_session_is_own (session, "linkedin"));
  g_assert_cmpstr (amb_draft_session_get_text (session), ==, "");
}

static void
test_channels (Fixture       *fixture,
               gconstpointer  data)
{
  AmbDraftSession *session = fixture->session;
  AmbLength length;

  amb_draft_session_add_channel (session, "x");
  amb_draft_session_add_channel (session, "x");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (amb_draft_get_variants (fixture->draft))), ==, 2);

  fixture->n_changes = 0;
  amb_draft_session_set_text (session, "€ 5");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  amb_draft_session_measure (session, "x", &length);
  g_assert_cmpint (length.remaining, ==, 276);
  amb_draft_session_measure (session, "linkedin", &length);
  g_assert_cmpint (length.remaining, ==, 2997);

  amb_draft_session_set_channel (session, "x");
  amb_draft_session_remove_channel (session, "x");
  g_assert_null (amb_draft_session_get_channel (session));
  g_assert_null (amb_draft_get_variant (fixture->draft, "x"));
}

static gpointer
store_channel (AmbConnection  *connection,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  amb_channel_store_save (connection, data, error);

  return NULL;
}

static void
save_channel (Fixture    *fixture,
              const char *id,
              const char *name,
              const char *handle,
              int         limit)
{
  g_autoptr (AmbChannel) channel = amb_channel_new ();
  g_autoptr (GError) error = NULL;

  amb_channel_set_text (channel, AMB_CHANNEL_CHANNEL, id);
  amb_channel_set_text (channel, AMB_CHANNEL_NAME, name);
  amb_channel_set_text (channel, AMB_CHANNEL_HANDLE, handle);
  amb_channel_set_limit (channel, limit);
  amb_database_run (fixture->test->database, AMB_ACCESS_WRITE, store_channel, channel, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
knows_two_channels (gpointer data)
{
  return g_list_model_get_n_items (amb_draft_session_get_own_channels (data)) == 2;
}

static void
test_own_channels (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (AmbDraftSession) session = NULL;
  g_autofree char *name = NULL;
  g_autofree char *instance = NULL;
  AmbLength length;

  save_channel (fixture, "mastodon", NULL, "@jo@example.social", 5000);
  save_channel (fixture, "club", "Rowing club", NULL, 80);
  session = amb_draft_session_new (fixture->test->context, fixture->draft);
  amb_gui_test_wait (knows_two_channels, session);

  amb_draft_session_measure (session, "mastodon", &length);
  g_assert_cmpint (length.limit, ==, 5000);
  amb_draft_session_measure (session, "club", &length);
  g_assert_cmpint (length.remaining, ==, 80);

  name = amb_draft_session_name_channel (session, "club");
  g_assert_cmpstr (name, ==, "Rowing club");
  instance = amb_draft_session_find_instance (session, "mastodon");
  g_assert_cmpstr (instance, ==, "example.social");
  g_assert_null (amb_draft_session_find_instance (session, "club"));
}

static AmbDraft *
load_draft (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbDraft *draft;

  amb_drafting_load_async (fixture->test->context, amb_record_get_id (AMB_RECORD (fixture->draft)), NULL,
                           amb_gui_test_store_result, &result);
  draft = amb_drafting_load_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return draft;
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AmbDraft) stored = NULL;

  amb_draft_session_set_text (fixture->session, "Never lose a word");
  g_assert_false (amb_draft_session_is_saved (fixture->session));
  amb_draft_session_flush (fixture->session);
  amb_gui_test_wait (is_saved, amb_draft_session_get_autosave (fixture->session));
  g_assert_true (amb_draft_session_is_saved (fixture->session));
  stored = load_draft (fixture);
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Never lose a word");
}

static gboolean
shows_theirs (gpointer data)
{
  return g_str_equal (amb_draft_session_get_text (data), "Theirs");
}

/* What somebody else writes shows here, and the next save does not undo it. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  AmbDraftSession *session = fixture->session;
  g_autoptr (AmbDraft) theirs = NULL;
  g_autoptr (AmbDraft) stored = NULL;

  amb_draft_session_set_text (session, "Ours");
  amb_draft_session_set_channel (session, "linkedin");
  amb_gui_test_wait (is_saved, amb_draft_session_get_autosave (session));

  theirs = load_draft (fixture);
  amb_draft_set_text (theirs, AMB_DRAFT_TEXT, "Theirs");
  amb_draft_set_state (theirs, AMB_DRAFT_STATE_SHARED);
  g_list_store_remove_all (amb_draft_get_variants (theirs));
  fixture->n_changes = 0;
  amb_test_context_save_draft (fixture->test, theirs);
  amb_gui_test_wait (shows_theirs, session);
  g_assert_cmpuint (fixture->n_changes, >, 0);
  g_assert_null (amb_draft_session_get_channel (session));
  g_assert_cmpint (amb_draft_get_state (fixture->draft), ==, AMB_DRAFT_STATE_SHARED);

  amb_draft_session_set_text (session, "Theirs and ours");
  amb_gui_test_wait (is_saved, amb_draft_session_get_autosave (session));
  stored = load_draft (fixture);
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Theirs and ours");
  g_assert_cmpint (amb_draft_get_state (stored), ==, AMB_DRAFT_STATE_SHARED);
}

/* What is typed and not stored yet goes before what somebody else wrote. */
static void
test_follow_unsaved (Fixture       *fixture,
                     gconstpointer  data)
{
  AmbDraftSession *session = fixture->session;
  g_autoptr (AmbDraft) theirs = load_draft (fixture);
  g_autoptr (AmbDraft) stored = NULL;

  amb_draft_session_set_text (session, "Ours");
  amb_draft_set_text (theirs, AMB_DRAFT_TEXT, "Theirs");
  amb_test_context_save_draft (fixture->test, theirs);
  g_assert_cmpstr (amb_draft_session_get_text (session), ==, "Ours");

  amb_gui_test_wait (is_saved, amb_draft_session_get_autosave (session));
  stored = load_draft (fixture);
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "Ours");
  g_assert_cmpstr (amb_draft_session_get_text (session), ==, "Ours");
}

static gboolean
is_current (gpointer data)
{
  return amb_live_check_is_current (data);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  AmbLiveCheck *check = amb_draft_session_get_check (fixture->session);
  GArray *passages;
  const AmbCheckPassage *passage;

  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  amb_draft_session_set_text (fixture->session, "Één keer. " COPIED " I was there.");
  g_assert_false (amb_live_check_is_current (check));
  amb_gui_test_wait (is_current, check);

  passages = amb_check_report_get_passages (amb_live_check_get_report (check));
  g_assert_cmpuint (passages->len, ==, 1);
  passage = &g_array_index (passages, AmbCheckPassage, 0);
  g_assert_cmpstr (passage->story_title, ==, "The duck stairs");
  g_assert_cmpuint (passage->range.start, ==, strlen ("Één keer. "));

  amb_draft_session_set_text (fixture->session, "Something else altogether");
  g_assert_false (amb_live_check_is_current (check));
  amb_gui_test_wait (is_current, check);
  g_assert_cmpuint (amb_check_report_get_passages (amb_live_check_get_report (check))->len, ==, 0);
  g_assert_cmpfloat (amb_check_report_get_share (amb_live_check_get_report (check)), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/gui/drafts/session/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("variants", test_variants);
  ADD ("idea", test_idea);
  ADD ("taken-back", test_taken_back);
  ADD ("channels", test_channels);
  ADD ("own-channels", test_own_channels);
  ADD ("saved", test_saved);
  ADD ("follow", test_follow);
  ADD ("follow-unsaved", test_follow_unsaved);
  ADD ("check", test_check);

  return g_test_run ();
}

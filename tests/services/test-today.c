/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-drafting.h"
#include "amb-library.h"
#include "amb-profile-store.h"
#include "amb-test-context.h"
#include "amb-today.h"

#define N_STORIES 300

static void
add_story (AmbConnection *connection,
           const char    *title,
           const char    *theme)
{
  g_autoptr (AmbStory) story = amb_story_new ();
  g_autoptr (AmbStory) stored = NULL;
  g_autoptr (GError) error = NULL;

  amb_story_set_text (story, AMB_STORY_TITLE, title);
  amb_story_set_text (story, AMB_STORY_MESSAGE, "The message");
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "en");
  amb_story_set_cleared (story, TRUE);
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, theme);
  stored = amb_library_add_story (connection, story, &error);
  g_assert_no_error (error);
}

static gpointer
fill (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  static const char * const themes[] = { "nights", NULL };
  g_autoptr (AmbProfile) profile = amb_profile_new ();

  amb_profile_set_list (profile, "themes", NULL, themes);
  g_assert_true (amb_profile_store_save (connection, profile, FALSE, error));

  add_story (connection, "The oldest", "Nights");
  for (guint i = 0; i < N_STORIES; i++)
    add_story (connection, "A newer one", "Money");

  return NULL;
}

/* One of the stories is being told already. */
static gpointer
draft_oldest (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  AmbStory *story = data;
  g_autoptr (AmbDraft) draft = amb_drafting_make (connection, amb_record_get_id (AMB_RECORD (story)), NULL, "So far", error);

  g_assert_no_error (*error);

  return NULL;
}

static gpointer
make (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  return amb_today_make (connection, error);
}

static AmbToday *
make_today (AmbTestContext *test)
{
  g_autoptr (GError) error = NULL;
  AmbToday *today = amb_database_run (test->database, AMB_ACCESS_READ, make, NULL, NULL, &error);

  g_assert_no_error (error);

  return today;
}

static gboolean
has_stories (AmbToday *today)
{
  gboolean has;

  g_object_get (today, "has-stories", &has, NULL);

  return has;
}

/* A story about one's theme fits, however many came after it. */
static void
test_suggestions (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GListModel) suggestions = NULL;
  g_autoptr (AmbSuggestion) first = NULL;
  g_autoptr (AmbSuggestion) second = NULL;
  g_autoptr (AmbToday) today = NULL;
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  today = make_today (test);
  g_object_get (today, "suggestions", &suggestions, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (suggestions), ==, 3);

  first = g_list_model_get_item (suggestions, 0);
  second = g_list_model_get_item (suggestions, 1);
  g_assert_cmpstr (amb_story_get_text (amb_suggestion_get_story (first), AMB_STORY_TITLE), ==, "The oldest");
  g_assert_cmpstr (amb_story_get_text (amb_suggestion_get_story (second), AMB_STORY_TITLE), ==, "A newer one");
}

/* What is in a draft is not suggested once more, and the day says that it is there. */
static void
test_drafted (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GListModel) suggestions = NULL;
  g_autoptr (GListModel) others = NULL;
  g_autoptr (AmbSuggestion) first = NULL;
  g_autoptr (AmbSuggestion) other = NULL;
  g_autoptr (AmbToday) before = NULL;
  g_autoptr (AmbToday) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_drafts;

  amb_database_run (test->database, AMB_ACCESS_WRITE, fill, NULL, NULL, &error);
  before = make_today (test);
  g_object_get (before, "suggestions", &suggestions, NULL);
  first = g_list_model_get_item (suggestions, 0);
  amb_database_run (test->database, AMB_ACCESS_WRITE, draft_oldest, amb_suggestion_get_story (first), NULL, &error);
  g_assert_no_error (error);

  after = make_today (test);
  g_object_get (after, "suggestions", &others, "n-drafts", &n_drafts, NULL);
  other = g_list_model_get_item (others, 0);
  g_assert_cmpstr (amb_story_get_text (amb_suggestion_get_story (other), AMB_STORY_TITLE), ==, "A newer one");
  g_assert_cmpuint (n_drafts, ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbToday) today = make_today (test);
  static const char * const lists[] = { "due", "unconfirmed", "follow-ups", "suggestions", "running-out" };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GListModel) list = NULL;

      g_object_get (today, lists[i], &list, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
    }
  g_assert_false (has_stories (today));
}

static gpointer
add_expired (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr (AmbStory) story = amb_story_new ();
  g_autoptr (AmbStory) stored = NULL;

  amb_story_set_text (story, AMB_STORY_TITLE, "Over");
  amb_story_set_text (story, AMB_STORY_MESSAGE, "The message");
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "en");
  amb_story_set_cleared (story, TRUE);
  amb_story_set_usable_until (story, amb_connection_get_now (connection) - 1);
  stored = amb_library_add_story (connection, story, error);
  g_assert_nonnull (stored);

  return NULL;
}

/* Who has stories that cannot be told now has stories all the same. */
static void
test_unusable (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbToday) today = NULL;
  g_autoptr (GListModel) suggestions = NULL;
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, add_expired, NULL, NULL, &error);
  g_assert_no_error (error);
  today = make_today (test);
  g_object_get (today, "suggestions", &suggestions, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (suggestions), ==, 0);
  g_assert_true (has_stories (today));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/today/suggestions", test_suggestions);
  g_test_add_func ("/services/today/drafted", test_drafted);
  g_test_add_func ("/services/today/nothing", test_nothing);
  g_test_add_func ("/services/today/unusable", test_unusable);

  return g_test_run ();
}

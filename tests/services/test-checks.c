/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-checker.h"
#include "amb-library.h"
#include "amb-profile-store.h"
#include "amb-setting-store.h"
#include "amb-test-context.h"
#include "amb-time.h"

/* What a check is given: a draft, the stories it is about, and the person. */
typedef struct
{
  AmbDraft       *draft;
  AmbProfile     *profile;
  GPtrArray      *stories;
  const char     *disabled;
  const char     *preferred;
  AmbCheckReport *report;
} Check;

static void
check_init (Check      *check,
            const char *text)
{
  memset (check, 0, sizeof *check);
  check->draft = amb_draft_new ();
  check->profile = amb_profile_new ();
  check->stories = g_ptr_array_new_with_free_func (g_object_unref);
  amb_draft_set_text (check->draft, AMB_DRAFT_TEXT, text);
  amb_draft_set_text (check->draft, AMB_DRAFT_LANGUAGE, "en");
}

static void
check_clear (Check *check)
{
  g_object_unref (check->draft);
  g_object_unref (check->profile);
  g_ptr_array_unref (check->stories);
  amb_check_report_unref (check->report);
}

static AmbStory *
add_story (Check      *check,
           const char *message)
{
  AmbStory *story = amb_story_new ();

  amb_story_set_text (story, AMB_STORY_TITLE, "The title");
  amb_story_set_text (story, AMB_STORY_MESSAGE, message);
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "en");
  amb_story_set_cleared (story, TRUE);
  g_ptr_array_add (check->stories, story);

  return story;
}

static gpointer
run (AmbConnection  *connection,
     gpointer        data,
     GCancellable   *cancellable,
     GError        **error)
{
  Check *check = data;

  for (guint i = 0; i < check->stories->len; i++)
    {
      g_autoptr (AmbStory) stored = amb_library_add_story (connection, g_ptr_array_index (check->stories, i), error);

      g_assert_no_error (*error);
      amb_draft_add_story (check->draft, amb_record_get_id (AMB_RECORD (stored)), 1);
    }
  g_assert_true (amb_profile_store_save (connection, check->profile, FALSE, error));
  g_assert_true (amb_setting_store_set (connection, "disabled-checks", check->disabled, error));
  g_assert_true (amb_setting_store_set (connection, "check-language", check->preferred, error));
  check->report = amb_checker_check (connection, check->draft, NULL, NULL, error);

  return NULL;
}

static void
check_run (Check *check)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, run, check, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (check->report);
}

/* How many issues a check found; the last of them. */
static guint
count_issues (Check                *check,
              const char           *id,
              const AmbCheckIssue **last)
{
  GArray *issues = amb_check_report_get_issues (check->report);
  guint n_found = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const AmbCheckIssue *issue = &g_array_index (issues, AmbCheckIssue, i);

      if (!g_str_equal (issue->id, id))
        continue;
      n_found++;
      if (last != NULL)
        *last = issue;
    }

  return n_found;
}

static void
assert_disclosure (const char *organisation,
                   const char *phrase,
                   const char *text,
                   guint       expected)
{
  Check check;

  check_init (&check, text);
  amb_profile_set_text (check.profile, "organisation", NULL, organisation);
  amb_profile_set_text (check.profile, "disclosure", "en", phrase);
  check_run (&check);
  g_test_message ("%s: %s", organisation, text);
  g_assert_cmpuint (count_issues (&check, "disclosure", NULL), ==, expected);
  check_clear (&check);
}

static void
test_disclosure (void)
{
  assert_disclosure ("Zonneveld", NULL, "We walked the ward.", 1);
  assert_disclosure ("Zonneveld", NULL, "At ZONNEVELD we walked the ward.", 0);
  assert_disclosure ("Zonneveld", NULL, "We walked the ward. #WorkingAtZonneveld", 0);
  assert_disclosure ("Zonneveld", "I work as a nurse", "I work as a nurse, at night.", 0);
  assert_disclosure (NULL, "I work as a nurse\nat Zonneveld\n", "I work as a nurse  at Zonneveld, at night.", 0);
  assert_disclosure (NULL, "I work as a nurse", "At night.", 1);
  assert_disclosure (NULL, NULL, "At night.", 0);
  /* A short name is part of many words. */
  assert_disclosure ("ING", NULL, "During the training we were meeting customers.", 1);
  assert_disclosure ("ING", NULL, "I work at ING. During the training we met.", 0);
  assert_disclosure ("ING", NULL, "#ING", 0);
}

/* The phrase that is proposed to a draft in a language, when the person wrote three and prefers Dutch. */
static void
assert_phrase (const char *language,
               const char *expected)
{
  const AmbCheckIssue *last = NULL;
  Check check;

  check_init (&check, "At night.");
  check.preferred = "nl";
  amb_draft_set_text (check.draft, AMB_DRAFT_LANGUAGE, language);
  amb_profile_set_text (check.profile, "disclosure", "de", "Ich arbeite dort");
  amb_profile_set_text (check.profile, "disclosure", "en", "I work there");
  amb_profile_set_text (check.profile, "disclosure", "nl", "Ik werk daar");
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "disclosure", &last), ==, 1);
  if (strstr (last->message, expected) == NULL)
    g_error ("“%s” is not in: %s", expected, last->message);
  check_clear (&check);
}

/* A draft knows its own language; what the person prefers is for one that has none. */
static void
test_language (void)
{
  assert_phrase ("en", "I work there");
  assert_phrase (NULL, "Ik werk daar");
  assert_phrase ("en-GB", "I work there");
  assert_phrase ("nl-NL", "Ik werk daar");
  assert_phrase ("fr", "Ich arbeite dort");
}

static void
test_boundaries (void)
{
  static const char * const words[] = { "“world class”", "synergy", NULL };
  static const char * const subjects[] = { "the \"merger\" of 2024", NULL };
  const AmbCheckIssue *last = NULL;
  Check check;

  check_init (&check, "In the world of a class there is no Sýnergy, and the merger is not of 2024.");
  amb_profile_set_list (check.profile, "avoid-words", NULL, words);
  amb_profile_set_list (check.profile, "boundaries", NULL, subjects);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "boundaries", &last), ==, 1);
  g_assert_cmpint (last->range.end - last->range.start, ==, strlen ("Sýnergy"));
  check_clear (&check);

  check_init (&check, "World-class, as they say. Ask me about the “merger” of 2024.");
  amb_profile_set_list (check.profile, "avoid-words", NULL, words);
  amb_profile_set_list (check.profile, "boundaries", NULL, subjects);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "boundaries", &last), ==, 2);
  check_clear (&check);
}

static void
test_validity (void)
{
  Check check;

  check_init (&check, "What I saw.");
  add_story (&check, "Good");
  amb_story_set_status (add_story (&check, "Withdrawn"), AMB_STORY_STATUS_WITHDRAWN);
  amb_story_set_cleared (add_story (&check, "Not cleared"), FALSE);
  amb_story_set_usable_from (add_story (&check, "Too early"), AMB_TEST_NOW + 1);
  amb_story_set_usable_until (add_story (&check, "Too late"), AMB_TEST_NOW);
  amb_story_set_usable_from (add_story (&check, "From now"), AMB_TEST_NOW);
  amb_story_set_usable_until (add_story (&check, "Until now"), AMB_TEST_NOW + 1);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "validity", NULL), ==, 4);
  check_clear (&check);
}

/* A draft can be about a story that is gone: there is enough to say of it all the same. */
static void
test_gone (void)
{
  Check check;

  check_init (&check, "What I saw.");
  amb_draft_add_story (check.draft, 4711, 1);
  amb_story_set_cleared (add_story (&check, "Not cleared"), FALSE);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "validity", NULL), ==, 1);
  check_clear (&check);
}

static void
test_prompts (void)
{
  const char *text = "Before. When did you last sit with somebody? After.";
  const AmbCheckIssue *last = NULL;
  AmbStoryPart *prompt;
  Check check;

  check_init (&check, text);
  prompt = amb_story_part_new (AMB_STORY_PART_PROMPT);
  amb_record_set_text (AMB_RECORD (prompt), AMB_STORY_PART_TEXT, "When did you last sit with somebody?");
  amb_story_add_part (add_story (&check, "A message"), prompt);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "prompts", &last), ==, 1);
  g_assert_cmpuint (last->range.start, ==, strlen ("Before. "));
  g_assert_cmpuint (last->range.end, ==, strlen (text) - strlen (" After."));
  check_clear (&check);
}

/* A question that waits is that, and no copied words: also where another story holds the same ones. */
static void
test_prompt_is_not_copied (void)
{
  const char *question = "When did you last sit with somebody who could not sleep?";
  AmbStoryPart *prompt;
  Check check;

  check_init (&check, question);
  prompt = amb_story_part_new (AMB_STORY_PART_PROMPT);
  amb_record_set_text (AMB_RECORD (prompt), AMB_STORY_PART_TEXT, question);
  amb_story_add_part (add_story (&check, "A message"), prompt);
  add_story (&check, question);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "prompts", NULL), ==, 1);
  g_assert_cmpuint (count_issues (&check, "own-words", NULL), ==, 0);
  g_assert_cmpuint (amb_check_report_get_passages (check.report)->len, ==, 0);
  g_assert_cmpuint (amb_check_report_get_words (check.report), ==, 0);
  check_clear (&check);
}

/* What is said of the whole text leads to a place, or brings the words that mend it. */
static void
test_way_out (void)
{
  const char *message = "At night one nurse and one volunteer walk the ward together, and nobody lies awake alone.";
  const AmbCheckIssue *last = NULL;
  Check check;

  check_init (&check, message);
  add_story (&check, message);
  amb_profile_set_text (check.profile, "disclosure", "en", "I am a nurse at Zonneveld");
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "own-words", &last), ==, 2);
  g_assert_cmpuint (last->range.end, >, last->range.start);
  g_assert_cmpuint (count_issues (&check, "disclosure", &last), ==, 1);
  g_assert_cmpstr (last->offer, ==, "I am a nurse at Zonneveld");
  check_clear (&check);
}

static void
test_own_words (void)
{
  const char *message = "At night one nurse and one volunteer walk the ward together, and nobody lies awake alone.";
  const AmbCheckPassage *passage;
  Check check;

  check_init (&check, message);
  add_story (&check, message);
  check_run (&check);
  g_assert_cmpfloat (amb_check_report_get_share (check.report), <, 0.2);
  g_assert_cmpuint (count_issues (&check, "own-words", NULL), ==, 2);
  passage = &g_array_index (amb_check_report_get_passages (check.report), AmbCheckPassage, 0);
  g_assert_cmpstr (passage->story_title, ==, "The title");
  check_clear (&check);
}

static void
test_length (void)
{
  g_autofree char *text = g_strnfill (281, 'x');
  g_autoptr (AmbVariant) variant = amb_variant_new ();
  Check check;

  check_init (&check, text);
  amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, "x");
  g_list_store_append (amb_draft_get_variants (check.draft), variant);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "length", NULL), ==, 1);
  check_clear (&check);
}

static void
test_switched_off (void)
{
  Check check;

  check_init (&check, "What I saw.");
  check.disabled = "length validity";
  amb_profile_set_text (check.profile, "organisation", NULL, "Zonneveld");
  amb_story_set_cleared (add_story (&check, "Not cleared"), FALSE);
  check_run (&check);
  g_assert_cmpuint (count_issues (&check, "validity", NULL), ==, 0);
  g_assert_cmpuint (count_issues (&check, "disclosure", NULL), ==, 1);
  check_clear (&check);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/checks/disclosure", test_disclosure);
  g_test_add_func ("/services/checks/language", test_language);
  g_test_add_func ("/services/checks/boundaries", test_boundaries);
  g_test_add_func ("/services/checks/validity", test_validity);
  g_test_add_func ("/services/checks/gone", test_gone);
  g_test_add_func ("/services/checks/prompts", test_prompts);
  g_test_add_func ("/services/checks/prompt-is-not-copied", test_prompt_is_not_copied);
  g_test_add_func ("/services/checks/way-out", test_way_out);
  g_test_add_func ("/services/checks/own-words", test_own_words);
  g_test_add_func ("/services/checks/length", test_length);
  g_test_add_func ("/services/checks/switched-off", test_switched_off);

  return g_test_run ();
}

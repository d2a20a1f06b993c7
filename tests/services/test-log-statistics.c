/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-entry-store.h"
#include "amb-library.h"
#include "amb-log-statistics.h"
#include "amb-test-context.h"
#include "amb-time.h"

#define MINUTE (60 * G_GINT64_CONSTANT (1000))

typedef struct
{
  AmbLogGrouping  grouping;
  gint64          since;
  gint64          until;
  GPtrArray      *statistics;
} Question;

static gpointer
save_entry (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_assert_true (amb_entry_store_save (connection, data, error));

  return NULL;
}

static gpointer
make_statistics (AmbConnection  *connection,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  Question *question = data;

  question->statistics = amb_log_statistics_make (connection, question->grouping, question->since, question->until, error);

  return NULL;
}

static GPtrArray *
count_period (AmbTestContext *test,
              AmbLogGrouping  grouping,
              gint64          since,
              gint64          until)
{
  g_autoptr (GError) error = NULL;
  Question question = { grouping, since, until, NULL };

  amb_database_run (test->database, AMB_ACCESS_READ, make_statistics, &question, NULL, &error);
  g_assert_no_error (error);

  return question.statistics;
}

static GPtrArray *
count (AmbTestContext *test,
       AmbLogGrouping  grouping)
{
  return count_period (test, grouping, AMB_TIME_UNSET, AMB_TIME_UNSET);
}

static const AmbLogStatistic *
find (GPtrArray  *statistics,
      const char *key)
{
  for (guint i = 0; i < statistics->len; i++)
    {
      const AmbLogStatistic *statistic = g_ptr_array_index (statistics, i);

      if (g_str_equal (statistic->key, key))
        return statistic;
    }
  g_error ("There is no group “%s”.", key);
}

static AmbEntry *
make_entry (gint64 at)
{
  AmbEntry *entry = amb_entry_new ();

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_POST);
  amb_entry_set_at (entry, at);
  amb_entry_set_confirmed (entry, TRUE);

  return entry;
}

static void
save (AmbTestContext *test,
      AmbEntry       *entry)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, save_entry, entry, NULL, &error);
  g_assert_no_error (error);
}

static void
add_at (AmbTestContext *test,
        const char     *moment,
        int             zone_offset)
{
  g_autoptr (AmbEntry) entry = make_entry (amb_time_from_iso8601 (moment, NULL));

  amb_entry_set_zone_offset (entry, zone_offset);
  save (test, entry);
}

static void
assert_keys (AmbTestContext *test,
             AmbLogGrouping  grouping,
             const char     *expected)
{
  g_autoptr (GPtrArray) statistics = count (test, grouping);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < statistics->len; i++)
    {
      const AmbLogStatistic *statistic = g_ptr_array_index (statistics, i);

      g_string_append_printf (keys, "%s%s:%d", i == 0 ? "" : " ", statistic->key, (int) statistic->n_entries);
    }
  g_assert_cmpstr (keys->str, ==, expected);
}

/* A day is one of the clock where it happened, a week that of ISO 8601: the year of both can be another. */
static void
test_periods (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();

  add_at (test, "2026-12-31T23:30:00Z", 60);
  add_at (test, "2026-12-31T23:45:00Z", 60);
  add_at (test, "2026-12-31T23:30:00Z", 0);
  add_at (test, "2027-01-01T00:30:00Z", -60);
  add_at (test, "2027-01-04T12:00:00Z", 0);

  assert_keys (test, AMB_LOG_BY_DAY, "2026-12-31:2 2027-01-01:2 2027-01-04:1");
  assert_keys (test, AMB_LOG_BY_WEEK, "2026-W53:4 2027-W01:1");
  assert_keys (test, AMB_LOG_BY_MONTH, "2026-12:2 2027-01:3");
  assert_keys (test, AMB_LOG_BY_YEAR, "2026:2 2027:3");
}

static void
add_figures (AmbTestContext *test,
             const char     *channel,
             double          own_words,
             gint64          views)
{
  g_autoptr (AmbEntry) entry = make_entry (AMB_TEST_NOW);
  AmbResult older = { AMB_TEST_NOW, 1, -1, -1, -1, -1 };
  AmbResult newer = { AMB_TEST_NOW + 1, views, -1, -1, -1, -1 };
  AmbResult silent = { AMB_TEST_NOW + 2, -1, 7, -1, -1, -1 };

  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, channel);
  amb_entry_set_online (entry, channel != NULL);
  amb_entry_set_own_words (entry, own_words);
  if (views >= 0)
    {
      amb_entry_add_result (entry, &newer);
      amb_entry_add_result (entry, &older);
      amb_entry_add_result (entry, &silent);
    }
  save (test, entry);
}

/* What is not known is no zero: a median is of those that are known, by the newest result that tells. */
static void
test_medians (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GPtrArray) statistics = NULL;
  const AmbLogStatistic *linkedin;
  const AmbLogStatistic *none;

  add_figures (test, "linkedin", 0.5, 100);
  add_figures (test, "linkedin", -1.0, 10);
  add_figures (test, "linkedin", 1.0, -1);
  add_figures (test, "linkedin", 0.9, 1000);
  add_figures (test, "LinkedIn", -1.0, 40);
  add_figures (test, NULL, -1.0, -1);

  statistics = count (test, AMB_LOG_BY_CHANNEL);
  g_assert_cmpuint (statistics->len, ==, 2);
  linkedin = g_ptr_array_index (statistics, 1);
  g_assert_cmpint (linkedin->n_entries, ==, 5);
  g_assert_cmpint (linkedin->n_online, ==, 5);
  g_assert_cmpint (linkedin->n_views, ==, 4);
  g_assert_cmpfloat (linkedin->views_median, ==, 70.0);
  g_assert_cmpint (linkedin->n_own_words, ==, 3);
  g_assert_cmpfloat (linkedin->own_words_median, ==, 0.9);

  none = find (statistics, "");
  g_assert_cmpint (none->n_entries, ==, 1);
  g_assert_cmpint (none->n_online, ==, 0);
  g_assert_cmpint (none->n_views, ==, 0);
  g_assert_cmpint (none->n_own_words, ==, 0);
}

static gpointer
add_story (AmbConnection  *connection,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  return amb_library_add_story (connection, data, error);
}

static gint64
store_story (AmbTestContext *test,
             const char     *theme,
             const char     *audience)
{
  g_autoptr (AmbStory) story = amb_story_new ();
  g_autoptr (AmbRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  amb_story_set_text (story, AMB_STORY_TITLE, "The title");
  amb_story_set_text (story, AMB_STORY_MESSAGE, "The message");
  amb_story_set_text (story, AMB_STORY_LANGUAGE, "en");
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, theme);
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "Everywhere");
  amb_story_add_label (story, AMB_STORY_LABEL_AUDIENCE, audience);
  stored = amb_database_run (test->database, AMB_ACCESS_WRITE, add_story, story, NULL, &error);
  g_assert_no_error (error);

  return amb_record_get_id (stored);
}

/* An entry counts once in each theme of its stories; whom it was for is what the entry says, else its stories. */
static void
test_labels (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  gint64 water = store_story (test, "Water", "Neighbours");
  gint64 air = store_story (test, "Air", "Students");
  g_autoptr (AmbEntry) both = make_entry (AMB_TEST_NOW);
  g_autoptr (AmbEntry) named = make_entry (AMB_TEST_NOW);
  g_autoptr (AmbEntry) plain = make_entry (AMB_TEST_NOW);

  amb_entry_add_story (both, water, 1);
  amb_entry_add_story (both, air, 1);
  amb_entry_add_story (named, air, 1);
  amb_entry_set_text (named, AMB_ENTRY_AUDIENCE, "Colleagues");
  save (test, both);
  save (test, named);
  save (test, plain);

  assert_keys (test, AMB_LOG_BY_THEME, ":1 Air:2 Everywhere:2 Water:1");
  assert_keys (test, AMB_LOG_BY_AUDIENCE, ":1 Colleagues:1 Neighbours:1 Students:1");
}

static void
test_what_counts (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbEntry) talk = make_entry (AMB_TEST_NOW);
  g_autoptr (AmbEntry) unconfirmed = make_entry (AMB_TEST_NOW);
  g_autoptr (AmbEntry) later = make_entry (AMB_TEST_NOW + MINUTE);
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  g_autoptr (GPtrArray) minute = NULL;
  g_autoptr (GPtrArray) none = NULL;

  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "They are honest");
  amb_entry_set_kind (talk, AMB_ENTRY_KIND_CONVERSATION);
  g_list_store_append (amb_entry_get_heard (talk), heard);
  amb_entry_set_confirmed (unconfirmed, FALSE);
  save (test, talk);
  save (test, unconfirmed);
  save (test, later);

  assert_keys (test, AMB_LOG_BY_KIND, "conversation:1 post:1");
  /* The first moment counts, the last does not. */
  minute = count_period (test, AMB_LOG_BY_KIND, AMB_TEST_NOW, AMB_TEST_NOW + MINUTE);
  g_assert_cmpuint (minute->len, ==, 1);
  g_assert_cmpint (find (minute, "conversation")->n_heard, ==, 1);
  none = count_period (test, AMB_LOG_BY_KIND, AMB_TEST_NOW + 1, AMB_TEST_NOW + MINUTE);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_nicks (void)
{
  AmbLogGrouping grouping;

  for (guint i = 0; i < AMB_LOG_N_GROUPINGS; i++)
    {
      g_assert_true (amb_log_grouping_from_nick (amb_log_grouping_get_nick (i), &grouping));
      g_assert_cmpuint (grouping, ==, i);
    }
  g_assert_false (amb_log_grouping_from_nick ("decade", &grouping));
  g_assert_false (amb_log_grouping_from_nick (NULL, &grouping));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/log-statistics/periods", test_periods);
  g_test_add_func ("/services/log-statistics/medians", test_medians);
  g_test_add_func ("/services/log-statistics/labels", test_labels);
  g_test_add_func ("/services/log-statistics/what-counts", test_what_counts);
  g_test_add_func ("/services/log-statistics/nicks", test_nicks);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-time.h"
#include "amb-today-item.h"

#define HOUR (60 * 60 * G_GINT64_CONSTANT (1000))

static void
test_draft (void)
{
  g_autoptr (AmbDraft) draft = amb_draft_new ();
  g_autoptr (AmbTodayItem) item = NULL;
  g_autoptr (AmbTodayItem) late = NULL;
  g_autoptr (AmbTodayItem) empty = NULL;

  amb_record_set_id (AMB_RECORD (draft), 7);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "\n  \nA night on the ward\nSecond line");
  amb_draft_set_planned_at (draft, AMB_TEST_NOW + 2 * HOUR);
  item = amb_today_item_new_for_draft (draft, AMB_TEST_NOW);
  g_assert_cmpint (amb_today_item_get_id (item), ==, 7);
  g_assert_cmpstr (amb_today_item_get_title (item), ==, "A night on the ward");
  g_assert_cmpstr (amb_today_item_get_subtitle (item), ==, "Planned for today at 16:02");

  /* Less than a day ago, and yet not today: a time alone would be one that is still to come. */
  amb_draft_set_planned_at (draft, AMB_TEST_NOW - 16 * HOUR);
  late = amb_today_item_new_for_draft (draft, AMB_TEST_NOW);
  g_assert_cmpstr (amb_today_item_get_subtitle (late), ==, "Planned for 22 November");

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, NULL);
  amb_draft_set_planned_at (draft, AMB_TEST_NOW - 3 * AMB_TIME_DAY);
  empty = amb_today_item_new_for_draft (draft, AMB_TEST_NOW);
  g_assert_cmpstr (amb_today_item_get_title (empty), ==, "Draft without words");
  g_assert_cmpstr (amb_today_item_get_subtitle (empty), ==, "Planned for 20 November");
}

static void
test_unconfirmed (void)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbTodayItem) item = NULL;

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_POST);
  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, "linkedin");
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "Proud of my team\nToday …");
  amb_entry_set_at (entry, AMB_TEST_NOW - 2 * HOUR);
  item = amb_today_item_new_for_unconfirmed (entry, AMB_TEST_NOW);
  g_assert_cmpstr (amb_today_item_get_title (item), ==, "Proud of my team");
  g_assert_cmpstr (amb_today_item_get_subtitle (item), ==, "LinkedIn, opened 2 hours ago");
}

/* What another program wrote may be anything, even nothing. */
static void
test_unconfirmed_empty (void)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbTodayItem) item = NULL;

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_POST);
  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, "my-own-newsletter");
  amb_entry_set_at (entry, AMB_TEST_NOW);
  item = amb_today_item_new_for_unconfirmed (entry, AMB_TEST_NOW);
  g_assert_cmpstr (amb_today_item_get_title (item), ==, "Post");
  g_assert_cmpstr (amb_today_item_get_subtitle (item), ==, "my-own-newsletter, opened just now");
}

static void
test_follow_up (void)
{
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbTodayItem) item = NULL;

  amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_text (entry, AMB_ENTRY_FOLLOW_UP, "Send the leaflet");
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "a general practitioner");
  amb_entry_set_at (entry, AMB_TEST_NOW - 7 * AMB_TIME_DAY);
  item = amb_today_item_new_for_follow_up (entry, AMB_TEST_NOW);
  g_assert_cmpstr (amb_today_item_get_title (item), ==, "Send the leaflet");
  g_assert_cmpstr (amb_today_item_get_subtitle (item), ==, "a general practitioner, 16 November");
}

static AmbTodayItem *
make_item (gint64      id,
           const char *title)
{
  g_autoptr (AmbStory) story = amb_story_new ();

  amb_record_set_id (AMB_RECORD (story), id);
  amb_story_set_text (story, AMB_STORY_TITLE, title);
  amb_story_set_usable_until (story, AMB_TEST_NOW);

  return amb_today_item_new_for_running_out (story, AMB_TEST_NOW);
}

typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint times;
} Change;

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Change     *change)
{
  *change = (Change) { position, removed, added, change->times + 1 };
}

static void
assert_update (GListStore    *shown,
               const char    *titles,
               const Change  *expected)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (titles, " ", -1);
  Change change = { 0 };
  gulong handler;

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    g_ptr_array_add (wanted, make_item (parts[i][0], parts[i]));

  handler = g_signal_connect (shown, "items-changed", G_CALLBACK (items_changed_cb), &change);
  amb_today_item_update_list (shown, wanted);
  g_signal_handler_disconnect (shown, handler);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, wanted->len);
  g_assert_cmpmem (&change, sizeof change, expected, sizeof *expected);
}

/* A row that stays keeps its widget. */
static void
test_update (void)
{
  g_autoptr (GListStore) shown = g_list_store_new (AMB_TYPE_TODAY_ITEM);

  assert_update (shown, "a b c", &(Change) { 0, 0, 3, 1 });
  assert_update (shown, "a b c", &(Change) { 0, 0, 0, 0 });
  assert_update (shown, "a c", &(Change) { 1, 1, 0, 1 });
  assert_update (shown, "a x c", &(Change) { 1, 0, 1, 1 });
  assert_update (shown, "a xy c", &(Change) { 1, 1, 1, 1 });
  assert_update (shown, "", &(Change) { 0, 3, 0, 1 });
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/today-item/draft", test_draft);
  g_test_add_func ("/today-item/unconfirmed", test_unconfirmed);
  g_test_add_func ("/today-item/unconfirmed/empty", test_unconfirmed_empty);
  g_test_add_func ("/today-item/follow-up", test_follow_up);
  g_test_add_func ("/today-item/update", test_update);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-draft.h"

static AmbDraft *
make_draft (void)
{
  AmbDraft *draft = amb_draft_new ();
  g_autoptr (AmbVariant) following = amb_variant_new ();
  g_autoptr (AmbVariant) own = amb_variant_new ();

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "master");
  amb_variant_set_text (following, AMB_VARIANT_CHANNEL, "linkedin");
  amb_variant_set_text (own, AMB_VARIANT_CHANNEL, "x");
  amb_variant_set_text (own, AMB_VARIANT_TEXT, "short");
  amb_variant_set_follows (own, FALSE);
  g_list_store_append (amb_draft_get_variants (draft), following);
  g_list_store_append (amb_draft_get_variants (draft), own);
  amb_draft_add_story (draft, 7, 2);

  return draft;
}

static void
test_text_for (void)
{
  g_autoptr (AmbDraft) draft = make_draft ();

  g_assert_cmpstr (amb_draft_get_text_for (draft, "linkedin"), ==, "master");
  g_assert_cmpstr (amb_draft_get_text_for (draft, "x"), ==, "short");
  g_assert_cmpstr (amb_draft_get_text_for (draft, "mastodon"), ==, "master");
  g_assert_null (amb_draft_get_variant (draft, "mastodon"));

  /* Who made it empty wants it empty: it does not follow again. */
  amb_variant_set_text (amb_draft_get_variant (draft, "x"), AMB_VARIANT_TEXT, "");
  g_assert_cmpstr (amb_draft_get_text_for (draft, "x"), ==, "");
}

static void
test_stories (void)
{
  g_autoptr (AmbDraft) draft = make_draft ();
  GArray *stories = amb_draft_get_stories (draft);

  amb_draft_add_story (draft, 8, 1);
  amb_draft_add_story (draft, 7, 3);
  amb_draft_add_story (draft, 7, 1);
  g_assert_cmpuint (stories->len, ==, 2);
  g_assert_cmpint (g_array_index (stories, AmbStoryUse, 0).story_id, ==, 7);
  g_assert_cmpint (g_array_index (stories, AmbStoryUse, 0).version, ==, 3);
  g_assert_cmpint (g_array_index (stories, AmbStoryUse, 1).story_id, ==, 8);
}

/* A copy for another thread shares nothing with what is being typed. */
static void
test_assign (void)
{
  g_autoptr (AmbDraft) draft = make_draft ();
  g_autoptr (AmbDraft) copy = amb_draft_new ();

  amb_draft_set_planned_at (draft, 1000);
  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (draft));
  amb_variant_set_text (amb_draft_get_variant (draft, "x"), AMB_VARIANT_TEXT, "shorter");
  amb_draft_add_story (draft, 9, 1);

  g_assert_cmpint (amb_draft_get_planned_at (copy), ==, 1000);
  g_assert_cmpstr (amb_draft_get_text_for (copy, "x"), ==, "short");
  g_assert_cmpuint (amb_draft_get_stories (copy)->len, ==, 1);
}

static void
test_assign_self (void)
{
  g_autoptr (AmbDraft) draft = make_draft ();

  amb_record_assign (AMB_RECORD (draft), AMB_RECORD (draft));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (amb_draft_get_variants (draft))), ==, 2);
  g_assert_cmpstr (amb_draft_get_text_for (draft, "x"), ==, "short");
  g_assert_cmpuint (amb_draft_get_stories (draft)->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/text-for", test_text_for);
  g_test_add_func ("/draft/stories", test_stories);
  g_test_add_func ("/draft/assign", test_assign);
  g_test_add_func ("/draft/assign-self", test_assign_self);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-library.h"
#include "amb-test-context.h"

#define DUTCH "data/packs/zonneveld-nl.storypack.xml"
#define ENGLISH "data/packs/zonneveld-en.storypack.xml"

typedef struct
{
  GAsyncResult *result;
  gboolean      is_done;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->result = g_object_ref (result);
  answer->is_done = TRUE;
}

static GPtrArray *
finish_list (AmbTestContext *test,
             Answer         *answer)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *counts;

  amb_test_context_iterate_until (&answer->is_done);
  counts = amb_library_list_labels_finish (test->context, answer->result, &error);
  g_assert_no_error (error);
  g_clear_object (&answer->result);

  return counts;
}

static GPtrArray *
list_languages (AmbTestContext *test)
{
  Answer answer = { 0 };

  amb_library_list_languages_async (test->context, NULL, answer_cb, &answer);

  return finish_list (test, &answer);
}

static void
test_languages (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GPtrArray) none = list_languages (test);
  g_autoptr (GPtrArray) two = NULL;
  const AmbLabelCount *first, *second;

  g_assert_cmpuint (none->len, ==, 0);

  amb_test_context_import (test, DUTCH);
  amb_test_context_import (test, ENGLISH);
  two = list_languages (test);

  g_assert_cmpuint (two->len, ==, 2);
  first = g_ptr_array_index (two, 0);
  second = g_ptr_array_index (two, 1);
  g_assert_cmpstr (first->label, ==, "en");
  g_assert_cmpstr (second->label, ==, "nl");
  g_assert_cmpint (first->n_stories, ==, 15);
  g_assert_cmpint (second->n_stories, ==, 15);
}

/* The most used first, and no label twice. */
static void
test_labels (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) themes = NULL;
  Answer answer = { 0 };
  gint64 previous = G_MAXINT64;

  amb_test_context_import (test, DUTCH);
  amb_library_list_labels_async (test->context, AMB_STORY_LABEL_THEME, NULL, answer_cb, &answer);
  themes = finish_list (test, &answer);

  g_assert_cmpuint (themes->len, >, 3);
  for (guint i = 0; i < themes->len; i++)
    {
      const AmbLabelCount *theme = g_ptr_array_index (themes, i);

      g_assert_cmpint (theme->n_stories, <=, previous);
      g_assert_cmpint (theme->n_stories, >, 0);
      g_assert_true (g_hash_table_add (seen, theme->label));
      previous = theme->n_stories;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/library/languages", test_languages);
  g_test_add_func ("/services/library/labels", test_labels);

  return g_test_run ();
}

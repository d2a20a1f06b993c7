/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-search-marks.h"

static gboolean
is_weight (PangoAttribute *attribute,
           gpointer        data)
{
  return attribute->klass->type == PANGO_ATTR_WEIGHT;
}

/* The marked parts of a text, with bars between them. */
static char *
get_marked (const char *typed,
            const char *text)
{
  g_autoptr (AmbSearchQuery) query = typed == NULL ? NULL : amb_search_query_parse_partial (typed);
  g_autoptr (PangoAttrList) marks = amb_search_marks_new (query, text);
  g_autoptr (PangoAttrList) weights = pango_attr_list_filter (marks, is_weight, NULL);
  g_autoptr (GString) marked = g_string_new (NULL);
  GSList *attributes = weights == NULL ? NULL : pango_attr_list_get_attributes (weights);

  for (GSList *link = attributes; link != NULL; link = link->next)
    {
      PangoAttribute *attribute = link->data;

      if (marked->len > 0)
        g_string_append_c (marked, '|');
      g_string_append_len (marked, text + attribute->start_index, attribute->end_index - attribute->start_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);

  return g_strdup (marked->str);
}

static void
assert_marked (const char *typed,
               const char *text,
               const char *expected)
{
  g_autofree char *marked = get_marked (typed, text);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_words (void)
{
  assert_marked ("cafe zorg", "Een café voor de zorg, en nog een café", "café|zorg|café");
  assert_marked ("sch", "Wij schrijven over school", "schrijven|school");
  assert_marked ("omer", "Ömer bakte brood", "Ömer");
}

static void
test_nothing (void)
{
  assert_marked ("water", "Een verhaal over zorg", "");
  assert_marked ("", "Een verhaal over zorg", "");
  assert_marked (NULL, "Een verhaal over zorg", "");
  assert_marked ("water", "", "");
}

/* Tone alone is not enough: not everybody sees it. */
static void
test_tone_and_weight (void)
{
  g_autoptr (AmbSearchQuery) query = amb_search_query_parse_partial ("zorg");
  g_autoptr (PangoAttrList) marks = amb_search_marks_new (query, "De zorg");
  GSList *attributes = pango_attr_list_get_attributes (marks);
  gboolean has_tone = FALSE, has_weight = FALSE;

  for (GSList *link = attributes; link != NULL; link = link->next)
    {
      PangoAttribute *attribute = link->data;

      has_tone |= attribute->klass->type == PANGO_ATTR_BACKGROUND;
      has_weight |= attribute->klass->type == PANGO_ATTR_WEIGHT;
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);

  g_assert_true (has_tone);
  g_assert_true (has_weight);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/gui/search-marks/words", test_words);
  g_test_add_func ("/gui/search-marks/nothing", test_nothing);
  g_test_add_func ("/gui/search-marks/tone-and-weight", test_tone_and_weight);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "amb-storypack-vocabulary.h"
#include "amb-time.h"

/* Whether the schema makes something optional: that stands around it, up to the element that it belongs to. */
static gboolean
is_required (xmlNode *node)
{
  for (xmlNode *around = node->parent; around != NULL && !xmlStrEqual (around->name, BAD_CAST "element"); around = around->parent)
    {
      if (xmlStrEqual (around->name, BAD_CAST "optional") || xmlStrEqual (around->name, BAD_CAST "zeroOrMore"))
        return FALSE;
    }

  return TRUE;
}

static void
collect_schema (xmlNode    *node,
                GHashTable *elements,
                GHashTable *attributes)
{
  for (; node != NULL; node = node->next)
    {
      xmlChar *name = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, BAD_CAST "name") : NULL;

      if (name != NULL && xmlStrEqual (node->name, BAD_CAST "element"))
        g_hash_table_add (elements, g_strdup ((char *) name));
      if (name != NULL && xmlStrEqual (node->name, BAD_CAST "attribute"))
        g_hash_table_add (attributes, g_strdup_printf ("%s %s", (char *) name, is_required (node) ? "required" : "optional"));
      xmlFree (name);
      collect_schema (node->children, elements, attributes);
    }
}

static void
collect_table (const AmbStorypackElement *element,
               GHashTable                *elements,
               GHashTable                *attributes)
{
  g_hash_table_add (elements, g_strdup (element->name));
  for (const AmbStorypackAttribute *attribute = element->attributes; attribute != NULL && attribute->name != NULL; attribute++)
    g_hash_table_add (attributes, g_strdup_printf ("%s %s", attribute->name, attribute->required ? "required" : "optional"));
  for (const AmbStorypackElement *child = element->children; child != NULL && child->name != NULL; child++)
    collect_table (child, elements, attributes);
}

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
assert_same_set (GHashTable *a,
                 GHashTable *b)
{
  GHashTableIter iter;
  gpointer name;

  g_assert_cmpuint (g_hash_table_size (a), >, 5);
  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_test_message ("%s", (char *) name);
      g_assert_true (g_hash_table_contains (b, name));
    }
}

/* What the schema knows the table knows, and the other way round. */
static void
test_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data/storypack/storypack.rng", NULL);
  xmlDoc *schema = xmlReadFile (path, NULL, XML_PARSE_NONET);
  g_autoptr (GHashTable) schema_elements = make_set ();
  g_autoptr (GHashTable) schema_attributes = make_set ();
  g_autoptr (GHashTable) table_elements = make_set ();
  g_autoptr (GHashTable) table_attributes = make_set ();

  g_assert_nonnull (schema);
  collect_schema (xmlDocGetRootElement (schema), schema_elements, schema_attributes);
  collect_table (amb_storypack_get_root (), table_elements, table_attributes);
  assert_same_set (schema_elements, table_elements);
  assert_same_set (schema_attributes, table_attributes);
  xmlFreeDoc (schema);
}

/* What the page explains is what there is. */
static void
test_documentation (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMB_TEST_SRCDIR"), "data/storypack/storypack.md", NULL);
  g_autofree char *page = NULL;
  g_autoptr (GHashTable) elements = make_set ();
  g_autoptr (GHashTable) attributes = make_set ();
  GHashTableIter iter;
  gpointer name;

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  collect_table (amb_storypack_get_root (), elements, attributes);
  g_hash_table_iter_init (&iter, attributes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (elements, g_strndup (name, strcspn (name, " ")));

  g_hash_table_iter_init (&iter, elements);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *quoted = g_strdup_printf ("`%s`", (char *) name);

      g_test_message ("%s", quoted);
      g_assert_nonnull (strstr (page, quoted));
    }
}

static void
assert_type (AmbStorypackType  type,
             const char       *text,
             gboolean          accepted)
{
  g_autofree char *value = amb_storypack_type_normalize (type, text);

  g_test_message ("%s", text);
  g_assert_cmpint (amb_storypack_type_accepts (type, value), ==, accepted);
  g_assert_cmpuint (strlen (amb_storypack_type_describe (type)), >, 0);
}

static void
test_types (void)
{
  assert_type (AMB_STORYPACK_LINE, " a  b ", TRUE);
  assert_type (AMB_STORYPACK_LINE, " \n ", FALSE);
  assert_type (AMB_STORYPACK_PROSE, "a\n\nb", TRUE);
  assert_type (AMB_STORYPACK_ANYTHING, "", TRUE);
  assert_type (AMB_STORYPACK_TAG, "ZorgVanMorgen", TRUE);
  assert_type (AMB_STORYPACK_TAG, "zorg van", FALSE);
  assert_type (AMB_STORYPACK_IDENTIFIER, "example.org:a_b-1", TRUE);
  assert_type (AMB_STORYPACK_IDENTIFIER, "-a", FALSE);
  assert_type (AMB_STORYPACK_IDENTIFIER, "é", FALSE);
  assert_type (AMB_STORYPACK_LANGUAGE, "zh-Hant-TW", TRUE);
  assert_type (AMB_STORYPACK_LANGUAGE, "nl_NL", FALSE);
  assert_type (AMB_STORYPACK_LANGUAGE, "nederlands", FALSE);
  assert_type (AMB_STORYPACK_LANGUAGE, "", FALSE);
  assert_type (AMB_STORYPACK_ADDRESS, "mailto:a@b.c", TRUE);
  assert_type (AMB_STORYPACK_ADDRESS, "https://", FALSE);
  assert_type (AMB_STORYPACK_ADDRESS, "https://a b", FALSE);
  assert_type (AMB_STORYPACK_ADDRESS, "HTTPS://a.b", FALSE);
  assert_type (AMB_STORYPACK_FILE, "media/a-b_c.1.jpg", TRUE);
  assert_type (AMB_STORYPACK_FILE, "media/", FALSE);
  assert_type (AMB_STORYPACK_FILE, "media/a/b", FALSE);
  assert_type (AMB_STORYPACK_MOMENT, "2026-02-28T24:00:00", FALSE);
  assert_type (AMB_STORYPACK_MOMENT, "2024-02-29", TRUE);
  assert_type (AMB_STORYPACK_MOMENT, "2026-01-01Europe/Amsterdam", FALSE);
  assert_type (AMB_STORYPACK_DATE, "2026-01-01T00:00:00", FALSE);
  assert_type (AMB_STORYPACK_DATE, "2026-01-01Z", TRUE);
  assert_type (AMB_STORYPACK_COUNT, "+1", TRUE);
  assert_type (AMB_STORYPACK_COUNT, "1.0", FALSE);
  assert_type (AMB_STORYPACK_COUNT, "99999999999999999999", FALSE);
  assert_type (AMB_STORYPACK_BOOLEAN, "1", TRUE);
  assert_type (AMB_STORYPACK_BOOLEAN, "yes", FALSE);
  assert_type (AMB_STORYPACK_FORMAT, "1", TRUE);
  assert_type (AMB_STORYPACK_STATUS, "withdrawn", TRUE);
  assert_type (AMB_STORYPACK_KIND, "Story", FALSE);
}

/* A moment is written in a way that reads as the same moment, also where the clocks change. */
static void
test_moments (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 2000; i++)
    {
      gint64 moment = g_rand_int_range (random, 0, G_MAXINT32) * G_GINT64_CONSTANT (1000) + (i % 3 == 0 ? 123 : 0);
      gint64 midnight = amb_time_start_of_day (moment, NULL);

      for (int end = 0; end <= 1; end++)
        {
          g_autofree char *exact = amb_storypack_type_write_moment (moment, end);
          g_autofree char *date = amb_storypack_type_write_moment (midnight, end);

          g_assert_cmpint (amb_storypack_type_read_moment (exact, end, NULL), ==, moment);
          g_assert_cmpint (amb_storypack_type_read_moment (date, end, NULL), ==, midnight);
          g_assert_cmpuint (strlen (date), ==, strlen ("2026-01-01"));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storypack-vocabulary/schema", test_schema);
  g_test_add_func ("/storypack-vocabulary/documentation", test_documentation);
  g_test_add_func ("/storypack-vocabulary/types", test_types);
  g_test_add_func ("/storypack-vocabulary/moments", test_moments);

  return g_test_run ();
}

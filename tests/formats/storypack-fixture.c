/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "storypack-fixture.h"

#include <string.h>

#include "amb-time.h"

#define NOON_2026 G_GINT64_CONSTANT (1767265200000)

AmbStorypackReader *
fixture_open (gconstpointer   bytes,
              gssize          length,
              GError        **error)
{
  g_autoptr (GInputStream) stream = NULL;

  if (length < 0)
    length = strlen (bytes);
  stream = g_memory_input_stream_new_from_data (g_memdup2 (bytes, length), length, g_free);

  return amb_storypack_reader_new (stream, "pack", error);
}

gboolean
fixture_read_all (gconstpointer   bytes,
                  gssize          length,
                  guint          *n_stories,
                  GError        **error)
{
  g_autoptr (AmbStorypackReader) reader = fixture_open (bytes, length, error);
  guint n_read = 0;

  while (reader != NULL)
    {
      g_autoptr (AmbStory) story = NULL;

      if (!amb_storypack_reader_next (reader, &story, error))
        return FALSE;
      if (story == NULL)
        break;
      n_read++;
    }
  if (reader != NULL && n_stories != NULL)
    *n_stories = n_read;

  return reader != NULL;
}

AmbStory *
fixture_read_one (const char *xml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStorypackReader) reader = fixture_open (xml, -1, &error);
  AmbStory *story = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (reader);
  amb_storypack_reader_next (reader, &story, &error);
  g_assert_no_error (error);
  g_assert_nonnull (story);

  return story;
}

/* Words with everything that needs care in XML, in UTF-8 and in the collapsing of white space. */
static char *
make_words (GRand *random,
            int    n_words)
{
  static const char * const words[] = {
    "zorg", "café", "<b>", "&amp;", "R&D", "\"quote\"", "it’s", "]]>", "👩‍⚕️", "日本語", "-->", "<?pi?>", "%s", "a=b", "'", "\u00a0", "ﬀ", "e\u0301",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_line (GRand *random)
{
  return make_words (random, g_rand_int_range (random, 1, 8));
}

static char *
make_prose (GRand *random)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n_lines = g_rand_int_range (random, 1, 5);

  for (int i = 0; i < n_lines; i++)
    {
      g_autofree char *line = make_line (random);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : g_rand_boolean (random) ? "\n" : "\n\n", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_random_text (AmbRecord *record,
                 guint      field,
                 GRand     *random,
                 gboolean   is_prose,
                 gboolean   is_required)
{
  g_autofree char *text = is_prose ? make_prose (random) : make_line (random);

  if (is_required || g_rand_boolean (random))
    amb_record_set_text (record, field, text);
}

static void
set_random_address (AmbRecord *record,
                    guint      field,
                    GRand     *random)
{
  static const char * const addresses[] = {
    "https://example.org/a?b=c&d=e#f", "http://example.org/%C3%A9", "mailto:zorg@example.org?subject=a%20b",
  };

  amb_record_set_text (record, field, addresses[g_rand_int_range (random, 0, G_N_ELEMENTS (addresses))]);
}

static gint64
make_moment (GRand *random)
{
  gint64 moment = NOON_2026 + g_rand_int_range (random, -100000000, 100000000) * G_GINT64_CONSTANT (1009);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0: return AMB_TIME_UNSET;
    case 1: return amb_time_start_of_day (moment, NULL);
    case 2: return moment - moment % 1000;
    default: return moment;
    }
}

static void
add_random_part (AmbStory         *story,
                 AmbStoryPartKind  kind,
                 GRand            *random)
{
  AmbStoryPart *part = amb_story_part_new (kind);
  AmbRecord *record = AMB_RECORD (part);

  amb_story_add_part (story, part);
  if (kind != AMB_STORY_PART_LINK)
    set_random_text (record, AMB_STORY_PART_TEXT, random, TRUE, TRUE);
  if (kind == AMB_STORY_PART_LINK || (kind == AMB_STORY_PART_PROOF && g_rand_boolean (random)))
    set_random_address (record, AMB_STORY_PART_ADDRESS, random);
  if (kind == AMB_STORY_PART_PROOF && g_rand_boolean (random))
    amb_story_part_set_time (part, amb_time_start_of_day (NOON_2026 + AMB_TIME_DAY * g_rand_int_range (random, 0, 900), NULL));
  if (kind == AMB_STORY_PART_ROLE || kind == AMB_STORY_PART_LINK)
    set_random_text (record, AMB_STORY_PART_NAME, random, FALSE, TRUE);
  if (kind == AMB_STORY_PART_QUESTION)
    set_random_text (record, AMB_STORY_PART_NAME, random, TRUE, TRUE);
  if (kind == AMB_STORY_PART_VARIANT)
    amb_record_set_text (record, AMB_STORY_PART_NAME, g_rand_boolean (random) ? "linkedin" : "my-own.channel");
  if (kind == AMB_STORY_PART_VARIANT && g_rand_boolean (random))
    amb_record_set_text (record, AMB_STORY_PART_LANGUAGE, "en-GB");
  if (kind == AMB_STORY_PART_MEDIA)
    {
      amb_record_set_text (record, AMB_STORY_PART_NAME, "media/foto-1_a.JPG");
      set_random_text (record, AMB_STORY_PART_NOTE, random, FALSE, FALSE);
    }
}

AmbPack *
fixture_random_pack (GRand *random)
{
  AmbPack *pack = amb_pack_new ();

  amb_pack_set_text (pack, AMB_PACK_UID, "pack:1");
  amb_pack_set_text (pack, AMB_PACK_LANGUAGE, "nl");
  amb_pack_set_updated_at (pack, make_moment (random));
  set_random_text (AMB_RECORD (pack), AMB_PACK_TITLE, random, FALSE, TRUE);
  set_random_text (AMB_RECORD (pack), AMB_PACK_ORGANISATION, random, FALSE, TRUE);
  set_random_text (AMB_RECORD (pack), AMB_PACK_DESCRIPTION, random, TRUE, FALSE);
  if (g_rand_boolean (random))
    {
      set_random_text (AMB_RECORD (pack), AMB_PACK_CONTACT, random, FALSE, TRUE);
      set_random_address (AMB_RECORD (pack), AMB_PACK_CONTACT_ADDRESS, random);
    }
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      g_autofree char *name = make_line (random);
      g_autofree char *meaning = make_prose (random);
      g_autofree char *behaviour = make_prose (random);

      amb_pack_add_desired_value (pack, name, g_rand_boolean (random) ? meaning : NULL, g_rand_boolean (random) ? behaviour : NULL);
    }

  return pack;
}

AmbStory *
fixture_random_story (GRand *random,
                      guint  number)
{
  AmbStory *story = amb_story_new ();
  AmbRecord *record = AMB_RECORD (story);
  g_autofree char *uid = g_strdup_printf ("story-%u", number);

  amb_story_set_text (story, AMB_STORY_UID, uid);
  amb_story_set_text (story, AMB_STORY_LANGUAGE, g_rand_boolean (random) ? "nl" : "en");
  amb_story_set_version (story, g_rand_int_range (random, 1, G_MAXINT));
  amb_story_set_kind (story, g_rand_int_range (random, AMB_STORY_KIND_STORY, AMB_STORY_KIND_VACANCY + 1));
  amb_story_set_status (story, g_rand_int_range (random, AMB_STORY_STATUS_CURRENT, AMB_STORY_STATUS_WITHDRAWN + 1));
  amb_story_set_cleared (story, g_rand_boolean (random));
  amb_story_set_usable_from (story, make_moment (random));
  amb_story_set_usable_until (story, make_moment (random));
  set_random_text (record, AMB_STORY_TITLE, random, FALSE, TRUE);
  set_random_text (record, AMB_STORY_MESSAGE, random, TRUE, TRUE);
  set_random_text (record, AMB_STORY_BODY, random, TRUE, FALSE);
  set_random_text (record, AMB_STORY_WHY, random, TRUE, FALSE);
  set_random_text (record, AMB_STORY_AVOID, random, TRUE, FALSE);
  set_random_text (record, AMB_STORY_DISCLOSURE, random, FALSE, FALSE);
  if (g_rand_boolean (random))
    {
      set_random_text (record, AMB_STORY_CONTACT, random, FALSE, TRUE);
      set_random_address (record, AMB_STORY_CONTACT_ADDRESS, random);
    }
  for (int kind = AMB_STORY_LABEL_THEME; kind <= AMB_STORY_LABEL_AUDIENCE; kind++)
    {
      for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
        {
          g_autofree char *label = make_line (random);

          amb_story_add_label (story, kind, label);
        }
    }
  if (g_rand_boolean (random))
    amb_story_add_label (story, AMB_STORY_LABEL_HASHTAG, "ZorgVanMorgen&<é>");
  for (int kind = AMB_STORY_PART_PROOF; kind <= AMB_STORY_PART_MEDIA; kind++)
    {
      for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
        {
          if (kind == AMB_STORY_PART_QUESTION)
            set_random_text (record, AMB_STORY_SPOKEN, random, TRUE, TRUE);
          add_random_part (story, kind, random);
        }
    }

  return story;
}

static void
assert_same_texts (AmbRecord *a,
                   AmbRecord *b)
{
  for (guint i = 0; i < AMB_RECORD_GET_CLASS (a)->n_texts; i++)
    g_assert_cmpstr (amb_record_get_text (a, i), ==, amb_record_get_text (b, i));
}

void
fixture_assert_same_story (AmbStory *a,
                           AmbStory *b)
{
  assert_same_texts (AMB_RECORD (a), AMB_RECORD (b));
  g_assert_cmpint (amb_story_get_version (a), ==, amb_story_get_version (b));
  g_assert_cmpint (amb_story_get_kind (a), ==, amb_story_get_kind (b));
  g_assert_cmpint (amb_story_get_status (a), ==, amb_story_get_status (b));
  g_assert_cmpint (amb_story_get_cleared (a), ==, amb_story_get_cleared (b));
  g_assert_cmpint (amb_story_get_usable_from (a), ==, amb_story_get_usable_from (b));
  g_assert_cmpint (amb_story_get_usable_until (a), ==, amb_story_get_usable_until (b));
  for (int kind = AMB_STORY_LABEL_THEME; kind <= AMB_STORY_LABEL_HASHTAG; kind++)
    g_assert_cmpstrv (amb_story_get_labels (a, kind), amb_story_get_labels (b, kind));

  g_assert_cmpuint (amb_story_get_n_parts (a), ==, amb_story_get_n_parts (b));
  for (int kind = AMB_STORY_PART_PROOF; kind <= AMB_STORY_PART_MEDIA; kind++)
    {
      g_autoptr (GListModel) list_a = amb_story_list_parts (a, kind);
      g_autoptr (GListModel) list_b = amb_story_list_parts (b, kind);

      g_assert_cmpuint (g_list_model_get_n_items (list_a), ==, g_list_model_get_n_items (list_b));
      for (guint i = 0; i < g_list_model_get_n_items (list_a); i++)
        {
          g_autoptr (AmbStoryPart) part_a = g_list_model_get_item (list_a, i);
          g_autoptr (AmbStoryPart) part_b = g_list_model_get_item (list_b, i);

          assert_same_texts (AMB_RECORD (part_a), AMB_RECORD (part_b));
          g_assert_cmpint (amb_story_part_get_time (part_a), ==, amb_story_part_get_time (part_b));
        }
    }
}

void
fixture_assert_same_pack (AmbPack *a,
                          AmbPack *b)
{
  assert_same_texts (AMB_RECORD (a), AMB_RECORD (b));
  g_assert_cmpint (amb_pack_get_updated_at (a), ==, amb_pack_get_updated_at (b));
  g_assert_cmpuint (amb_pack_get_n_desired_values (a), ==, amb_pack_get_n_desired_values (b));
  for (guint i = 0; i < amb_pack_get_n_desired_values (a); i++)
    {
      const AmbDesiredValue *value_a = amb_pack_get_desired_value (a, i);
      const AmbDesiredValue *value_b = amb_pack_get_desired_value (b, i);

      g_assert_cmpstr (value_a->name, ==, value_b->name);
      g_assert_cmpstr (value_a->meaning, ==, value_b->meaning);
      g_assert_cmpstr (value_a->behaviour, ==, value_b->behaviour);
    }
}

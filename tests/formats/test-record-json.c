/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-draft-json.h"
#include "amb-entry-json-writer.h"
#include "amb-entry-json.h"
#include "amb-error.h"
#include "amb-profile-json.h"
#include "amb-story-json.h"
#include "amb-time.h"

#define MOMENT G_GINT64_CONSTANT (1767265200000) /* 2026-01-01T12:00:00+01:00 */

static void
assert_json (JsonNode   *node,
             const char *expected)
{
  g_autofree char *text = json_to_string (node, FALSE);

  g_assert_cmpstr (text, ==, expected);
  json_node_unref (node);
}

static AmbStoryPart *
add_part (AmbStory         *story,
          AmbStoryPartKind  kind,
          const char       *name,
          const char       *text)
{
  AmbStoryPart *part = amb_story_part_new (kind);

  amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_NAME, name);
  amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_TEXT, text);
  amb_story_add_part (story, part);

  return part;
}

static void
test_story_empty (void)
{
  g_autoptr (AmbStory) story = amb_story_new ();

  assert_json (amb_story_to_json (story),
               "{\"version\":1,\"status\":\"current\",\"kind\":\"story\",\"cleared\":true,\"favourite\":false}");
}

static void
test_story (void)
{
  g_autoptr (AmbStory) story = amb_story_new ();
  AmbStoryPart *part;

  amb_record_set_id (AMB_RECORD (story), G_GINT64_CONSTANT (9007199254740991));
  amb_story_set_text (story, AMB_STORY_UID, "u1");
  amb_story_set_text (story, AMB_STORY_TITLE, "Één “titel”");
  amb_story_set_text (story, AMB_STORY_SPOKEN, "S");
  amb_story_set_kind (story, AMB_STORY_KIND_VACANCY);
  amb_story_set_usable_from (story, MOMENT);
  amb_story_set_source_id (story, 7);
  amb_story_add_label (story, AMB_STORY_LABEL_THEME, "zorg");
  part = add_part (story, AMB_STORY_PART_PROOF, NULL, "bewijs");
  amb_story_part_set_time (part, MOMENT);
  amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_ADDRESS, "https://example.org");
  add_part (story, AMB_STORY_PART_ROLE, "arts", "hoek");
  add_part (story, AMB_STORY_PART_PROMPT, NULL, "Wat?");
  part = add_part (story, AMB_STORY_PART_VARIANT, "x", "kort");
  amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_LANGUAGE, "en");
  add_part (story, AMB_STORY_PART_QUESTION, "Q", "A");

  assert_json (amb_story_to_json (story),
               "{\"id\":9007199254740991,\"uid\":\"u1\",\"version\":1,\"status\":\"current\",\"kind\":\"vacancy\","
               "\"title\":\"Één “titel”\",\"themes\":[\"zorg\"],"
               "\"proof\":[{\"text\":\"bewijs\",\"link\":\"https://example.org\",\"date\":\"2026-01-01\"}],"
               "\"roles\":[{\"name\":\"arts\",\"text\":\"hoek\"}],\"prompts\":[\"Wat?\"],"
               "\"variants\":[{\"channel\":\"x\",\"text\":\"kort\",\"language\":\"en\"}],"
               "\"talk\":{\"spoken\":\"S\",\"questions\":[{\"ask\":\"Q\",\"answer\":\"A\"}]},"
               "\"usable_from\":\"2026-01-01T12:00:00+01:00\",\"cleared\":true,\"favourite\":false,\"source\":7}");
}

static void
test_draft (void)
{
  g_autoptr (AmbDraft) draft = amb_draft_new ();
  g_autoptr (AmbVariant) follows = amb_variant_new ();
  g_autoptr (AmbVariant) edited = amb_variant_new ();

  amb_record_set_id (AMB_RECORD (draft), 5);
  amb_draft_set_text (draft, AMB_DRAFT_TEXT, "Hallo");
  amb_draft_set_state (draft, AMB_DRAFT_STATE_PLANNED);
  amb_draft_set_planned_at (draft, MOMENT);
  amb_draft_set_created_at (draft, AMB_TIME_UNSET);
  amb_draft_set_updated_at (draft, AMB_TIME_UNSET);
  amb_variant_set_text (follows, AMB_VARIANT_CHANNEL, "linkedin");
  amb_variant_set_text (edited, AMB_VARIANT_CHANNEL, "x");
  amb_variant_set_text (edited, AMB_VARIANT_TEXT, "Hoi");
  amb_variant_set_follows (edited, FALSE);
  g_list_store_append (amb_draft_get_variants (draft), follows);
  g_list_store_append (amb_draft_get_variants (draft), edited);
  amb_draft_add_story (draft, 11, 2);

  assert_json (amb_draft_to_json (draft),
               "{\"id\":5,\"state\":\"planned\",\"text\":\"Hallo\","
               "\"variants\":[{\"channel\":\"linkedin\",\"text\":\"Hallo\",\"follows\":true},"
               "{\"channel\":\"x\",\"text\":\"Hoi\",\"follows\":false}],"
               "\"stories\":[{\"id\":11,\"version\":2}],\"planned_at\":\"2026-01-01T12:00:00+01:00\"}");
}

static AmbEntry *
make_entry (void)
{
  AmbEntry *entry = amb_entry_new ();
  AmbResult result = { MOMENT, 10, -1, 3, 0, -1 };
  const char * const tags[] = { "a", "b", NULL };
  g_autoptr (AmbHeard) heard = amb_heard_new ();

  amb_record_set_id (AMB_RECORD (entry), 3);
  amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);
  amb_entry_set_online (entry, FALSE);
  amb_entry_set_at (entry, MOMENT);
  amb_entry_set_zone_offset (entry, -210);
  amb_entry_set_text (entry, AMB_ENTRY_PLACE, "Thuis");
  amb_entry_set_text (entry, AMB_ENTRY_WITH, "buren");
  amb_entry_set_own_words (entry, 0.5);
  amb_entry_set_reached (entry, 2);
  amb_entry_add_story (entry, 11, 1);
  amb_entry_add_result (entry, &result);
  amb_entry_set_tags (entry, tags);
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "Fijn!");
  amb_heard_set_tone (heard, -2);
  amb_heard_set_at (heard, AMB_TIME_UNSET);
  g_list_store_append (amb_entry_get_heard (entry), heard);

  return entry;
}

static void
test_entry (void)
{
  g_autoptr (AmbEntry) entry = make_entry ();

  assert_json (amb_entry_to_json (entry),
               "{\"id\":3,\"kind\":\"conversation\",\"online\":false,\"at\":\"2026-01-01T07:30:00-03:30\","
               "\"place\":\"Thuis\",\"with\":\"buren\",\"stories\":[{\"id\":11,\"version\":1}],"
               "\"own_words\":0.5,\"reached\":2,"
               "\"results\":[{\"at\":\"2026-01-01T07:30:00-03:30\",\"views\":10,\"comments\":3,\"reshares\":0}],"
               "\"heard\":[{\"quote\":\"Fijn!\",\"tone\":-2}],\"tags\":[\"a\",\"b\"],"
               "\"confirmed\":true,\"private\":false}");
}

static void
test_profile (void)
{
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_autoptr (GListStore) channels = g_list_store_new (AMB_TYPE_CHANNEL);
  g_autoptr (AmbChannel) channel = amb_channel_new ();
  const char * const themes[] = { "zorg", "onderzoek", NULL };

  amb_profile_set_text (profile, "name", NULL, "Noor");
  amb_profile_set_text (profile, "headline", "nl", "Verpleegkundige");
  amb_profile_set_text (profile, "headline", "en", "Nurse");
  amb_profile_set_list (profile, "themes", NULL, themes);
  amb_channel_set_text (channel, AMB_CHANNEL_CHANNEL, "mastodon");
  amb_channel_set_limit (channel, 500);
  g_list_store_append (channels, channel);

  assert_json (amb_profile_to_json (profile, G_LIST_MODEL (channels)),
               "{\"name\":\"Noor\",\"headline\":{\"en\":\"Nurse\",\"nl\":\"Verpleegkundige\"},"
               "\"themes\":[\"zorg\",\"onderzoek\"],\"channels\":[{\"channel\":\"mastodon\",\"limit\":500}]}");
  assert_json (amb_profile_to_json (profile, NULL),
               "{\"name\":\"Noor\",\"headline\":{\"en\":\"Nurse\",\"nl\":\"Verpleegkundige\"},\"themes\":[\"zorg\",\"onderzoek\"]}");
}

static void
assert_log (guint n_entries)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_autoptr (JsonNode) ambassador = NULL;
  g_autoptr (AmbEntryJsonWriter) writer = NULL;
  g_autoptr (AmbEntry) entry = make_entry ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  amb_profile_set_text (profile, "name", NULL, "Noor");
  ambassador = amb_profile_to_json (profile, NULL);
  writer = amb_entry_json_writer_new (stream, ambassador);
  for (guint i = 0; i < n_entries; i++)
    g_assert_true (amb_entry_json_writer_add (writer, entry, &error));
  g_assert_true (amb_entry_json_writer_finish (writer, &error));

  json_parser_load_from_data (parser, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                              g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "ambassador"), "name"), ==, "Noor");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "entries")), ==, n_entries);
}

static void
test_log (void)
{
  assert_log (0);
  assert_log (1);
  assert_log (1000);
}

static void
assert_no_story (const char     *text,
                 AmbFormatError  code,
                 const char     *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (amb_story_from_json (text, "file", &error));
  g_assert_error (error, AMB_FORMAT_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "“file”"));
  if (word != NULL)
    g_assert_nonnull (strstr (error->message, word));
}

static void
test_story_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStory) story =
    amb_story_from_json ("\xef\xbb\xbf{\"title\":\"T [{\\\"\",\"message\":\"M\",\"cleared\":false,\"prompts\":[\"Why?\"]}", "file", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (amb_story_get_text (story, AMB_STORY_TITLE), ==, "T [{\"");
  g_assert_false (amb_story_get_cleared (story));
  g_assert_cmpuint (amb_story_get_n_parts (story), ==, 1);

  assert_no_story ("", AMB_FORMAT_ERROR_INVALID, NULL);
  assert_no_story ("[]", AMB_FORMAT_ERROR_INVALID, NULL);
  assert_no_story ("{\n\n\"title\":}", AMB_FORMAT_ERROR_MALFORMED, "line 3");
  g_clear_error (&error);
  g_assert_null (amb_story_from_json ("{\"title\":\"T\"}", "file", &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“message”"));
}

/* So deep that a parser that calls itself for each level would fall through the end of its stack. */
static void
test_story_deep (void)
{
  static const struct
  {
    const char     *before;
    AmbFormatError  code;
  } forms[] = {
    { "{\"title\":", AMB_FORMAT_ERROR_TOO_LARGE },
    { "//\"\n", AMB_FORMAT_ERROR_MALFORMED },
    { "/* \" */", AMB_FORMAT_ERROR_MALFORMED },
    { "['\"',", AMB_FORMAT_ERROR_MALFORMED },
  };
  g_autofree char *brackets = g_strnfill (1000000, '[');

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = g_strconcat (forms[i].before, brackets, NULL);

      assert_no_story (text, forms[i].code, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-json/story/empty", test_story_empty);
  g_test_add_func ("/record-json/story/full", test_story);
  g_test_add_func ("/record-json/story/read", test_story_read);
  g_test_add_func ("/record-json/story/deep", test_story_deep);
  g_test_add_func ("/record-json/draft", test_draft);
  g_test_add_func ("/record-json/entry", test_entry);
  g_test_add_func ("/record-json/profile", test_profile);
  g_test_add_func ("/record-json/log", test_log);

  return g_test_run ();
}

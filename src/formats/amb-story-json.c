/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-story-json.h"

#include "amb-json-object.h"
#include "amb-time.h"

static const struct
{
  const char   *key;
  AmbStoryText  field;
} texts[] = {
  { "language", AMB_STORY_LANGUAGE },
  { "title", AMB_STORY_TITLE },
  { "message", AMB_STORY_MESSAGE },
  { "body", AMB_STORY_BODY },
  { "why", AMB_STORY_WHY },
  { "avoid", AMB_STORY_AVOID },
  { "disclosure", AMB_STORY_DISCLOSURE },
  { "contact", AMB_STORY_CONTACT },
  { "contact_address", AMB_STORY_CONTACT_ADDRESS },
  { "organisation", AMB_STORY_ORGANISATION },
  { "my_role", AMB_STORY_MY_ROLE },
  { "note", AMB_STORY_NOTE },
  { "dismissed", AMB_STORY_DISMISSED },
};

static const struct
{
  const char        *key;
  AmbStoryLabelKind  kind;
} labels[] = {
  { "themes", AMB_STORY_LABEL_THEME },
  { "values", AMB_STORY_LABEL_VALUE },
  { "audiences", AMB_STORY_LABEL_AUDIENCE },
  { "hashtags", AMB_STORY_LABEL_HASHTAG },
};

/* A part is an object of the texts that its kind uses; a prompt is its text alone. */
static const struct
{
  const char       *key;
  AmbStoryPartKind  kind;
  const char       *keys[AMB_STORY_PART_N_TEXTS];
} parts[] = {
  { "proof", AMB_STORY_PART_PROOF, { [AMB_STORY_PART_TEXT] = "text", [AMB_STORY_PART_ADDRESS] = "link" } },
  { "roles", AMB_STORY_PART_ROLE, { [AMB_STORY_PART_NAME] = "name", [AMB_STORY_PART_TEXT] = "text" } },
  { "prompts", AMB_STORY_PART_PROMPT, { NULL } },
  { "variants", AMB_STORY_PART_VARIANT,
    { [AMB_STORY_PART_NAME] = "channel", [AMB_STORY_PART_LANGUAGE] = "language", [AMB_STORY_PART_TEXT] = "text" } },
  { "links", AMB_STORY_PART_LINK, { [AMB_STORY_PART_NAME] = "title", [AMB_STORY_PART_ADDRESS] = "link" } },
  { "media", AMB_STORY_PART_MEDIA,
    { [AMB_STORY_PART_NAME] = "file", [AMB_STORY_PART_TEXT] = "text", [AMB_STORY_PART_NOTE] = "credit" } },
};

static const char * const question_keys[AMB_STORY_PART_N_TEXTS] = {
  [AMB_STORY_PART_NAME] = "ask", [AMB_STORY_PART_TEXT] = "answer",
};

static JsonObject *
make_part (AmbStoryPart       *part,
           const char * const *keys)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < AMB_STORY_PART_N_TEXTS; i++)
    {
      if (keys[i] != NULL)
        amb_json_object_set_text (object, keys[i], amb_record_get_text (AMB_RECORD (part), i));
    }
  if (amb_story_part_get_time (part) != AMB_TIME_UNSET)
    {
      g_autofree char *date = amb_time_to_date (amb_story_part_get_time (part), NULL);

      json_object_set_string_member (object, "date", date);
    }

  return object;
}

static JsonArray *
make_parts (AmbStory           *story,
            AmbStoryPartKind    kind,
            const char * const *keys)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbStoryPart *part = amb_story_get_part (story, i);
      const char *text = amb_record_get_text (AMB_RECORD (part), AMB_STORY_PART_TEXT);

      if (amb_story_part_get_kind (part) != kind)
        continue;
      if (kind == AMB_STORY_PART_PROMPT)
        json_array_add_string_element (array, text == NULL ? "" : text);
      else
        json_array_add_object_element (array, make_part (part, keys));
    }

  return array;
}

static void
add_talk (JsonObject *object,
          AmbStory   *story)
{
  JsonObject *talk = json_object_new ();

  amb_json_object_set_text (talk, "spoken", amb_story_get_text (story, AMB_STORY_SPOKEN));
  amb_json_object_set_array (talk, "questions", make_parts (story, AMB_STORY_PART_QUESTION, question_keys));

  if (json_object_get_size (talk) > 0)
    json_object_set_object_member (object, "talk", talk);
  else
    json_object_unref (talk);
}

/**
 * amb_story_to_json:
 * @story: a story
 *
 * Makes the JSON of a story as the command line prints it. Any thread.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
amb_story_to_json (AmbStory *story)
{
  JsonObject *object;

  g_return_val_if_fail (AMB_IS_STORY (story), NULL);

  object = json_object_new ();
  amb_json_object_set_id (object, "id", amb_record_get_id (AMB_RECORD (story)));
  amb_json_object_set_text (object, "uid", amb_story_get_text (story, AMB_STORY_UID));
  json_object_set_int_member (object, "version", amb_story_get_version (story));
  amb_json_object_set_text (object, "status", amb_enum_get_nick (AMB_TYPE_STORY_STATUS, amb_story_get_status (story)));
  amb_json_object_set_text (object, "kind", amb_enum_get_nick (AMB_TYPE_STORY_KIND, amb_story_get_kind (story)));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    amb_json_object_set_text (object, texts[i].key, amb_story_get_text (story, texts[i].field));
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    amb_json_object_set_texts (object, labels[i].key, amb_story_get_labels (story, labels[i].kind));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    amb_json_object_set_array (object, parts[i].key, make_parts (story, parts[i].kind, parts[i].keys));
  add_talk (object, story);
  amb_json_object_set_time (object, "usable_from", amb_story_get_usable_from (story), NULL);
  amb_json_object_set_time (object, "usable_until", amb_story_get_usable_until (story), NULL);
  json_object_set_boolean_member (object, "cleared", amb_story_get_cleared (story));
  json_object_set_boolean_member (object, "favourite", amb_story_get_favourite (story));
  amb_json_object_set_time (object, "used_at", amb_story_get_used_at (story), NULL);
  amb_json_object_set_id (object, "source", amb_story_get_source_id (story));

  return amb_json_object_to_node (object);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-story-json.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-json-object.h"
#include "amb-time.h"

/* A story is four levels deep; the parser calls itself for each, so the depth of what comes from outside is limited. */
#define MAX_DEPTH 16

#define UTF8_BOM "\xef\xbb\xbf"

/* What JSON has outside of strings (RFC 8259, section 2). JSON-GLib takes more: comments, and strings in single quotes, in
 * which a quote would hide the depth of what follows. */
#define OUTSIDE_OF_STRINGS " \t\r\n{}[]:,+-.0123456789eEtrufalsn"

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

typedef struct
{
  AmbStory *story;
  GError   *error;
} Reading;

static void
set_wrong (Reading    *reading,
           const char *key)
{
  if (reading->error == NULL)
    reading->error = g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID,
                                  _("A story can’t have this “%s”: see what “stories show --json” prints."), key);
}

static const char *
read_text (Reading    *reading,
           const char *key,
           JsonNode   *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  set_wrong (reading, key);

  return NULL;
}

static gboolean
read_boolean (Reading    *reading,
              const char *key,
              JsonNode   *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  set_wrong (reading, key);

  return FALSE;
}

static JsonArray *
read_array (Reading    *reading,
            const char *key,
            JsonNode   *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  set_wrong (reading, key);

  return NULL;
}

static gint64
read_time (Reading    *reading,
           const char *key,
           JsonNode   *node)
{
  const char *text = read_text (reading, key, node);
  gint64 time = text == NULL ? AMB_TIME_UNSET : amb_time_from_iso8601 (text, NULL);

  if (time == AMB_TIME_UNSET)
    set_wrong (reading, key);

  return time;
}

static int
read_nick (Reading    *reading,
           const char *key,
           JsonNode   *node,
           GType       type)
{
  const char *text = read_text (reading, key, node);
  int value = 1;

  if (text == NULL || !amb_enum_from_nick (type, text, &value))
    set_wrong (reading, key);

  return value;
}

static int
read_version (Reading    *reading,
              const char *key,
              JsonNode   *node)
{
  gint64 version = 0;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    version = json_node_get_int (node);
  if (version < 1 || version > G_MAXINT)
    set_wrong (reading, key);

  return CLAMP (version, 1, G_MAXINT);
}

static void
read_labels (Reading           *reading,
             const char        *key,
             JsonNode          *node,
             AmbStoryLabelKind  kind)
{
  JsonArray *array = read_array (reading, key, node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *label = read_text (reading, key, json_array_get_element (array, i));

      if (label != NULL && *label != '\0')
        amb_story_add_label (reading->story, kind, label);
    }
}

static void
read_part (Reading            *reading,
           const char         *key,
           JsonNode           *node,
           AmbStoryPartKind    kind,
           const char * const *keys)
{
  AmbStoryPart *part = amb_story_part_new (kind);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (kind == AMB_STORY_PART_PROMPT)
    amb_record_set_text (AMB_RECORD (part), AMB_STORY_PART_TEXT, read_text (reading, key, node));
  else if (object == NULL)
    set_wrong (reading, key);

  for (guint i = 0; object != NULL && i < AMB_STORY_PART_N_TEXTS; i++)
    {
      if (keys[i] != NULL && json_object_has_member (object, keys[i]))
        amb_record_set_text (AMB_RECORD (part), i, read_text (reading, key, json_object_get_member (object, keys[i])));
    }
  if (object != NULL && json_object_has_member (object, "date"))
    amb_story_part_set_time (part, read_time (reading, key, json_object_get_member (object, "date")));

  amb_story_add_part (reading->story, part);
}

static void
read_parts (Reading            *reading,
            const char         *key,
            JsonNode           *node,
            AmbStoryPartKind    kind,
            const char * const *keys)
{
  JsonArray *array = read_array (reading, key, node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    read_part (reading, key, json_array_get_element (array, i), kind, keys);
}

static void
read_talk (Reading  *reading,
           JsonNode *node)
{
  JsonObject *talk = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (talk == NULL)
    {
      set_wrong (reading, "talk");
      return;
    }

  if (json_object_has_member (talk, "spoken"))
    amb_story_set_text (reading->story, AMB_STORY_SPOKEN,
                        read_text (reading, "talk", json_object_get_member (talk, "spoken")));
  if (json_object_has_member (talk, "questions"))
    read_parts (reading, "talk", json_object_get_member (talk, "questions"), AMB_STORY_PART_QUESTION, question_keys);
}

/* Finds the key in the tables. What the program itself keeps of a story is passed over, so that what was printed can be
 * read again. */
static gboolean
read_listed_member (Reading    *reading,
                    const char *key,
                    JsonNode   *node)
{
  static const char * const kept[] = { "id", "organisation", "used_at", "source", "score", "excerpt", NULL };

  if (g_strv_contains (kept, key))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (!g_str_equal (texts[i].key, key))
        continue;
      amb_story_set_text (reading->story, texts[i].field, read_text (reading, key, node));
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (!g_str_equal (labels[i].key, key))
        continue;
      read_labels (reading, key, node, labels[i].kind);
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!g_str_equal (parts[i].key, key))
        continue;
      read_parts (reading, key, node, parts[i].kind, parts[i].keys);
      return TRUE;
    }

  return FALSE;
}

static void
read_member (JsonObject *object,
             const char *key,
             JsonNode   *node,
             gpointer    data)
{
  Reading *reading = data;
  AmbStory *story = reading->story;

  if (read_listed_member (reading, key, node))
    return;

  if (g_str_equal (key, "uid"))
    amb_story_set_text (story, AMB_STORY_UID, read_text (reading, key, node));
  else if (g_str_equal (key, "version"))
    amb_story_set_version (story, read_version (reading, key, node));
  else if (g_str_equal (key, "status"))
    amb_story_set_status (story, read_nick (reading, key, node, AMB_TYPE_STORY_STATUS));
  else if (g_str_equal (key, "kind"))
    amb_story_set_kind (story, read_nick (reading, key, node, AMB_TYPE_STORY_KIND));
  else if (g_str_equal (key, "talk"))
    read_talk (reading, node);
  else if (g_str_equal (key, "usable_from"))
    amb_story_set_usable_from (story, read_time (reading, key, node));
  else if (g_str_equal (key, "usable_until"))
    amb_story_set_usable_until (story, read_time (reading, key, node));
  else if (g_str_equal (key, "cleared"))
    amb_story_set_cleared (story, read_boolean (reading, key, node));
  else if (g_str_equal (key, "favourite"))
    amb_story_set_favourite (story, read_boolean (reading, key, node));
  else
    set_wrong (reading, key);
}

static void
require_text (Reading      *reading,
              const char   *key,
              AmbStoryText  field)
{
  const char *text = amb_story_get_text (reading->story, field);

  if (text == NULL || *text == '\0')
    set_wrong (reading, key);
}

static gboolean
set_malformed (const char  *name,
               guint        line,
               GError     **error)
{
  g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED, _("“%s” is not JSON: look at line %u."), name, line);

  return FALSE;
}

static gboolean
check_depth (const char  *text,
             const char  *name,
             GError     **error)
{
  gboolean in_string = FALSE;
  guint line = 1;
  int depth = 0;

  if (g_str_has_prefix (text, UTF8_BOM))
    text += strlen (UTF8_BOM);

  for (const char *byte = text; *byte != '\0' && depth <= MAX_DEPTH; byte++)
    {
      line += *byte == '\n' ? 1 : 0;
      if (*byte == '"')
        in_string = !in_string;
      else if (in_string && *byte == '\\' && byte[1] != '\0')
        byte++;
      else if (!in_string && strchr (OUTSIDE_OF_STRINGS, *byte) == NULL)
        return set_malformed (name, line, error);
      else if (!in_string && (*byte == '{' || *byte == '['))
        depth++;
      else if (!in_string && (*byte == '}' || *byte == ']'))
        depth--;
    }

  if (depth > MAX_DEPTH)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE, _("“%s” is not a story: it is nested too deeply."), name);

  return depth <= MAX_DEPTH;
}

/* Afterwards the parser no longer knows. */
static void
parser_error_cb (JsonParser   *parser,
                 const GError *error,
                 guint        *line)
{
  *line = MAX (json_parser_get_current_line (parser), 1);
}

static JsonObject *
parse_object (JsonParser  *parser,
              const char  *text,
              const char  *name,
              GError     **error)
{
  JsonNode *root;
  guint line = 1;

  if (!check_depth (text, name, error))
    return NULL;
  g_signal_connect (parser, "error", G_CALLBACK (parser_error_cb), &line);
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    {
      set_malformed (name, line, error);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);

  g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID, _("“%s” is not a story: a story is an object."), name);

  return NULL;
}

/**
 * amb_story_from_json:
 * @text: UTF-8: an object as [func@Story.to_json] makes it; of its members only `title` and `message` have to be there
 * @name: what the person calls it, for messages
 * @error: %AMB_FORMAT_ERROR
 *
 * Reads a story. What it does not say is as in a new story: it has no uid and no language. Any thread.
 *
 * Returns: (transfer full) (nullable): the story
 */
AmbStory *
amb_story_from_json (const char  *text,
                     const char  *name,
                     GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (AmbStory) story = amb_story_new ();
  Reading reading = { story, NULL };
  JsonObject *object;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  object = parse_object (parser, text, name, error);
  if (object == NULL)
    return NULL;

  json_object_foreach_member (object, read_member, &reading);
  require_text (&reading, "title", AMB_STORY_TITLE);
  require_text (&reading, "message", AMB_STORY_MESSAGE);

  if (reading.error == NULL)
    return g_steal_pointer (&story);

  g_propagate_error (error, reading.error);

  return NULL;
}

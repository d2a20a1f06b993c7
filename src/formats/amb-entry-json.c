/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-entry-json.h"

#include "amb-json-object.h"

typedef struct
{
  const char   *key;
  AmbEntryText  field;
} EntryKey;

static const EntryKey texts_before[] = {
  { "channel", AMB_ENTRY_CHANNEL },
  { "place", AMB_ENTRY_PLACE },
  { "audience", AMB_ENTRY_AUDIENCE },
  { "with", AMB_ENTRY_WITH },
  { "title", AMB_ENTRY_TITLE },
  { "text", AMB_ENTRY_TEXT },
  { "link", AMB_ENTRY_LINK },
  { "language", AMB_ENTRY_LANGUAGE },
};

static const EntryKey texts_after[] = {
  { "follow_up", AMB_ENTRY_FOLLOW_UP },
  { "outcome", AMB_ENTRY_OUTCOME },
  { "evidence", AMB_ENTRY_EVIDENCE },
  { "reward", AMB_ENTRY_REWARD },
};

static const struct
{
  const char   *key;
  AmbHeardText  field;
} heard_texts[] = {
  { "quote", AMB_HEARD_QUOTE },
  { "group", AMB_HEARD_GROUP },
  { "name", AMB_HEARD_NAME },
  { "value", AMB_HEARD_VALUE },
  { "cause", AMB_HEARD_CAUSE },
  { "action", AMB_HEARD_ACTION },
};

static void
add_texts (JsonObject     *object,
           AmbEntry       *entry,
           const EntryKey *keys,
           gsize           n_keys)
{
  for (gsize i = 0; i < n_keys; i++)
    amb_json_object_set_text (object, keys[i].key, amb_entry_get_text (entry, keys[i].field));
}

static JsonArray *
make_results (AmbEntry  *entry,
              GTimeZone *zone)
{
  GArray *results = amb_entry_get_results (entry);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < results->len; i++)
    {
      const AmbResult *result = &g_array_index (results, AmbResult, i);
      JsonObject *object = json_object_new ();

      amb_json_object_set_time (object, "at", result->at, zone);
      amb_json_object_set_count (object, "views", result->views);
      amb_json_object_set_count (object, "reactions", result->reactions);
      amb_json_object_set_count (object, "comments", result->comments);
      amb_json_object_set_count (object, "reshares", result->reshares);
      amb_json_object_set_count (object, "clicks", result->clicks);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
make_heard (AmbEntry  *entry,
            GTimeZone *zone)
{
  GListModel *list = G_LIST_MODEL (amb_entry_get_heard (entry));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AmbHeard) heard = g_list_model_get_item (list, i);
      JsonObject *object = json_object_new ();

      amb_json_object_set_id (object, "id", amb_record_get_id (AMB_RECORD (heard)));
      for (gsize j = 0; j < G_N_ELEMENTS (heard_texts); j++)
        amb_json_object_set_text (object, heard_texts[j].key, amb_heard_get_text (heard, heard_texts[j].field));
      json_object_set_int_member (object, "tone", amb_heard_get_tone (heard));
      amb_json_object_set_time (object, "at", amb_heard_get_at (heard), zone);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
add_figures (JsonObject *object,
             AmbEntry   *entry)
{
  if (amb_entry_get_own_words (entry) >= 0.0)
    json_object_set_double_member (object, "own_words", amb_entry_get_own_words (entry));
  amb_json_object_set_count (object, "reached", amb_entry_get_reached (entry));
  amb_json_object_set_count (object, "reached_indirectly", amb_entry_get_reached_indirectly (entry));
}

/**
 * amb_entry_to_json:
 * @entry: an entry of the sharing log
 *
 * Makes the JSON of an entry as the command line prints it. Its times are those of the clock where it happened. Any
 * thread.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
amb_entry_to_json (AmbEntry *entry)
{
  g_autoptr (GTimeZone) zone = NULL;
  JsonObject *object;

  g_return_val_if_fail (AMB_IS_ENTRY (entry), NULL);

  zone = g_time_zone_new_offset (amb_entry_get_zone_offset (entry) * 60);
  object = json_object_new ();
  amb_json_object_set_id (object, "id", amb_record_get_id (AMB_RECORD (entry)));
  amb_json_object_set_text (object, "kind", amb_enum_get_nick (AMB_TYPE_ENTRY_KIND, amb_entry_get_kind (entry)));
  json_object_set_boolean_member (object, "online", amb_entry_get_online (entry));
  amb_json_object_set_time (object, "at", amb_entry_get_at (entry), zone);
  add_texts (object, entry, texts_before, G_N_ELEMENTS (texts_before));
  amb_json_object_set_uses (object, "stories", amb_entry_get_stories (entry));
  add_figures (object, entry);
  amb_json_object_set_array (object, "results", make_results (entry, zone));
  amb_json_object_set_array (object, "heard", make_heard (entry, zone));
  amb_json_object_set_texts (object, "tags", amb_entry_get_tags (entry));
  add_texts (object, entry, texts_after, G_N_ELEMENTS (texts_after));
  amb_json_object_set_time (object, "follow_up_at", amb_entry_get_follow_up_at (entry), zone);
  json_object_set_boolean_member (object, "confirmed", amb_entry_get_confirmed (entry));
  json_object_set_boolean_member (object, "private", amb_entry_get_private (entry));
  amb_json_object_set_id (object, "draft", amb_entry_get_draft_id (entry));

  return amb_json_object_to_node (object);
}

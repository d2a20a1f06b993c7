/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-json-object.h"

#include "amb-story-use.h"
#include "amb-time.h"

/* What is not there is left out: nobody has to tell null from "" from a missing key. */

/**
 * amb_json_object_set_text:
 * @object: an object
 * @key: a key
 * @text: (nullable): UTF-8
 *
 * Sets a text; %NULL is left out.
 */
void
amb_json_object_set_text (JsonObject *object,
                          const char *key,
                          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
}

/**
 * amb_json_object_set_texts:
 * @object: an object
 * @key: a key
 * @texts: (array zero-terminated=1): UTF-8
 *
 * Sets a list of texts; an empty one is left out.
 */
void
amb_json_object_set_texts (JsonObject         *object,
                           const char         *key,
                           const char * const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  amb_json_object_set_array (object, key, array);
}

/**
 * amb_json_object_set_time:
 * @object: an object
 * @key: a key
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 * @zone: (nullable): the zone to write it in, or %NULL for the local one
 *
 * Sets a time as RFC 3339 writes it, with its offset; no time is left out.
 */
void
amb_json_object_set_time (JsonObject *object,
                          const char *key,
                          gint64      time,
                          GTimeZone  *zone)
{
  g_autofree char *text = NULL;

  if (time == AMB_TIME_UNSET)
    return;

  text = amb_time_to_rfc3339 (time, zone);
  json_object_set_string_member (object, key, text);
}

/**
 * amb_json_object_set_count:
 * @object: an object
 * @key: a key
 * @count: a number, or −1 when it is not known
 *
 * Sets a number; one that is not known is left out.
 */
void
amb_json_object_set_count (JsonObject *object,
                           const char *key,
                           gint64      count)
{
  if (count >= 0)
    json_object_set_int_member (object, key, count);
}

/**
 * amb_json_object_set_id:
 * @object: an object
 * @key: a key
 * @id: an id, or 0 for none
 *
 * Sets an id; none is left out.
 */
void
amb_json_object_set_id (JsonObject *object,
                        const char *key,
                        gint64      id)
{
  if (id != 0)
    json_object_set_int_member (object, key, id);
}

/**
 * amb_json_object_set_array:
 * @object: an object
 * @key: a key
 * @array: (transfer full): a list
 *
 * Sets a list; an empty one is left out.
 */
void
amb_json_object_set_array (JsonObject *object,
                           const char *key,
                           JsonArray  *array)
{
  if (json_array_get_length (array) > 0)
    json_object_set_array_member (object, key, array);
  else
    json_array_unref (array);
}

/**
 * amb_json_object_set_uses:
 * @object: an object
 * @key: a key
 * @uses: (element-type AmbStoryUse): which stories, in which version
 *
 * Sets a list of stories: `[{"id","version"}]`; an empty one is left out.
 */
void
amb_json_object_set_uses (JsonObject *object,
                          const char *key,
                          GArray     *uses)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < uses->len; i++)
    {
      const AmbStoryUse *use = &g_array_index (uses, AmbStoryUse, i);
      JsonObject *member = json_object_new ();

      json_object_set_int_member (member, "id", use->story_id);
      json_object_set_int_member (member, "version", use->version);
      json_array_add_object_element (array, member);
    }
  amb_json_object_set_array (object, key, array);
}

/**
 * amb_json_object_to_node:
 * @object: (transfer full): an object
 *
 * Wraps an object.
 *
 * Returns: (transfer full): the node
 */
JsonNode *
amb_json_object_to_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

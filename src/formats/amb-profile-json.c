/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-profile-json.h"

#include "amb-json-object.h"

static void
add_field (JsonObject            *object,
           const char            *key,
           AmbProfile            *profile,
           const AmbProfileField *field,
           const char            *language)
{
  if (field->many)
    amb_json_object_set_texts (object, key, amb_profile_get_list (profile, field->id, language));
  else
    amb_json_object_set_text (object, key, amb_profile_get_text (profile, field->id, language));
}

static void
add_languages (JsonObject            *object,
               AmbProfile            *profile,
               const AmbProfileField *field,
               char                 **languages)
{
  JsonObject *texts = json_object_new ();

  for (guint i = 0; languages[i] != NULL; i++)
    add_field (texts, languages[i], profile, field, languages[i]);

  if (json_object_get_size (texts) > 0)
    json_object_set_object_member (object, field->id, texts);
  else
    json_object_unref (texts);
}

static JsonArray *
make_channels (GListModel *channels)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; channels != NULL && i < g_list_model_get_n_items (channels); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (channels, i);
      JsonObject *object = json_object_new ();

      amb_json_object_set_text (object, "channel", amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL));
      amb_json_object_set_text (object, "name", amb_channel_get_text (channel, AMB_CHANNEL_NAME));
      amb_json_object_set_text (object, "handle", amb_channel_get_text (channel, AMB_CHANNEL_HANDLE));
      amb_json_object_set_text (object, "address", amb_channel_get_text (channel, AMB_CHANNEL_ADDRESS));
      amb_json_object_set_text (object, "language", amb_channel_get_text (channel, AMB_CHANNEL_LANGUAGE));
      if (amb_channel_get_limit (channel) > 0)
        json_object_set_int_member (object, "limit", amb_channel_get_limit (channel));
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * amb_profile_to_json:
 * @profile: a profile
 * @channels: (nullable): the person's channels: [class@Channel]
 *
 * Makes the JSON of a profile as the command line prints it: fields that are written in each language anew are objects
 * with a key for each language. Any thread.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
amb_profile_to_json (AmbProfile *profile,
                     GListModel *channels)
{
  g_auto (GStrv) languages = NULL;
  const AmbProfileField *fields;
  JsonObject *object;
  gsize n_fields;

  g_return_val_if_fail (AMB_IS_PROFILE (profile), NULL);

  languages = amb_profile_get_languages (profile);
  fields = amb_profile_get_fields (&n_fields);
  object = json_object_new ();
  for (gsize i = 0; i < n_fields; i++)
    {
      if (fields[i].per_language)
        add_languages (object, profile, &fields[i], languages);
      else
        add_field (object, fields[i].id, profile, &fields[i], NULL);
    }
  amb_json_object_set_array (object, "channels", make_channels (channels));

  return amb_json_object_to_node (object);
}

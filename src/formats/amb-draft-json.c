/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-draft-json.h"

#include "amb-json-object.h"

static JsonArray *
make_variants (AmbDraft *draft)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);
      const char *channel = amb_variant_get_text (variant, AMB_VARIANT_CHANNEL);
      JsonObject *object = json_object_new ();

      amb_json_object_set_text (object, "channel", channel);
      amb_json_object_set_text (object, "text", channel == NULL ? NULL : amb_draft_get_text_for (draft, channel));
      json_object_set_boolean_member (object, "follows", amb_variant_get_follows (variant));
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * amb_draft_to_json:
 * @draft: a draft
 *
 * Makes the JSON of a draft as the command line prints it. A variant that follows the master text has that text, and
 * says so. Any thread.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
amb_draft_to_json (AmbDraft *draft)
{
  JsonObject *object;

  g_return_val_if_fail (AMB_IS_DRAFT (draft), NULL);

  object = json_object_new ();
  amb_json_object_set_id (object, "id", amb_record_get_id (AMB_RECORD (draft)));
  amb_json_object_set_text (object, "state", amb_enum_get_nick (AMB_TYPE_DRAFT_STATE, amb_draft_get_state (draft)));
  amb_json_object_set_text (object, "language", amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE));
  amb_json_object_set_text (object, "text", amb_draft_get_text (draft, AMB_DRAFT_TEXT));
  amb_json_object_set_array (object, "variants", make_variants (draft));
  amb_json_object_set_uses (object, "stories", amb_draft_get_stories (draft));
  amb_json_object_set_time (object, "planned_at", amb_draft_get_planned_at (draft), NULL);
  amb_json_object_set_text (object, "zone", amb_draft_get_text (draft, AMB_DRAFT_ZONE));
  amb_json_object_set_time (object, "created_at", amb_draft_get_created_at (draft), NULL);
  amb_json_object_set_time (object, "updated_at", amb_draft_get_updated_at (draft), NULL);
  amb_json_object_set_time (object, "deleted_at", amb_draft_get_deleted_at (draft), NULL);

  return amb_json_object_to_node (object);
}

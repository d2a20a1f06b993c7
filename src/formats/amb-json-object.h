/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void      amb_json_object_set_text   (JsonObject *object, const char *key, const char *text);
void      amb_json_object_set_texts  (JsonObject *object, const char *key, const char * const *texts);
void      amb_json_object_set_time   (JsonObject *object, const char *key, gint64 time, GTimeZone *zone);
void      amb_json_object_set_count  (JsonObject *object, const char *key, gint64 count);
void      amb_json_object_set_id     (JsonObject *object, const char *key, gint64 id);
void      amb_json_object_set_array  (JsonObject *object, const char *key, JsonArray *array);
void      amb_json_object_set_uses   (JsonObject *object, const char *key, GArray *uses);
JsonNode *amb_json_object_to_node    (JsonObject *object);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_JSON_WRITER (amb_entry_json_writer_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryJsonWriter, amb_entry_json_writer, AMB, ENTRY_JSON_WRITER, GObject)

AmbEntryJsonWriter *amb_entry_json_writer_new    (GOutputStream *stream, JsonNode *ambassador);
gboolean            amb_entry_json_writer_add    (AmbEntryJsonWriter *self, AmbEntry *entry, GError **error);
gboolean            amb_entry_json_writer_finish (AmbEntryJsonWriter *self, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_CSV_WRITER (amb_entry_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryCsvWriter, amb_entry_csv_writer, AMB, ENTRY_CSV_WRITER, GObject)

AmbEntryCsvWriter *amb_entry_csv_writer_new    (GOutputStream *stream);
gboolean           amb_entry_csv_writer_add    (AmbEntryCsvWriter *self, AmbEntry *entry, GError **error);
gboolean           amb_entry_csv_writer_finish (AmbEntryCsvWriter *self, GError **error);

G_END_DECLS

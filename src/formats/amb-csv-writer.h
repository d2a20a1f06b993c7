/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AMB_TYPE_CSV_WRITER (amb_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (AmbCsvWriter, amb_csv_writer, AMB, CSV_WRITER, GObject)

AmbCsvWriter *amb_csv_writer_new        (GOutputStream *stream);
void          amb_csv_writer_add_text   (AmbCsvWriter *self, const char *text);
void          amb_csv_writer_add_number (AmbCsvWriter *self, gint64 number);
void          amb_csv_writer_add_exact  (AmbCsvWriter *self, const char *text);
gboolean      amb_csv_writer_end_row    (AmbCsvWriter *self, GError **error);
gboolean      amb_csv_writer_finish     (AmbCsvWriter *self, GError **error);

G_END_DECLS

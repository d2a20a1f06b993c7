/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_INSERT_ROW (amb_insert_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbInsertRow, amb_insert_row, AMB, INSERT_ROW, AdwBin)

GtkWidget *amb_insert_row_new (AmbStory *story, const char *shown, const char *inserted, gboolean on_own_line);

G_END_DECLS

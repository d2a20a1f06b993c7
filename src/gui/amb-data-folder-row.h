/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_DATA_FOLDER_ROW (amb_data_folder_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbDataFolderRow, amb_data_folder_row, AMB, DATA_FOLDER_ROW, AdwActionRow)

GtkWidget *amb_data_folder_row_new (AmbContext *context, GSettings *settings);

G_END_DECLS

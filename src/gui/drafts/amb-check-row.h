/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-check-report.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHECK_ROW (amb_check_row_get_type ())
G_DECLARE_FINAL_TYPE (AmbCheckRow, amb_check_row, AMB, CHECK_ROW, GtkListBoxRow)

GtkWidget *amb_check_row_new     (const AmbCheckIssue *issue, gboolean is_interactive);
gboolean   amb_check_row_refresh (AmbCheckRow *self, const AmbCheckIssue *issue);

G_END_DECLS

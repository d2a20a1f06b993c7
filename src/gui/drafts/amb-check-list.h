/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-check-report.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHECK_LIST (amb_check_list_get_type ())
G_DECLARE_FINAL_TYPE (AmbCheckList, amb_check_list, AMB, CHECK_LIST, AdwBin)

void       amb_check_list_set_report      (AmbCheckList *self, AmbCheckReport *report);
void       amb_check_list_set_interactive (AmbCheckList *self, gboolean interactive);

G_END_DECLS

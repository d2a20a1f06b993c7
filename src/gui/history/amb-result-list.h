/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_RESULT_LIST (amb_result_list_get_type ())
G_DECLARE_FINAL_TYPE (AmbResultList, amb_result_list, AMB, RESULT_LIST, AdwBin)

void       amb_result_list_set_results (AmbResultList *self, GArray *results);

G_END_DECLS

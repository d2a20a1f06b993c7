/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-entry.h"

G_BEGIN_DECLS

char *amb_entry_summary_get_title    (AmbEntry *entry);
char *amb_entry_summary_get_place    (AmbEntry *entry);
char *amb_entry_summary_get_result   (AmbEntry *entry);
char *amb_entry_summary_list_numbers (const AmbResult *result);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record.h"

G_BEGIN_DECLS

void amb_recovery_record_print (GKeyFile *file, const char *group, AmbRecord *record, const char * const *without);
void amb_recovery_record_read  (GKeyFile *file, const char *group, AmbRecord *record, const char * const *without);

G_END_DECLS

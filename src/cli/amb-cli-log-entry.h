/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-cli.h"
#include "amb-entry.h"

G_BEGIN_DECLS

void amb_cli_log_entry_print      (AmbCli *cli, AmbEntry *entry);
void amb_cli_log_entry_print_list (AmbCli *cli, GPtrArray *entries, guint total);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-cli.h"
#include "amb-connection.h"
#include "amb-entry.h"

G_BEGIN_DECLS

/* What was said on the command line of an entry of the log. What was not said stays as it is. */
typedef struct _AmbCliEntryOptions AmbCliEntryOptions;

AmbCliEntryOptions *amb_cli_entry_options_parse (AmbCli *cli, guint n_arguments, GError **error);
void                amb_cli_entry_options_free  (AmbCliEntryOptions *self);
gboolean            amb_cli_entry_options_apply (AmbCliEntryOptions *self, AmbConnection *connection, AmbEntry *entry,
                                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbCliEntryOptions, amb_cli_entry_options_free)

G_END_DECLS

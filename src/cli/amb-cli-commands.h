/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-cli.h"

G_BEGIN_DECLS

typedef gboolean (*AmbCliFunc) (AmbCli *cli, GError **error);

/**
 * AmbCliCommand:
 * @name: the word or the two words that call it
 * @arguments: (nullable): what comes after them, for the help; translate it
 * @summary: what it does, for the help; translate it
 * @run: does it. It returns %FALSE with an error when it failed, and without one when it only told how it is called
 *
 * A command.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  AmbCliFunc  run;
} AmbCliCommand;

/* Each file of commands has one of these; it ends with a command without a name. */
extern const AmbCliCommand amb_cli_import_commands[];
extern const AmbCliCommand amb_cli_story_commands[];
extern const AmbCliCommand amb_cli_pack_commands[];
extern const AmbCliCommand amb_cli_draft_commands[];
extern const AmbCliCommand amb_cli_check_commands[];
extern const AmbCliCommand amb_cli_share_commands[];
extern const AmbCliCommand amb_cli_log_commands[];
extern const AmbCliCommand amb_cli_log_stats_commands[];
extern const AmbCliCommand amb_cli_profile_commands[];
extern const AmbCliCommand amb_cli_export_commands[];
extern const AmbCliCommand amb_cli_backup_commands[];

const AmbCliCommand *amb_cli_commands_find     (char **words, guint *n_words, GError **error);
char                *amb_cli_commands_describe (const char *group);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-cli-commands.h"
#include "amb-cli.h"

G_BEGIN_DECLS

struct _AmbCli
{
  /* Owned */
  char                *path;
  char               **arguments; /* what was typed after the command */
  char               **positional;
  GString             *output;
  AmbDatabase         *database;
  AmbContext          *context;
  GCancellable        *cancellable;

  /* Borrowed */
  const AmbCliCommand *command;

  int                  status;
  gboolean             json;
  gboolean             colour;
};

void     amb_cli_close          (AmbCli *self);
gboolean amb_cli_may_use_colour (void);
void     amb_cli_print_error    (AmbCli *self, const GError *error);

G_END_DECLS

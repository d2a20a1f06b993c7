/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "amb-cli-interrupt.h"
#include "amb-cli.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AmbCli) cli = NULL;

  amb_cli_interrupt_watch (cancellable);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, AMB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("ambassador-cli");

  cli = amb_cli_new (cancellable);

  return amb_cli_call (cli, argv + MIN (argc, 1));
}

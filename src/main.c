/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ambassador"

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "amb-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AmbApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, AMB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Ambassador"));

  application = amb_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-application.h"
#include "amb-window.h"

G_BEGIN_DECLS

#define AMB_APPLICATION_N_SIGNALS 3

struct _AmbApplication
{
  AdwApplication parent_instance;

  AmbDatabase   *database;       /* of the window, to be closed after it */
  GPtrArray     *closing;        /* AmbDatabase: those of windows that are gone */
  GSettings     *settings;       /* %NULL when the schema is not installed, or the program runs apart */
  char          *database_path;  /* %NULL for the one of the settings */
  gboolean       apart;          /* the database was named on the command line */
  char          *pending_action; /* what the command line asked for, until there is a window */
  guint          signal_sources[AMB_APPLICATION_N_SIGNALS]; /* of the system, that tell the program to end */
};

AmbWindow *amb_application_find_window     (AmbApplication *self);
AmbWindow *amb_application_ensure_window   (AmbApplication *self);
void       amb_application_install_actions (AmbApplication *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-window.h"

#include "amb-import-bar.h"
#include "amb-page.h"
#include "amb-trouble-page.h"
#include "amb-waiting.h"

G_BEGIN_DECLS

struct _AmbWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *overlay;
  AdwLeaflet      *leaflet;
  GtkBox          *navigation;
  GtkMenuButton   *menu_button;
  GtkListBox      *navigation_list;
  GtkBox          *content;
  GtkStack        *stack;
  GtkInfoBar      *trouble_bar;
  GtkLabel        *trouble_label;
  AmbImportBar    *import_bar;
  AmbTroublePage  *trouble_page;

  AmbContext      *context;
  GSettings       *settings; /* %NULL when the schema is not installed */
  AmbWaiting      *waiting;  /* %NULL until the database is open */
  GCancellable    *cancellable;
  guint            copy_source;
  guint            recovery_source;

  /* What was asked for before the database was open */
  GPtrArray       *pending;       /* PendingAction */
  GPtrArray       *pending_files; /* GFile */

  char            *page;          /* the tag of the page that is, or will be, shown */
  gboolean         ready;
  gboolean         told_of_recovery;
  gboolean         may_lose;      /* the person closes it although something they wrote stands on the screen only */
  gboolean         closed;        /* the database was open, and cannot be opened again by itself */
  gboolean         restoring;     /* a copy takes the place of the database: nobody may open it */
};

AmbPage *amb_window_show_page             (AmbWindow *self, const char *tag);
AmbPage *amb_window_get_page              (AmbWindow *self);
gboolean amb_window_is_gone               (AmbWindow *self);
void     amb_window_bind_counts           (AmbWindow *self);
void     amb_window_run_pending           (AmbWindow *self);
void     amb_window_open_database         (AmbWindow *self);
void     amb_window_update_actions        (AmbWindow *self);
void     amb_window_class_install_actions (GtkWidgetClass *klass);

G_END_DECLS

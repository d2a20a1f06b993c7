/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-figure.h"
#include "amb-today-page.h"

G_BEGIN_DECLS

struct _AmbTodayPage
{
  AdwBin        parent_instance;

  /* Template widgets */
  GtkLabel     *date_label;
  GtkLabel     *state_label;
  GtkWidget    *due_group;
  GtkListBox   *due_box;
  GtkWidget    *unconfirmed_group;
  GtkListBox   *unconfirmed_box;
  GtkWidget    *follow_up_group;
  GtkListBox   *follow_up_box;
  GtkWidget    *suggestion_group;
  GtkListBox   *suggestion_box;
  GtkWidget    *running_out_group;
  GtkListBox   *running_out_box;
  GtkWidget    *no_stories;
  GtkWidget    *sample_row;
  AmbFigure    *online;
  AmbFigure    *offline;
  AmbFigure    *heard;

  AmbContext   *context;
  GCancellable *cancellable;
  guint         source;

  /* AmbTodayItem */
  GListStore   *due;
  GListStore   *unconfirmed;
  GListStore   *follow_ups;
  GListStore   *suggestions;
  GListStore   *running_out;
};

void amb_today_page_class_install_actions (GtkWidgetClass *klass);

G_END_DECLS

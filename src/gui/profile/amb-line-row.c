/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-line-row.h"

#include "amb-text-counter.h"

/**
 * AmbLineRow:
 *
 * A row in which one line is written, with a button that copies it.
 */
struct _AmbLineRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbLineRow, amb_line_row, ADW_TYPE_ENTRY_ROW)

static void
amb_line_row_class_init (AmbLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AMB_TYPE_TEXT_COUNTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-line-row.ui");
}

static void
amb_line_row_init (AmbLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_line_row_new:
 * @title: what the line is
 *
 * Makes a row for one line.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_line_row_new (const char *title)
{
  return g_object_new (AMB_TYPE_LINE_ROW, "title", title, NULL);
}

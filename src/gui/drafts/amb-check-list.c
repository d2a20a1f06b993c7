/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-check-list.h"

#include "amb-check-row.h"

/* More than that nobody reads, and a list box makes a row for each. */
#define MAXIMUM_ROWS 100

/**
 * AmbCheckList:
 *
 * What the checks have to say, in the order of the text. Rows that say the same as before stay, with the focus in them.
 */
struct _AmbCheckList
{
  AdwBin      parent_instance;

  GtkListBox *rows;
  gboolean    is_interactive;
};

G_DEFINE_FINAL_TYPE (AmbCheckList, amb_check_list, ADW_TYPE_BIN)

static void
remove_rows_from (AmbCheckList *self,
                  guint         position)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, position)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static void
amb_check_list_class_init (AmbCheckListClass *klass)
{
}

static void
amb_check_list_init (AmbCheckList *self)
{
  self->is_interactive = TRUE;
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

void
amb_check_list_set_report (AmbCheckList   *self,
                           AmbCheckReport *report)
{
  GArray *issues;
  guint n_kept = 0;

  g_return_if_fail (AMB_IS_CHECK_LIST (self));

  if (report == NULL)
    {
      remove_rows_from (self, 0);
      return;
    }

  issues = amb_check_report_get_issues (report);
  while (n_kept < issues->len)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, n_kept);

      if (row == NULL ||
          !amb_check_row_refresh (AMB_CHECK_ROW (row), &g_array_index (issues, AmbCheckIssue, n_kept)))
        break;
      n_kept++;
    }

  remove_rows_from (self, n_kept);
  for (guint i = n_kept; i < MIN (issues->len, MAXIMUM_ROWS); i++)
    gtk_list_box_append (self->rows, amb_check_row_new (&g_array_index (issues, AmbCheckIssue, i), self->is_interactive));
}

/* Whether a row can be operated: see amb_check_row_new(). */
void
amb_check_list_set_interactive (AmbCheckList *self,
                                gboolean      interactive)
{
  g_return_if_fail (AMB_IS_CHECK_LIST (self));

  self->is_interactive = interactive;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-result-list.h"

#include <glib/gi18n-lib.h>

#include "amb-entry-summary.h"
#include "amb-format.h"

/**
 * AmbResultList:
 *
 * What an entry had brought at several moments, newest first. A count that was wrong can be taken away.
 */
struct _AmbResultList
{
  AdwBin      parent_instance;

  /* Template widgets */
  GtkListBox *list;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbResultList, amb_result_list, ADW_TYPE_BIN)

static void
remove_clicked_cb (AmbResultList *self,
                   GtkWidget     *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint n_after = 0;

  /* The last of the results is the first row. */
  while ((row = gtk_widget_get_next_sibling (row)) != NULL)
    n_after++;
  g_signal_emit (self, signals[REMOVED], 0, n_after);
}

static GtkWidget *
make_remove_button (AmbResultList *self,
                    const char    *date)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a date */
  g_autofree char *name = g_strdup_printf (_("Remove the numbers of %s"), date);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_row (AmbResultList   *self,
         const AmbResult *result)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = amb_format_date (result->at);
  g_autofree char *numbers = amb_entry_summary_list_numbers (result);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), numbers);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, date));
  gtk_list_box_append (self->list, row);
}

static void
amb_result_list_class_init (AmbResultListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * AmbResultList::removed:
   * @self: the list
   * @position: which of the results, as the entry numbers them
   *
   * The person took a result away.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-result-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbResultList, list);
}

static void
amb_result_list_init (AmbResultList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_result_list_set_results:
 * @self: the list
 * @results: (nullable) (element-type AmbResult): the results, oldest first
 *
 * Shows these results; without any, it shows nothing.
 */
void
amb_result_list_set_results (AmbResultList *self,
                             GArray        *results)
{
  guint n_results = results == NULL ? 0 : results->len;
  GtkWidget *row;

  g_return_if_fail (AMB_IS_RESULT_LIST (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = n_results; i > 0; i--)
    add_row (self, &g_array_index (results, AmbResult, i - 1));
  gtk_widget_set_visible (GTK_WIDGET (self), n_results > 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-today-row.h"

#include <adwaita.h>

/* It says nothing that the words beside it don't. */
static GtkWidget *
make_symbol (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", icon_name,
                       NULL);
}

static GtkWidget *
make_row (AmbTodayItem *item,
          const char   *action,
          const char   *icon_name)
{
  GtkWidget *row = adw_action_row_new ();

  /* What the person wrote is text, not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), amb_today_item_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), amb_today_item_get_subtitle (item));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_symbol (icon_name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", amb_today_item_get_id (item));
  /* Its title is its name already. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, amb_today_item_get_subtitle (item), -1);

  return row;
}

/**
 * amb_today_row_new:
 * @item: what it shows
 * @action: the name of an action that takes an int64
 * @icon_name: a symbol
 *
 * Makes a row that takes one to a record.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_today_row_new (AmbTodayItem *item,
                   const char   *action,
                   const char   *icon_name)
{
  GtkWidget *row = make_row (item, action, icon_name);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_symbol ("go-next-symbolic"));

  return row;
}

/**
 * amb_today_row_add_button:
 * @row: a row
 * @item: what it shows
 * @label: the words on the button
 * @button_action: the name of an action that takes an int64
 *
 * Adds a button that does one thing with the record on the spot.
 */
void
amb_today_row_add_button (GtkWidget    *row,
                          AmbTodayItem *item,
                          const char   *label,
                          const char   *button_action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), button_action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", amb_today_item_get_id (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, amb_today_item_get_title (item), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/**
 * amb_today_row_new_with_button:
 * @item: what it shows
 * @action: the name of an action that takes an int64
 * @icon_name: a symbol
 * @label: the words on the button
 * @button_action: the name of an action that takes an int64
 *
 * Makes a row that takes one to a record, and does one thing with it on the spot.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_today_row_new_with_button (AmbTodayItem *item,
                               const char   *action,
                               const char   *icon_name,
                               const char   *label,
                               const char   *button_action)
{
  GtkWidget *row = make_row (item, action, icon_name);

  amb_today_row_add_button (row, item, label, button_action);

  return row;
}

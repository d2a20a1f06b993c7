/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-list-item-row.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"

/**
 * AmbListItemRow:
 *
 * One text of a list: it can be changed in place, moved up or down, and taken away.
 */
struct _AmbListItemRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  GtkEditable      *entry;
  GtkWidget        *move_up;
  GtkWidget        *remove_button;
};

enum
{
  CHANGED,
  MOVED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbListItemRow, amb_list_item_row, ADW_TYPE_PREFERENCES_ROW)

static void
name_removal (AmbListItemRow *self)
{
  g_autofree char *name = amb_format_removal (gtk_editable_get_text (self->entry));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
entry_changed_cb (AmbListItemRow *self)
{
  name_removal (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
move (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0, g_variant_get_int32 (parameter));
}

static void
remove_item (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

static gboolean
amb_list_item_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AMB_LIST_ITEM_ROW (widget)->entry));
}

/* Buttons that would make a list restless show where the person is; elsewhere the text has their room. */
static void
amb_list_item_row_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  previous)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);

  gtk_widget_set_visible (AMB_LIST_ITEM_ROW (widget)->move_up,
                          (flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0);

  GTK_WIDGET_CLASS (amb_list_item_row_parent_class)->state_flags_changed (widget, previous);
}

static void
install_signals (GType type)
{
  /**
   * AmbListItemRow::changed:
   * @self: a row
   *
   * The person changed the text.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AmbListItemRow::moved:
   * @self: a row
   * @distance: −1 for up, 1 for down
   *
   * The person wants the text elsewhere in the list.
   */
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * AmbListItemRow::removed:
   * @self: a row
   *
   * The person wants the text gone.
   */
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
amb_list_item_row_class_init (AmbListItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = amb_list_item_row_grab_focus;
  widget_class->state_flags_changed = amb_list_item_row_state_flags_changed;

  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_install_action (widget_class, "item.move", "i", move);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, remove_item);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.move", "i", 1);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-list-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbListItemRow, entry);
  gtk_widget_class_bind_template_child (widget_class, AmbListItemRow, move_up);
  gtk_widget_class_bind_template_child (widget_class, AmbListItemRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
amb_list_item_row_init (AmbListItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_list_item_row_new:
 * @text: UTF-8
 *
 * Makes a row for one text of a list.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_list_item_row_new (const char *text)
{
  AmbListItemRow *self = g_object_new (AMB_TYPE_LIST_ITEM_ROW, NULL);

  gtk_editable_set_text (self->entry, text);
  name_removal (self);

  return GTK_WIDGET (self);
}

/**
 * amb_list_item_row_get_text:
 * @self: a row
 *
 * Gets the text as it is now.
 *
 * Returns: UTF-8
 */
const char *
amb_list_item_row_get_text (AmbListItemRow *self)
{
  g_return_val_if_fail (AMB_IS_LIST_ITEM_ROW (self), NULL);

  return gtk_editable_get_text (self->entry);
}

/**
 * amb_list_item_row_place:
 * @self: a row
 * @list: what the list is
 * @position: where the row stands in it, from 0
 * @n_items: how long it is
 *
 * Says where the row stands, for who cannot see it.
 */
void
amb_list_item_row_place (AmbListItemRow *self,
                         const char     *list,
                         guint           position,
                         guint           n_items)
{
  /* Translators: a place in a list, for example “Themes, 2 of 5” */
  g_autofree char *name = g_strdup_printf (_("%s, %u of %u"), list, position + 1, n_items);

  g_return_if_fail (AMB_IS_LIST_ITEM_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-shortcuts-window.h"

#include "amb-shortcut-row.h"

/**
 * AmbShortcutsWindow:
 *
 * Says what can be done by keyboard. The window that GTK has for it puts keys and words side by side and does not fold,
 * so that in a narrow window the words cannot be read.
 */
struct _AmbShortcutsWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbShortcutsWindow, amb_shortcuts_window, ADW_TYPE_WINDOW)

static void
amb_shortcuts_window_class_init (AmbShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AMB_TYPE_SHORTCUT_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-shortcuts-window.ui");
}

static void
amb_shortcuts_window_init (AmbShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_shortcuts_window_new:
 * @parent: (nullable): the window that asks
 *
 * Makes the window of the shortcuts.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
amb_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (AMB_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-confirm-dialog.h"

#include "amb-confirm-share.h"

/**
 * AmbConfirmDialog:
 *
 * Asks of something that was opened on its channel some time ago whether it went out, and where it stands.
 */
struct _AmbConfirmDialog
{
  AdwWindow        parent_instance;

  /* Template widgets */
  AdwWindowTitle  *window_title;
  AmbConfirmShare *confirm_share;
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbConfirmDialog, amb_confirm_dialog, ADW_TYPE_WINDOW)

static void
confirm_share_confirmed_cb (AmbConfirmDialog *self,
                            gint64            entry_id)
{
  g_signal_emit (self, signals[CONFIRMED], 0, entry_id);
  gtk_window_close (GTK_WINDOW (self));
}

/* What is being stored is on its way: the dialog waits for it, to say when it fails. */
static gboolean
amb_confirm_dialog_close_request (GtkWindow *window)
{
  return amb_confirm_share_get_saving (AMB_CONFIRM_DIALOG (window)->confirm_share) ||
         GTK_WINDOW_CLASS (amb_confirm_dialog_parent_class)->close_request (window);
}

static void
amb_confirm_dialog_class_init (AmbConfirmDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = amb_confirm_dialog_close_request;

  /**
   * AmbConfirmDialog::confirmed:
   * @self: a dialog
   * @entry_id: an entry
   *
   * It went out, and that is stored.
   */
  signals[CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (AMB_TYPE_CONFIRM_SHARE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/today/amb-confirm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbConfirmDialog, confirm_share);
  gtk_widget_class_bind_template_child (widget_class, AmbConfirmDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, confirm_share_confirmed_cb);
}

static void
amb_confirm_dialog_init (AmbConfirmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_confirm_dialog_new:
 * @parent: the window it belongs to
 * @context: where entries are kept
 * @item: an entry that was opened, and not confirmed
 *
 * Makes a dialog that asks whether it went out.
 *
 * Returns: (transfer none): the dialog, owned by GTK
 */
GtkWidget *
amb_confirm_dialog_new (GtkWindow    *parent,
                        AmbContext   *context,
                        AmbTodayItem *item)
{
  AmbConfirmDialog *self = g_object_new (AMB_TYPE_CONFIRM_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail (AMB_IS_TODAY_ITEM (item), GTK_WIDGET (self));

  gtk_window_set_title (GTK_WINDOW (self), amb_today_item_get_title (item));
  adw_window_title_set_title (self->window_title, amb_today_item_get_title (item));
  adw_window_title_set_subtitle (self->window_title, amb_today_item_get_subtitle (item));
  amb_confirm_share_set_entry (self->confirm_share, context, amb_today_item_get_id (item), FALSE);

  return GTK_WIDGET (self);
}

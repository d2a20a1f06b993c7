/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-confirmation.h"

#include <glib/gi18n-lib.h>

#include "amb-presenter.h"
#include "amb-sharing.h"

/* An entry that was confirmed. The widget may be gone by the time the person thinks better of it. */
typedef struct
{
  GWeakRef    widget;
  AmbContext *context;
  gint64      entry_id;
} Confirmation;

static void
confirmation_free (gpointer data)
{
  Confirmation *confirmation = data;

  g_weak_ref_clear (&confirmation->widget);
  g_object_unref (confirmation->context);
  g_free (confirmation);
}

static void
unconfirm_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_sharing_unconfirm_finish (AMB_CONTEXT (object), result, &error);

  if (entry == NULL)
    amb_presenter_show_error (widget, error);
}

static void
undo_confirmation (gpointer data)
{
  Confirmation *confirmation = data;
  GtkWidget *widget = g_weak_ref_get (&confirmation->widget);

  if (widget != NULL)
    amb_sharing_unconfirm_async (confirmation->context, confirmation->entry_id, NULL, unconfirm_cb, widget);
}

/**
 * amb_confirmation_offer_undo:
 * @widget: a widget of the window
 * @context: where entries are kept
 * @entry_id: an entry that was just confirmed
 *
 * Says that a share was confirmed, and offers to take that back.
 */
void
amb_confirmation_offer_undo (GtkWidget  *widget,
                             AmbContext *context,
                             gint64      entry_id)
{
  Confirmation *confirmation;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (AMB_IS_CONTEXT (context));

  confirmation = g_new0 (Confirmation, 1);
  g_weak_ref_init (&confirmation->widget, widget);
  confirmation->context = g_object_ref (context);
  confirmation->entry_id = entry_id;
  amb_presenter_show_undo (widget, _("It is in your history"), undo_confirmation, confirmation,
                           confirmation_free);
}

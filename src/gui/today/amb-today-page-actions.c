/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-today-page-private.h"

#include <glib/gi18n-lib.h>

#include "amb-confirm-dialog.h"
#include "amb-confirmation.h"
#include "amb-entry-removal.h"
#include "amb-library.h"
#include "amb-presenter.h"

/* A skipped record, and the page that says so. */
typedef struct
{
  AmbTodayPage *page;
  gint64        id;
} Deed;

static Deed *
deed_new (AmbTodayPage *page,
          gint64        id)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->page = g_object_ref (page);
  deed->id = id;

  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_object_unref (deed->page);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void
unskipped_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AmbTodayPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!amb_library_set_own_finish (AMB_CONTEXT (object), result, &error))
    amb_presenter_show_error (GTK_WIDGET (self), error);
}

static void
undo_skip (gpointer data)
{
  Deed *deed = data;

  amb_library_set_own_text_async (deed->page->context, deed->id, AMB_STORY_DISMISSED, NULL, NULL,
                                  unskipped_cb, g_object_ref (deed->page));
}

static void
skipped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Deed) deed = data;
  g_autoptr (GError) error = NULL;

  if (!amb_library_set_own_finish (AMB_CONTEXT (object), result, &error))
    amb_presenter_show_error (GTK_WIDGET (deed->page), error);
  else
    amb_presenter_show_undo (GTK_WIDGET (deed->page), _("Story skipped"), undo_skip,
                             deed_new (deed->page, deed->id), deed_free);
}

static void
skip_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  AmbTodayPage *self = AMB_TODAY_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  /* Translators: the reason that is kept with a story which somebody skipped on the Today page */
  amb_library_set_own_text_async (self->context, id, AMB_STORY_DISMISSED, _("Skipped"), NULL,
                                  skipped_cb, deed_new (self, id));
}

static AmbTodayItem *
find_unconfirmed (AmbTodayPage *self,
                  gint64        id)
{
  GListModel *items = G_LIST_MODEL (self->unconfirmed);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AmbTodayItem) item = g_list_model_get_item (items, i);

      if (amb_today_item_get_id (item) == id)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
dialog_confirmed_cb (AmbTodayPage *self,
                     gint64        entry_id)
{
  amb_confirmation_offer_undo (GTK_WIDGET (self), self->context, entry_id);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AmbTodayPage *self = AMB_TODAY_PAGE (widget);
  g_autoptr (AmbTodayItem) item = find_unconfirmed (self, g_variant_get_int64 (parameter));
  GtkWidget *dialog;

  if (item == NULL)
    return;

  dialog = amb_confirm_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, item);
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (dialog_confirmed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What never went out is no entry. */
static void
deny_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  amb_entry_removal_start (widget, AMB_TODAY_PAGE (widget)->context, g_variant_get_int64 (parameter));
}

void
amb_today_page_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "today.skip", "x", skip_cb);
  gtk_widget_class_install_action (klass, "today.confirm", "x", confirm_cb);
  gtk_widget_class_install_action (klass, "today.deny", "x", deny_cb);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-today-page-private.h"

#include <glib/gi18n-lib.h>

#include "amb-confirmation.h"
#include "amb-entry-removal.h"
#include "amb-library.h"
#include "amb-presenter.h"
#include "amb-sharing.h"

/* A skipped or confirmed record, and the page that says so. */
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

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AmbTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_sharing_confirm_finish (AMB_CONTEXT (object), result, &error);

  if (entry == NULL)
    amb_presenter_show_error (GTK_WIDGET (self), error);
  else
    amb_confirmation_offer_undo (GTK_WIDGET (self), self->context, amb_record_get_id (AMB_RECORD (entry)));
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AmbTodayPage *self = AMB_TODAY_PAGE (widget);

  amb_sharing_confirm_async (self->context, g_variant_get_int64 (parameter), NULL, NULL,
                             confirmed_cb, g_object_ref (self));
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

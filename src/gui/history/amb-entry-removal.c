/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-removal.h"

#include <glib/gi18n-lib.h>

#include "amb-logbook.h"
#include "amb-presenter.h"

/* An entry to remove, or to bring back. The widget may be gone by the time the person wants it. */
typedef struct
{
  GWeakRef    widget;
  AmbContext *context;
  gint64      entry_id;
  gboolean    remove_it;
} Removal;

static void run_removal (Removal *removal);

static Removal *
make_removal (GtkWidget  *widget,
              AmbContext *context,
              gint64      entry_id,
              gboolean    remove_it)
{
  Removal *removal = g_new0 (Removal, 1);

  /* A dialog goes away at once; the window under it stays. */
  if (GTK_IS_WINDOW (widget) && gtk_window_get_transient_for (GTK_WINDOW (widget)) != NULL)
    widget = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));
  g_weak_ref_init (&removal->widget, widget);
  removal->context = g_object_ref (context);
  removal->entry_id = entry_id;
  removal->remove_it = remove_it;

  return removal;
}

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_weak_ref_clear (&removal->widget);
  g_object_unref (removal->context);
  g_free (removal);
}

static void
undo_removal (gpointer data)
{
  Removal *removal = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&removal->widget);

  if (widget != NULL)
    run_removal (make_removal (widget, removal->context, removal->entry_id, !removal->remove_it));
}

static void
remove_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Removal *removal = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&removal->widget);
  g_autoptr (GError) error = NULL;
  gboolean done = amb_logbook_remove_finish (AMB_CONTEXT (object), result, &error);

  if (widget != NULL && !done)
    amb_presenter_show_error (widget, error);
  if (widget != NULL && done && removal->remove_it)
    amb_presenter_show_undo (widget, _("Entry deleted"), undo_removal, removal, removal_free);
  else
    removal_free (removal);
}

static void
run_removal (Removal *removal)
{
  amb_logbook_remove_async (removal->context, removal->entry_id, removal->remove_it, NULL, remove_cb, removal);
}

/**
 * amb_entry_removal_start:
 * @widget: a widget of the window
 * @context: where entries are kept
 * @entry_id: an entry
 *
 * Deletes an entry, and offers to bring it back.
 */
void
amb_entry_removal_start (GtkWidget  *widget,
                         AmbContext *context,
                         gint64      entry_id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  run_removal (make_removal (widget, context, entry_id, TRUE));
}

/**
 * amb_entry_removal_offer:
 * @widget: a widget of the window, or a dialog of it
 * @context: where entries are kept
 * @entry_id: an entry that was just made
 * @text: what was done
 *
 * Says that an entry was made, and offers to delete it again.
 */
void
amb_entry_removal_offer (GtkWidget  *widget,
                         AmbContext *context,
                         gint64      entry_id,
                         const char *text)
{
  Removal *removal;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  removal = make_removal (widget, context, entry_id, FALSE);
  amb_presenter_show_undo (widget, text, undo_removal, removal, removal_free);
}

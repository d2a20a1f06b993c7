/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-drafts-page-private.h"

#include <glib/gi18n-lib.h>

#include "amb-confirmation.h"
#include "amb-draft-row.h"
#include "amb-drafting.h"
#include "amb-list-keys.h"
#include "amb-plan-dialog.h"
#include "amb-presenter.h"
#include "amb-share-dialog.h"

/* A draft that was discarded, so that it can come back. */
typedef struct
{
  AmbDraftsPage *page;
  gint64         id;
  gboolean       was_open;
} Discarded;

static Discarded *
discarded_new (AmbDraftsPage *self,
               gint64         id)
{
  Discarded *discarded = g_new0 (Discarded, 1);

  discarded->page = g_object_ref (self);
  discarded->id = id;
  discarded->was_open = id == amb_drafts_page_get_open_id (self);

  return discarded;
}

static void
discarded_free (gpointer data)
{
  Discarded *discarded = data;

  g_object_unref (discarded->page);
  g_free (discarded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Discarded, discarded_free)

static void
forget_discarded (AmbDraftsPage *self,
                  gint64         id)
{
  for (guint i = self->discarded->len; i > 0; i--)
    {
      if (g_array_index (self->discarded, gint64, i - 1) == id)
        g_array_remove_index (self->discarded, i - 1);
    }
  amb_drafts_page_update_actions (self);
}

/* The undo of a toast is gone with it; this one stays as long as the window does. */
static void
remember_discarded (AmbDraftsPage *self,
                    gint64         id)
{
  forget_discarded (self, id);
  g_array_append_val (self->discarded, id);
  amb_drafts_page_update_actions (self);
}

static void
bring_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (Discarded) discarded = data;
  g_autoptr (GError) error = NULL;

  if (!amb_drafting_discard_finish (discarded->page->context, result, &error))
    {
      amb_presenter_show_error (GTK_WIDGET (discarded->page), error);
      return;
    }

  forget_discarded (discarded->page, discarded->id);
  if (discarded->was_open)
    amb_drafts_page_open (discarded->page, discarded->id, FALSE);
}

static void
bring_back (gpointer data)
{
  Discarded *discarded = data;
  Discarded *again = g_new0 (Discarded, 1);

  again->page = g_object_ref (discarded->page);
  again->id = discarded->id;
  again->was_open = discarded->was_open;
  amb_drafting_discard_async (again->page->context, again->id, FALSE, NULL, bring_back_cb, again);
}

static void
discard_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Discarded) discarded = data;
  g_autoptr (GError) error = NULL;
  AmbDraftsPage *self = discarded->page;

  if (!amb_drafting_discard_finish (self->context, result, &error))
    {
      amb_presenter_show_error (GTK_WIDGET (self), error);
      return;
    }

  remember_discarded (self, discarded->id);
  amb_presenter_show_undo (GTK_WIDGET (self), _("Draft discarded"), bring_back,
                           g_steal_pointer (&discarded), discarded_free);
}

/* What the keyboard or else the mouse points at in the list, or else what is open. */
static gint64
get_chosen_id (AmbDraftsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  GtkWidget *row = amb_list_keys_get_row (self->list);

  if (row != NULL)
    return amb_record_get_id (AMB_RECORD (amb_draft_row_get_draft (AMB_DRAFT_ROW (row))));
  if (position != GTK_INVALID_LIST_POSITION)
    return amb_record_list_get_id (AMB_RECORD_LIST (self->drafts), position);

  return amb_drafts_page_get_open_id (self);
}

static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (widget);
  gint64 id = get_chosen_id (self);
  Discarded *discarded;

  if (id == 0)
    return;

  /* Closing saves the last words first, so that they come back too. */
  discarded = discarded_new (self, id);
  if (discarded->was_open)
    amb_drafts_page_close (self);
  amb_list_keys_leave (self->list);
  amb_drafting_discard_async (self->context, id, TRUE, NULL, discard_cb, discarded);
}

static void
start_to_bring_back (AmbDraftsPage *self,
                     gint64         id)
{
  Discarded *discarded = discarded_new (self, id);

  discarded->was_open = TRUE;
  amb_drafting_discard_async (self->context, id, FALSE, NULL, bring_back_cb, discarded);
}

static void
undo_discard_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (widget);

  if (self->discarded->len > 0 && gtk_widget_get_mapped (widget))
    start_to_bring_back (self, g_array_index (self->discarded, gint64, self->discarded->len - 1));
}

/* What is brought back would vanish from a list of what was discarded. */
static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (widget);

  start_to_bring_back (self, amb_drafts_page_get_open_id (self));
  gtk_drop_down_set_selected (self->state_filter, 0);
}

static void
share_dialog_shared_cb (AmbDraftsPage *self,
                        gint64         entry_id)
{
  amb_confirmation_offer_undo (GTK_WIDGET (self), self->context, entry_id);
}

static void
share_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (widget);
  AmbDraftSession *session = amb_composer_get_session (self->composer);
  GtkWidget *dialog;

  if (session == NULL)
    return;

  if (*amb_draft_session_get_text (session) == '\0')
    {
      amb_presenter_show_toast (widget, _("Write something first."));
      return;
    }

  dialog = amb_share_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), session);
  g_signal_connect_object (dialog, "shared", G_CALLBACK (share_dialog_shared_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (widget);
  AmbDraft *draft = amb_composer_get_draft (self->composer);

  if (draft != NULL)
    gtk_window_present (GTK_WINDOW (amb_plan_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                         self->context, draft)));
}

/* Somebody else discarded the draft that is open: what is written on in it would be kept, but not be found again. */
void
amb_drafts_page_leave_discarded (AmbDraftsPage *self)
{
  Discarded *discarded = discarded_new (self, amb_drafts_page_get_open_id (self));

  amb_drafts_page_close (self);
  remember_discarded (self, discarded->id);
  amb_presenter_show_undo (GTK_WIDGET (self), _("Draft discarded"), bring_back, discarded, discarded_free);
}

/* Wherever the focus went when the draft did, but after a text that has something to undo. */
void
amb_drafts_page_add_undo (AmbDraftsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK);
  GtkShortcutAction *action = gtk_named_action_new ("draft.undo-discard");

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), gtk_shortcut_new (trigger, action));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
amb_drafts_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "draft.bring-back", NULL, bring_back_action);
  gtk_widget_class_install_action (widget_class, "draft.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "draft.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "draft.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "draft.undo-discard", NULL, undo_discard_action);
  gtk_widget_class_install_property_action (widget_class, "draft.state", "draft-state");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_P, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "draft.plan", NULL);
}

void
amb_drafts_page_update_actions (AmbDraftsPage *self)
{
  gboolean is_open = amb_composer_get_draft (self->composer) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.bring-back", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.plan", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.share", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.state", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.undo-discard", self->discarded->len > 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-share-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-check-list.h"
#include "amb-choice.h"
#include "amb-confirm-share.h"
#include "amb-links.h"
#include "amb-presenter.h"
#include "amb-sharing.h"

/**
 * AmbShareDialog:
 *
 * Hands a draft over to a channel.
 *
 * First it shows exactly what leaves, and calmly how much the checks have to say of it, which never stops anybody; then
 * the text goes to the clipboard, the channel's own composer opens where there is one, and the dialog asks whether it went
 * out. Only the person can know.
 * ::shared is emitted with the id of the entry of the log once they said so.
 */
struct _AmbShareDialog
{
  AdwWindow         parent_instance;

  AmbDraftSession  *session;
  GCancellable     *cancellable;
  gboolean          saving;

  /* Template widgets */
  GtkStack         *stack;
  AdwComboRow      *channel_row;
  GtkStack         *check_stack;
  GtkExpander      *checks_expander;
  AmbCheckList     *check_list;
  GtkLabel         *text;
  GtkLabel         *explanation;
  GtkButton        *open_button;
  AmbConfirmShare  *confirm_share;
};

enum
{
  SHARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbShareDialog, amb_share_dialog, ADW_TYPE_WINDOW)

static const char *
get_channel (AmbShareDialog *self)
{
  return amb_choice_row_get_id (self->channel_row);
}

static void
add_choice (AmbShareDialog *self,
            GListStore     *choices,
            const char     *channel)
{
  g_autofree char *name = amb_draft_session_name_channel (self->session, channel);

  amb_choice_list_add (choices, channel, name);
}

static void
add_known_channels (AmbShareDialog *self,
                    GListStore     *choices)
{
  gsize n_rules;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);

  for (gsize i = 0; i < n_rules; i++)
    if (amb_channel_rules_is_online (rules[i]))
      add_choice (self, choices, amb_channel_rules_get_id (rules[i]));
}

/* Who has not said yet for which channels a draft is meant may choose from all of them. */
static GListStore *
list_channels (AmbShareDialog *self)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (amb_draft_session_get_draft (self->session)));
  GListStore *choices = amb_choice_list_new ();

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      add_choice (self, choices, amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
    }

  if (g_list_model_get_n_items (variants) == 0)
    add_known_channels (self, choices);

  return choices;
}

/* Some channels take nothing but a link; for the others it stands in the text already. */
static gboolean
takes_link (const char *channel)
{
  const AmbChannelRules *rules = amb_channel_rules_lookup (channel);
  const char *address = rules == NULL ? NULL : amb_channel_rules_get_compose_address (rules);

  return address != NULL && strstr (address, "{link}") != NULL;
}

static char *
find_first_link (const char *text)
{
  g_autoptr (GArray) links = amb_links_find (text, AMB_LINK_KIND_URL);
  const AmbRange *range;

  if (links->len == 0)
    return NULL;

  range = &g_array_index (links, AmbLink, 0).range;

  return g_strndup (text + range->start, range->end - range->start);
}

static char *
make_address (AmbShareDialog *self)
{
  AmbDraft *draft = amb_draft_session_get_draft (self->session);
  const char *channel = get_channel (self);
  g_autofree char *instance = amb_draft_session_find_instance (self->session, channel);
  g_autofree char *link = takes_link (channel) ? find_first_link (amb_draft_get_text_for (draft, channel)) : NULL;

  return amb_sharing_get_address (draft, channel, instance, link);
}

static void
insert_attribute (PangoAttrList  *attributes,
                  PangoAttribute *attribute,
                  const AmbRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (attributes, attribute);
}

/* A question that waits looks as it does where it was written. */
static void
mark_questions (AmbShareDialog *self,
                AmbCheckReport *report)
{
  GArray *issues = amb_check_report_get_issues (report);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < issues->len; i++)
    {
      const AmbCheckIssue *issue = &g_array_index (issues, AmbCheckIssue, i);

      if (g_str_equal (issue->id, "prompts"))
        {
          insert_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), &issue->range);
          insert_attribute (attributes, pango_attr_foreground_alpha_new (0.7 * G_MAXUINT16), &issue->range);
        }
    }

  gtk_label_set_attributes (self->text, attributes);
}

static void
show_report (AmbShareDialog *self,
             AmbCheckReport *report)
{
  guint n_issues = amb_check_report_get_issues (report)->len;
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("The checks noticed %u thing. You decide.",
                                     "The checks noticed %u things. You decide.", n_issues), n_issues);
  gtk_expander_set_label (self->checks_expander, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  mark_questions (self, report);
  amb_check_list_set_report (self->check_list, report);
  gtk_stack_set_visible_child_name (self->check_stack, n_issues == 0 ? "fine" : "issues");
}

static void
checker_run_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (AmbShareDialog) self = data;
  g_autoptr (AmbCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = amb_checker_run_finish (amb_draft_session_get_context (self->session), result, &error);
  /* It may have been ready when it was cancelled: it is about a text that is not shown any more. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  if (report != NULL)
    show_report (self, report);
  else
    g_debug ("The text could not be checked: %s", error->message);
}

static void
check_text (AmbShareDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  amb_checker_run_async (amb_draft_session_get_context (self->session), amb_draft_session_get_draft (self->session),
                         get_channel (self), self->cancellable, checker_run_cb, g_object_ref (self));
}

static void
explain (AmbShareDialog *self)
{
  g_autofree char *name = amb_draft_session_name_channel (self->session, get_channel (self));
  g_autofree char *address = make_address (self);
  g_autofree char *explanation = NULL;
  g_autofree char *label = NULL;

  if (address != NULL)
    {
      /* Translators: %s is a channel such as LinkedIn */
      explanation = g_strdup_printf (_("Your text is copied and %s opens. "
                                       "Nothing is posted until you post it there."), name);
      /* Translators: a button; %s is a channel such as LinkedIn */
      label = g_strdup_printf (_("_Copy and Open %s"), name);
    }
  else
    {
      /* Translators: %s is a channel such as Website */
      explanation = g_strdup_printf (_("Your text is copied, ready to paste on %s."), name);
      label = g_strdup (_("_Copy the Text"));
    }

  gtk_label_set_label (self->explanation, explanation);
  gtk_button_set_label (self->open_button, label);
  /* Somebody's own channel may have a long name. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->open_button)), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (self->open_button)), GTK_JUSTIFY_CENTER);
}

/* Also when the text changes: another program may write in the draft meanwhile. */
static void
channel_row_notify_selected_cb (AmbShareDialog *self)
{
  if (get_channel (self) == NULL)
    return;

  gtk_label_set_label (self->text, amb_draft_get_text_for (amb_draft_session_get_draft (self->session),
                                                           get_channel (self)));
  explain (self);
  check_text (self);
}

static void
show_uri_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (AmbShareDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (self), result, &error))
    return;

  g_debug ("The address could not be opened: %s", error->message);
  amb_presenter_show_toast (GTK_WIDGET (self), _("No program could open it. Your text is copied: go there yourself and paste it."));
}

static void
open_address (AmbShareDialog *self)
{
  g_autofree char *address = make_address (self);

  if (address != NULL)
    gtk_show_uri_full (GTK_WINDOW (self), address, GDK_CURRENT_TIME, NULL, show_uri_cb, g_object_ref (self));
}

static void
sharing_open_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (AmbShareDialog) self = data;
  g_autoptr (AmbEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->open_button), TRUE);
  entry = amb_sharing_open_finish (amb_draft_session_get_context (self->session), result, &error);
  if (entry == NULL)
    {
      amb_presenter_show_error (GTK_WIDGET (self), error);
      return;
    }

  amb_confirm_share_set_entry (self->confirm_share, amb_draft_session_get_context (self->session),
                               amb_record_get_id (AMB_RECORD (entry)), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "confirm");
}

/* What is logged is what the disk has, so what is unsaved goes first: the writer keeps the order. */
static void
open_clicked_cb (AmbShareDialog *self)
{
  AmbDraft *draft = amb_draft_session_get_draft (self->session);

  self->saving = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->open_button), FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          amb_draft_get_text_for (draft, get_channel (self)));
  open_address (self);

  amb_draft_session_flush (self->session);
  amb_sharing_open_async (amb_draft_session_get_context (self->session), draft, get_channel (self), NULL,
                          sharing_open_cb, g_object_ref (self));
}

/* The service has stored it; the draft that is open must know, or its next save would undo that. */
static void
confirm_share_confirmed_cb (AmbShareDialog *self,
                            gint64          entry_id)
{
  amb_draft_set_state (amb_draft_session_get_draft (self->session), AMB_DRAFT_STATE_SHARED);
  g_signal_emit (self, signals[SHARED], 0, entry_id);
  gtk_window_close (GTK_WINDOW (self));
}

/* What is being stored is on its way: the dialog waits for it, to say when it fails and to tell the draft. */
static gboolean
amb_share_dialog_close_request (GtkWindow *window)
{
  AmbShareDialog *self = AMB_SHARE_DIALOG (window);

  return self->saving || amb_confirm_share_get_saving (self->confirm_share) ||
         GTK_WINDOW_CLASS (amb_share_dialog_parent_class)->close_request (window);
}

static void
amb_share_dialog_dispose (GObject *object)
{
  AmbShareDialog *self = AMB_SHARE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (amb_share_dialog_parent_class)->dispose (object);
}

static void
amb_share_dialog_finalize (GObject *object)
{
  AmbShareDialog *self = AMB_SHARE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (amb_share_dialog_parent_class)->finalize (object);
}

static void
amb_share_dialog_class_init (AmbShareDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amb_share_dialog_dispose;
  object_class->finalize = amb_share_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = amb_share_dialog_close_request;

  signals[SHARED] = g_signal_new ("shared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (AMB_TYPE_CHECK_LIST);
  g_type_ensure (AMB_TYPE_CONFIRM_SHARE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, check_list);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, check_stack);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, checks_expander);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, confirm_share);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AmbShareDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, channel_row_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_share_confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amb_share_dialog_init (AmbShareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  amb_check_list_set_interactive (self->check_list, FALSE);
}

GtkWidget *
amb_share_dialog_new (GtkWindow       *parent,
                      AmbDraftSession *session)
{
  AmbShareDialog *self;
  g_autoptr (GListStore) choices = NULL;

  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (session), NULL);

  self = g_object_new (AMB_TYPE_SHARE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  choices = list_channels (self);
  amb_choice_row_fill (self->channel_row, choices, amb_draft_session_get_channel (session));
  channel_row_notify_selected_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (channel_row_notify_selected_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-composer-private.h"

#include <glib/gi18n-lib.h>

#include "amb-focus.h"
#include "amb-time.h"

/* The name under which the manuscript keeps the main text; channels have words for ids. */
#define MAIN_TEXT ""

/**
 * AmbComposer:
 *
 * Where a draft is written: its texts, the story, the checks and the preview beside them, and how much is left.
 *
 * Everything around the text looks at the [class@DraftSession]; the composer only brings session and text together.
 */

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_DRAFT,
  PROP_SHOW_PANEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbComposer, amb_composer, ADW_TYPE_BIN)

static void
show_hint (AmbComposer *self)
{
  const char *channel = amb_draft_session_get_channel (self->session);
  gboolean is_own = channel != NULL && amb_draft_session_is_own (self->session, channel);
  g_autofree char *name = channel == NULL ? NULL : amb_draft_session_name_channel (self->session, channel);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->hint, channel != NULL);
  gtk_widget_set_visible (self->follow_button, is_own);
  if (channel == NULL)
    return;

  if (is_own)
    /* Translators: %s is a channel such as LinkedIn */
    text = g_strdup_printf (_("%s has a text of its own."), name);
  else
    /* Translators: %s is a channel such as LinkedIn */
    text = g_strdup_printf (_("This is the main text. What you change here is for %s only."), name);
  gtk_label_set_label (self->hint_text, text);
}

static void
name_manuscript (AmbComposer *self)
{
  const char *channel = amb_draft_session_get_channel (self->session);
  g_autofree char *name = channel == NULL ? NULL : amb_draft_session_name_channel (self->session, channel);
  /* Translators: %s is a channel such as LinkedIn */
  g_autofree char *label = channel == NULL ? g_strdup (_("Main text")) : g_strdup_printf (_("Text for %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->manuscript), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_text (AmbComposer *self)
{
  const char *channel = amb_draft_session_get_channel (self->session);

  amb_manuscript_show (self->manuscript, channel == NULL ? MAIN_TEXT : channel,
                       amb_draft_session_get_text (self->session));
}

static void
session_changed_cb (AmbComposer *self)
{
  show_text (self);
  show_hint (self);
}

static void
session_notify_channel_cb (AmbComposer *self)
{
  session_changed_cb (self);
  name_manuscript (self);
}

static char *
explain_passage (const AmbCheckPassage *passage)
{
  /* Translators: %s is the title of a story */
  return g_strdup_printf (ngettext ("From “%s”: %u word in a row", "From “%s”: %u words in a row", passage->words),
                          passage->story_title, passage->words);
}

static void
mark_passages (AmbComposer    *self,
               AmbCheckReport *report)
{
  GArray *passages = amb_check_report_get_passages (report);

  for (guint i = 0; i < passages->len; i++)
    {
      const AmbCheckPassage *passage = &g_array_index (passages, AmbCheckPassage, i);
      g_autofree char *explanation = explain_passage (passage);

      amb_manuscript_mark (self->manuscript, &passage->range, explanation);
    }
}

static void
mark_questions (AmbComposer    *self,
                AmbCheckReport *report)
{
  GArray *issues = amb_check_report_get_issues (report);

  for (guint i = 0; i < issues->len; i++)
    {
      const AmbCheckIssue *issue = &g_array_index (issues, AmbCheckIssue, i);

      if (g_str_equal (issue->id, "prompts"))
        amb_manuscript_mark_question (self->manuscript, &issue->range,
                                      _("A question for you: put your answer in its place."));
    }
}

/* A report about a text that is no more would mark the wrong words. */
static void
check_notify_report_cb (AmbComposer *self)
{
  AmbLiveCheck *check = amb_draft_session_get_check (self->session);

  if (!amb_live_check_is_current (check))
    return;

  amb_manuscript_unmark (self->manuscript);
  mark_passages (self, amb_live_check_get_report (check));
  mark_questions (self, amb_live_check_get_report (check));
}

static void
manuscript_edited_cb (AmbComposer *self)
{
  g_autofree char *text = amb_manuscript_dup_text (self->manuscript);

  if (self->session != NULL)
    amb_draft_session_set_text (self->session, text);
}

/* Where the panel covers the text, nobody can see what they type there. While it slides in, it is not there yet. */
static void
follow_panel (AmbComposer *self)
{
  GtkWidget *focus = amb_focus_get (GTK_WIDGET (self));
  GtkWidget *panel = adw_flap_get_flap (self->flap);

  if (focus == NULL)
    return;

  if (!adw_flap_get_reveal_flap (self->flap) && gtk_widget_is_ancestor (focus, panel))
    amb_composer_write (self);
  else if (adw_flap_get_reveal_flap (self->flap) && adw_flap_get_folded (self->flap) &&
           gtk_widget_is_ancestor (focus, adw_flap_get_content (self->flap)))
    amb_focus_enter (panel);
}

static void
flap_notify_reveal_flap_cb (AmbComposer *self)
{
  follow_panel (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANEL]);
}

static gboolean
is_discarded (AmbComposer *self,
              gint64       deleted_at)
{
  return deleted_at != AMB_TIME_UNSET;
}

static void
set_session (AmbComposer     *self,
             AmbDraftSession *session)
{
  if (self->session != NULL)
    amb_unsaved_sessions_add (self->unsaved, self->session);
  g_set_object (&self->session, session);
  amb_manuscript_clear (self->manuscript);

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->check_signals, session == NULL ? NULL : amb_draft_session_get_check (session));
  amb_channel_tabs_set_session (self->tabs, session);
  amb_channel_strip_set_session (self->strip, session);
  amb_draft_starter_set_session (self->starter, session);
  amb_story_panel_set_session (self->story_panel, session);
  amb_checks_panel_set_session (self->checks_panel, session);
  amb_preview_panel_set_session (self->preview_panel, session);

  if (session != NULL)
    {
      session_notify_channel_cb (self);
      /* One that is taken up again may have been checked already. */
      check_notify_report_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
amb_composer_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AmbComposer *self = AMB_COMPOSER (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_DRAFT:
      g_value_set_object (value, amb_composer_get_draft (self));
      break;
    case PROP_SHOW_PANEL:
      g_value_set_boolean (value, amb_composer_get_show_panel (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_composer_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AmbComposer *self = AMB_COMPOSER (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      if (g_set_object (&self->context, g_value_get_object (value)) && self->context != NULL)
        self->preferences = amb_preferences_new (self->context);
      break;
    case PROP_DRAFT:
      amb_composer_set_draft (self, g_value_get_object (value));
      break;
    case PROP_SHOW_PANEL:
      amb_composer_set_show_panel (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_composer_dispose (GObject *object)
{
  AmbComposer *self = AMB_COMPOSER (object);

  amb_composer_flush (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->check_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->unsaved);
  g_clear_object (&self->preferences);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_composer_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_CHANNEL_STRIP);
  g_type_ensure (AMB_TYPE_CHANNEL_TABS);
  g_type_ensure (AMB_TYPE_CHECKS_PANEL);
  g_type_ensure (AMB_TYPE_DRAFT_STARTER);
  g_type_ensure (AMB_TYPE_MANUSCRIPT);
  g_type_ensure (AMB_TYPE_PREVIEW_PANEL);
  g_type_ensure (AMB_TYPE_STORY_PANEL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, checks_panel);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, flap);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, follow_button);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, hint_text);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, manuscript);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, panels);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, preview_panel);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, starter);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, story_panel);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, strip);
  gtk_widget_class_bind_template_child (widget_class, AmbComposer, tabs);
  gtk_widget_class_bind_template_callback (widget_class, flap_notify_reveal_flap_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_panel);
  gtk_widget_class_bind_template_callback (widget_class, is_discarded);
  gtk_widget_class_bind_template_callback (widget_class, manuscript_edited_cb);
}

static void
amb_composer_class_init (AmbComposerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_composer_get_property;
  object_class->set_property = amb_composer_set_property;
  object_class->dispose = amb_composer_dispose;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT, flags);
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, AMB_TYPE_DRAFT, flags);
  properties[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
  amb_composer_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
amb_composer_init (AmbComposer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->unsaved = amb_unsaved_sessions_new ();
  self->session_signals = g_signal_group_new (AMB_TYPE_DRAFT_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::channel",
                                  G_CALLBACK (session_notify_channel_cb), self);
  self->check_signals = g_signal_group_new (AMB_TYPE_LIVE_CHECK);
  g_signal_group_connect_swapped (self->check_signals, "notify::report", G_CALLBACK (check_notify_report_cb), self);
}

AmbDraftSession *
amb_composer_get_session (AmbComposer *self)
{
  g_return_val_if_fail (AMB_IS_COMPOSER (self), NULL);

  return self->session;
}

AmbDraft *
amb_composer_get_draft (AmbComposer *self)
{
  g_return_val_if_fail (AMB_IS_COMPOSER (self), NULL);

  return self->session == NULL ? NULL : amb_draft_session_get_draft (self->session);
}

void
amb_composer_set_draft (AmbComposer *self,
                        AmbDraft    *draft)
{
  g_autoptr (AmbDraftSession) session = NULL;

  g_return_if_fail (AMB_IS_COMPOSER (self));
  g_return_if_fail (draft == NULL || AMB_IS_DRAFT (draft));

  if (amb_composer_get_draft (self) == draft)
    return;

  session = draft == NULL ? NULL : amb_draft_session_new (self->context, draft);
  set_session (self, session);
}

/* Goes on with a draft that is not on the disk yet; FALSE when there is none such, and it can be loaded. */
gboolean
amb_composer_resume (AmbComposer *self,
                     gint64       draft_id)
{
  g_autoptr (AmbDraftSession) session = NULL;

  g_return_val_if_fail (AMB_IS_COMPOSER (self), FALSE);

  session = amb_unsaved_sessions_take (self->unsaved, draft_id);
  if (session == NULL)
    return FALSE;

  set_session (self, session);

  return TRUE;
}

gboolean
amb_composer_get_show_panel (AmbComposer *self)
{
  g_return_val_if_fail (AMB_IS_COMPOSER (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap);
}

void
amb_composer_set_show_panel (AmbComposer *self,
                             gboolean     show_panel)
{
  g_return_if_fail (AMB_IS_COMPOSER (self));

  adw_flap_set_reveal_flap (self->flap, show_panel);
}

/* Puts the cursor into the text. */
void
amb_composer_write (AmbComposer *self)
{
  g_return_if_fail (AMB_IS_COMPOSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->manuscript));
}

void
amb_composer_flush (AmbComposer *self)
{
  g_return_if_fail (AMB_IS_COMPOSER (self));

  if (self->session != NULL)
    amb_draft_session_flush (self->session);
}

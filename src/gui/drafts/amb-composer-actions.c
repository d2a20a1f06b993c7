/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-composer-private.h"

#include <glib/gi18n-lib.h>

#include "amb-confirm.h"
#include "amb-difference-view.h"
#include "amb-presenter.h"

/* What can be undone from a toast: the text that a channel had for its own. */
typedef struct
{
  AmbComposer     *composer;
  AmbDraftSession *session;
  char            *channel;
  char            *text;
} OwnText;

static OwnText *
own_text_new (AmbComposer *self,
              const char  *channel)
{
  OwnText *own_text = g_new0 (OwnText, 1);

  own_text->composer = g_object_ref (self);
  own_text->session = g_object_ref (self->session);
  own_text->channel = g_strdup (channel);
  own_text->text = g_strdup (amb_draft_get_text_for (amb_composer_get_draft (self), channel));

  return own_text;
}

static void
own_text_free (gpointer data)
{
  OwnText *own_text = data;

  g_object_unref (own_text->composer);
  g_object_unref (own_text->session);
  g_free (own_text->channel);
  g_free (own_text->text);
  g_free (own_text);
}

static gboolean
is_same_draft (AmbDraftSession *a,
               AmbDraftSession *b)
{
  return a != NULL && amb_record_get_id (AMB_RECORD (amb_draft_session_get_draft (a))) ==
                      amb_record_get_id (AMB_RECORD (amb_draft_session_get_draft (b)));
}

/* The draft may have been closed since, or opened anew and changed: then its text now is the one to go on with. */
static void
own_text_restore (gpointer data)
{
  OwnText *own_text = data;
  AmbComposer *self = own_text->composer;
  gboolean is_open = is_same_draft (self->session, own_text->session);
  gint64 id = amb_record_get_id (AMB_RECORD (amb_draft_session_get_draft (own_text->session)));
  g_autoptr (AmbDraftSession) unsaved = is_open ? NULL : amb_unsaved_sessions_take (self->unsaved, id);
  AmbDraftSession *session = is_open ? self->session : unsaved != NULL ? unsaved : own_text->session;

  amb_draft_session_add_channel (session, own_text->channel);
  amb_draft_session_set_own_text (session, own_text->channel, own_text->text);
  if (is_open)
    amb_draft_session_flush (session);
  else
    amb_unsaved_sessions_add (self->unsaved, session);
}

/* Who puts something into the text wants to see where it went. */
static void
show_place (AmbComposer *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  amb_composer_write (self);
}

static void
insert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);
  const char *text;
  gboolean is_block;
  gint64 story_id;
  int version;

  if (self->session == NULL)
    return;

  g_variant_get (parameter, "(&sbxi)", &text, &is_block, &story_id, &version);
  if (story_id != 0)
    amb_draft_session_add_story (self->session, story_id, version);
  amb_manuscript_insert (self->manuscript, text, is_block ? AMB_INSERTION_BLOCK : AMB_INSERTION_INLINE);
  show_place (self);
}

static void
append_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);

  if (self->session == NULL)
    return;

  amb_manuscript_append (self->manuscript, g_variant_get_string (parameter, NULL));
  show_place (self);
}

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);
  guint64 start;
  guint64 end;

  if (self->session == NULL || !amb_live_check_is_current (amb_draft_session_get_check (self->session)))
    return;

  g_variant_get (parameter, "(tt)", &start, &end);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  amb_manuscript_select (self->manuscript, &(AmbRange) { start, end });
}

/* What can be undone from a toast: a check that was switched off. */
typedef struct
{
  AmbComposer *composer;
  char        *check;
} DisabledCheck;

static void
disabled_check_free (gpointer data)
{
  DisabledCheck *disabled = data;

  g_object_unref (disabled->composer);
  g_free (disabled->check);
  g_free (disabled);
}

static void
set_check_enabled (AmbComposer *self,
                   const char  *check,
                   gboolean     enabled)
{
  amb_preferences_set_check_enabled (self->preferences, check, enabled);
  if (self->session != NULL)
    amb_draft_session_check (self->session);
}

static void
disabled_check_restore (gpointer data)
{
  DisabledCheck *disabled = data;

  set_check_enabled (disabled->composer, disabled->check, TRUE);
}

static void
disable_check_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);
  DisabledCheck *disabled = g_new0 (DisabledCheck, 1);

  disabled->composer = g_object_ref (self);
  disabled->check = g_variant_dup_string (parameter, NULL);
  set_check_enabled (self, disabled->check, FALSE);
  amb_presenter_show_undo (widget, _("Check switched off. Preferences has it when you want it back."),
                           disabled_check_restore, disabled, disabled_check_free);
}

static void
follow_dialog_response_cb (AmbComposer *self,
                           const char  *response,
                           GtkWidget   *dialog)
{
  const char *channel = self->session == NULL ? NULL : amb_draft_session_get_channel (self->session);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  OwnText *own_text;

  if (!g_str_equal (response, "follow") || channel == NULL)
    return;

  own_text = own_text_new (self, channel);
  name = amb_draft_session_name_channel (self->session, channel);
  /* Translators: %s is a channel such as LinkedIn */
  text = g_strdup_printf (_("%s follows the main text again"), name);
  amb_draft_session_follow (self->session, channel);
  amb_presenter_show_undo (GTK_WIDGET (self), text, own_text_restore, own_text, own_text_free);
}

static GtkWidget *
make_follow_dialog (AmbComposer *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              NULL, NULL);
  GtkWidget *view = amb_difference_view_new ();

  amb_difference_view_set_texts (AMB_DIFFERENCE_VIEW (view), amb_draft_session_get_text (self->session),
                                 amb_draft_get_text_for (amb_composer_get_draft (self), NULL));
  amb_confirm_set_words (ADW_MESSAGE_DIALOG (dialog), _("Follow the main text again?"), NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), view);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "keep", _("_Keep Own Text"),
                                    "follow", _("_Follow Main Text"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");

  return dialog;
}

static void
follow_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);
  GtkWidget *dialog;

  if (self->session == NULL || amb_draft_session_get_channel (self->session) == NULL)
    return;

  dialog = make_follow_dialog (self);
  g_signal_connect_object (dialog, "response", G_CALLBACK (follow_dialog_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_channel_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);

  if (self->session != NULL)
    amb_draft_session_add_channel (self->session, g_variant_get_string (parameter, NULL));
}

/* Only a text of its own would be lost. */
static void
remove_channel_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);
  const char *channel = g_variant_get_string (parameter, NULL);
  OwnText *own_text = NULL;

  if (self->session == NULL)
    return;

  if (amb_draft_session_is_own (self->session, channel))
    own_text = own_text_new (self, channel);
  amb_draft_session_remove_channel (self->session, channel);

  if (own_text != NULL)
    {
      g_autofree char *channel_name = amb_draft_session_name_channel (self->session, channel);
      /* Translators: %s is a channel such as LinkedIn */
      g_autofree char *text = g_strdup_printf (_("The text for %s was removed"), channel_name);

      amb_presenter_show_undo (widget, text, own_text_restore, own_text, own_text_free);
    }
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AmbComposer *self = AMB_COMPOSER (widget);

  amb_channel_tabs_step (self->tabs, g_variant_get_int32 (parameter));
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "composer.show-panel", NULL);
}

void
amb_composer_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "composer.insert", "(sbxi)", insert_action);
  gtk_widget_class_install_action (widget_class, "composer.append", "s", append_action);
  gtk_widget_class_install_action (widget_class, "composer.go-to", "(tt)", go_to_action);
  gtk_widget_class_install_action (widget_class, "composer.disable-check", "s", disable_check_action);
  gtk_widget_class_install_action (widget_class, "composer.follow", NULL, follow_action);
  gtk_widget_class_install_action (widget_class, "composer.add-channel", "s", add_channel_action);
  gtk_widget_class_install_action (widget_class, "composer.remove-channel", "s", remove_channel_action);
  gtk_widget_class_install_action (widget_class, "composer.step", "i", step_action);
  gtk_widget_class_install_property_action (widget_class, "composer.show-panel", "show-panel");
  add_shortcuts (widget_class);
}

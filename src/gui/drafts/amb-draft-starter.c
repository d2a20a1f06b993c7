/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-starter.h"

#include <glib/gi18n-lib.h>

#include "amb-library.h"

/**
 * AmbDraftStarter:
 *
 * What stands where the first words will, as long as there are none: the first question of the story, and which story it
 * is.
 */
struct _AmbDraftStarter
{
  AdwBin           parent_instance;

  AmbDraftSession *session;
  GSignalGroup    *session_signals;

  /* The story that is shown or being loaded: the newest wins */
  gint64           story_id;
  GCancellable    *cancellable;

  /* Template widgets */
  GtkLabel        *question;
  GtkLabel        *story;
};

G_DEFINE_FINAL_TYPE (AmbDraftStarter, amb_draft_starter, ADW_TYPE_BIN)

static void
show_words (AmbDraftStarter *self,
            const char      *question,
            const char      *title)
{
  /* Translators: %s is the title of the story that a draft is made of */
  g_autofree char *about = title == NULL ? NULL : g_strdup_printf (_("About “%s”"), title);

  gtk_label_set_label (self->question, question != NULL ? question : _("What do you want to tell, in your own words?"));
  gtk_label_set_label (self->story, about == NULL ? "" : about);
  gtk_widget_set_visible (GTK_WIDGET (self->story), about != NULL);
}

static void
load_story_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (AmbDraftStarter) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStory) story = amb_library_load_story_finish (AMB_CONTEXT (source), result, &error);
  g_autoptr (GListModel) prompts = NULL;
  g_autoptr (AmbRecord) prompt = NULL;

  if (story == NULL)
    {
      /* The panel with the story says what is wrong. */
      g_debug ("The story was not read: %s", error->message);
      return;
    }

  prompts = amb_story_list_parts (story, AMB_STORY_PART_PROMPT);
  prompt = g_list_model_get_item (prompts, 0);
  show_words (self, prompt == NULL ? NULL : amb_record_get_text (prompt, AMB_STORY_PART_TEXT),
              amb_story_get_text (story, AMB_STORY_TITLE));
}

static void
set_story (AmbDraftStarter *self,
           gint64           story_id)
{
  if (self->story_id == story_id)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->story_id = story_id;
  show_words (self, NULL, NULL);
  if (story_id == 0)
    return;

  self->cancellable = g_cancellable_new ();
  amb_library_load_story_async (amb_draft_session_get_context (self->session), story_id, self->cancellable,
                                load_story_cb, g_object_ref (self));
}

static void
session_changed_cb (AmbDraftStarter *self)
{
  GArray *stories = amb_draft_get_stories (amb_draft_session_get_draft (self->session));

  set_story (self, stories->len == 0 ? 0 : g_array_index (stories, AmbStoryUse, 0).story_id);
  gtk_widget_set_visible (GTK_WIDGET (self), *amb_draft_session_get_text (self->session) == '\0');
}

static void
amb_draft_starter_dispose (GObject *object)
{
  AmbDraftStarter *self = AMB_DRAFT_STARTER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (amb_draft_starter_parent_class)->dispose (object);
}

static void
amb_draft_starter_class_init (AmbDraftStarterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_draft_starter_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-draft-starter.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbDraftStarter, question);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftStarter, story);
}

static void
amb_draft_starter_init (AmbDraftStarter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_words (self, NULL, NULL);

  self->session_signals = g_signal_group_new (AMB_TYPE_DRAFT_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::channel", G_CALLBACK (session_changed_cb), self);
}

void
amb_draft_starter_set_session (AmbDraftStarter *self,
                               AmbDraftSession *session)
{
  g_return_if_fail (AMB_IS_DRAFT_STARTER (self));
  g_return_if_fail (session == NULL || AMB_IS_DRAFT_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    session_changed_cb (self);
}

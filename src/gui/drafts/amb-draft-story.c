/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-story.h"

#include <glib/gi18n-lib.h>

#include "amb-insert-row.h"
#include "amb-library.h"
#include "amb-presenter.h"

/**
 * AmbDraftStory:
 *
 * A story beside the draft that is made of it: what it says, what the person has to do with it, and what can go into the
 * text from it.
 */
struct _AmbDraftStory
{
  AdwBin        parent_instance;

  AmbContext   *context;
  gint64        story_id;
  GCancellable *cancellable;

  /* Template widgets */
  GtkStack     *stack;
  GtkLabel     *title;
  GtkBox       *parts;
  GtkLabel     *trouble;
  GtkWidget    *open_button;
};

G_DEFINE_FINAL_TYPE (AmbDraftStory, amb_draft_story, ADW_TYPE_BIN)

static void
add_heading (AmbDraftStory *self,
             const char    *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->parts, label);
}

static void
add_row (AmbDraftStory *self,
         AmbStory      *story,
         const char    *shown,
         const char    *inserted,
         gboolean       on_own_line)
{
  gtk_box_append (self->parts, amb_insert_row_new (story, shown, inserted, on_own_line));
}

/* A quote says whose it is, else it would pass for the person's own words. */
static char *
make_quote (AmbStory   *story,
            const char *text)
{
  const char *source = amb_story_get_text (story, AMB_STORY_ORGANISATION);

  if (source == NULL)
    source = amb_story_get_text (story, AMB_STORY_TITLE);

  /* Translators: a quote and whose it is */
  return g_strdup_printf (_("“%s” — %s"), text, source == NULL ? "" : source);
}

static void
add_message (AmbDraftStory *self,
             AmbStory      *story)
{
  const char *message = amb_story_get_text (story, AMB_STORY_MESSAGE);
  g_autofree char *quote = message == NULL ? NULL : make_quote (story, message);

  if (message == NULL)
    return;

  /* Translators: heading over the message of a story; its button inserts it as a quote */
  add_heading (self, _("The message, as a quote"));
  add_row (self, story, message, quote, TRUE);
}

static void
add_role (AmbDraftStory *self,
          AmbStory      *story)
{
  const char *role = amb_story_get_text (story, AMB_STORY_MY_ROLE);
  GtkWidget *button;

  add_heading (self, _("My role in this story"));
  if (role != NULL)
    {
      add_row (self, story, role, role, FALSE);
      return;
    }

  button = gtk_button_new_with_label (_("Write My Role"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", self->story_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-story");
  gtk_box_append (self->parts, button);
}

static void
add_prompts (AmbDraftStory *self,
             AmbStory      *story)
{
  g_autoptr (GListModel) prompts = amb_story_list_parts (story, AMB_STORY_PART_PROMPT);

  for (guint i = 0; i < g_list_model_get_n_items (prompts); i++)
    {
      g_autoptr (AmbRecord) prompt = g_list_model_get_item (prompts, i);
      const char *text = amb_record_get_text (prompt, AMB_STORY_PART_TEXT);

      if (i == 0)
        add_heading (self, _("Questions to answer in your own words"));
      if (text != NULL)
        add_row (self, story, text, text, TRUE);
    }
}

/* What is shown of a part with an address is its words; what goes into the text is the address. */
static void
add_addresses (AmbDraftStory    *self,
               AmbStory         *story,
               AmbStoryPartKind  kind,
               guint             words,
               const char       *heading)
{
  g_autoptr (GListModel) parts = amb_story_list_parts (story, kind);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (AmbRecord) part = g_list_model_get_item (parts, i);
      const char *address = amb_record_get_text (part, AMB_STORY_PART_ADDRESS);
      const char *text = amb_record_get_text (part, words);

      if (address == NULL)
        continue;
      if (!has_heading)
        add_heading (self, heading);
      has_heading = TRUE;
      add_row (self, story, text == NULL ? address : text, address, FALSE);
    }
}

/* The hashtags that the organisation asks for, ready to go behind the text. */
static void
add_hashtags (AmbDraftStory *self,
              AmbStory      *story)
{
  const char * const *labels = amb_story_get_labels (story, AMB_STORY_LABEL_HASHTAG);
  g_autoptr (GString) hashtags = g_string_new (NULL);

  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    g_string_append_printf (hashtags, "%s%s%s", i > 0 ? " " : "", *labels[i] == '#' ? "" : "#", labels[i]);

  if (hashtags->len == 0)
    return;

  add_heading (self, _("Hashtags"));
  add_row (self, story, hashtags->str, hashtags->str, FALSE);
}

/* What the person should know while they write; nothing of it goes into the text. */
static void
add_note (AmbDraftStory *self,
          const char    *heading,
          const char    *text)
{
  GtkWidget *label;

  if (text == NULL)
    return;

  add_heading (self, heading);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->parts, label);
}

static void
add_body (AmbDraftStory *self,
          AmbStory      *story)
{
  const char *body = amb_story_get_text (story, AMB_STORY_BODY);
  g_auto (GStrv) paragraphs = body == NULL ? NULL : g_strsplit (body, "\n\n", -1);

  if (body == NULL)
    return;

  /* Translators: heading over the paragraphs of a story; their buttons insert them as quotes */
  add_heading (self, _("The story, to quote from"));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *paragraph = g_strstrip (paragraphs[i]);
      g_autofree char *quote = make_quote (story, paragraph);

      if (*paragraph != '\0')
        add_row (self, story, paragraph, quote, TRUE);
    }
}

static void
show_story (AmbDraftStory *self,
            AmbStory      *story)
{
  gtk_label_set_label (self->title, amb_story_get_text (story, AMB_STORY_TITLE));
  add_prompts (self, story);
  add_role (self, story);
  add_message (self, story);
  add_addresses (self, story, AMB_STORY_PART_PROOF, AMB_STORY_PART_TEXT, _("Proof"));
  add_addresses (self, story, AMB_STORY_PART_LINK, AMB_STORY_PART_NAME, _("Links"));
  add_hashtags (self, story);
  add_note (self, _("What to avoid"), amb_story_get_text (story, AMB_STORY_AVOID));
  add_note (self, _("Say where you work"), amb_story_get_text (story, AMB_STORY_DISCLOSURE));
  add_body (self, story);
  gtk_stack_set_visible_child_name (self->stack, "story");
}

static void
load_story_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (AmbDraftStory) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStory) story = amb_library_load_story_finish (self->context, result, &error);
  g_autofree char *description = NULL;

  if (story != NULL)
    {
      show_story (self, story);
      return;
    }

  description = amb_presenter_describe (error);
  if (description == NULL)
    return;

  gtk_label_set_label (self->trouble, description);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
amb_draft_story_dispose (GObject *object)
{
  AmbDraftStory *self = AMB_DRAFT_STORY (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (amb_draft_story_parent_class)->dispose (object);
}

static void
amb_draft_story_finalize (GObject *object)
{
  AmbDraftStory *self = AMB_DRAFT_STORY (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_draft_story_parent_class)->finalize (object);
}

static void
amb_draft_story_class_init (AmbDraftStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amb_draft_story_dispose;
  object_class->finalize = amb_draft_story_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-draft-story.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbDraftStory, open_button);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftStory, parts);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftStory, stack);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftStory, title);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftStory, trouble);
}

static void
amb_draft_story_init (AmbDraftStory *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_draft_story_new (AmbContext *context,
                     gint64      story_id)
{
  AmbDraftStory *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);

  self = g_object_new (AMB_TYPE_DRAFT_STORY, NULL);
  self->context = g_object_ref (context);
  self->story_id = story_id;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "x", story_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open-story");
  amb_library_load_story_async (context, story_id, self->cancellable, load_story_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

gint64
amb_draft_story_get_id (AmbDraftStory *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_STORY (self), 0);

  return self->story_id;
}

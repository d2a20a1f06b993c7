/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-prompt-row.h"

/**
 * AmbStoryPromptRow:
 *
 * A question that the person answers in their own words, in a draft.
 */
struct _AmbStoryPromptRow
{
  AmbStoryPartRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbStoryPromptRow, amb_story_prompt_row, AMB_TYPE_STORY_PART_ROW)

static void
answer_button_clicked_cb (AmbStoryPromptRow *self)
{
  AmbStory *story = amb_story_part_row_get_story (AMB_STORY_PART_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-draft", "x", amb_record_get_id (AMB_RECORD (story)));
}

static void
amb_story_prompt_row_class_init (AmbStoryPromptRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-prompt-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, answer_button_clicked_cb);
}

static void
amb_story_prompt_row_init (AmbStoryPromptRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

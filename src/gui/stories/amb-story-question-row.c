/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-question-row.h"

/**
 * AmbStoryQuestionRow:
 *
 * A question that people are likely to ask; its answer unfolds.
 */
struct _AmbStoryQuestionRow
{
  AmbStoryPartRow  parent_instance;

  /* Template widgets */
  GtkExpander     *expander;
};

G_DEFINE_FINAL_TYPE (AmbStoryQuestionRow, amb_story_question_row, AMB_TYPE_STORY_PART_ROW)

static void
amb_story_question_row_show_part (AmbStoryPartRow *row)
{
  gtk_expander_set_expanded (AMB_STORY_QUESTION_ROW (row)->expander, FALSE);
}

static void
amb_story_question_row_class_init (AmbStoryQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  AMB_STORY_PART_ROW_CLASS (klass)->show_part = amb_story_question_row_show_part;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryQuestionRow, expander);
}

static void
amb_story_question_row_init (AmbStoryQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

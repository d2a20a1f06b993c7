/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-angle-row.h"

#include "amb-format.h"

/**
 * AmbStoryAngleRow:
 *
 * How one role can tell a story.
 */
struct _AmbStoryAngleRow
{
  AmbStoryPartRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbStoryAngleRow, amb_story_angle_row, AMB_TYPE_STORY_PART_ROW)

static void
amb_story_angle_row_class_init (AmbStoryAngleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-angle-row.ui");
  amb_format_bind_closures (widget_class);
}

static void
amb_story_angle_row_init (AmbStoryAngleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

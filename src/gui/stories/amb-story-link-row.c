/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-link-row.h"

#include "amb-format.h"

/**
 * AmbStoryLinkRow:
 *
 * A page elsewhere that belongs to a story.
 */
struct _AmbStoryLinkRow
{
  AmbStoryPartRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbStoryLinkRow, amb_story_link_row, AMB_TYPE_STORY_PART_ROW)

static char *
format_name (AmbStoryLinkRow *self,
             const char      *name,
             const char      *address)
{
  return g_strdup (name == NULL ? address : name);
}

static void
amb_story_link_row_class_init (AmbStoryLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-link-row.ui");
  amb_format_bind_closures (widget_class);
  amb_story_part_row_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_name);
}

static void
amb_story_link_row_init (AmbStoryLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

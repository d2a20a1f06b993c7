/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-proof-row.h"

#include "amb-format.h"
#include "amb-time.h"

/**
 * AmbStoryProofRow:
 *
 * What a story rests on: in words, with its day and where to read it.
 */
struct _AmbStoryProofRow
{
  AmbStoryPartRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbStoryProofRow, amb_story_proof_row, AMB_TYPE_STORY_PART_ROW)

static gboolean
is_set (AmbStoryProofRow *self,
        gint64            time)
{
  return time != AMB_TIME_UNSET;
}

static void
amb_story_proof_row_class_init (AmbStoryProofRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-proof-row.ui");
  amb_format_bind_closures (widget_class);
  amb_story_part_row_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
}

static void
amb_story_proof_row_init (AmbStoryProofRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

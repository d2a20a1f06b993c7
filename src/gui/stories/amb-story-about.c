/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-about.h"

#include "amb-format.h"
#include "amb-story-part-row.h"
#include "amb-story-passage.h"

/**
 * AmbStoryAbout:
 *
 * What else belongs to a story: how to say where one works, for whom it is, its themes and hashtags, whom to ask.
 */
struct _AmbStoryAbout
{
  AmbStorySection parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbStoryAbout, amb_story_about, AMB_TYPE_STORY_SECTION)

static char *
format_labels (AmbStoryAbout  *self,
               char          **labels)
{
  return labels == NULL ? NULL : g_strjoinv (" · ", labels);
}

static char *
format_hashtags (AmbStoryAbout  *self,
                 char          **hashtags)
{
  g_autofree char *joined = hashtags == NULL || hashtags[0] == NULL ? NULL : g_strjoinv (" #", hashtags);

  return joined == NULL ? NULL : g_strconcat ("#", joined, NULL);
}

static void
amb_story_about_class_init (AmbStoryAboutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AMB_TYPE_STORY_PASSAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-about.ui");
  amb_format_bind_closures (widget_class);
  amb_story_part_row_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_hashtags);
  gtk_widget_class_bind_template_callback (widget_class, format_labels);
}

static void
amb_story_about_init (AmbStoryAbout *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

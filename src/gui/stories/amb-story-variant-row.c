/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-variant-row.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-format.h"
#include "amb-presenter.h"

/**
 * AmbStoryVariantRow:
 *
 * What the organisation would say on one channel; it unfolds, because one's own words come first.
 */
struct _AmbStoryVariantRow
{
  AmbStoryPartRow  parent_instance;

  /* Template widgets */
  GtkExpander     *expander;
};

G_DEFINE_FINAL_TYPE (AmbStoryVariantRow, amb_story_variant_row, AMB_TYPE_STORY_PART_ROW)

static char *
format_channel (AmbStoryVariantRow *self,
                const char         *id)
{
  return g_strdup (amb_channel_rules_name_channel (id));
}

static void
copy_button_clicked_cb (AmbStoryVariantRow *self)
{
  AmbStoryPart *part = amb_story_part_row_get_part (AMB_STORY_PART_ROW (self));
  const char *text = amb_record_get_text (AMB_RECORD (part), AMB_STORY_PART_TEXT);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text == NULL ? "" : text);
  amb_presenter_show_toast (GTK_WIDGET (self), _("Text copied"));
}

static void
amb_story_variant_row_show_part (AmbStoryPartRow *row)
{
  gtk_expander_set_expanded (AMB_STORY_VARIANT_ROW (row)->expander, FALSE);
}

static void
amb_story_variant_row_class_init (AmbStoryVariantRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  AMB_STORY_PART_ROW_CLASS (klass)->show_part = amb_story_variant_row_show_part;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-variant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryVariantRow, expander);
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, copy_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_channel);
}

static void
amb_story_variant_row_init (AmbStoryVariantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

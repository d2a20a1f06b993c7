/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-difference-view.h"

#include "amb-difference.h"

/**
 * AmbDifferenceView:
 *
 * Shows in one text what another would change: what goes is crossed out, what comes is underlined.
 */
struct _AmbDifferenceView
{
  AdwBin    parent_instance;

  /* Template widgets */
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (AmbDifferenceView, amb_difference_view, ADW_TYPE_BIN)

static void
insert_attribute (PangoAttrList  *attributes,
                  PangoAttribute *attribute,
                  gsize           start,
                  gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_attributes (PangoAttrList     *attributes,
                AmbDifferenceKind  kind,
                gsize              start,
                gsize              end)
{
  switch (kind)
    {
    case AMB_DIFFERENCE_SAME:
      break;

    case AMB_DIFFERENCE_REMOVED:
      insert_attribute (attributes, pango_attr_strikethrough_new (TRUE), start, end);
      insert_attribute (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 65), start, end);
      break;

    case AMB_DIFFERENCE_ADDED:
      insert_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;

    default:
      g_return_if_reached ();
    }
}

static void
amb_difference_view_class_init (AmbDifferenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-difference-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbDifferenceView, text);
}

static void
amb_difference_view_init (AmbDifferenceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_difference_view_new (void)
{
  return g_object_new (AMB_TYPE_DIFFERENCE_VIEW, NULL);
}

void
amb_difference_view_set_texts (AmbDifferenceView *self,
                               const char        *before,
                               const char        *after)
{
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *attributes;

  g_return_if_fail (AMB_IS_DIFFERENCE_VIEW (self));
  g_return_if_fail (before != NULL);
  g_return_if_fail (after != NULL);

  parts = amb_difference_find (before, after);
  attributes = pango_attr_list_new ();
  for (guint i = 0; i < parts->len; i++)
    {
      const AmbDifference *part = &g_array_index (parts, AmbDifference, i);
      const char *source = part->kind == AMB_DIFFERENCE_REMOVED ? before : after;
      gsize start = text->len;

      g_string_append_len (text, source + part->range.start, part->range.end - part->range.start);
      add_attributes (attributes, part->kind, start, text->len);
    }

  gtk_label_set_label (self->text, text->str);
  gtk_label_set_attributes (self->text, attributes);
  pango_attr_list_unref (attributes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-parts.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-story-angle-row.h"
#include "amb-story-link-row.h"
#include "amb-story-picture-row.h"
#include "amb-story-prompt-row.h"
#include "amb-story-proof-row.h"
#include "amb-story-question-row.h"
#include "amb-story-variant-row.h"

/* A pack may hold any number of parts; a page shows as many as somebody reads, and the rest on request. */
#define MAX_AT_ONCE 20

/**
 * AmbStoryParts:
 *
 * The parts of one kind of a story, under a heading; not there while there are none.
 */
struct _AmbStoryParts
{
  AmbStorySection   parent_instance;

  /* Template widgets */
  GtkBox           *rows;
  GtkButton        *more_button;

  AmbStoryPartKind  kind;
  char             *title;
  gboolean          boxed;

  GListModel       *parts;
  guint             n_shown;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TITLE,
  PROP_BOXED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbStoryParts, amb_story_parts, AMB_TYPE_STORY_SECTION)

static GType
get_row_type (AmbStoryPartKind kind)
{
  switch (kind)
    {
    case AMB_STORY_PART_PROOF: return AMB_TYPE_STORY_PROOF_ROW;
    case AMB_STORY_PART_ROLE: return AMB_TYPE_STORY_ANGLE_ROW;
    case AMB_STORY_PART_PROMPT: return AMB_TYPE_STORY_PROMPT_ROW;
    case AMB_STORY_PART_VARIANT: return AMB_TYPE_STORY_VARIANT_ROW;
    case AMB_STORY_PART_QUESTION: return AMB_TYPE_STORY_QUESTION_ROW;
    case AMB_STORY_PART_LINK: return AMB_TYPE_STORY_LINK_ROW;
    case AMB_STORY_PART_MEDIA: return AMB_TYPE_STORY_PICTURE_ROW;
    }
  g_return_val_if_reached (G_TYPE_INVALID);
}

static GtkWidget *
append_row (AmbStoryParts *self)
{
  GtkWidget *row = g_object_new (get_row_type (self->kind),
                                 "context", amb_story_section_get_context (AMB_STORY_SECTION (self)),
                                 "css-classes", (const char *[]) { "part", NULL },
                                 NULL);

  gtk_box_append (self->rows, row);

  return row;
}

static void
remove_rows (AmbStoryParts *self,
             GtkWidget     *row)
{
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (self->rows, row);
      row = next;
    }
}

/* The rows of the story before are used again: to make one takes longer than to fill it. */
static void
show_parts (AmbStoryParts *self,
            guint          limit)
{
  AmbStory *story = amb_story_section_get_story (AMB_STORY_SECTION (self));
  guint n_parts = self->parts == NULL ? 0 : g_list_model_get_n_items (self->parts);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  self->n_shown = MIN (n_parts, limit);
  for (guint i = 0; i < self->n_shown; i++)
    {
      g_autoptr (AmbStoryPart) part = g_list_model_get_item (self->parts, i);

      if (row == NULL)
        row = append_row (self);
      amb_story_part_row_set_part (AMB_STORY_PART_ROW (row), story, part);
      row = gtk_widget_get_next_sibling (row);
    }
  remove_rows (self, row);

  gtk_widget_set_visible (GTK_WIDGET (self->more_button), self->n_shown < n_parts);
  gtk_widget_set_visible (GTK_WIDGET (self), n_parts > 0);
}

static void
amb_story_parts_show_story (AmbStorySection *section)
{
  AmbStoryParts *self = AMB_STORY_PARTS (section);
  AmbStory *story = amb_story_section_get_story (section);

  g_clear_object (&self->parts);
  if (story != NULL)
    self->parts = amb_story_list_parts (story, self->kind);
  show_parts (self, MAX_AT_ONCE);
}

static void
more_button_clicked_cb (AmbStoryParts *self)
{
  show_parts (self, self->n_shown + MAX_AT_ONCE);
}

static void
amb_story_parts_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbStoryParts *self = AMB_STORY_PARTS (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_BOXED:
      g_value_set_boolean (value, self->boxed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_boxed (AmbStoryParts *self,
           gboolean       boxed)
{
  self->boxed = boxed;
  if (boxed)
    gtk_widget_add_css_class (GTK_WIDGET (self->rows), "card");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rows), "card");
}

static void
amb_story_parts_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbStoryParts *self = AMB_STORY_PARTS (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_BOXED:
      set_boxed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_parts_finalize (GObject *object)
{
  AmbStoryParts *self = AMB_STORY_PARTS (object);

  g_clear_object (&self->parts);
  g_free (self->title);

  G_OBJECT_CLASS (amb_story_parts_parent_class)->finalize (object);
}

static void
amb_story_parts_class_init (AmbStoryPartsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_story_parts_get_property;
  object_class->set_property = amb_story_parts_set_property;
  object_class->finalize = amb_story_parts_finalize;
  AMB_STORY_SECTION_CLASS (klass)->show_story = amb_story_parts_show_story;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, AMB_TYPE_STORY_PART_KIND, AMB_STORY_PART_PROOF, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BOXED] = g_param_spec_boolean ("boxed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-parts.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryParts, rows);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryParts, more_button);
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, more_button_clicked_cb);
}

static void
amb_story_parts_init (AmbStoryParts *self)
{
  self->kind = AMB_STORY_PART_PROOF;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-field.h"

#include "amb-story-links.h"
#include "amb-story-picker.h"

/**
 * AmbStoryField:
 *
 * The stories that an entry uses, in a form: each can be taken away, and others added.
 */
struct _AmbStoryField
{
  AdwBin         parent_instance;

  /* Template widgets */
  AmbStoryLinks *links;

  AmbContext    *context;
  AmbEntry      *entry;
};

G_DEFINE_FINAL_TYPE (AmbStoryField, amb_story_field, ADW_TYPE_BIN)

static void
update (AmbStoryField *self)
{
  amb_story_links_set_stories (self->links, amb_entry_get_stories (self->entry));
}

static void
links_removed_cb (AmbStoryField *self,
                  gint64         story_id)
{
  amb_entry_remove_story (self->entry, story_id);
}

static void
picker_chosen_cb (AmbStoryField *self,
                  gint64         story_id,
                  int            version)
{
  amb_entry_add_story (self->entry, story_id, version);
}

static void
add_clicked_cb (AmbStoryField *self)
{
  GtkWidget *picker = amb_story_picker_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context);

  g_signal_connect_object (picker, "chosen", G_CALLBACK (picker_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (picker));
}

static void
amb_story_field_dispose (GObject *object)
{
  AmbStoryField *self = AMB_STORY_FIELD (object);

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_clear_object (&self->context);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (amb_story_field_parent_class)->dispose (object);
}

static void
amb_story_field_class_init (AmbStoryFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amb_story_field_dispose;

  g_type_ensure (AMB_TYPE_STORY_LINKS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-story-field.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryField, links);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, links_removed_cb);
}

static void
amb_story_field_init (AmbStoryField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_story_field_new (void)
{
  return g_object_new (AMB_TYPE_STORY_FIELD, NULL);
}

/**
 * amb_story_field_edit:
 * @self: a field
 * @context: where the stories are
 * @entry: an entry, whose stories change as the person says
 *
 * Edits the stories of an entry; call it once.
 */
void
amb_story_field_edit (AmbStoryField *self,
                      AmbContext    *context,
                      AmbEntry      *entry)
{
  g_return_if_fail (AMB_IS_STORY_FIELD (self));
  g_return_if_fail (self->entry == NULL);

  self->context = g_object_ref (context);
  self->entry = g_object_ref (entry);
  amb_story_links_set_context (self->links, context);
  g_signal_connect_object (entry, "notify::stories", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-picture-row.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-library.h"
#include "amb-texture-decoder.h"

/* Sharp at the widest measure of the page on a screen with twice the pixels. */
#define MAX_SIZE 1440

/**
 * AmbStoryPictureRow:
 *
 * A picture of a story. It is read and decoded off the main loop; its alternative text stands in for it when it cannot
 * be shown.
 */
struct _AmbStoryPictureRow
{
  AmbStoryPartRow parent_instance;

  GCancellable   *cancellable;
  GdkTexture     *texture;
};

enum
{
  PROP_0,
  PROP_TEXTURE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbStoryPictureRow, amb_story_picture_row, AMB_TYPE_STORY_PART_ROW)

static char *
format_credit (AmbStoryPictureRow *self,
               const char         *credit)
{
  /* Translators: who made a picture, as in “Picture: Jan de Vries” */
  return credit == NULL ? NULL : g_strdup_printf (_("Picture: %s"), credit);
}

static char *
format_alternative (AmbStoryPictureRow *self,
                    const char         *alternative,
                    const char         *file)
{
  return g_strdup (alternative == NULL ? file : alternative);
}

static gboolean
is_shown (AmbStoryPictureRow *self,
          GdkTexture         *texture)
{
  return texture != NULL;
}

static gboolean
is_missing (AmbStoryPictureRow *self,
            GdkTexture         *texture)
{
  return texture == NULL;
}

/* On the floor the alternative text is only the description of a picture, and its name that of its type. */
static void
picture_notify_alternative_text_cb (GtkPicture *picture)
{
  const char *text = gtk_picture_get_alternative_text (picture);

  if (text == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_texture (AmbStoryPictureRow *self,
             GdkTexture         *texture)
{
  if (g_set_object (&self->texture, texture))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTURE]);
}

/* A picture that cannot be decoded is the pack's affair, and the alternative text is there: nobody is disturbed. */
static void
decode_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AmbStoryPictureRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = amb_texture_decoder_run_finish (result, &error);

  if (texture != NULL)
    set_texture (self, texture);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("A picture of a story cannot be shown: %s", error->message);
}

static void
load_media_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (AmbStoryPictureRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = amb_library_load_media_finish (amb_story_part_row_get_context (AMB_STORY_PART_ROW (self)), result, &error);

  if (bytes != NULL)
    amb_texture_decoder_run_async (bytes, MAX_SIZE, self->cancellable, decode_cb, g_object_ref (self));
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("A picture of a story cannot be read: %s", error->message);
}

/* The newest wins: a picture on its way is that of another story. */
static void
amb_story_picture_row_show_part (AmbStoryPartRow *row)
{
  AmbStoryPictureRow *self = AMB_STORY_PICTURE_ROW (row);
  const char *file = amb_record_get_text (AMB_RECORD (amb_story_part_row_get_part (row)), AMB_STORY_PART_NAME);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_texture (self, NULL);

  if (file != NULL)
    amb_library_load_media_async (amb_story_part_row_get_context (row),
                                  amb_story_get_source_id (amb_story_part_row_get_story (row)), file,
                                  self->cancellable, load_media_cb, g_object_ref (self));
}

static void
amb_story_picture_row_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  AmbStoryPictureRow *self = AMB_STORY_PICTURE_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXTURE:
      g_value_set_object (value, self->texture);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The page shows another story: nobody waits for this picture. */
static void
amb_story_picture_row_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (AMB_STORY_PICTURE_ROW (widget)->cancellable);

  GTK_WIDGET_CLASS (amb_story_picture_row_parent_class)->unroot (widget);
}

static void
amb_story_picture_row_finalize (GObject *object)
{
  AmbStoryPictureRow *self = AMB_STORY_PICTURE_ROW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (amb_story_picture_row_parent_class)->finalize (object);
}

static void
amb_story_picture_row_class_init (AmbStoryPictureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_story_picture_row_get_property;
  object_class->finalize = amb_story_picture_row_finalize;
  widget_class->unroot = amb_story_picture_row_unroot;
  AMB_STORY_PART_ROW_CLASS (klass)->show_part = amb_story_picture_row_show_part;

  properties[PROP_TEXTURE] = g_param_spec_object ("texture", NULL, NULL, GDK_TYPE_TEXTURE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-picture-row.ui");
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_alternative);
  gtk_widget_class_bind_template_callback (widget_class, format_credit);
  gtk_widget_class_bind_template_callback (widget_class, is_missing);
  gtk_widget_class_bind_template_callback (widget_class, is_shown);
  gtk_widget_class_bind_template_callback (widget_class, picture_notify_alternative_text_cb);
}

static void
amb_story_picture_row_init (AmbStoryPictureRow *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

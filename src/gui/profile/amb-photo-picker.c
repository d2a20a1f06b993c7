/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-photo-picker.h"

#include <glib/gi18n-lib.h>

#include "amb-file-dialog.h"
#include "amb-persona.h"
#include "amb-photo.h"
#include "amb-presenter.h"
#include "amb-texture-decoder.h"

#define SHOWN_PIXELS 256

/**
 * AmbPhotoPicker:
 *
 * The photo of the person, to be chosen from a file, dropped onto, or taken away.
 */
struct _AmbPhotoPicker
{
  AdwBin        parent_instance;

  /* Template widgets */
  AdwAvatar    *avatar;
  GtkWidget    *remove_button;

  AmbContext   *context;
  char         *photo;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_PERSON,
  PROP_PHOTO,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbPhotoPicker, amb_photo_picker, ADW_TYPE_BIN)

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
restart (AmbPhotoPicker *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
decode_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AmbPhotoPicker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = amb_texture_decoder_run_finish (result, &error);

  if (!is_cancelled (error))
    adw_avatar_set_custom_image (self->avatar, texture == NULL ? NULL : GDK_PAINTABLE (texture));
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbPhotoPicker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = amb_persona_load_photo_finish (AMB_CONTEXT (object), result, &error);

  if (is_cancelled (error))
    return;

  if (bytes == NULL)
    adw_avatar_set_custom_image (self->avatar, NULL);
  else
    amb_texture_decoder_run_async (bytes, SHOWN_PIXELS, self->cancellable, decode_cb, g_object_ref (self));
}

static void
store_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AmbPhotoPicker) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *photo = amb_persona_store_photo_finish (AMB_CONTEXT (object), result, &error);

  if (photo != NULL)
    amb_photo_picker_set_photo (self, photo);
  else if (!is_cancelled (error))
    amb_presenter_show_error (GTK_WIDGET (self), error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbPhotoPicker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = amb_photo_read_finish (result, &error);

  if (bytes != NULL)
    amb_persona_store_photo_async (self->context, bytes, self->cancellable, store_cb, g_object_ref (self));
  else if (!is_cancelled (error))
    amb_presenter_show_file_error (GTK_WIDGET (self), error, G_FILE (object));
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GFile) file = amb_file_dialog_finish (result);

  if (file != NULL)
    amb_photo_picker_take_file (AMB_PHOTO_PICKER (object), file);
}

static void
choose_clicked_cb (AmbPhotoPicker *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  amb_file_dialog_open_async (GTK_WIDGET (self), _("Choose a Photo"), filter, file_chosen_cb, NULL);
}

typedef struct
{
  AmbPhotoPicker *picker;
  char           *photo;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->picker);
  g_free (undo->photo);
  g_free (undo);
}

static void
undo_remove (gpointer data)
{
  Undo *undo = data;

  amb_photo_picker_set_photo (undo->picker, undo->photo);
}

static void
remove_clicked_cb (AmbPhotoPicker *self)
{
  Undo *undo = g_new (Undo, 1);

  undo->picker = g_object_ref (self);
  undo->photo = g_strdup (self->photo);
  amb_photo_picker_set_photo (self, NULL);
  amb_presenter_show_undo (GTK_WIDGET (self), _("Photo removed"), undo_remove, undo, undo_free);
}

static gboolean
drop_target_drop_cb (AmbPhotoPicker *self,
                     const GValue   *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  amb_photo_picker_take_file (self, files->data);

  return TRUE;
}

static void
amb_photo_picker_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AmbPhotoPicker *self = AMB_PHOTO_PICKER (object);

  switch (property_id)
    {
    case PROP_PERSON:
      g_value_set_string (value, adw_avatar_get_text (self->avatar));
      break;
    case PROP_PHOTO:
      g_value_set_string (value, self->photo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_photo_picker_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AmbPhotoPicker *self = AMB_PHOTO_PICKER (object);

  switch (property_id)
    {
    case PROP_PERSON:
      adw_avatar_set_text (self->avatar, g_value_get_string (value));
      break;
    case PROP_PHOTO:
      amb_photo_picker_set_photo (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_photo_picker_dispose (GObject *object)
{
  AmbPhotoPicker *self = AMB_PHOTO_PICKER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->photo, g_free);

  G_OBJECT_CLASS (amb_photo_picker_parent_class)->dispose (object);
}

static void
amb_photo_picker_class_init (AmbPhotoPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_photo_picker_get_property;
  object_class->set_property = amb_photo_picker_set_property;
  object_class->dispose = amb_photo_picker_dispose;

  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PHOTO] = g_param_spec_string ("photo", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-photo-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbPhotoPicker, avatar);
  gtk_widget_class_bind_template_child (widget_class, AmbPhotoPicker, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
amb_photo_picker_init (AmbPhotoPicker *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_target_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * amb_photo_picker_set_context:
 * @self: a picker
 * @context: where photos are kept
 *
 * Gives the picker what it needs; call it before it shows a photo.
 */
void
amb_photo_picker_set_context (AmbPhotoPicker *self,
                              AmbContext     *context)
{
  g_return_if_fail (AMB_IS_PHOTO_PICKER (self));

  g_set_object (&self->context, context);
}

/**
 * amb_photo_picker_set_photo:
 * @self: a picker
 * @photo: (nullable): the name of a stored photo
 *
 * Shows a photo; without one, the initials of the person.
 */
void
amb_photo_picker_set_photo (AmbPhotoPicker *self,
                            const char     *photo)
{
  g_return_if_fail (AMB_IS_PHOTO_PICKER (self));

  if (g_strcmp0 (self->photo, photo) == 0)
    return;

  g_free (self->photo);
  self->photo = g_strdup (photo);
  gtk_widget_set_visible (self->remove_button, photo != NULL);
  restart (self);
  if (photo == NULL)
    adw_avatar_set_custom_image (self->avatar, NULL);
  else
    amb_persona_load_photo_async (self->context, photo, self->cancellable, load_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHOTO]);
}

/**
 * amb_photo_picker_take_file:
 * @self: a picker
 * @file: a file, from anywhere
 *
 * Makes a picture the photo, smaller than it may be.
 */
void
amb_photo_picker_take_file (AmbPhotoPicker *self,
                            GFile          *file)
{
  g_return_if_fail (AMB_IS_PHOTO_PICKER (self));

  restart (self);
  amb_photo_read_async (file, self->cancellable, read_cb, g_object_ref (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-photo.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-texture-decoder.h"

#define PHOTO_PIXELS 1024
#define FILE_BYTES (G_GINT64_CONSTANT (64) * 1024 * 1024)
#define JPEG_QUALITY "90"

/* Reading a file goes in steps: how large it is, its bytes, its picture, the smaller picture's bytes. */

static void
encode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_get_from_texture (data);
  char *buffer = NULL;
  gsize size = 0;
  GError *error = NULL;
  gboolean done;

  /* Only a picture with holes has to be a PNG, which is several times as large. */
  if (gdk_pixbuf_get_has_alpha (pixbuf))
    done = gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", &error, NULL);
  else
    done = gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", &error, "quality", JPEG_QUALITY, NULL);

  if (done)
    g_task_return_pointer (task, g_bytes_new_take (buffer, size), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
decode_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GdkTexture *texture = amb_texture_decoder_run_finish (result, &error);

  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, texture, g_object_unref);
  g_task_run_in_thread (task, encode_in_thread);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  amb_texture_decoder_run_async (bytes, PHOTO_PIXELS, g_task_get_cancellable (task), decode_cb, g_object_ref (task));
}

static void
query_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);

  if (info == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > FILE_BYTES)
    {
      g_task_return_new_error (task, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE,
                               _("This is not a picture, or it is too large. Choose another one."));
      return;
    }

  g_file_load_bytes_async (G_FILE (object), g_task_get_cancellable (task), load_cb, g_object_ref (task));
}

/**
 * amb_photo_read_async:
 * @file: a file, from anywhere
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Reads a photo and makes it at most 1024 pixels wide and high, with its right side up, without holding up the main
 * loop. The callback gets the file.
 */
void
amb_photo_read_async (GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, data);
  g_task_set_source_tag (task, amb_photo_read_async);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, cancellable, query_cb, g_object_ref (task));
}

/**
 * amb_photo_read_finish:
 * @result: what the callback got
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): a JPEG, or a PNG when the picture has holes
 */
GBytes *
amb_photo_read_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, amb_photo_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

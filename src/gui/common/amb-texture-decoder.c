/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-texture-decoder.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"

/* Twice the pixels of the largest camera of today, so that a small file cannot ask for gigabytes of memory. */
#define MAX_PIXELS (G_GINT64_CONSTANT (120) * 1000 * 1000)

/* A loader reads the size of a picture from its first bytes: small steps let it refuse before it makes room for it. */
#define STEP 4096

static const char * const media_types[] = { "image/png", "image/jpeg", "image/gif", "image/webp" };

typedef struct
{
  GBytes   *bytes;
  int       max_size;
  gboolean  is_too_large;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job);
}

/* Only formats that hold nothing but pixels; an SVG, for one, may ask for other files. */
static const char *
find_media_type (const guint8 *data,
                 gsize         size)
{
  g_autofree char *content_type = g_content_type_guess (NULL, data, size, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    if (g_content_type_is_a (content_type, media_types[i]))
      return media_types[i];

  return NULL;
}

/* Zero tells the loader to stop. */
static void
loader_size_prepared_cb (GdkPixbufLoader *loader,
                         int              width,
                         int              height,
                         gpointer         data)
{
  Job *job = data;
  double scale;

  if (width <= 0 || height <= 0 || (gint64) width * height > MAX_PIXELS)
    {
      job->is_too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }

  scale = MIN (1.0, (double) job->max_size / MAX (width, height));
  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

static gboolean
feed (GdkPixbufLoader  *loader,
      const guint8     *data,
      gsize             size,
      GCancellable     *cancellable,
      GError          **error)
{
  for (gsize done = 0; done < size; done += STEP)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!gdk_pixbuf_loader_write (loader, data + done, MIN (STEP, size - done), error))
        return FALSE;
    }

  return TRUE;
}

static GdkTexture *
decode (Job           *job,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (job->bytes, &size);
  const char *media_type = find_media_type (data, size);
  gboolean is_fed;

  if (media_type == NULL)
    {
      g_set_error_literal (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN,
                           _("This is not a PNG, JPEG, GIF or WebP picture. Choose another one."));
      return NULL;
    }

  loader = gdk_pixbuf_loader_new_with_mime_type (media_type, error);
  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (loader_size_prepared_cb), job);
  is_fed = feed (loader, data, size, cancellable, error);
  if (!gdk_pixbuf_loader_close (loader, is_fed ? error : NULL))
    is_fed = FALSE;
  if (job->is_too_large)
    {
      g_clear_error (error);
      g_set_error_literal (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE, _("This picture is too large. Choose a smaller one."));
      return NULL;
    }
  if (!is_fed)
    return NULL;

  if (gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      g_set_error_literal (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED, _("This picture is damaged."));
      return NULL;
    }

  upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));

  return gdk_texture_new_for_pixbuf (upright);
}

/* What a loader says is made for programmers. */
static GError *
put_into_words (GError *error)
{
  g_autoptr (GError) problem = error;

  if (problem->domain != GDK_PIXBUF_ERROR)
    return g_steal_pointer (&problem);

  g_debug ("%s", problem->message);
  switch ((GdkPixbufError) problem->code)
    {
    case GDK_PIXBUF_ERROR_UNKNOWN_TYPE:
    case GDK_PIXBUF_ERROR_UNSUPPORTED_OPERATION:
      return g_error_new_literal (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN,
                                  _("This computer cannot show pictures of this kind."));
    case GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY:
      return g_error_new_literal (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE, _("This picture is too large. Choose a smaller one."));
    case GDK_PIXBUF_ERROR_CORRUPT_IMAGE:
    case GDK_PIXBUF_ERROR_BAD_OPTION:
    case GDK_PIXBUF_ERROR_FAILED:
    case GDK_PIXBUF_ERROR_INCOMPLETE_ANIMATION:
      break;
    }

  return g_error_new_literal (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED, _("This picture is damaged."));
}

static void
decode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = decode (data, cancellable, &error);

  if (texture == NULL)
    g_task_return_error (task, put_into_words (g_steal_pointer (&error)));
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

/**
 * amb_texture_decoder_run_async:
 * @bytes: a picture from outside: PNG, JPEG, GIF or WebP
 * @max_size: the greatest width and height to give back, in pixels; a larger picture is made smaller
 * @cancellable: (nullable): to stop it
 * @callback: called on the thread-default main context
 * @data: for @callback
 *
 * Decodes a picture on a thread of its own, turned upright. A picture of more than 120 million pixels is refused before
 * memory is taken for it.
 */
void
amb_texture_decoder_run_async (GBytes              *bytes,
                               int                  max_size,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (max_size > 0);

  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (bytes);
  job->max_size = max_size;

  g_task_set_source_tag (task, amb_texture_decoder_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, decode_in_thread);
}

/**
 * amb_texture_decoder_run_finish:
 * @result: what the callback got
 * @error: what is wrong with the picture
 *
 * Ends [func@texture_decoder_run_async].
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error
 */
GdkTexture *
amb_texture_decoder_run_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-file-format.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-storypack-reader.h"

#define HEAD_SIZE 4096

static const AmbFileFormat formats[] = {
  { "storypack", amb_storypack_reader_recognizes },
};

/**
 * amb_file_format_lookup:
 * @id: (nullable): the word for a format
 *
 * Finds a format by its word.
 *
 * Returns: (nullable): the format, or %NULL when there is none of that name
 */
const AmbFileFormat *
amb_file_format_lookup (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].id, id) == 0)
        return &formats[i];
    }

  return NULL;
}

/**
 * amb_file_format_detect:
 * @stream: a file; must be seekable, and stands at its beginning afterwards
 * @name: what the person calls it, for messages
 * @error: return location for an error
 *
 * Finds out by its content what a file is; its name means nothing. Any thread; blocks.
 *
 * Returns: (nullable): the format, or %NULL with %AMB_FORMAT_ERROR_UNKNOWN or a %G_IO_ERROR
 */
const AmbFileFormat *
amb_file_format_detect (GInputStream  *stream,
                        const char    *name,
                        GError       **error)
{
  const AmbFileFormat *found = NULL;
  char head[HEAD_SIZE];
  gsize n_bytes;

  g_return_val_if_fail (G_IS_SEEKABLE (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!g_input_stream_read_all (stream, head, sizeof head, &n_bytes, NULL, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats) && found == NULL; i++)
    {
      if (formats[i].recognizes (head, n_bytes, stream))
        found = &formats[i];
    }
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error))
    return NULL;
  if (found == NULL)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN,
                 _("“%s” is no file that can be imported here: choose a story pack."), name);

  return found;
}

/**
 * amb_file_format_detect_in_file:
 * @file: a file
 * @cancellable: (nullable): to give up opening it
 * @error: return location for an error
 *
 * Finds out by its content what a file is, as [func@file_format_detect].
 *
 * Returns: (nullable): the format, or %NULL with an error
 */
const AmbFileFormat *
amb_file_format_detect_in_file (GFile         *file,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  base_name = g_file_get_basename (file);
  name = g_filename_display_name (base_name);

  return amb_file_format_detect (G_INPUT_STREAM (stream), name, error);
}

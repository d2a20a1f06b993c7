/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AmbFileFormat:
 * @id: the word for it on the command line
 * @recognizes: tells by the first bytes of a file, or by the whole of it, whether it means to be of this format
 *
 * A format that can be read. A new one is a pair of files that reads it and a line in the table of amb-file-format.c.
 */
typedef struct
{
  const char *id;
  gboolean  (*recognizes) (const char *head, gsize n_bytes, GInputStream *stream);
} AmbFileFormat;

const AmbFileFormat *amb_file_format_lookup           (const char *id);
const AmbFileFormat *amb_file_format_detect           (GInputStream *stream, const char *name, GError **error);
const AmbFileFormat *amb_file_format_detect_in_file   (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS

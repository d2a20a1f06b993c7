/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ZIP_FILE,
  ZIP_FOLDER,
  ZIP_SYMLINK,
  ZIP_LOCKED
} ZipKind;

/* One file of a zip. @content is the target of a link; @repeat writes it that many times, 0 counts as once. */
typedef struct
{
  const char *path;
  const char *content;
  ZipKind     kind;
  guint       repeat;
} ZipEntry;

GBytes *zip_fixture_make (const ZipEntry *entries, gsize n_entries);

G_END_DECLS

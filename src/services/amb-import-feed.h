/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-pack.h"
#include "amb-story-index.h"

G_BEGIN_DECLS

/**
 * AmbImportItem:
 * @story: a story
 * @index: what the store keeps to find it again
 * @position: how many bytes were read up to here
 *
 * A story on its way from a file to the database.
 */
typedef struct
{
  AmbStory      *story;
  AmbStoryIndex *index;
  gint64         position;
} AmbImportItem;

typedef struct _AmbImportFeed AmbImportFeed;

AmbImportFeed *amb_import_feed_new        (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error);
void           amb_import_feed_free       (AmbImportFeed *self);
AmbPack       *amb_import_feed_get_pack   (AmbImportFeed *self);
gboolean       amb_import_feed_next       (AmbImportFeed *self, AmbImportItem **item, GError **error);
gboolean       amb_import_feed_next_media (AmbImportFeed *self, char **name, GBytes **bytes, GError **error);
void           amb_import_item_free       (AmbImportItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbImportFeed, amb_import_feed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbImportItem, amb_import_item_free)

G_END_DECLS

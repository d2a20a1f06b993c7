/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-archive.h"
#include "amb-pack.h"
#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORYPACK_READER (amb_storypack_reader_get_type ())
G_DECLARE_FINAL_TYPE (AmbStorypackReader, amb_storypack_reader, AMB, STORYPACK_READER, GObject)

AmbStorypackReader *amb_storypack_reader_new          (GInputStream *stream, const char *name, GError **error);
AmbStorypackReader *amb_storypack_reader_new_checking (GInputStream *stream, const char *name, GPtrArray *problems,
                                                       GError **error);
AmbPack            *amb_storypack_reader_get_pack     (AmbStorypackReader *self);
gboolean            amb_storypack_reader_next         (AmbStorypackReader *self, AmbStory **story, GError **error);
gboolean            amb_storypack_reader_next_media   (AmbStorypackReader *self, char **file, GBytes **bytes,
                                                       char **mime_type, GError **error);
gint64              amb_storypack_reader_get_position (AmbStorypackReader *self);
gint64              amb_storypack_reader_get_n_unpacked (AmbStorypackReader *self);
int                 amb_storypack_reader_get_line     (AmbStorypackReader *self);
AmbArchive         *amb_storypack_reader_get_archive  (AmbStorypackReader *self);
gboolean            amb_storypack_reader_recognizes   (const char *head, gsize n_bytes, GInputStream *stream);

G_END_DECLS

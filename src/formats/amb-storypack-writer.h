/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-pack.h"
#include "amb-story.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORYPACK_WRITER (amb_storypack_writer_get_type ())
G_DECLARE_FINAL_TYPE (AmbStorypackWriter, amb_storypack_writer, AMB, STORYPACK_WRITER, GObject)

AmbStorypackWriter *amb_storypack_writer_new       (GOutputStream *stream, AmbPack *pack, gboolean zip, GError **error);
gboolean            amb_storypack_writer_add_story (AmbStorypackWriter *self, AmbStory *story, GError **error);
gboolean            amb_storypack_writer_add_media (AmbStorypackWriter *self, const char *file, GBytes *bytes, GError **error);
gboolean            amb_storypack_writer_finish    (AmbStorypackWriter *self, GError **error);

G_END_DECLS

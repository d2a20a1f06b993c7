/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-pack.h"
#include "amb-story.h"

G_BEGIN_DECLS

typedef struct _AmbStorypackParser AmbStorypackParser;

AmbStorypackParser *amb_storypack_parser_new            (const char *name, GPtrArray *problems, gboolean goes_on);
void                amb_storypack_parser_free           (AmbStorypackParser *self);
gboolean            amb_storypack_parser_open           (AmbStorypackParser *self, GInputStream *stream, GError **error);
AmbPack            *amb_storypack_parser_get_pack       (AmbStorypackParser *self);
gboolean            amb_storypack_parser_next           (AmbStorypackParser *self, AmbStory **story, GError **error);
gboolean            amb_storypack_parser_is_at_end      (AmbStorypackParser *self);
gboolean            amb_storypack_parser_names_media    (AmbStorypackParser *self, const char *file);
gint64              amb_storypack_parser_get_position   (AmbStorypackParser *self);
int                 amb_storypack_parser_get_line       (AmbStorypackParser *self);
int                 amb_storypack_parser_get_fault_line (AmbStorypackParser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbStorypackParser, amb_storypack_parser_free)

G_END_DECLS

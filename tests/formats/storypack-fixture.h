/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-pack.h"
#include "amb-story.h"
#include "amb-storypack-reader.h"

G_BEGIN_DECLS

#define PACK_START "<storypack xmlns=\"https://ambassadortoolkit.github.io/ns/storypack/1\" version=\"1\" id=\"p\" language=\"nl\">"
#define PACK_TITLES "<title>T</title><organisation>O</organisation>"
#define PACK_END "</storypack>"
#define STORY_START "<story id=\"s\" version=\"1\" kind=\"fact\">"
#define STORY_TITLES "<title>Titel</title><message>Boodschap</message>"
#define STORY_END "</story>"
#define PACK_WITH(story) PACK_START PACK_TITLES story PACK_END
#define STORY_WITH(more) PACK_WITH (STORY_START STORY_TITLES more STORY_END)

AmbStorypackReader *fixture_open     (gconstpointer bytes, gssize length, GError **error);
gboolean            fixture_read_all (gconstpointer bytes, gssize length, guint *n_stories, GError **error);
AmbStory           *fixture_read_one (const char *xml);
AmbPack            *fixture_random_pack  (GRand *random);
AmbStory           *fixture_random_story (GRand *random, guint number);
void                fixture_assert_same_story (AmbStory *a, AmbStory *b);
void                fixture_assert_same_pack  (AmbPack *a, AmbPack *b);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-story-part.h"

G_BEGIN_DECLS

#define AMB_TYPE_STORY (amb_story_get_type ())
G_DECLARE_FINAL_TYPE (AmbStory, amb_story, AMB, STORY, AmbRecord)

/**
 * AmbStoryText:
 * @AMB_STORY_UID: the id that the pack gave it, unique within its source
 * @AMB_STORY_LANGUAGE: BCP 47
 * @AMB_STORY_TITLE: the title
 * @AMB_STORY_MESSAGE: the message in one sentence
 * @AMB_STORY_BODY: the story itself; a blank line separates paragraphs
 * @AMB_STORY_WHY: why it matters
 * @AMB_STORY_AVOID: what to avoid
 * @AMB_STORY_DISCLOSURE: hint on how to say where one works
 * @AMB_STORY_CONTACT: whom to ask
 * @AMB_STORY_CONTACT_ADDRESS: where to ask them: mailto, http or https
 * @AMB_STORY_SPOKEN: the thirty-second spoken version of the talk card
 * @AMB_STORY_ORGANISATION: whose story it is (read only: it belongs to the pack)
 * @AMB_STORY_MY_ROLE: the person's own: my role in this story
 * @AMB_STORY_NOTE: the person's own: a note
 * @AMB_STORY_DISMISSED: the person's own: why it is not for them; %NULL when it is
 *
 * The texts of a story.
 */
typedef enum
{
  AMB_STORY_UID,
  AMB_STORY_LANGUAGE,
  AMB_STORY_TITLE,
  AMB_STORY_MESSAGE,
  AMB_STORY_BODY,
  AMB_STORY_WHY,
  AMB_STORY_AVOID,
  AMB_STORY_DISCLOSURE,
  AMB_STORY_CONTACT,
  AMB_STORY_CONTACT_ADDRESS,
  AMB_STORY_SPOKEN,
  AMB_STORY_ORGANISATION,
  AMB_STORY_MY_ROLE,
  AMB_STORY_NOTE,
  AMB_STORY_DISMISSED,
  AMB_STORY_N_TEXTS
} AmbStoryText;

AmbStory          *amb_story_new             (void);
const char        *amb_story_get_text        (AmbStory *self, AmbStoryText field);
void               amb_story_set_text        (AmbStory *self, AmbStoryText field, const char *text);
gint64             amb_story_get_source_id   (AmbStory *self);
void               amb_story_set_source_id   (AmbStory *self, gint64 source_id);
int                amb_story_get_version     (AmbStory *self);
void               amb_story_set_version     (AmbStory *self, int version);
AmbStoryKind       amb_story_get_kind        (AmbStory *self);
void               amb_story_set_kind        (AmbStory *self, AmbStoryKind kind);
AmbStoryStatus     amb_story_get_status      (AmbStory *self);
void               amb_story_set_status      (AmbStory *self, AmbStoryStatus status);
gint64             amb_story_get_usable_from (AmbStory *self);
void               amb_story_set_usable_from (AmbStory *self, gint64 time);
gint64             amb_story_get_usable_until(AmbStory *self);
void               amb_story_set_usable_until(AmbStory *self, gint64 time);
gboolean           amb_story_get_cleared     (AmbStory *self);
void               amb_story_set_cleared     (AmbStory *self, gboolean cleared);
gboolean           amb_story_get_favourite   (AmbStory *self);
void               amb_story_set_favourite   (AmbStory *self, gboolean favourite);
gint64             amb_story_get_used_at     (AmbStory *self);
void               amb_story_set_used_at     (AmbStory *self, gint64 time);
const char * const*amb_story_get_labels      (AmbStory *self, AmbStoryLabelKind kind);
void               amb_story_add_label       (AmbStory *self, AmbStoryLabelKind kind, const char *label);
void               amb_story_add_part        (AmbStory *self, AmbStoryPart *part);
void               amb_story_remove_part     (AmbStory *self, guint position);
guint              amb_story_get_n_parts     (AmbStory *self);
AmbStoryPart      *amb_story_get_part        (AmbStory *self, guint position);
GListModel        *amb_story_list_parts      (AmbStory *self, AmbStoryPartKind kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The numbers stand in databases: they are append-only. The nicks stand in packs and in the command line's JSON. */

/**
 * AmbStoryKind:
 *
 * What a story is.
 */
typedef enum
{
  AMB_STORY_KIND_STORY = 1,
  AMB_STORY_KIND_FACT = 2,
  AMB_STORY_KIND_QUOTE = 3,
  AMB_STORY_KIND_MESSAGE = 4,
  AMB_STORY_KIND_QUESTION = 5,
  AMB_STORY_KIND_ROLE = 6,
  AMB_STORY_KIND_EVENT = 7,
  AMB_STORY_KIND_VACANCY = 8,
} AmbStoryKind;

/**
 * AmbStoryStatus:
 * @AMB_STORY_STATUS_CURRENT: the organisation stands by it
 * @AMB_STORY_STATUS_WITHDRAWN: the organisation took it back
 *
 * Whether the organisation still stands by a story.
 */
typedef enum
{
  AMB_STORY_STATUS_CURRENT = 1,
  AMB_STORY_STATUS_WITHDRAWN = 2,
} AmbStoryStatus;

/**
 * AmbStoryPartKind:
 * @AMB_STORY_PART_PROOF: text, address, time: what it rests on
 * @AMB_STORY_PART_ROLE: name, text: the angle of one role
 * @AMB_STORY_PART_PROMPT: text: a question that the person answers in their own words
 * @AMB_STORY_PART_VARIANT: name (a channel), language, text
 * @AMB_STORY_PART_QUESTION: name (the question), text (the answer): of the talk card
 * @AMB_STORY_PART_LINK: name (the title), address
 * @AMB_STORY_PART_MEDIA: name (the file in the pack), text (alternative text), note (credit)
 *
 * What a part of a story is, and which of its fields are in use.
 */
typedef enum
{
  AMB_STORY_PART_PROOF = 1,
  AMB_STORY_PART_ROLE = 2,
  AMB_STORY_PART_PROMPT = 3,
  AMB_STORY_PART_VARIANT = 4,
  AMB_STORY_PART_QUESTION = 5,
  AMB_STORY_PART_LINK = 6,
  AMB_STORY_PART_MEDIA = 7,
} AmbStoryPartKind;

/**
 * AmbStoryLabelKind:
 *
 * What a label of a story says.
 */
typedef enum
{
  AMB_STORY_LABEL_THEME = 1,
  AMB_STORY_LABEL_VALUE = 2,
  AMB_STORY_LABEL_AUDIENCE = 3,
  AMB_STORY_LABEL_HASHTAG = 4,
} AmbStoryLabelKind;

/**
 * AmbDraftState:
 *
 * How far a draft is.
 */
typedef enum
{
  AMB_DRAFT_STATE_IDEA = 1,
  AMB_DRAFT_STATE_DRAFT = 2,
  AMB_DRAFT_STATE_PLANNED = 3,
  AMB_DRAFT_STATE_SHARED = 4,
  AMB_DRAFT_STATE_ARCHIVED = 5,
} AmbDraftState;

/**
 * AmbEntryKind:
 *
 * What an entry of the sharing log was.
 */
typedef enum
{
  AMB_ENTRY_KIND_POST = 1,
  AMB_ENTRY_KIND_RESHARE = 2,
  AMB_ENTRY_KIND_COMMENT = 3,
  AMB_ENTRY_KIND_MESSAGE = 4,
  AMB_ENTRY_KIND_CONVERSATION = 5,
  AMB_ENTRY_KIND_MEETING = 6,
  AMB_ENTRY_KIND_PRESENTATION = 7,
  AMB_ENTRY_KIND_EVENT = 8,
  AMB_ENTRY_KIND_LECTURE = 9,
  AMB_ENTRY_KIND_INTERVIEW = 10,
  AMB_ENTRY_KIND_INTRODUCTION = 11,
  AMB_ENTRY_KIND_ARTICLE = 12,
  AMB_ENTRY_KIND_PODCAST = 13,
  AMB_ENTRY_KIND_OTHER = 14,
} AmbEntryKind;

gboolean    amb_enum_from_nick (GType type, const char *nick, int *value);
const char *amb_enum_get_nick  (GType type, int value);

const char *amb_story_kind_get_label  (AmbStoryKind kind);
const char *amb_draft_state_get_label (AmbDraftState state);
const char *amb_entry_kind_get_label  (AmbEntryKind kind);
const char *amb_entry_kind_get_symbol (AmbEntryKind kind);
gboolean    amb_entry_kind_is_online  (AmbEntryKind kind);

G_END_DECLS

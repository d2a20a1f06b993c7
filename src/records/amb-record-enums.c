/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-record-enums.h"

#include <glib/gi18n-lib.h>

/**
 * amb_enum_from_nick:
 * @type: an enumeration
 * @nick: (nullable): the word for a value, as packs and the command line write it
 * @value: (out): the value
 *
 * Reads a value by its word.
 *
 * Returns: %TRUE when there is such a value
 */
gboolean
amb_enum_from_nick (GType       type,
                    const char *nick,
                    int        *value)
{
  g_autoptr (GEnumClass) klass = NULL;
  GEnumValue *found;

  g_return_val_if_fail (value != NULL, FALSE);

  klass = g_type_class_ref (type);
  found = nick == NULL ? NULL : g_enum_get_value_by_nick (klass, nick);
  if (found != NULL)
    *value = found->value;

  return found != NULL;
}

/**
 * amb_enum_get_nick:
 * @type: an enumeration
 * @value: a value
 *
 * Gets the word for a value, as packs and the command line write it.
 *
 * Returns: (nullable): the word, or %NULL when there is no such value
 */
const char *
amb_enum_get_nick (GType type,
                   int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found == NULL ? NULL : found->value_nick;
}

/**
 * amb_story_kind_get_label:
 * @kind: a kind
 *
 * Names a kind of story in the person's language.
 *
 * Returns: the name
 */
const char *
amb_story_kind_get_label (AmbStoryKind kind)
{
  switch (kind)
    {
    case AMB_STORY_KIND_STORY: return _("Story");
    case AMB_STORY_KIND_FACT: return _("Fact");
    case AMB_STORY_KIND_QUOTE: return _("Quote");
    case AMB_STORY_KIND_MESSAGE: return _("Key message");
    case AMB_STORY_KIND_QUESTION: return _("Question and answer");
    case AMB_STORY_KIND_ROLE: return _("Role explained");
    /* Translators: a kind of story: a congress, an open day */
    case AMB_STORY_KIND_EVENT: return _("Event");
    case AMB_STORY_KIND_VACANCY: return _("Vacancy");
    }
  return "";
}

/**
 * amb_draft_state_get_label:
 * @state: a state
 *
 * Names a state of a draft in the person's language.
 *
 * Returns: the name
 */
const char *
amb_draft_state_get_label (AmbDraftState state)
{
  switch (state)
    {
    case AMB_DRAFT_STATE_IDEA: return _("Idea");
    case AMB_DRAFT_STATE_DRAFT: return _("Draft");
    /* Translators: the state of a draft with a date on which it is to be shared */
    case AMB_DRAFT_STATE_PLANNED: return _("Planned");
    case AMB_DRAFT_STATE_SHARED: return _("Shared");
    case AMB_DRAFT_STATE_ARCHIVED: return _("Archived");
    }
  return "";
}

/**
 * amb_entry_kind_get_label:
 * @kind: a kind
 *
 * Names a kind of entry in the person's language.
 *
 * Returns: the name
 */
const char *
amb_entry_kind_get_label (AmbEntryKind kind)
{
  switch (kind)
    {
    /* Translators: a text that the person shared online */
    case AMB_ENTRY_KIND_POST: return _("Post");
    case AMB_ENTRY_KIND_RESHARE: return _("Re-share");
    case AMB_ENTRY_KIND_COMMENT: return _("Comment");
    case AMB_ENTRY_KIND_MESSAGE: return _("Private message");
    case AMB_ENTRY_KIND_CONVERSATION: return _("Conversation");
    case AMB_ENTRY_KIND_MEETING: return _("Meeting");
    case AMB_ENTRY_KIND_PRESENTATION: return _("Presentation");
    case AMB_ENTRY_KIND_EVENT: return _("Event");
    case AMB_ENTRY_KIND_LECTURE: return _("Guest lecture");
    case AMB_ENTRY_KIND_INTERVIEW: return _("Interview");
    /* Translators: the person brought two people together */
    case AMB_ENTRY_KIND_INTRODUCTION: return _("Introduction");
    case AMB_ENTRY_KIND_ARTICLE: return _("Article");
    case AMB_ENTRY_KIND_PODCAST: return _("Podcast");
    case AMB_ENTRY_KIND_OTHER: return _("Other");
    }
  return "";
}

/**
 * amb_entry_kind_get_symbol:
 * @kind: a kind
 *
 * Gets the name of the symbolic icon that stands for a kind.
 *
 * Returns: an icon name
 */
const char *
amb_entry_kind_get_symbol (AmbEntryKind kind)
{
  switch (kind)
    {
    case AMB_ENTRY_KIND_POST: return "amb-post-symbolic";
    case AMB_ENTRY_KIND_RESHARE: return "amb-reshare-symbolic";
    case AMB_ENTRY_KIND_COMMENT: return "amb-comment-symbolic";
    case AMB_ENTRY_KIND_MESSAGE: return "amb-message-symbolic";
    case AMB_ENTRY_KIND_CONVERSATION: return "amb-conversation-symbolic";
    case AMB_ENTRY_KIND_MEETING: return "amb-meeting-symbolic";
    case AMB_ENTRY_KIND_PRESENTATION: return "amb-presentation-symbolic";
    case AMB_ENTRY_KIND_EVENT: return "amb-event-symbolic";
    case AMB_ENTRY_KIND_LECTURE: return "amb-lecture-symbolic";
    case AMB_ENTRY_KIND_INTERVIEW: return "amb-interview-symbolic";
    case AMB_ENTRY_KIND_INTRODUCTION: return "amb-introduction-symbolic";
    case AMB_ENTRY_KIND_ARTICLE: return "amb-article-symbolic";
    case AMB_ENTRY_KIND_PODCAST: return "amb-podcast-symbolic";
    case AMB_ENTRY_KIND_OTHER: return "amb-other-symbolic";
    }
  return "";
}

/**
 * amb_entry_kind_is_online:
 * @kind: a kind
 *
 * Tells whether entries of this kind are online unless the person says otherwise.
 *
 * Returns: %TRUE for posts and the like, %FALSE for what happens face to face
 */
gboolean
amb_entry_kind_is_online (AmbEntryKind kind)
{
  switch (kind)
    {
    case AMB_ENTRY_KIND_POST:
    case AMB_ENTRY_KIND_RESHARE:
    case AMB_ENTRY_KIND_COMMENT:
    case AMB_ENTRY_KIND_MESSAGE:
    case AMB_ENTRY_KIND_ARTICLE:
    case AMB_ENTRY_KIND_PODCAST:
      return TRUE;
    case AMB_ENTRY_KIND_CONVERSATION:
    case AMB_ENTRY_KIND_MEETING:
    case AMB_ENTRY_KIND_PRESENTATION:
    case AMB_ENTRY_KIND_EVENT:
    case AMB_ENTRY_KIND_LECTURE:
    case AMB_ENTRY_KIND_INTERVIEW:
    case AMB_ENTRY_KIND_INTRODUCTION:
    case AMB_ENTRY_KIND_OTHER:
      return FALSE;
    }
  return FALSE;
}

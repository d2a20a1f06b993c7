/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-heard.h"
#include "amb-story-use.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY (amb_entry_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntry, amb_entry, AMB, ENTRY, AmbRecord)

/**
 * AmbResult:
 * @at: milliseconds since 1970, UTC: when the numbers were read
 * @views: how often it was seen, or −1 when that is not known; so with the others
 * @reactions: likes and the like
 * @comments: replies
 * @reshares: how often it was passed on
 * @clicks: how often its link was followed
 *
 * What an entry had brought at one moment.
 */
typedef struct
{
  gint64 at;
  gint64 views;
  gint64 reactions;
  gint64 comments;
  gint64 reshares;
  gint64 clicks;
} AmbResult;

/**
 * AmbEntryText:
 * @AMB_ENTRY_CHANNEL: the id of a channel
 * @AMB_ENTRY_PLACE: where
 * @AMB_ENTRY_AUDIENCE: for whom
 * @AMB_ENTRY_WITH: with whom: a group or a name
 * @AMB_ENTRY_TITLE: what a talk or an article was called
 * @AMB_ENTRY_TEXT: the text as shared, or what was said
 * @AMB_ENTRY_LINK: the permalink
 * @AMB_ENTRY_LANGUAGE: BCP 47
 * @AMB_ENTRY_FOLLOW_UP: what to do next
 * @AMB_ENTRY_OUTCOME: what came of it
 * @AMB_ENTRY_EVIDENCE: how we know what came of it
 * @AMB_ENTRY_REWARD: what the person got for it
 *
 * The texts of the record.
 */
typedef enum
{
  AMB_ENTRY_CHANNEL,
  AMB_ENTRY_PLACE,
  AMB_ENTRY_AUDIENCE,
  AMB_ENTRY_WITH,
  AMB_ENTRY_TITLE,
  AMB_ENTRY_TEXT,
  AMB_ENTRY_LINK,
  AMB_ENTRY_LANGUAGE,
  AMB_ENTRY_FOLLOW_UP,
  AMB_ENTRY_OUTCOME,
  AMB_ENTRY_EVIDENCE,
  AMB_ENTRY_REWARD,
  AMB_ENTRY_N_TEXTS
} AmbEntryText;

AmbEntry           *amb_entry_new                    (void);
AmbEntry           *amb_entry_copy                   (AmbEntry *self);
void                amb_entry_merge                  (AmbEntry *self, AmbEntry *before, AmbEntry *after);
const char         *amb_entry_get_text               (AmbEntry *self, AmbEntryText field);
void                amb_entry_set_text               (AmbEntry *self, AmbEntryText field, const char *text);
AmbEntryKind        amb_entry_get_kind               (AmbEntry *self);
void                amb_entry_set_kind               (AmbEntry *self, AmbEntryKind kind);
gboolean            amb_entry_get_online             (AmbEntry *self);
void                amb_entry_set_online             (AmbEntry *self, gboolean online);
gint64              amb_entry_get_at                 (AmbEntry *self);
void                amb_entry_set_at                 (AmbEntry *self, gint64 at);
int                 amb_entry_get_zone_offset        (AmbEntry *self);
void                amb_entry_set_zone_offset        (AmbEntry *self, int zone_offset);
double              amb_entry_get_own_words          (AmbEntry *self);
void                amb_entry_set_own_words          (AmbEntry *self, double own_words);
int                 amb_entry_get_reached            (AmbEntry *self);
void                amb_entry_set_reached            (AmbEntry *self, int reached);
int                 amb_entry_get_reached_indirectly (AmbEntry *self);
void                amb_entry_set_reached_indirectly (AmbEntry *self, int reached_indirectly);
gint64              amb_entry_get_follow_up_at       (AmbEntry *self);
void                amb_entry_set_follow_up_at       (AmbEntry *self, gint64 follow_up_at);
gboolean            amb_entry_get_confirmed          (AmbEntry *self);
void                amb_entry_set_confirmed          (AmbEntry *self, gboolean confirmed);
gboolean            amb_entry_get_private            (AmbEntry *self);
void                amb_entry_set_private            (AmbEntry *self, gboolean private);
gboolean            amb_entry_get_is_row             (AmbEntry *self);
void                amb_entry_set_is_row             (AmbEntry *self, gboolean is_row);
gint64              amb_entry_get_draft_id           (AmbEntry *self);
void                amb_entry_set_draft_id           (AmbEntry *self, gint64 draft_id);
GArray             *amb_entry_get_stories            (AmbEntry *self);
void                amb_entry_add_story              (AmbEntry *self, gint64 story_id, int version);
void                amb_entry_remove_story           (AmbEntry *self, gint64 story_id);
GArray             *amb_entry_get_results            (AmbEntry *self);
void                amb_entry_add_result             (AmbEntry *self, const AmbResult *result);
void                amb_entry_remove_result          (AmbEntry *self, guint position);
const char * const *amb_entry_get_tags               (AmbEntry *self);
void                amb_entry_set_tags               (AmbEntry *self, const char * const *tags);
GListStore         *amb_entry_get_heard              (AmbEntry *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-autosave.h"
#include "amb-channel.h"
#include "amb-length.h"
#include "amb-live-check.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFT_SESSION (amb_draft_session_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraftSession, amb_draft_session, AMB, DRAFT_SESSION, GObject)

AmbDraftSession *amb_draft_session_new              (AmbContext *context, AmbDraft *draft);
AmbContext      *amb_draft_session_get_context      (AmbDraftSession *self);
AmbDraft        *amb_draft_session_get_draft        (AmbDraftSession *self);
AmbAutosave     *amb_draft_session_get_autosave     (AmbDraftSession *self);
AmbLiveCheck    *amb_draft_session_get_check        (AmbDraftSession *self);

/* Where the person is: NULL is the main text. */
const char      *amb_draft_session_get_channel      (AmbDraftSession *self);
void             amb_draft_session_set_channel      (AmbDraftSession *self, const char *channel);
const char      *amb_draft_session_get_text         (AmbDraftSession *self);
void             amb_draft_session_set_text         (AmbDraftSession *self, const char *text);

/* The channels of the draft */
gboolean         amb_draft_session_is_own           (AmbDraftSession *self, const char *channel);
void             amb_draft_session_follow           (AmbDraftSession *self, const char *channel);
void             amb_draft_session_set_own_text     (AmbDraftSession *self, const char *channel, const char *text);
void             amb_draft_session_add_channel      (AmbDraftSession *self, const char *channel);
void             amb_draft_session_remove_channel   (AmbDraftSession *self, const char *channel);
void             amb_draft_session_measure          (AmbDraftSession *self, const char *channel, AmbLength *length);
GListModel      *amb_draft_session_get_own_channels (AmbDraftSession *self);
AmbChannel      *amb_draft_session_find_own_channel (AmbDraftSession *self, const char *channel);
char            *amb_draft_session_name_channel     (AmbDraftSession *self, const char *channel);
char            *amb_draft_session_find_instance    (AmbDraftSession *self, const char *channel);

void             amb_draft_session_add_story        (AmbDraftSession *self, gint64 story_id, int version);
void             amb_draft_session_check            (AmbDraftSession *self);
void             amb_draft_session_flush            (AmbDraftSession *self);
gboolean         amb_draft_session_is_saved         (AmbDraftSession *self);

G_END_DECLS

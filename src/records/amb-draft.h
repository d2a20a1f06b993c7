/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-story-use.h"
#include "amb-variant.h"

G_BEGIN_DECLS

#define AMB_TYPE_DRAFT (amb_draft_get_type ())
G_DECLARE_FINAL_TYPE (AmbDraft, amb_draft, AMB, DRAFT, AmbRecord)

/**
 * AmbDraftText:
 * @AMB_DRAFT_LANGUAGE: BCP 47
 * @AMB_DRAFT_TEXT: the master text
 * @AMB_DRAFT_ZONE: the time zone of the plan, as in the tz database
 *
 * The texts of the record.
 */
typedef enum
{
  AMB_DRAFT_LANGUAGE,
  AMB_DRAFT_TEXT,
  AMB_DRAFT_ZONE,
  AMB_DRAFT_N_TEXTS
} AmbDraftText;

AmbDraft     *amb_draft_new            (void);
const char   *amb_draft_get_text       (AmbDraft *self, AmbDraftText field);
void          amb_draft_set_text       (AmbDraft *self, AmbDraftText field, const char *text);
AmbDraftState amb_draft_get_state      (AmbDraft *self);
void          amb_draft_set_state      (AmbDraft *self, AmbDraftState state);
gint64        amb_draft_get_planned_at (AmbDraft *self);
void          amb_draft_set_planned_at (AmbDraft *self, gint64 planned_at);
gint64        amb_draft_get_created_at (AmbDraft *self);
void          amb_draft_set_created_at (AmbDraft *self, gint64 created_at);
gint64        amb_draft_get_updated_at (AmbDraft *self);
void          amb_draft_set_updated_at (AmbDraft *self, gint64 updated_at);
gint64        amb_draft_get_deleted_at (AmbDraft *self);
void          amb_draft_set_deleted_at (AmbDraft *self, gint64 deleted_at);
GListStore   *amb_draft_get_variants   (AmbDraft *self);
AmbVariant   *amb_draft_get_variant    (AmbDraft *self, const char *channel);
void          amb_draft_add_variant    (AmbDraft *self, const char *channel);
const char   *amb_draft_get_text_for   (AmbDraft *self, const char *channel);
GArray       *amb_draft_get_stories    (AmbDraft *self);
void          amb_draft_add_story      (AmbDraft *self, gint64 story_id, int version);

G_END_DECLS

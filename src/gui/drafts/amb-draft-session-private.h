/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-draft-session.h"

G_BEGIN_DECLS

struct _AmbDraftSession
{
  GObject       parent_instance;

  AmbContext   *context;
  AmbDraft     *draft;

  /* The own texts of channels that were taken off, for when they are put on again */
  GHashTable   *removed_texts;
  AmbAutosave  *autosave;
  AmbLiveCheck *check;

  /* The person's own channels: their limits, names and addresses */
  GListStore   *own_channels;
  GCancellable *cancellable;

  /* What somebody else may have changed is being read: the newest wins */
  GCancellable *following;

  char         *channel;
};

void amb_draft_session_emit_changed  (AmbDraftSession *self);
void amb_draft_session_follow_others (AmbDraftSession *self);

G_END_DECLS

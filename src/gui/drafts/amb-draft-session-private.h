/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-draft-session.h"

G_BEGIN_DECLS

struct _AmbDraftSession
{
  GObject       parent_instance;

  AmbContext   *context;
  AmbDraft     *draft;
  AmbAutosave  *autosave;
  AmbLiveCheck *check;

  /* The person's own channels: their limits, names and addresses */
  GListStore   *own_channels;
  GCancellable *cancellable;

  char         *channel;
};

void amb_draft_session_emit_changed (AmbDraftSession *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_UNSAVED_SESSIONS (amb_unsaved_sessions_get_type ())
G_DECLARE_FINAL_TYPE (AmbUnsavedSessions, amb_unsaved_sessions, AMB, UNSAVED_SESSIONS, GObject)

AmbUnsavedSessions *amb_unsaved_sessions_new  (void);
void                amb_unsaved_sessions_add  (AmbUnsavedSessions *self, AmbDraftSession *session);
AmbDraftSession    *amb_unsaved_sessions_take (AmbUnsavedSessions *self, gint64 draft_id);

G_END_DECLS

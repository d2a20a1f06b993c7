/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-unsaved-sessions.h"

/**
 * AmbUnsavedSessions:
 *
 * The drafts that are no longer open, but not on the disk yet.
 *
 * Readers of the database do not wait for its writer: who comes back to a draft a moment after leaving it would read an
 * older text, and the next save would lose what was typed. So its session is kept until it is saved, also when that
 * takes long because the disk is full or another program is writing.
 */
struct _AmbUnsavedSessions
{
  GObject    parent_instance;

  GPtrArray *sessions;
};

G_DEFINE_FINAL_TYPE (AmbUnsavedSessions, amb_unsaved_sessions, G_TYPE_OBJECT)

static void
autosave_notify_state_cb (AmbUnsavedSessions *self,
                          GParamSpec         *pspec,
                          AmbAutosave        *autosave)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      AmbDraftSession *session = g_ptr_array_index (self->sessions, i);

      if (amb_draft_session_get_autosave (session) == autosave && amb_draft_session_is_saved (session))
        {
          g_signal_handlers_disconnect_by_func (autosave, autosave_notify_state_cb, self);
          g_ptr_array_remove_index (self->sessions, i);
          return;
        }
    }
}

static void
amb_unsaved_sessions_finalize (GObject *object)
{
  g_ptr_array_unref (AMB_UNSAVED_SESSIONS (object)->sessions);

  G_OBJECT_CLASS (amb_unsaved_sessions_parent_class)->finalize (object);
}

static void
amb_unsaved_sessions_class_init (AmbUnsavedSessionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_unsaved_sessions_finalize;
}

static void
amb_unsaved_sessions_init (AmbUnsavedSessions *self)
{
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
}

AmbUnsavedSessions *
amb_unsaved_sessions_new (void)
{
  return g_object_new (AMB_TYPE_UNSAVED_SESSIONS, NULL);
}

/* Saves the draft, and keeps the session until that is done. */
void
amb_unsaved_sessions_add (AmbUnsavedSessions *self,
                          AmbDraftSession    *session)
{
  g_return_if_fail (AMB_IS_UNSAVED_SESSIONS (self));
  g_return_if_fail (AMB_IS_DRAFT_SESSION (session));

  amb_draft_session_flush (session);
  if (amb_draft_session_is_saved (session))
    return;

  g_ptr_array_add (self->sessions, g_object_ref (session));
  g_signal_connect_object (amb_draft_session_get_autosave (session), "notify::state",
                           G_CALLBACK (autosave_notify_state_cb), self, G_CONNECT_SWAPPED);
}

/* Returns: (transfer full) (nullable): the session to go on with, or NULL when the draft can be read from the disk. */
AmbDraftSession *
amb_unsaved_sessions_take (AmbUnsavedSessions *self,
                           gint64              draft_id)
{
  g_return_val_if_fail (AMB_IS_UNSAVED_SESSIONS (self), NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      AmbDraftSession *session = g_ptr_array_index (self->sessions, i);

      if (amb_record_get_id (AMB_RECORD (amb_draft_session_get_draft (session))) == draft_id)
        {
          g_signal_handlers_disconnect_by_func (amb_draft_session_get_autosave (session),
                                                autosave_notify_state_cb, self);
          return g_ptr_array_steal_index (self->sessions, i);
        }
    }

  return NULL;
}

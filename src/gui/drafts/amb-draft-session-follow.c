/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-session-private.h"

#include "amb-database.h"
#include "amb-drafting.h"

static gboolean
has_same_texts (AmbDraft *ours,
                AmbDraft *theirs)
{
  for (guint field = 0; field < AMB_DRAFT_N_TEXTS; field++)
    {
      if (g_strcmp0 (amb_draft_get_text (ours, field), amb_draft_get_text (theirs, field)) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_variant (AmbVariant *ours,
                 AmbVariant *theirs)
{
  return amb_variant_get_follows (ours) == amb_variant_get_follows (theirs) &&
         g_strcmp0 (amb_variant_get_text (ours, AMB_VARIANT_CHANNEL),
                    amb_variant_get_text (theirs, AMB_VARIANT_CHANNEL)) == 0 &&
         g_strcmp0 (amb_variant_get_text (ours, AMB_VARIANT_TEXT),
                    amb_variant_get_text (theirs, AMB_VARIANT_TEXT)) == 0;
}

static gboolean
has_same_variants (GListModel *ours,
                   GListModel *theirs)
{
  if (g_list_model_get_n_items (ours) != g_list_model_get_n_items (theirs))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (ours); i++)
    {
      g_autoptr (AmbVariant) our_variant = g_list_model_get_item (ours, i);
      g_autoptr (AmbVariant) their_variant = g_list_model_get_item (theirs, i);

      if (!is_same_variant (our_variant, their_variant))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_same_stories (GArray *ours,
                  GArray *theirs)
{
  if (ours->len != theirs->len)
    return FALSE;

  for (guint i = 0; i < ours->len; i++)
    {
      if (g_array_index (ours, AmbStoryUse, i).story_id != g_array_index (theirs, AmbStoryUse, i).story_id)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_draft (AmbDraft *ours,
               AmbDraft *theirs)
{
  return amb_draft_get_state (ours) == amb_draft_get_state (theirs) &&
         amb_draft_get_planned_at (ours) == amb_draft_get_planned_at (theirs) &&
         amb_draft_get_deleted_at (ours) == amb_draft_get_deleted_at (theirs) &&
         has_same_texts (ours, theirs) &&
         has_same_variants (G_LIST_MODEL (amb_draft_get_variants (ours)),
                            G_LIST_MODEL (amb_draft_get_variants (theirs))) &&
         has_same_stories (amb_draft_get_stories (ours), amb_draft_get_stories (theirs));
}

static void
adopt (AmbDraftSession *self,
       AmbDraft        *theirs)
{
  amb_record_assign (AMB_RECORD (self->draft), AMB_RECORD (theirs));
  if (self->channel != NULL && amb_draft_get_variant (self->draft, self->channel) == NULL)
    amb_draft_session_set_channel (self, NULL);
  amb_draft_session_emit_changed (self);
}

/* What the person writes here and is not stored yet goes before what somebody else wrote. */
static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbDraftSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbDraft) theirs = amb_drafting_load_finish (AMB_CONTEXT (object), result, &error);

  if (theirs == NULL)
    g_debug ("The draft was not read again: %s", error->message);
  else if (amb_draft_session_is_saved (self) && !is_same_draft (self->draft, theirs))
    adopt (self, theirs);
}

static gboolean
touches (const AmbChange *change,
         gint64           draft_id)
{
  GArray *ids = change->updated[AMB_TABLE_DRAFT];

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == draft_id)
        return TRUE;
    }

  return change->everything;
}

static void
database_changed_cb (AmbDraftSession *self,
                     AmbChange       *change)
{
  gint64 draft_id = amb_record_get_id (AMB_RECORD (self->draft));

  if (!touches (change, draft_id))
    return;

  g_cancellable_cancel (self->following);
  g_clear_object (&self->following);
  self->following = g_cancellable_new ();
  amb_drafting_load_async (self->context, draft_id, self->following, load_cb, g_object_ref (self));
}

/* The history confirms a share, and the command line edits and removes: the draft on the screen must know, or its next
 * save would undo that. */
void
amb_draft_session_follow_others (AmbDraftSession *self)
{
  g_signal_connect_object (amb_context_get_database (self->context), "changed", G_CALLBACK (database_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-draft-autosave.h"

/* More are never under way at a time. */
#define MOST_KNOWN 8

/**
 * AmbDraftAutosave:
 *
 * Saves a draft with its variants.
 */
struct _AmbDraftAutosave
{
  AmbAutosave  parent_instance;

  AmbDraft    *draft;
  GArray      *known; /* gint64: the times of what the database may hold, and of what is on its way there */
};

G_DEFINE_FINAL_TYPE (AmbDraftAutosave, amb_draft_autosave, AMB_TYPE_AUTOSAVE)

static void
watch_variants (AmbAutosave *self)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (AMB_DRAFT_AUTOSAVE (self)->draft));

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      g_signal_handlers_disconnect_by_func (variant, amb_autosave_touch, self);
      g_signal_connect_object (variant, "notify", G_CALLBACK (amb_autosave_touch), self, G_CONNECT_SWAPPED);
    }
}

static void
variants_changed_cb (AmbAutosave *self)
{
  watch_variants (self);
  amb_autosave_touch (self);
}

static AmbUnsaved *
amb_draft_autosave_take (AmbAutosave *autosave,
                         gint64       now,
                         gboolean     to_store)
{
  AmbDraftAutosave *self = AMB_DRAFT_AUTOSAVE (autosave);
  AmbUnsaved *unsaved = amb_unsaved_new_draft (self->draft, self->known, now);

  if (to_store && self->known->len == MOST_KNOWN)
    g_array_remove_index (self->known, 0);
  if (to_store)
    g_array_append_val (self->known, now);

  return unsaved;
}

static void
amb_draft_autosave_finalize (GObject *object)
{
  AmbDraftAutosave *self = AMB_DRAFT_AUTOSAVE (object);

  g_clear_object (&self->draft);
  g_array_unref (self->known);

  G_OBJECT_CLASS (amb_draft_autosave_parent_class)->finalize (object);
}

static void
amb_draft_autosave_class_init (AmbDraftAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_draft_autosave_finalize;
  AMB_AUTOSAVE_CLASS (klass)->take = amb_draft_autosave_take;
}

static void
amb_draft_autosave_init (AmbDraftAutosave *self)
{
  self->known = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * amb_draft_autosave_new:
 * @context: the context
 * @draft: a draft that is stored already; it is watched from now on
 *
 * Begins to save a draft.
 *
 * Returns: (transfer full): the autosave
 */
AmbAutosave *
amb_draft_autosave_new (AmbContext *context,
                        AmbDraft   *draft)
{
  AmbDraftAutosave *self = g_object_new (AMB_TYPE_DRAFT_AUTOSAVE,
                                         "context", context,
                                         "saved-at", amb_draft_get_updated_at (draft),
                                         NULL);
  gint64 updated_at = amb_draft_get_updated_at (draft);

  self->draft = g_object_ref (draft);
  g_array_append_val (self->known, updated_at);
  g_signal_connect_object (draft, "notify", G_CALLBACK (amb_autosave_touch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (amb_draft_get_variants (draft), "items-changed", G_CALLBACK (variants_changed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_variants (AMB_AUTOSAVE (self));

  return AMB_AUTOSAVE (self);
}
